//! One document on its way through the rules.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use crate::load::{Json, JsonKind};
use crate::lower::rule::{Location, Rule, RuleId};

use super::path::{self, Step};
use super::{Arm, Fault, Judge, Judged, MOST_FAULTS, Names, OpenCode, read, scalars};

/// The members and items that a schema has looked at.
#[derive(Debug, Clone, Default)]
pub(super) struct Seen {
    pub(super) members: HashSet<String>,
    pub(super) items: HashSet<usize>,
}

impl Seen {
    fn add(&mut self, other: &Self) {
        self.members.extend(other.members.iter().cloned());
        self.items.extend(&other.items);
    }
}

/// What a rule says about a value.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub(super) valid: bool,
    pub(super) faults: Arc<[Fault]>,
    pub(super) seen: Seen,
}

/// A rule that is being asked, or has answered.
enum State {
    Busy,
    Done(Rc<Outcome>),
}

/// What is being found out about one value.
#[derive(Debug, Default)]
pub(super) struct Finding {
    invalid: bool,
    faults: Vec<Fault>,
    pub(super) seen: Seen,
}

impl Finding {
    pub(super) fn push(&mut self, fault: Fault) {
        self.invalid = true;
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    /// Takes over what was found in a value inside this one.
    pub(super) fn inside(&mut self, outcome: &Outcome) {
        self.invalid |= !outcome.valid;
        let room = MOST_FAULTS.saturating_sub(self.faults.len());
        self.faults
            .extend(outcome.faults.iter().take(room).cloned());
    }

    /// Takes over what was found in this value by another rule. What was
    /// looked at counts even where it did not fit: it is no surprise then.
    pub(super) fn same(&mut self, outcome: &Outcome) {
        self.inside(outcome);
        self.seen.add(&outcome.seen);
    }

    fn finish(mut self) -> Outcome {
        if self.faults.len() > 1 {
            let mut known = HashSet::new();
            self.faults.retain(|fault| {
                known.insert((fault.pointer.clone(), fault.location(), fault.names.clone()))
            });
        }
        Outcome {
            valid: !self.invalid,
            faults: self.faults.into(),
            seen: self.seen,
        }
    }
}

/// One document on its way through the rules.
pub(super) struct Run<'j, 'r, 'd> {
    pub(super) judge: &'j Judge<'r>,
    states: RefCell<HashMap<(RuleId, usize, bool), State>>,
    path: RefCell<Vec<Step<'d>>>,
    names: Names,
    open: RefCell<BTreeSet<OpenCode>>,
    /// Whether anybody asks what was looked at.
    pub(super) marks: bool,
    /// How often a rule has led back to itself.
    loops: Cell<usize>,
    /// Whether types read the present value by the rules that are asked, or
    /// only ask whether it fits.
    reads: Cell<bool>,
}

impl<'j, 'r, 'd> Run<'j, 'r, 'd> {
    pub(super) fn new(judge: &'j Judge<'r>) -> Self {
        let marks =
            judge.rules.rules.iter().any(|rule| {
                rule.unevaluated_items.is_some() || rule.unevaluated_properties.is_some()
            });
        Self {
            judge,
            states: RefCell::default(),
            path: RefCell::default(),
            names: Names::default(),
            open: RefCell::default(),
            marks,
            loops: Cell::new(0),
            reads: Cell::new(true),
        }
    }

    /// Whether an integer is to be read here and cannot be.
    pub(super) fn reads_integer(&self, value: &Json) -> bool {
        self.reads.get()
            && !self.judge.any_integers
            && value
                .as_number()
                .is_some_and(|token| !read::is_exact_integer(token))
    }

    /// Asks whether something fits that no type reads.
    pub(super) fn only_asks<T>(&self, ask: impl FnOnce() -> T) -> T {
        let before = self.reads.replace(false);
        let answer = ask();
        self.reads.set(before);
        answer
    }

    pub(super) fn document(self, rule: RuleId, document: &'d Json) -> Judged {
        let outcome = self.ask(rule, document);
        Judged {
            faults: outcome.faults.to_vec(),
            open_codes: self.open.into_inner().into_iter().collect(),
        }
    }

    /// A rule about a value inside the present one.
    pub(super) fn step(&self, step: Step<'d>, rule: RuleId, value: &'d Json) -> Rc<Outcome> {
        self.path.borrow_mut().push(step);
        let outcome = self.ask(rule, value);
        self.path.borrow_mut().pop();
        outcome
    }

    /// A rule about a member's name.
    pub(super) fn name(&self, rule: RuleId, name: &str) -> Rc<Outcome> {
        let value = Rc::clone(
            self.names
                .borrow_mut()
                .entry(name.to_owned())
                .or_insert_with(|| Rc::new(Json::new(JsonKind::String(name.to_owned())))),
        );
        // A name is a text: no rule steps into it, so that nothing of it is
        // kept in the path.
        self.answer(rule, &value, |finding, rule| {
            self.plain(finding, rule, &value);
        })
    }

    /// What a rule says about a value.
    pub(super) fn ask(&self, rule: RuleId, value: &'d Json) -> Rc<Outcome> {
        self.answer(rule, value, |finding, rule| {
            self.whole(finding, rule, value);
        })
    }

    fn answer(
        &self,
        id: RuleId,
        value: &Json,
        judge: impl FnOnce(&mut Finding, &'r Rule),
    ) -> Rc<Outcome> {
        let key = (id, std::ptr::from_ref(value) as usize, self.reads.get());
        match self.states.borrow().get(&key) {
            Some(State::Done(outcome)) => return Rc::clone(outcome),
            // What leads back to itself asks nothing new the second time.
            Some(State::Busy) => {
                self.loops.set(self.loops.get() + 1);
                return Rc::new(Outcome {
                    valid: true,
                    ..Outcome::default()
                });
            }
            None => {}
        }
        self.states.borrow_mut().insert(key, State::Busy);
        let loops = self.loops.get();
        let mut finding = Finding::default();
        judge(&mut finding, self.judge.rules.get(id));
        let outcome = Rc::new(finding.finish());
        if self.loops.get() == loops {
            let done = State::Done(Rc::clone(&outcome));
            self.states.borrow_mut().insert(key, done);
        } else {
            // Found inside a loop, it holds for this way there alone.
            self.states.borrow_mut().remove(&key);
        }
        outcome
    }

    fn whole(&self, finding: &mut Finding, rule: &'r Rule, value: &'d Json) {
        if rule.verdict == Some(false) {
            finding.push(self.fault(value, "", rule, "is not allowed here".to_owned()));
            return;
        }
        scalars::check(self, finding, rule, value);
        match &value.kind {
            JsonKind::Array(items) => self.array(finding, rule, value, items),
            JsonKind::Object(members) => self.object(finding, rule, value, members),
            _ => {}
        }
        self.combined(finding, rule, value, |id| self.ask(id, value));
        self.unevaluated(finding, rule, value);
    }

    /// A rule about a value that nothing steps into.
    fn plain(&self, finding: &mut Finding, rule: &'r Rule, value: &Rc<Json>) {
        if rule.verdict == Some(false) {
            finding.push(self.fault(value, "", rule, "is not allowed as a name".to_owned()));
            return;
        }
        scalars::check(self, finding, rule, value);
        self.combined(finding, rule, value, |id| {
            self.answer(id, value, |finding, rule| self.plain(finding, rule, value))
        });
    }

    /// The keywords that ask other rules about the same value.
    fn combined(
        &self,
        finding: &mut Finding,
        rule: &'r Rule,
        value: &Json,
        ask: impl Fn(RuleId) -> Rc<Outcome>,
    ) {
        for id in rule.references.iter().chain(&rule.all_of) {
            finding.same(&ask(*id));
        }
        if !rule.any_of.is_empty() {
            let outcomes: Vec<_> = rule.any_of.iter().map(|id| (*id, ask(*id))).collect();
            if outcomes.iter().all(|(_, outcome)| !outcome.valid) {
                let fault = self.fault(value, "anyOf", rule, "fits no alternative".to_owned());
                finding.push(fault.arms(self.arms(&outcomes)));
            }
            for (_, outcome) in outcomes.iter().filter(|(_, outcome)| outcome.valid) {
                finding.seen.add(&outcome.seen);
            }
        }
        if !rule.one_of.is_empty() {
            let outcomes: Vec<_> = self.only_asks(|| {
                let arms = rule.one_of.iter();
                arms.map(|id| (*id, ask(*id))).collect()
            });
            let fitting: Vec<_> = outcomes.iter().filter(|(_, o)| o.valid).collect();
            match fitting[..] {
                [] => {
                    let fault = self.fault(value, "oneOf", rule, "fits no alternative".to_owned());
                    finding.push(fault.arms(self.arms(&outcomes)));
                }
                [(id, _)] => finding.same(&ask(*id)),
                _ => {
                    let places: Vec<String> = fitting
                        .iter()
                        .map(|(id, _)| self.judge.rules.get(*id).location.to_string())
                        .collect();
                    let wanted = format!("fits several alternatives: {}", places.join(", "));
                    finding.push(self.fault(value, "oneOf", rule, wanted));
                }
            }
        }
        if rule.not.is_some_and(|id| self.only_asks(|| ask(id)).valid) {
            finding.push(self.fault(value, "not", rule, "fits what is forbidden".to_owned()));
        }
        if let Some(conditional) = &rule.conditional {
            let held = self.only_asks(|| ask(conditional.condition));
            let next = if held.valid {
                finding.seen.add(&held.seen);
                conditional.then
            } else {
                conditional.otherwise
            };
            if let Some(next) = next {
                finding.same(&ask(next));
            }
        }
    }

    fn arms(&self, outcomes: &[(RuleId, Rc<Outcome>)]) -> Vec<Arm> {
        outcomes
            .iter()
            .map(|(id, outcome)| Arm {
                schema: self.judge.rules.get(*id).location.clone(),
                faults: Arc::clone(&outcome.faults),
            })
            .collect()
    }

    /// A fault of the present value.
    pub(super) fn fault(
        &self,
        value: &Json,
        keyword: &'static str,
        rule: &Rule,
        wanted: String,
    ) -> Fault {
        let path = self.path.borrow();
        Fault::new(
            (path::pointer(&path), path::shown(&path)),
            value,
            keyword,
            &rule.location,
            wanted,
        )
    }

    /// Whether a rule is the schema `false`.
    pub(super) fn is_never(&self, rule: RuleId) -> bool {
        self.judge.rules.get(rule).verdict == Some(false)
    }

    /// A fault of a value inside the present one, by a keyword that is
    /// `false`.
    pub(super) fn unwanted(
        &self,
        step: Step<'d>,
        value: &Json,
        keyword: &'static str,
        rule: &Rule,
    ) -> Fault {
        self.path.borrow_mut().push(step);
        let mut fault = self.fault(value, keyword, rule, "is not allowed here".to_owned());
        self.path.borrow_mut().pop();
        if let Step::Member(name) = step {
            fault.names.push(name.to_owned());
        }
        fault
    }

    /// Notes a code that an opened enum takes.
    pub(super) fn open_code(&self, schema: &Location, code: &str) {
        self.open.borrow_mut().insert(OpenCode {
            schema: schema.clone(),
            code: code.to_owned(),
        });
    }
}
