//! Whether no value fits both of two rules, as far as kinds, listed values and
//! members tell.

use std::collections::HashSet;

use crate::load::Json;

use super::decide::kind_of;
use super::rule::{Kinds, Rule, RuleId};
use super::values::canonical;

/// How deep members are looked into.
const DEPTH: usize = 3;

/// Whether it is certain that no value fits both.
pub(super) fn are_apart(rules: &[Rule], a: RuleId, b: RuleId) -> bool {
    apart(rules, &[a], &[b], DEPTH)
}

fn apart(rules: &[Rule], a: &[RuleId], b: &[RuleId], depth: usize) -> bool {
    let (a, b) = (together(rules, a), together(rules, b));
    let kinds = kinds(&a).and(kinds(&b));
    if kinds.is_empty() {
        return true;
    }
    if let (Some(a), Some(b)) = (listed(&a), listed(&b)) {
        let a: HashSet<String> = a.iter().map(canonical).collect();
        if !b.iter().any(|value| a.contains(&canonical(value))) {
            return true;
        }
    }
    if kinds != Kinds::OBJECT || depth == 0 {
        return false;
    }
    let parted = |name: &String| {
        forbids(rules, &a, name)
            || forbids(rules, &b, name)
            || apart(rules, &members(&a, name), &members(&b, name), depth - 1)
    };
    // A member that the one asks for is looked at by the other where it is
    // there; a member that either may leave out parts nothing.
    required(&a).chain(required(&b)).any(parted)
}

/// Rules with all that they refer to for the same value.
fn together<'a>(rules: &'a [Rule], start: &[RuleId]) -> Vec<&'a Rule> {
    let (mut seen, mut open) = (HashSet::new(), start.to_vec());
    let mut found = Vec::new();
    while let Some(id) = open.pop() {
        if let Some(rule) = rules.get(id.0 as usize).filter(|_| seen.insert(id)) {
            open.extend(rule.references.iter().chain(&rule.all_of));
            found.push(rule);
        }
    }
    found
}

fn kinds(rules: &[&Rule]) -> Kinds {
    rules.iter().fold(Kinds::ALL, |kinds, rule| {
        if rule.verdict == Some(false) {
            return Kinds::NONE;
        }
        let of = |values: &[Json]| {
            let none = if rule.open {
                Kinds::STRING
            } else {
                Kinds::NONE
            };
            values.iter().fold(none, |all, it| all.or(kind_of(it)))
        };
        let values = rule.enumeration.as_deref().map_or(Kinds::ALL, of);
        let constant = rule.constant.as_ref().map_or(Kinds::ALL, kind_of);
        let stated = rule.types.unwrap_or(Kinds::ALL);
        kinds.and(stated).and(values).and(constant)
    })
}

/// The values that the first rule lists which lists any.
fn listed<'a>(rules: &[&'a Rule]) -> Option<&'a [Json]> {
    rules
        .iter()
        .find_map(|rule| match (&rule.constant, &rule.enumeration) {
            (Some(constant), _) => Some(std::slice::from_ref(constant)),
            (None, Some(values)) if !rule.open => Some(values.as_slice()),
            _ => None,
        })
}

fn required<'a>(rules: &'a [&Rule]) -> impl Iterator<Item = &'a String> {
    rules.iter().flat_map(|rule| &rule.required)
}

/// What rules ask of a member by its name.
fn members(rules: &[&Rule], name: &str) -> Vec<RuleId> {
    let found = rules.iter().filter_map(|rule| rule.properties.get(name));
    found.copied().collect()
}

fn forbids(all: &[Rule], rules: &[&Rule], name: &str) -> bool {
    let never = |id: RuleId| {
        let rule = all.get(id.0 as usize);
        rule.is_some_and(|rule| rule.verdict == Some(false))
    };
    rules.iter().any(|rule| match rule.properties.get(name) {
        Some(member) => never(*member),
        None => rule.pattern_properties.is_empty() && rule.additional_properties.is_some_and(never),
    })
}
