//! Whether a given value fits, decided while generating.
//!
//! Used for null, the booleans and the values of `enum` and `const`. `None`
//! means that the rules say things about the value which this module does not
//! evaluate; a predicate then decides at run time.

use std::collections::HashMap;

use crate::load::{Decimal, Json, JsonKind};

use super::atoms::{Atom, part_kinds};
use super::model::{Check, Part};
use super::rule::{Kinds, Rule, RuleId, Rules};

/// Decides about one value; verdicts of rules are kept.
pub(super) struct Decider<'a> {
    rules: &'a Rules,
    pub(super) value: &'a Json,
    kind: Kinds,
    /// Whether an integer is taken for one that is written as `1.0`.
    with_fraction: bool,
    verdicts: HashMap<RuleId, Verdict>,
}

/// How far a rule has been decided.
#[derive(Clone, Copy)]
enum Verdict {
    /// A rule that refers to itself in place adds nothing (draft 2020-12,
    /// section 9.4.1 leaves it open).
    Begun,
    /// Decided, or not to be decided here.
    Reached(Option<bool>),
}

/// The kind of a value.
pub(super) fn kind_of(value: &Json) -> Kinds {
    match &value.kind {
        JsonKind::Null => Kinds::NULL,
        JsonKind::Bool(_) => Kinds::BOOLEAN,
        JsonKind::Number(text) if Decimal::parse(text).is_integer() => Kinds::INTEGER,
        JsonKind::Number(_) => Kinds::FRACTION,
        JsonKind::String(_) => Kinds::STRING,
        JsonKind::Array(_) => Kinds::ARRAY,
        JsonKind::Object(_) => Kinds::OBJECT,
    }
}

impl<'a> Decider<'a> {
    pub(super) fn new(rules: &'a Rules, value: &'a Json) -> Self {
        Self {
            rules,
            value,
            kind: kind_of(value),
            with_fraction: false,
            verdicts: HashMap::new(),
        }
    }

    /// The same about the value where its integer is written as `1.0`, which
    /// draft 4 takes for none.
    pub(super) fn with_fraction(mut self) -> Self {
        self.with_fraction = self.kind == Kinds::INTEGER;
        self
    }

    /// Whether the value fits every atom.
    pub(super) fn atoms(&mut self, atoms: &[Atom]) -> Option<bool> {
        all(atoms.iter().map(|atom| self.atom(*atom)))
    }

    fn atom(&mut self, atom: Atom) -> Option<bool> {
        let rules = self.rules;
        match atom {
            Atom::Own(id) => self.own(rules.get(id)),
            Atom::AnyOf(id) => self.any(&rules.get(id).any_of),
            Atom::OneOf(id) => self.one(&rules.get(id).one_of),
            other => self.check(other.check()),
        }
    }

    fn check(&mut self, check: Check) -> Option<bool> {
        if !part_kinds(check.part).meets(self.kind) {
            return Some(true);
        }
        let rules = self.rules;
        let rule = rules.get(check.rule);
        match check.part {
            Part::Whole => self.rule(check.rule),
            Part::AnyOf => self.any(&rule.any_of),
            Part::OneOf => self.one(&rule.one_of),
            Part::Not => rule
                .not
                .map_or(Some(true), |not| self.rule(not).map(|fits| !fits)),
            Part::Unless => match &rule.conditional {
                None => Some(true),
                Some(conditional) => self.rule(conditional.condition).map(|fits| !fits),
            },
            Part::Conditional => match &rule.conditional {
                None => Some(true),
                Some(conditional) => {
                    let branch = if self.rule(conditional.condition)? {
                        conditional.then
                    } else {
                        conditional.otherwise
                    };
                    branch.map_or(Some(true), |branch| self.rule(branch))
                }
            },
            _ => None,
        }
    }

    fn rule(&mut self, id: RuleId) -> Option<bool> {
        match self.verdicts.get(&id) {
            Some(Verdict::Reached(verdict)) => return *verdict,
            Some(Verdict::Begun) => return Some(true),
            None => {}
        }
        self.verdicts.insert(id, Verdict::Begun);
        let verdict = self.whole(id);
        self.verdicts.insert(id, Verdict::Reached(verdict));
        verdict
    }

    fn whole(&mut self, id: RuleId) -> Option<bool> {
        let rules = self.rules;
        let rule = rules.get(id);
        if let Some(verdict) = rule.verdict {
            return Some(verdict);
        }
        let mut verdicts = vec![self.own(rule)];
        for part in super::atoms::stated(rule) {
            verdicts.push(self.check(Check { rule: id, part }));
        }
        if !rule.any_of.is_empty() {
            verdicts.push(self.any(&rule.any_of));
        }
        if !rule.one_of.is_empty() {
            verdicts.push(self.one(&rule.one_of));
        }
        for inner in rule.references.iter().chain(&rule.all_of) {
            verdicts.push(self.rule(*inner));
        }
        all(verdicts.into_iter())
    }

    fn any(&mut self, arms: &[RuleId]) -> Option<bool> {
        let mut unknown = false;
        for arm in arms {
            match self.rule(*arm) {
                Some(true) => return Some(true),
                Some(false) => {}
                None => unknown = true,
            }
        }
        (!unknown).then_some(false)
    }

    fn one(&mut self, arms: &[RuleId]) -> Option<bool> {
        let mut fitting = 0;
        for arm in arms {
            fitting += usize::from(self.rule(*arm)?);
        }
        Some(fitting == 1)
    }

    /// The keywords that a shape expresses.
    fn own(&self, rule: &Rule) -> Option<bool> {
        if !(rule.lists(self.value) || rule.open && self.kind == Kinds::STRING) {
            return Some(false);
        }
        if let Some(constant) = &rule.constant
            && !constant.same_value(self.value)
        {
            return Some(false);
        }
        self.limits(rule)
    }

    /// The same without `enum` and `const`.
    pub(super) fn limits(&self, rule: &Rule) -> Option<bool> {
        let kind = if self.with_fraction && rule.written_integers {
            Kinds::FRACTION
        } else {
            self.kind
        };
        if rule.types.is_some_and(|types| !types.meets(kind)) {
            return Some(false);
        }
        match &self.value.kind {
            JsonKind::String(text) => own_text(rule, text),
            JsonKind::Number(text) => own_number(rule, text),
            JsonKind::Array(items) => own_array(rule, items.len()),
            JsonKind::Object(_) => {
                (!super::atoms::keyword_kinds(rule).meets(Kinds::OBJECT)).then_some(true)
            }
            JsonKind::Null | JsonKind::Bool(_) => Some(true),
        }
    }
}

fn own_text(rule: &Rule, text: &str) -> Option<bool> {
    let count = text.chars().count() as u64;
    if rule.min_length.is_some_and(|least| count < least)
        || rule.max_length.is_some_and(|most| count > most)
    {
        return Some(false);
    }
    if rule.format.is_some() || rule.content_encoding.is_some() || rule.content_media_type.is_some()
    {
        return None;
    }
    match &rule.pattern {
        None => Some(true),
        Some(pattern) => compile(pattern).map(|regex| regex.find(text).is_some()),
    }
}

/// Compiles an ECMA-262 pattern, with the `u` flag where it allows that.
pub(super) fn compile(pattern: &str) -> Option<regress::Regex> {
    regress::Regex::with_flags(pattern, "u")
        .or_else(|_| regress::Regex::new(pattern))
        .ok()
}

fn own_number(rule: &Rule, text: &str) -> Option<bool> {
    let value = Decimal::parse(text);
    for bound in &rule.minimum {
        let limit = bound.limit.decimal();
        if value < limit || (bound.exclusive && value == limit) {
            return Some(false);
        }
    }
    for bound in &rule.maximum {
        let limit = bound.limit.decimal();
        if value > limit || (bound.exclusive && value == limit) {
            return Some(false);
        }
    }
    rule.multiple_of.is_none().then_some(true)
}

fn own_array(rule: &Rule, length: usize) -> Option<bool> {
    let length = length as u64;
    if rule.min_items.is_some_and(|least| length < least)
        || rule.max_items.is_some_and(|most| length > most)
    {
        return Some(false);
    }
    (length == 0 || (rule.items.is_none() && rule.prefix_items.is_empty())).then_some(true)
}

/// True when all are, false when one is, unknown otherwise.
fn all(verdicts: impl Iterator<Item = Option<bool>>) -> Option<bool> {
    let mut unknown = false;
    for verdict in verdicts {
        match verdict {
            Some(false) => return Some(false),
            Some(true) => {}
            None => unknown = true,
        }
    }
    (!unknown).then_some(true)
}
