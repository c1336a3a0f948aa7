//! One value on its way through the rules.
//!
//! Work is bounded: a rule is asked about a value once, however many ways
//! lead there.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use crate::keywords::evaluation::{Evaluation, Finding, Judging, Outcome};
use crate::keywords::fault::{Fault, Place};
use crate::keywords::path::{self, Step};
use crate::keywords::table::{Assertion, Word};
use crate::load::json::{Json, JsonKind};
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::rules::rule::Rule;

use super::ground::Ground;
use super::numbers;

/// A rule that is being asked, or has answered.
enum State {
    Busy,
    Done(Rc<Outcome>),
}

/// One value on its way through the rules.
pub struct Run<'r, 'd> {
    ground: Ground<'r>,
    states: RefCell<HashMap<(RuleId, usize, bool), State>>,
    path: RefCell<Vec<Step<'d>>>,
    open: RefCell<BTreeSet<(Location, String)>>,
    /// How often a rule has led back to itself.
    loops: Cell<usize>,
    /// Whether types read the present value by the rules that are asked, or
    /// only ask whether it fits.
    reads: Cell<bool>,
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
            path: RefCell::default(),
            open: RefCell::default(),
            loops: Cell::new(0),
            reads: Cell::new(true),
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

    fn whole(&self, finding: &mut Finding, rule: &'r Rule, value: &'d Json) {
        if rule.verdict != Some(false) {
            self.assertions(finding, rule, value, |_| true);
        } else if self.ground.tells {
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
        let is_listed = rule.states(Word::Enum) || rule.states(Word::Const);
        let place = (&rule.location, is_listed);
        for assertion in rule.assertions().iter().filter(|it| chosen(it)) {
            let mut on = Evaluation::new(self, finding, place, value);
            assertion.keyword().evaluate(&mut on);
        }
    }
}

impl<'d> Judging<'d> for Run<'_, 'd> {
    fn ask(&self, id: RuleId, value: &'d Json) -> Rc<Outcome> {
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
        self.whole(&mut finding, self.ground.rules.get(id), value);
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
        self.ground.tells
    }

    fn open_code(&self, schema: &Location, code: &str) {
        let mut open = self.open.borrow_mut();
        open.insert((schema.clone(), code.to_owned()));
    }
}
