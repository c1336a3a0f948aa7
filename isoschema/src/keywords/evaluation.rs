//! A value on its way through the keywords of one rule.
//!
//! The one evaluator: planning asks it about the values of `enum` and `const`
//! and about null, `check` about documents.

use std::rc::Rc;

use indexmap::IndexMap;

use crate::load::json::Json;
use crate::load::number::Decimal;
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::words::{counted, quoted};

use super::count::Count;
use super::fault::{Fault, Place};
use super::path::Step;
use super::side::Side;

pub use super::finding::{Finding, MOST_FAULTS, Outcome, Seen};

/// Why a rule applies.
#[derive(Debug, Clone, Copy)]
pub enum Since<'n> {
    /// Another one fits.
    Holds(RuleId),
    /// Another one does not fit.
    Fails(RuleId),
    /// The object has this member.
    Has(&'n str),
}

/// What asks whole rules.
pub trait Judging<'d> {
    /// A rule about the present value, which types read by it.
    fn ask(&self, rule: RuleId, value: &'d Json) -> Rc<Outcome>;

    /// A rule about a value inside the present one, which types read by it.
    fn step(&self, step: Step<'d>, rule: RuleId, value: &'d Json) -> Rc<Outcome>;

    /// Whether a rule fits that no type reads by: about the present value, or
    /// one inside it.
    fn probe(&self, step: Option<Step<'d>>, rule: RuleId, value: &'d Json) -> Rc<Outcome>;

    /// A rule about a member's name.
    fn name(&self, rule: RuleId, name: &str) -> Rc<Outcome>;

    /// Where a value stands that is a step inside the present one, or that one
    /// itself.
    fn place(&self, step: Option<Step<'d>>) -> Place;

    /// Where a rule stands.
    fn location(&self, rule: RuleId) -> &Location;

    /// What a rule asks for, in words.
    fn words_of(&self, rule: RuleId) -> String;

    /// What a rule that a value fits asks for.
    fn words_about(&self, rule: RuleId, value: &Json) -> String;

    /// Whether a rule is the schema `false`.
    fn is_never(&self, rule: RuleId) -> bool;

    /// Whether types read a number as an integer here, and can, or do not.
    fn reads_integer(&self, token: &str) -> bool;

    /// Whether anybody asks what was looked at.
    fn marks(&self) -> bool;

    /// Whether anybody asks why a value does not fit.
    fn tells(&self) -> bool;

    /// Says whether anybody asks from here on, and gives what it was before.
    fn tell(&self, tells: bool) -> bool;

    /// Notes a code that an opened `enum` takes.
    fn open_code(&self, schema: &Location, code: &str);
}

/// What declares members.
pub trait Declaring {
    /// Their names.
    fn members(&self) -> Vec<&str>;
}

/// What a rule says of itself to its keywords.
#[derive(Clone, Copy)]
pub struct Asking<'e> {
    /// Where it stands.
    pub location: &'e Location,
    /// Whether it lists the values.
    pub is_listed: bool,
    /// The members that it declares.
    pub declared: &'e IndexMap<String, RuleId>,
    /// Those, and what is declared by all that applies to the same value.
    pub in_place: &'e dyn Declaring,
}

/// One value and one rule: what a keyword sees of both.
pub struct Evaluation<'e, 'd> {
    judging: &'e dyn Judging<'d>,
    finding: &'e mut Finding,
    location: &'e Location,
    /// Whether the rule lists the values.
    is_listed: bool,
    /// The members that the rule declares.
    declared: &'e IndexMap<String, RuleId>,
    /// Those that anything declares which applies to the same value.
    in_place: &'e dyn Declaring,
    value: &'d Json,
}

impl<'e, 'd> Evaluation<'e, 'd> {
    /// A value that a rule is asked about.
    pub fn new(
        judging: &'e dyn Judging<'d>,
        finding: &'e mut Finding,
        asking: Asking<'e>,
        value: &'d Json,
    ) -> Self {
        Self {
            judging,
            finding,
            location: asking.location,
            is_listed: asking.is_listed,
            declared: asking.declared,
            in_place: asking.in_place,
            value,
        }
    }

    /// The value.
    #[must_use]
    pub fn value(&self) -> &'d Json {
        self.value
    }

    /// Its items, where it is an array.
    #[must_use]
    pub fn items(&self) -> Option<&'d [Json]> {
        self.value.as_array()
    }

    /// Its members, where it is an object.
    #[must_use]
    pub fn members(&self) -> Option<&'d indexmap::IndexMap<String, Json>> {
        self.value.as_object()
    }

    /// The number, where it is one.
    #[must_use]
    pub fn number(&self) -> Option<Decimal> {
        self.value.as_number().map(Decimal::parse)
    }

    /// The value does not fit: in words that follow the value.
    pub fn refuse(&mut self, keyword: &'static str, wanted: impl FnOnce() -> String) {
        self.refuse_with(keyword, wanted, |fault| fault);
    }

    /// The same, with more to say.
    pub fn refuse_with(
        &mut self,
        keyword: &'static str,
        wanted: impl FnOnce() -> String,
        more: impl FnOnce(Fault) -> Fault,
    ) {
        self.fault((None, self.value), keyword, wanted, more);
    }

    fn fault(
        &mut self,
        (step, value): (Option<Step<'d>>, &Json),
        keyword: &'static str,
        wanted: impl FnOnce() -> String,
        more: impl FnOnce(Fault) -> Fault,
    ) {
        if self.judging.tells() {
            let place = self.judging.place(step);
            let fault = Fault::new(place, value, keyword, self.location, wanted());
            self.finding.push(more(fault));
        } else {
            self.finding.fail();
        }
    }

    /// There are so many of something, which has to keep to a limit.
    pub fn count(
        &mut self,
        keyword: &'static str,
        side: Side,
        limit: &Count,
        (found, noun): (u64, &str),
    ) {
        if side.is_broken(found, limit) {
            self.refuse(keyword, || match (found, side, limit.value()) {
                (0, Side::Least, 1) => "is empty".to_owned(),
                _ => format!("has {}, {}", counted(found, noun), side.beyond(limit)),
            });
        }
    }

    /// What a rule says about the same value.
    #[must_use]
    pub fn ask(&self, rule: RuleId) -> Rc<Outcome> {
        self.judging.ask(rule, self.value)
    }

    /// What is found out while nobody asks why a value does not fit: most alternatives that do not
    /// apply need no words.
    pub fn quietly<T>(&self, find: impl FnOnce() -> T) -> T {
        let before = self.judging.tell(false);
        let found = find();
        self.judging.tell(before);
        found
    }

    /// Whether anybody asks why the value does not fit.
    #[must_use]
    pub fn tells(&self) -> bool {
        self.judging.tells()
    }

    /// Whether the value fits a rule that no type reads by.
    #[must_use]
    pub fn probe(&self, rule: RuleId) -> Rc<Outcome> {
        self.quietly(|| self.judging.probe(None, rule, self.value))
    }

    /// The same with the reasons where it does not.
    #[must_use]
    pub fn probe_told(&self, rule: RuleId) -> Rc<Outcome> {
        self.judging.probe(None, rule, self.value)
    }

    /// The same of an item, without reasons.
    #[must_use]
    pub fn probe_item(&self, index: usize, item: &'d Json, rule: RuleId) -> Rc<Outcome> {
        self.quietly(|| self.judging.probe(Some(Step::Item(index)), rule, item))
    }

    /// What a rule says about a member's name.
    #[must_use]
    pub fn ask_name(&self, rule: RuleId, name: &str) -> Rc<Outcome> {
        self.judging.name(rule, name)
    }

    /// Takes over what another rule says about the same value. What it has
    /// looked at counts even where it does not fit: it is no surprise then.
    pub fn join(&mut self, outcome: &Outcome) {
        self.finding.inside(outcome);
        self.saw(outcome);
    }

    /// The same of a rule that applies for a reason.
    pub fn join_since(&mut self, outcome: &Outcome, since: Since<'_>) {
        if self.judging.tells() && !outcome.valid {
            let reason = match since {
                Since::Holds(condition) => self.judging.words_about(condition, self.value),
                Since::Fails(condition) => {
                    format!("it is not so that {}", self.judging.words_of(condition))
                }
                Since::Has(name) => format!("it has {}", quoted(name)),
            };
            for fault in outcome.faults.iter() {
                let mut fault = fault.clone();
                fault
                    .because
                    .get_or_insert_with(|| format!("since {reason}"));
                self.finding.push(fault);
            }
        }
        self.finding.invalid |= !outcome.valid;
        self.saw(outcome);
    }

    /// What a rule that the value fits asks for.
    #[must_use]
    pub fn words_about(&self, rule: RuleId) -> String {
        self.judging.words_about(rule, self.value)
    }

    /// Whether the object is said to have a member of this name.
    #[must_use]
    pub fn declares(&self, name: &str) -> bool {
        self.declared.contains_key(name)
    }

    /// The members that the rule declares, and whatever else applies to the same value.
    #[must_use]
    pub fn declared_in_place(&self) -> Vec<&'e str> {
        self.in_place.members()
    }

    /// What another rule has looked at counts as looked at here.
    pub fn saw(&mut self, outcome: &Outcome) {
        self.finding.seen.add(&outcome.seen);
    }

    /// An item or a member has to fit a rule.
    pub fn inside(&mut self, step: Step<'d>, value: &'d Json, rule: RuleId) {
        let outcome = self.judging.step(step, rule, value);
        self.finding.inside(&outcome);
    }

    /// An item or a member beyond those that are declared has to fit a rule.
    /// Where that is `false`, the keyword is what forbids it, and another name
    /// may be meant.
    pub fn beyond<'n>(
        &mut self,
        step: Step<'d>,
        value: &'d Json,
        (rule, keyword): (RuleId, &'static str),
        near: impl FnOnce() -> Option<&'n str>,
    ) {
        if !self.judging.is_never(rule) {
            self.inside(step, value, rule);
            return;
        }
        let named = |mut fault: Fault| {
            if let Step::Member(name) = step {
                fault.names.push(name.to_owned());
            }
            fault.near(near())
        };
        let wanted = || "is not allowed here".to_owned();
        self.fault((Some(step), value), keyword, wanted, named);
    }

    /// An item has been looked at; gives whether that is new.
    pub fn see_item(&mut self, index: usize) -> bool {
        self.judging.marks() && self.finding.seen.items.insert(index)
    }

    /// A member has been looked at; gives whether that is new.
    pub fn see_member(&mut self, name: &str) -> bool {
        self.judging.marks() && self.finding.seen.members.insert(name.to_owned())
    }

    /// Whether types read the number as an integer, and can, or do not: what a
    /// list of values says is compared.
    #[must_use]
    pub fn reads_integer(&self) -> bool {
        let mut numbers = self.value.as_number().into_iter();
        self.is_listed || numbers.all(|token| self.judging.reads_integer(token))
    }

    /// Where a rule stands.
    #[must_use]
    pub fn location_of(&self, rule: RuleId) -> &Location {
        self.judging.location(rule)
    }

    /// Notes a code that an opened `enum` takes.
    pub fn open_code(&self, code: &str) {
        self.judging.open_code(self.location, code);
    }
}
