//! What `unevaluatedProperties` and `unevaluatedItems` leave over, where that
//! does not depend on the value.
//!
//! Draft 2020-12, section 11: the keywords see what the subschemas applied to
//! the same value have evaluated. Where these are only references and
//! `allOf`, the names and positions are known, and the keyword means the same
//! as `additionalProperties` or `items` behind all of them.

use std::collections::HashSet;

use super::rule::{Rule, RuleId, Rules};

/// What is left over.
pub(super) enum Rest {
    /// Nothing: the keyword asks nothing.
    Nothing,
    /// What a rule says that stands for all that was evaluated: its
    /// `additionalProperties` or `items` is the keyword's schema.
    Known(Box<Rule>),
    /// It depends on the value.
    Dynamic,
}

/// Goes through the rules that apply to the same value whatever it is, as long
/// as there may be something left over.
fn rest<'r>(
    rules: &'r Rules,
    start: RuleId,
    mut known: Rule,
    mut evaluates: impl FnMut(&'r Rule, RuleId, &mut Rule) -> Evaluates,
) -> Rest {
    let mut found: HashSet<RuleId> = HashSet::new();
    let mut stack = vec![start];
    let mut depends = false;
    while let Some(id) = stack.pop() {
        if !found.insert(id) {
            continue;
        }
        let rule = rules.get(id);
        match evaluates(rule, id, &mut known) {
            Evaluates::All => return Rest::Nothing,
            Evaluates::Some => {}
            Evaluates::OfValue => depends = true,
        }
        depends |= !rule.any_of.is_empty()
            || !rule.one_of.is_empty()
            || rule.conditional.is_some()
            || !rule.dependent_schemas.is_empty();
        stack.extend(rule.references.iter().chain(&rule.all_of));
    }
    if depends {
        Rest::Dynamic
    } else {
        Rest::Known(Box::new(known))
    }
}

/// What a rule evaluates by itself.
enum Evaluates {
    /// All that there is.
    All,
    /// What it names.
    Some,
    /// More or less, depending on the value.
    OfValue,
}

/// What `unevaluatedProperties` of a rule leaves over.
pub(super) fn members(rules: &Rules, id: RuleId) -> Rest {
    let mut known = Rule::new(rules.get(id).location.clone());
    known.additional_properties = rules.get(id).unevaluated_properties;
    let mut patterns: HashSet<&str> = HashSet::new();
    rest(rules, id, known, |rule, other, known| {
        let takes_rest = other != id && rule.unevaluated_properties.is_some();
        if takes_rest || rule.additional_properties.is_some() {
            return Evaluates::All;
        }
        for (name, property) in &rule.properties {
            known.properties.entry(name.clone()).or_insert(*property);
        }
        for (pattern, property) in &rule.pattern_properties {
            if patterns.insert(pattern) {
                known.pattern_properties.push((pattern.clone(), *property));
            }
        }
        Evaluates::Some
    })
}

/// What `unevaluatedItems` of a rule leaves over.
pub(super) fn items(rules: &Rules, id: RuleId) -> Rest {
    let mut known = Rule::new(rules.get(id).location.clone());
    known.items = rules.get(id).unevaluated_items;
    rest(rules, id, known, |rule, other, known| {
        let takes_rest = other != id && rule.unevaluated_items.is_some();
        if takes_rest || rule.items.is_some() {
            return Evaluates::All;
        }
        if rule.prefix_items.len() > known.prefix_items.len() {
            known.prefix_items.clone_from(&rule.prefix_items);
        }
        let contains = rule.contains.as_ref();
        if contains.is_some_and(|contains| contains.evaluates) {
            Evaluates::OfValue
        } else {
            Evaluates::Some
        }
    })
}
