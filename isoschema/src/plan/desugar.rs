//! `Rules` → `Rules`: keywords put into the form that has a shape.
//!
//! Nothing here changes which values fit.

use crate::keywords::all_of::AllOf;
use crate::keywords::conditional::Conditional;
use crate::keywords::contains::Contains;
use crate::keywords::dependent_schemas::DependentSchemas;
use crate::keywords::required::Required;
use crate::keywords::table::{Assertion, Word};
use crate::keywords::types::Type;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rules;

use super::made::{add, either, made};

/// Puts keywords into the form that has a shape.
pub fn desugar(rules: &mut Rules) {
    super::conditions::conditions(rules);
    for id in 0..rules.rules.len() {
        dependent_schemas(rules, id);
        contains(rules, id);
    }
}

/// `{"dependentSchemas": {"a": S}}` asks the same as `{"if": {"type":
/// "object", "required": ["a"]}, "then": S}` and evaluates the same members
/// (draft 2020-12, sections 10.2.2.4 and 11).
fn dependent_schemas(rules: &mut Rules, id: usize) {
    let Some(dependent) = rules.rules[id].take::<DependentSchemas>() else {
        return;
    };
    for (member, schema) in dependent.0 {
        // Older drafts say it with `dependencies`.
        let stated = &rules.get(schema).location.pointer;
        let stated = stated.rsplit_once('/').map_or("", |(map, _)| map);
        let keyword = if stated.ends_with("/dependencies") {
            "dependencies"
        } else {
            "dependentSchemas"
        };
        let made = || made(&rules.rules[id], keyword);
        let present = made()
            .with(Type::of(Kinds::OBJECT))
            .with(Required(vec![member]));
        let mut conditional = made();
        let condition = add(rules, present);
        conditional.assert(Assertion::from(Conditional {
            condition,
            then: Some(schema),
            otherwise: None,
        }));
        let conditional = add(rules, conditional);
        let rule = &mut rules.rules[id];
        match rule.get_mut::<AllOf>() {
            Some(all) => all.0.push(conditional),
            None => rule.assert(AllOf(vec![conditional]).into()),
        }
    }
}

/// Where nothing is said of a list's items but that it contains some, an item
/// is one of these or anything else.
fn contains(rules: &mut Rules, id: usize) {
    let rule = &rules.rules[id];
    let Some(sought) = rule.get::<Contains>().map(|contains| contains.rule) else {
        return;
    };
    if rule.states(Word::Items) || rules.get(sought).verdict.is_some() {
        return;
    }
    let mut other = made(rule, "contains");
    other.entry = Some("Other".to_owned());
    let each = made(rule, "contains");
    let other = add(rules, other);
    let each = add(rules, each.with(either(vec![sought, other])));
    if let Some(contains) = rules.rules[id].get_mut::<Contains>() {
        contains.either = Some(each);
    }
}
