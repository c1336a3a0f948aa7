//! Whether no value fits both of two rules, as far as kinds, listed values,
//! members and items tell.

use std::collections::HashSet;

use crate::keywords::item_count::ItemCount;
use crate::keywords::items::Items;
use crate::keywords::not::Not;
use crate::keywords::property_count::PropertyCount;
use crate::keywords::side::Side;
use crate::keywords::table::Word;
use crate::keywords::unevaluated_properties::UnevaluatedProperties;
use crate::load::json::Json;

use super::id::RuleId;
use super::kinds::Kinds;
use super::rule::Rule;
use super::together::together;

/// How deep members are looked into.
const DEPTH: usize = 3;

/// So many items of an array are looked at.
const MOST_ITEMS: usize = 8;

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
    if depth == 0 {
        return false;
    }
    if kinds == Kinds::ARRAY {
        // Items that both must have.
        let least = a.iter().chain(&b).map(|rule| least_items(rule)).max();
        let mut positions = 0..least.unwrap_or(0).min(MOST_ITEMS);
        return positions.any(|at| are_apart(rules, &items(&a, at), &items(&b, at), depth - 1));
    }
    if kinds != Kinds::OBJECT {
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
        || denies(rules, &a, &b)
        || denies(rules, &b, &a)
        // Maps with a member at least, whose values part them.
        || (a.iter().chain(&b).any(|rule| has_members(rule))
            && are_apart(rules, &of_all(&a), &of_all(&b), depth - 1))
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
    let found = rules.iter().filter_map(|rule| {
        let properties = rule.properties();
        let named = properties.named.get(name).copied();
        let undeclared = properties
            .additional
            .filter(|_| properties.patterns.is_empty());
        named.or(undeclared)
    });
    found.collect()
}

/// What rules ask of every member, whatever its name.
fn of_all(rules: &[&Rule]) -> Vec<RuleId> {
    let found = rules.iter().filter_map(|rule| {
        let properties = rule.properties();
        let is_map = properties.named.is_empty() && properties.patterns.is_empty();
        properties.additional.filter(|_| is_map)
    });
    found.collect()
}

/// Whether an object has a member at least.
fn has_members(rule: &Rule) -> bool {
    let mut counts = rule.each::<PropertyCount>();
    counts.any(|it| it.side == Side::Least && it.count.value() > 0)
}

/// How many items an array has at least.
fn least_items(rule: &Rule) -> usize {
    let counts = rule.each::<ItemCount>();
    let least = counts.filter(|it| it.side == Side::Least);
    let least = least.map(|it| usize::try_from(it.count.value()).unwrap_or(usize::MAX));
    least.max().unwrap_or(0)
}

/// What rules ask of the item at a position.
fn items(rules: &[&Rule], at: usize) -> Vec<RuleId> {
    let found = rules.iter().filter_map(|rule| {
        let items = rule.get::<Items>()?;
        items.prefix.get(at).copied().or(items.rest)
    });
    found.collect()
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

/// Whether the one forbids objects to have members together that the other asks for.
fn denies(all: &[Rule], denying: &[&Rule], asking: &[&Rule]) -> bool {
    let forbidden = denying.iter().flat_map(|rule| rule.each::<Not>());
    let forbidden = forbidden.filter_map(|not| all.get(not.0.0 as usize));
    let mut forbidden = forbidden.filter_map(only_required);
    forbidden.any(|together| {
        let mut members = together.iter();
        members.all(|it| required(asking).any(|asked| asked == it))
    })
}

/// The members that a rule requires, where it says nothing else of objects.
pub(crate) fn only_required(rule: &Rule) -> Option<&[String]> {
    let is_typed = rule.types() == Some(Kinds::OBJECT);
    let is_all = rule.assertions().len() == 1 + usize::from(is_typed);
    Some(rule.required()).filter(|members| is_all && !members.is_empty())
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
