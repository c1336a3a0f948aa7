//! One value on its way through the rules.
//!
//! Work is bounded: a rule is asked about a value once, however many ways
//! lead there.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::rc::Rc;

use crate::keywords::evaluation::{Asking, Declaring, Evaluation, Finding, Judging, Outcome};
use crate::keywords::fault::{Fault, Place};
use crate::keywords::path::{self, Step};
use crate::keywords::table::{Assertion, Word};
use crate::load::json::{Json, JsonKind};
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::rules::rule::{Rule, Rules};

use super::ground::Ground;
use super::{condition, numbers};

/// A rule about a value, which types read by it or not, and whether anybody asks why it does not fit.
type Question = (RuleId, usize, bool, bool);

/// A rule that is being asked, or has answered.
enum State {
    /// At this place of the questions that are open.
    Busy(usize),
    Done(Rc<Outcome>),
    /// The value fits if it fits by another question, which is open.
    Assumed(Rc<Outcome>, Question),
}

/// A question that is open.
struct Open {
    question: Question,
    /// The outermost of the open questions that its answer assumes.
    assumes: usize,
    /// How many answers were assumed before it.
    assumed: usize,
}

/// One value on its way through the rules.
pub struct Run<'r, 'd> {
    ground: Ground<'r>,
    // Of a document's few questions, comparing is faster than hashing.
    states: RefCell<BTreeMap<Question, State>>,
    /// The questions that are open, from the outermost on.
    open_questions: RefCell<Vec<Open>>,
    /// The questions whose answers assume something.
    assumed: RefCell<Vec<Question>>,
    path: RefCell<Vec<Step<'d>>>,
    open: RefCell<BTreeSet<(Location, String)>>,
    /// Whether types read the present value by the rules that are asked, or
    /// only ask whether it fits.
    reads: Cell<bool>,
    /// Whether anybody asks why the present value does not fit.
    tells: Cell<bool>,
    /// The answer where there is nothing to say.
    fits: Rc<Outcome>,
    /// Whether the value is the name of a member.
    is_name: bool,
}

impl<'r, 'd> Run<'r, 'd> {
    /// A run of a value.
    #[must_use]
    pub fn new(ground: Ground<'r>) -> Self {
        Self {
            ground,
            states: RefCell::default(),
            open_questions: RefCell::default(),
            assumed: RefCell::default(),
            path: RefCell::default(),
            open: RefCell::default(),
            reads: Cell::new(true),
            tells: Cell::new(ground.tells),
            fits: Rc::new(Outcome {
                valid: true,
                ..Outcome::default()
            }),
            is_name: false,
        }
    }

    /// The codes that an opened `enum` took, each with its schema.
    #[must_use]
    pub fn open_codes(self) -> BTreeSet<(Location, String)> {
        self.open.into_inner()
    }

    /// Whether a value fits the assertions of a rule that are chosen.
    pub fn fits(&self, rule: RuleId, value: &'d Json, chosen: impl Fn(&Assertion) -> bool) -> bool {
        let rule = self.ground.rules.get(rule);
        let mut finding = Finding::default();
        self.assertions(&mut finding, rule, value, chosen);
        finding.finish().valid
    }

    /// The answer to a question that has been asked before.
    ///
    /// What leads back to itself asks nothing new the second time: the value is
    /// assumed to fit. Loops go through keywords that only ask for more, so that
    /// an answer that a value does not fit holds whatever was assumed; one that
    /// it does holds if what was assumed turns out so.
    fn known(&self, question: Question) -> Option<Rc<Outcome>> {
        let states = self.states.borrow();
        let (outcome, mut on) = match states.get(&question)? {
            State::Done(outcome) => return Some(Rc::clone(outcome)),
            State::Assumed(outcome, on) => (Rc::clone(outcome), *on),
            State::Busy(_) => (Rc::clone(&self.fits), question),
        };
        let place = loop {
            match states.get(&on) {
                Some(State::Busy(place)) => break *place,
                Some(State::Assumed(_, further)) => on = *further,
                Some(State::Done(_)) | None => break 0,
            }
        };
        if let Some(asking) = self.open_questions.borrow_mut().last_mut() {
            asking.assumes = asking.assumes.min(place);
        }
        Some(outcome)
    }

    fn begin(&self, question: Question) {
        let mut open = self.open_questions.borrow_mut();
        let mut states = self.states.borrow_mut();
        states.insert(question, State::Busy(open.len()));
        open.push(Open {
            question,
            assumes: usize::MAX,
            assumed: self.assumed.borrow().len(),
        });
    }

    fn end(&self, question: Question, outcome: &Rc<Outcome>) {
        let mut open = self.open_questions.borrow_mut();
        let mut states = self.states.borrow_mut();
        let mut assumed = self.assumed.borrow_mut();
        let Some(ended) = open.pop() else {
            return;
        };
        let outer = open.get(ended.assumes).map(|outer| outer.question);
        if let Some(outer) = outer.filter(|_| outcome.valid || self.ground.marks) {
            // What was looked at on this way is not all: it is asked again.
            if self.ground.marks {
                states.remove(&question);
            } else {
                states.insert(question, State::Assumed(Rc::clone(outcome), outer));
                assumed.push(question);
            }
            if let Some(asking) = open.last_mut() {
                asking.assumes = asking.assumes.min(ended.assumes);
            }
            return;
        }
        states.insert(question, State::Done(Rc::clone(outcome)));
        for inner in assumed.drain(ended.assumed..) {
            match states.remove(&inner) {
                Some(State::Assumed(known, _)) if outcome.valid => {
                    states.insert(inner, State::Done(known));
                }
                // To be asked again.
                _ => {}
            }
        }
    }

    /// What a rule says of a value.
    fn found(&self, rule: &'r Rule, value: &'d Json) -> Rc<Outcome> {
        let mut finding = Finding::default();
        self.whole(&mut finding, rule, value);
        if finding.says_nothing() {
            Rc::clone(&self.fits)
        } else {
            Rc::new(finding.finish())
        }
    }

    fn whole(&self, finding: &mut Finding, rule: &'r Rule, value: &'d Json) {
        if rule.verdict != Some(false) {
            self.assertions(finding, rule, value, |_| true);
        } else if self.tells.get() {
            let what = if self.is_name { "as a name" } else { "here" };
            let wanted = format!("is not allowed {what}");
            let place = self.place(None);
            finding.push(Fault::new(place, value, "", &rule.location, wanted));
        } else {
            finding.fail();
        }
    }

    fn assertions(
        &self,
        finding: &mut Finding,
        rule: &'r Rule,
        value: &'d Json,
        chosen: impl Fn(&Assertion) -> bool,
    ) {
        let asking = Asking {
            location: &rule.location,
            is_listed: rule.states(Word::Enum) || rule.states(Word::Const),
            declared: &rule.properties().named,
            in_place: &InPlace(self.ground.rules, rule),
        };
        for assertion in rule.assertions().iter().filter(|it| chosen(it)) {
            let mut on = Evaluation::new(self, finding, asking, value);
            assertion.keyword().evaluate(&mut on);
        }
    }
}

/// A rule, and all that applies to the same value.
struct InPlace<'r>(&'r Rules, &'r Rule);

impl Declaring for InPlace<'_> {
    fn members(&self) -> Vec<&str> {
        let mut seen: HashSet<RuleId> = HashSet::new();
        let mut declared = Vec::new();
        let mut open = vec![self.1];
        while let Some(rule) = open.pop() {
            declared.extend(rule.properties().named.keys().map(String::as_str));
            let inner = rule.inner().into_iter();
            let in_place = inner.filter(|(applies, id)| applies.in_place() && seen.insert(*id));
            open.extend(in_place.map(|(_, id)| self.0.get(id)));
        }
        declared
    }
}

impl<'d> Judging<'d> for Run<'_, 'd> {
    fn ask(&self, id: RuleId, value: &'d Json) -> Rc<Outcome> {
        let rule = self.ground.rules.get(id);
        if !rule.has_inner() {
            // It asks no other rule, and costs no more than to remember it.
            return self.found(rule, value);
        }
        let at = std::ptr::from_ref(value) as usize;
        let question = (id, at, self.reads.get(), self.tells.get());
        if let Some(outcome) = self.known(question) {
            return outcome;
        }
        self.begin(question);
        let outcome = self.found(rule, value);
        self.end(question, &outcome);
        outcome
    }

    fn step(&self, step: Step<'d>, rule: RuleId, value: &'d Json) -> Rc<Outcome> {
        self.path.borrow_mut().push(step);
        let outcome = self.ask(rule, value);
        self.path.borrow_mut().pop();
        outcome
    }

    fn probe(&self, step: Option<Step<'d>>, rule: RuleId, value: &'d Json) -> Rc<Outcome> {
        let before = self.reads.replace(false);
        let outcome = match step {
            Some(step) => self.step(step, rule, value),
            None => self.ask(rule, value),
        };
        self.reads.set(before);
        outcome
    }

    fn name(&self, rule: RuleId, name: &str) -> Rc<Outcome> {
        let value = Json::new(JsonKind::String(name.to_owned()));
        let run = Run {
            path: RefCell::new(self.path.borrow().clone()),
            reads: self.reads.clone(),
            tells: self.tells.clone(),
            is_name: true,
            ..Run::new(self.ground)
        };
        let outcome = run.ask(rule, &value);
        self.open.borrow_mut().append(&mut run.open.borrow_mut());
        drop(run);
        outcome
    }

    fn place(&self, step: Option<Step<'d>>) -> Place {
        let mut path = self.path.borrow().clone();
        path.extend(step);
        Place {
            pointer: path::pointer(&path),
            path: path::shown(&path),
        }
    }

    fn location(&self, rule: RuleId) -> &Location {
        &self.ground.rules.get(rule).location
    }

    fn words_of(&self, rule: RuleId) -> String {
        condition::words(self.ground.rules, rule)
    }

    fn words_about(&self, rule: RuleId, value: &Json) -> String {
        condition::words_about(self.ground.rules, rule, value)
    }

    fn is_never(&self, rule: RuleId) -> bool {
        self.ground.rules.get(rule).verdict == Some(false)
    }

    fn reads_integer(&self, token: &str) -> bool {
        !self.reads.get() || self.ground.any_integers || numbers::is_exact_integer(token)
    }

    fn marks(&self) -> bool {
        self.ground.marks
    }

    fn tells(&self) -> bool {
        self.tells.get()
    }

    fn tell(&self, tells: bool) -> bool {
        self.tells.replace(tells)
    }

    fn open_code(&self, schema: &Location, code: &str) {
        let mut open = self.open.borrow_mut();
        open.insert((schema.clone(), code.to_owned()));
    }
}
