//! What `unevaluatedProperties` and `unevaluatedItems` leave over, where that
//! does not depend on the value.
//!
//! Draft 2020-12, section 11: the keywords see what the subschemas applied to
//! the same value have evaluated. Where these are only references and
//! `allOf`, the names and positions are known, and the keyword means the same
//! as `additionalProperties` or `items` behind all of them.

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

/// The rules that apply to the same value whatever it is; `None` where some
/// apply only to some values.
fn applied(rules: &Rules, start: RuleId) -> Option<Vec<RuleId>> {
    let mut found: Vec<RuleId> = Vec::new();
    let mut stack = vec![start];
    while let Some(id) = stack.pop() {
        if found.contains(&id) {
            continue;
        }
        let rule = rules.get(id);
        let depends = !rule.any_of.is_empty()
            || !rule.one_of.is_empty()
            || rule.conditional.is_some()
            || !rule.dependent_schemas.is_empty();
        if depends {
            return None;
        }
        found.push(id);
        stack.extend(rule.references.iter().chain(&rule.all_of));
    }
    Some(found)
}

/// What `unevaluatedProperties` of a rule leaves over.
pub(super) fn members(rules: &Rules, id: RuleId) -> Rest {
    let Some(applied) = applied(rules, id) else {
        return Rest::Dynamic;
    };
    let mut known = Rule::new(rules.get(id).location.clone());
    known.additional_properties = rules.get(id).unevaluated_properties;
    for other in applied {
        let rule = rules.get(other);
        let takes_rest = other != id && rule.unevaluated_properties.is_some();
        if takes_rest || rule.additional_properties.is_some() {
            return Rest::Nothing;
        }
        for (name, property) in &rule.properties {
            known.properties.entry(name.clone()).or_insert(*property);
        }
        for (pattern, property) in &rule.pattern_properties {
            if !known
                .pattern_properties
                .iter()
                .any(|(other, _)| other == pattern)
            {
                known.pattern_properties.push((pattern.clone(), *property));
            }
        }
    }
    Rest::Known(Box::new(known))
}

/// What `unevaluatedItems` of a rule leaves over.
pub(super) fn items(rules: &Rules, id: RuleId) -> Rest {
    let Some(applied) = applied(rules, id) else {
        return Rest::Dynamic;
    };
    let mut known = Rule::new(rules.get(id).location.clone());
    known.items = rules.get(id).unevaluated_items;
    for other in applied {
        let rule = rules.get(other);
        if rule
            .contains
            .as_ref()
            .is_some_and(|contains| contains.evaluates)
        {
            return Rest::Dynamic;
        }
        let takes_rest = other != id && rule.unevaluated_items.is_some();
        if takes_rest || rule.items.is_some() {
            return Rest::Nothing;
        }
        if rule.prefix_items.len() > known.prefix_items.len() {
            known.prefix_items.clone_from(&rule.prefix_items);
        }
    }
    Rest::Known(Box::new(known))
}
