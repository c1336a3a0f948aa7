//! `Rules` → `Rules`: keywords put into the form that has a shape.
//!
//! Nothing here changes which values fit.

use super::rule::{Conditional, Kinds, Rule, RuleId, Rules};

/// Puts keywords into the form that has a shape.
pub fn desugar(rules: &mut Rules) {
    for id in 0..rules.rules.len() {
        dependent_schemas(rules, id);
        contains(rules, id);
    }
}

/// `{"dependentSchemas": {"a": S}}` asks the same as `{"if": {"type":
/// "object", "required": ["a"]}, "then": S}` and evaluates the same members
/// (draft 2020-12, sections 10.2.2.4 and 11).
fn dependent_schemas(rules: &mut Rules, id: usize) {
    let dependent = std::mem::take(&mut rules.rules[id].dependent_schemas);
    for (member, schema) in dependent {
        // Older drafts say it with `dependencies`.
        let stated = &rules.get(schema).location.pointer;
        let stated = stated.rsplit_once('/').map_or("", |(map, _)| map);
        let keyword = if stated.ends_with("/dependencies") {
            "dependencies"
        } else {
            "dependentSchemas"
        };
        let mut presence = made(&rules.rules[id], keyword);
        presence.types = Some(Kinds::OBJECT);
        presence.required.push(member);
        let condition = add(rules, presence);
        let mut conditional = made(&rules.rules[id], keyword);
        conditional.conditional = Some(Conditional {
            condition,
            then: Some(schema),
            otherwise: None,
        });
        let conditional = add(rules, conditional);
        rules.rules[id].all_of.push(conditional);
    }
}

/// Where nothing is said of a list's items but that it contains some, an item
/// is one of these or anything else.
fn contains(rules: &mut Rules, id: usize) {
    let rule = &rules.rules[id];
    let Some(sought) = rule.contains.as_ref().map(|contains| contains.rule) else {
        return;
    };
    if rule.items.is_some() || !rule.prefix_items.is_empty() || rules.get(sought).verdict.is_some()
    {
        return;
    }
    let mut other = made(rule, "contains");
    other.entry = Some("Other".to_owned());
    let mut either = made(rule, "contains");
    let other = add(rules, other);
    either.any_of = vec![sought, other];
    let either = add(rules, either);
    if let Some(contains) = &mut rules.rules[id].contains {
        contains.either = Some(either);
    }
}

/// A rule that stands for no schema object.
fn made(rule: &Rule, keyword: &str) -> Rule {
    let mut location = rule.location.clone();
    location.pointer.push('/');
    location.pointer.push_str(keyword);
    let mut made = Rule::new(location);
    made.made = true;
    made
}

fn add(rules: &mut Rules, rule: Rule) -> RuleId {
    let id = RuleId(u32::try_from(rules.rules.len()).unwrap_or(u32::MAX));
    rules.rules.push(rule);
    id
}
