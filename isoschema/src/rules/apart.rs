//! Whether no value fits both of two rules, as far as kinds, listed values and
//! members tell.

use std::collections::HashSet;

use crate::keywords::table::Word;
use crate::keywords::unevaluated_properties::UnevaluatedProperties;
use crate::load::json::Json;

use super::id::RuleId;
use super::kinds::Kinds;
use super::rule::Rule;
use super::together::together;

/// How deep members are looked into.
const DEPTH: usize = 3;

/// Whether it is certain that no value fits both all of some rules and all of
/// others.
pub(crate) fn apart(rules: &[Rule], a: &[RuleId], b: &[RuleId]) -> bool {
    are_apart(rules, a, b, DEPTH)
}

fn are_apart(rules: &[Rule], a: &[RuleId], b: &[RuleId], depth: usize) -> bool {
    let all = |of: &[RuleId]| -> Vec<&Rule> {
        together(rules, of.to_vec()).map(|(_, rule)| rule).collect()
    };
    let (a, b) = (all(a), all(b));
    let kinds = kinds(&a).and(kinds(&b));
    if kinds.is_empty() {
        return true;
    }
    if let (Some(a), Some(b)) = (listed(&a), listed(&b)) {
        let a: HashSet<String> = a.iter().map(Json::canonical).collect();
        if !b.iter().any(|value| a.contains(&value.canonical())) {
            return true;
        }
    }
    if kinds != Kinds::OBJECT || depth == 0 {
        return false;
    }
    let parted = |name: &String| {
        forbids(rules, &a, name)
            || forbids(rules, &b, name)
            || are_apart(rules, &members(&a, name), &members(&b, name), depth - 1)
    };
    // A member that the one asks for is looked at by the other where it is
    // there; a member that either may leave out parts nothing.
    required(&a).chain(required(&b)).any(parted)
}

fn kinds(rules: &[&Rule]) -> Kinds {
    rules
        .iter()
        .fold(Kinds::ALL, |kinds, rule| match rule.verdict {
            Some(false) => Kinds::NONE,
            _ => kinds.and(rule.kinds()),
        })
}

/// The values that the first rule lists which lists any.
fn listed<'a>(rules: &[&'a Rule]) -> Option<&'a [Json]> {
    let mut rules = rules.iter();
    rules.find_map(|rule| {
        let is_closed = rule.states(Word::Const) || !rule.is_open();
        rule.values().filter(|_| is_closed)
    })
}

fn required<'a>(rules: &'a [&Rule]) -> impl Iterator<Item = &'a String> {
    rules.iter().flat_map(|rule| rule.required())
}

/// What rules ask of a member by its name.
fn members(rules: &[&Rule], name: &str) -> Vec<RuleId> {
    let found = rules
        .iter()
        .filter_map(|rule| rule.properties().named.get(name));
    found.copied().collect()
}

fn forbids(all: &[Rule], rules: &[&Rule], name: &str) -> bool {
    let never = |id: RuleId| {
        let rule = all.get(id.0 as usize);
        rule.is_some_and(|rule| rule.verdict == Some(false))
    };
    rules.iter().any(|rule| {
        let properties = rule.properties();
        match properties.named.get(name) {
            Some(member) => never(*member),
            None if properties.patterns.is_empty() && properties.additional.is_some_and(never) => {
                true
            }
            None => {
                let left = rule.get::<UnevaluatedProperties>();
                left.is_some_and(|left| never(left.0)) && !may_look_at(all, rule, name)
            }
        }
    })
}

/// Whether a rule, with all that applies to the same value, may evaluate a member.
fn may_look_at(all: &[Rule], rule: &Rule, name: &str) -> bool {
    const SPREADING: [Word; 4] = [
        Word::AnyOf,
        Word::OneOf,
        Word::Conditional,
        Word::DependentSchemas,
    ];
    let joined = together(all, rule.joined()).map(|(_, rule)| rule);
    let mut rules = joined.chain([rule]);
    rules.any(|it| {
        let properties = it.properties();
        properties.named.contains_key(name)
            || !properties.patterns.is_empty()
            || properties.additional.is_some()
            || SPREADING.iter().any(|word| it.states(*word))
            || (it.states(Word::UnevaluatedProperties) && !std::ptr::eq(it, rule))
    })
}
