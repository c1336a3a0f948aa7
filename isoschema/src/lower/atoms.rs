//! What a schema asserts, taken apart: references and `allOf` flattened into
//! one set of atoms.
//!
//! Two uses of schemas that flatten to the same atoms, over the same kinds of
//! value, are the same type.

use std::collections::HashSet;

use super::evaluated::{self, Rest};
use super::model::{Check, Part};
use super::rule::{Kinds, Rule, RuleId, Rules};

/// One independent assertion of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Atom {
    /// What a shape can express: kinds, values, limits, members, items.
    Own(RuleId),
    /// `anyOf`, to be made a union.
    AnyOf(RuleId),
    /// `oneOf`, to be made a union.
    OneOf(RuleId),
    /// `if`, `then`, `else`, to be made a union.
    Conditional(RuleId),
    /// `unevaluatedProperties`, where what it leaves over is known.
    RestMembers(RuleId),
    /// `unevaluatedItems`, where what it leaves over is known.
    RestItems(RuleId),
    /// A keyword for a predicate.
    Check(Check),
}

impl Atom {
    /// The rule that the atom belongs to.
    pub(super) fn rule(self) -> RuleId {
        match self {
            Self::Own(rule)
            | Self::AnyOf(rule)
            | Self::OneOf(rule)
            | Self::Conditional(rule)
            | Self::RestMembers(rule)
            | Self::RestItems(rule) => rule,
            Self::Check(check) => check.rule,
        }
    }
}

impl Atom {
    /// The predicate that enforces what the atom says.
    pub(super) fn check(self) -> Check {
        let part = match self {
            Self::Own(_) => Part::Whole,
            Self::AnyOf(_) => Part::AnyOf,
            Self::OneOf(_) => Part::OneOf,
            Self::Conditional(_) => Part::Conditional,
            Self::RestMembers(_) => Part::UnevaluatedProperties,
            Self::RestItems(_) => Part::UnevaluatedItems,
            Self::Check(check) => return check,
        };
        Check {
            rule: self.rule(),
            part,
        }
    }
}

/// A set of atoms: sorted, without repetitions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Atoms {
    /// The atoms.
    pub(super) list: Vec<Atom>,
    /// The `false` schema among the sources, if there is one.
    pub(super) never: Option<RuleId>,
}

impl Atoms {
    /// Flattens rules that all apply to one value.
    pub(super) fn of(rules: &Rules, sources: &[RuleId]) -> Self {
        let mut atoms = Self::default();
        atoms.add(rules, sources);
        atoms
    }

    /// The same, unless more rules than `most` are joined.
    pub(super) fn within(rules: &Rules, sources: &[RuleId], most: usize) -> Option<Self> {
        let mut atoms = Self::default();
        atoms.gather(rules, sources, most).then_some(atoms)
    }

    /// Flattens rules without those that they refer to: these are predicates.
    pub(super) fn near(rules: &Rules, sources: &[RuleId]) -> Self {
        let mut atoms = Self::default();
        let mut seen: HashSet<RuleId> = HashSet::new();
        let mut stack: Vec<RuleId> = sources.to_vec();
        while let Some(id) = stack.pop() {
            if seen.insert(id) {
                atoms.own(rules, id);
                atoms.require(&rules.get(id).references);
                stack.extend(&rules.get(id).all_of);
            }
        }
        atoms.in_order()
    }

    /// Adds what further rules assert.
    pub(super) fn add(&mut self, rules: &Rules, sources: &[RuleId]) {
        self.gather(rules, sources, usize::MAX);
    }

    /// Adds what rules assert; whether no more than `most` are joined.
    fn gather(&mut self, rules: &Rules, sources: &[RuleId], most: usize) -> bool {
        let mut seen: HashSet<RuleId> = HashSet::new();
        let mut stack: Vec<RuleId> = sources.to_vec();
        while let Some(id) = stack.pop() {
            if !seen.insert(id) {
                continue;
            }
            if seen.len() > most {
                return false;
            }
            self.own(rules, id);
            let rule = rules.get(id);
            stack.extend(rule.references.iter().chain(&rule.all_of));
        }
        *self = std::mem::take(self).in_order();
        true
    }

    /// Adds what a rule asserts itself.
    fn own(&mut self, rules: &Rules, id: RuleId) {
        let rule = rules.get(id);
        if rule.verdict == Some(false) {
            self.never = Some(id);
        }
        if !own_kinds(rule).is_empty() {
            self.list.push(Atom::Own(id));
        }
        if !rule.any_of.is_empty() {
            self.list.push(Atom::AnyOf(id));
        }
        if !rule.one_of.is_empty() {
            self.list.push(Atom::OneOf(id));
        }
        self.list.extend(
            stated(rule)
                .into_iter()
                .filter_map(|part| atom(rules, id, part)),
        );
    }

    /// The same set, sorted and without repetitions.
    pub(super) fn in_order(mut self) -> Self {
        self.list.sort_unstable();
        self.list.dedup();
        self
    }

    /// Adds rules as predicates; [`Atoms::in_order`] comes after.
    pub(super) fn require(&mut self, rules: &[RuleId]) {
        self.list.extend(rules.iter().map(|rule| {
            Atom::Check(Check {
                rule: *rule,
                part: Part::Whole,
            })
        }));
    }

    /// The rules whose shape-giving keywords are in the set.
    pub(super) fn owns(&self) -> impl Iterator<Item = RuleId> + '_ {
        self.list.iter().filter_map(|atom| match atom {
            Atom::Own(rule) => Some(*rule),
            _ => None,
        })
    }

    /// The rules that stand for what `unevaluatedProperties` leaves over.
    pub(super) fn rest_members(&self, rules: &Rules) -> Vec<Rule> {
        self.rests(|atom| match atom {
            Atom::RestMembers(id) => Some(evaluated::members(rules, id)),
            _ => None,
        })
    }

    /// The rules that stand for what `unevaluatedItems` leaves over.
    pub(super) fn rest_items(&self, rules: &Rules) -> Vec<Rule> {
        self.rests(|atom| match atom {
            Atom::RestItems(id) => Some(evaluated::items(rules, id)),
            _ => None,
        })
    }

    fn rests(&self, rest: impl Fn(Atom) -> Option<Rest>) -> Vec<Rule> {
        self.list
            .iter()
            .filter_map(|atom| match rest(*atom)? {
                Rest::Known(rule) => Some(*rule),
                Rest::Nothing | Rest::Dynamic => None,
            })
            .collect()
    }

    /// The predicates in the set.
    pub(super) fn checks(&self) -> Vec<Check> {
        self.list
            .iter()
            .filter_map(|atom| match atom {
                Atom::Check(check) => Some(*check),
                _ => None,
            })
            .collect()
    }

    /// The one rule that all atoms belong to, if there is one.
    pub(super) fn single(&self) -> Option<RuleId> {
        let first = self.list.first()?.rule();
        self.list
            .iter()
            .all(|atom| atom.rule() == first)
            .then_some(first)
    }
}

/// The atom of a keyword that is none of its own shape.
fn atom(rules: &Rules, rule: RuleId, part: Part) -> Option<Atom> {
    let check = Atom::Check(Check { rule, part });
    let (rest, known) = match part {
        Part::Conditional => return Some(Atom::Conditional(rule)),
        Part::UnevaluatedProperties => (evaluated::members(rules, rule), Atom::RestMembers(rule)),
        Part::UnevaluatedItems => (evaluated::items(rules, rule), Atom::RestItems(rule)),
        _ => return Some(check),
    };
    match rest {
        Rest::Nothing => None,
        Rest::Known(_) => Some(known),
        Rest::Dynamic => Some(check),
    }
}

/// The keywords of a rule that only a predicate enforces.
pub(super) fn stated(rule: &Rule) -> Vec<Part> {
    let parts = [
        (rule.not.is_some(), Part::Not),
        (rule.conditional.is_some(), Part::Conditional),
        (!rule.dependent_schemas.is_empty(), Part::DependentSchemas),
        (!rule.dependent_required.is_empty(), Part::DependentRequired),
        (rule.contains.is_some(), Part::Contains),
        (rule.unique_items, Part::UniqueItems),
        (rule.property_names.is_some(), Part::PropertyNames),
        (
            rule.min_properties.is_some() || rule.max_properties.is_some(),
            Part::PropertyCount,
        ),
        (rule.unevaluated_items.is_some(), Part::UnevaluatedItems),
        (
            rule.unevaluated_properties.is_some(),
            Part::UnevaluatedProperties,
        ),
    ];
    parts
        .into_iter()
        .filter_map(|(stated, part)| stated.then_some(part))
        .collect()
}

/// The kinds of value on which a predicate can have an opinion.
pub(super) fn part_kinds(part: Part) -> Kinds {
    match part {
        Part::Contains | Part::UniqueItems | Part::UnevaluatedItems => Kinds::ARRAY,
        Part::DependentSchemas
        | Part::DependentRequired
        | Part::PropertyNames
        | Part::PropertyCount
        | Part::PatternProperties
        | Part::UnevaluatedProperties => Kinds::OBJECT,
        Part::Whole | Part::AnyOf | Part::OneOf | Part::Not | Part::Conditional | Part::Unless => {
            Kinds::ALL
        }
    }
}

/// The kinds of value on which a rule's shape-giving keywords other than
/// `type` have an opinion.
pub(super) fn local_kinds(rule: &Rule) -> Kinds {
    if rule.enumeration.is_some() || rule.constant.is_some() {
        Kinds::ALL
    } else {
        keyword_kinds(rule)
    }
}

/// The same without `enum` and `const`.
pub(super) fn keyword_kinds(rule: &Rule) -> Kinds {
    let mut kinds = Kinds::NONE;
    if rule.multiple_of.is_some() || !rule.minimum.is_empty() || !rule.maximum.is_empty() {
        kinds = kinds.or(Kinds::NUMBER);
    }
    if rule.min_length.is_some()
        || rule.max_length.is_some()
        || rule.pattern.is_some()
        || rule.format.is_some()
        || rule.temporal.is_some()
        || rule.content_encoding.is_some()
        || rule.content_media_type.is_some()
    {
        kinds = kinds.or(Kinds::STRING);
    }
    if !rule.prefix_items.is_empty()
        || rule.items.is_some()
        || rule.min_items.is_some()
        || rule.max_items.is_some()
    {
        kinds = kinds.or(Kinds::ARRAY);
    }
    if !rule.properties.is_empty()
        || !rule.pattern_properties.is_empty()
        || rule.additional_properties.is_some()
        || !rule.required.is_empty()
    {
        kinds = kinds.or(Kinds::OBJECT);
    }
    kinds
}

/// The kinds of value on which a rule's shape-giving keywords have an opinion.
fn own_kinds(rule: &Rule) -> Kinds {
    if rule.types.is_some() {
        Kinds::ALL
    } else {
        local_kinds(rule)
    }
}
