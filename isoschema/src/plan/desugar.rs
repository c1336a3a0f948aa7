//! `Rules` → `Rules`: keywords put into the form that has a shape.
//!
//! Nothing here changes which values fit.

use std::collections::HashSet;

use indexmap::IndexMap;

use crate::keywords::any_of::AnyOf;
use crate::keywords::conditional::Conditional;
use crate::keywords::contains::Contains;
use crate::keywords::dependent_schemas::DependentSchemas;
use crate::keywords::keyword::Role;
use crate::keywords::not::Not;
use crate::keywords::one_of::OneOf;
use crate::keywords::properties::Properties;
use crate::keywords::reference::Reference;
use crate::keywords::required::Required;
use crate::keywords::table::{Assertion, Word};
use crate::keywords::types::Type;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::{Rule, Rules};

use super::made::{add, either, join, made};

/// Puts keywords into the form that has a shape.
pub fn desugar(rules: &mut Rules) {
    // What a branch of `if` forbids is of the members that objects have.
    for id in 0..rules.rules.len() {
        absent(rules, id);
    }
    super::conditions::conditions(rules);
    sole_members(rules);
    for id in 0..rules.rules.len() {
        only_arm(rules, id);
        super::one_member::one_member(rules, id);
        dependent_schemas(rules, id);
        contains(rules, id);
    }
}

/// Of closed objects with one member each that need not be there, the empty object fits all, and so none of a `oneOf`
/// that has two: each has its member.
fn sole_members(rules: &mut Rules) {
    let references = rules.rules.iter().flat_map(Rule::each::<Reference>);
    let referred: HashSet<RuleId> = references.map(|reference| reference.0).collect();
    for id in 0..rules.rules.len() {
        let arms = rules.rules[id].get::<OneOf>();
        let arms = arms.into_iter().flat_map(|arms| &arms.0);
        let mut objects = arms.filter(|arm| rules.get(**arm).kinds().meets(Kinds::OBJECT));
        let sole = objects.try_fold(Vec::new(), |mut sole, arm| {
            // What others refer to, they mean as it stands.
            let member = sole_member(rules, *arm).filter(|_| !referred.contains(arm))?;
            sole.push((*arm, member.to_owned()));
            Some(sole)
        });
        for (arm, member) in sole.filter(|sole| sole.len() > 1).into_iter().flatten() {
            let present = made(&rules.rules[id], "oneOf").with(Required(vec![member]));
            let present = add(rules, present);
            join(rules, arm.0 as usize, present);
        }
    }
}

/// The one member that objects can have, which need not be there, where a rule says nothing else.
fn sole_member(rules: &Rules, id: RuleId) -> Option<&str> {
    let rule = rules.get(id);
    let properties = rule.get::<Properties>()?;
    let mut names = properties.named.keys();
    let name = names.next().filter(|_| names.next().is_none())?;
    let is_closed = |it: RuleId| rules.get(it).verdict == Some(false);
    let mut words = rule.assertions().iter().map(Assertion::word);
    let is_sole = rule.kinds().contains(Kinds::OBJECT)
        && properties.patterns.is_empty()
        && properties.additional.is_some_and(is_closed)
        && words.all(|word| matches!(word, Word::Type | Word::Properties));
    is_sole.then_some(name)
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
            .with(Required(vec![member.clone()]));
        let mut conditional = made();
        let mut never = made();
        never.verdict = Some(false);
        let mut absent = made();
        let condition = add(rules, present);
        let never = add(rules, never);
        absent.assert(Assertion::from(Properties {
            named: IndexMap::from([(member, never)]),
            ..Properties::default()
        }));
        conditional.assert(Assertion::from(Conditional {
            condition,
            then: Some(schema),
            otherwise: None,
            fails: Some(add(rules, absent)),
        }));
        let conditional = add(rules, conditional);
        join(rules, id, conditional);
    }
}

/// A schema that is the only alternative is asked as one in `allOf` is, and evaluates the same.
fn only_arm(rules: &mut Rules, id: usize) {
    let rule = &rules.rules[id];
    let is_plain = |arm: &RuleId| {
        let mut words = rules.get(*arm).assertions().iter().map(Assertion::word);
        words.all(|word| matches!(word.role(), Role::Kinds | Role::Shape))
    };
    let of_any = rule.get::<AnyOf>().map(|arms| &arms.0);
    let of_one = rule.get::<OneOf>().map(|arms| &arms.0);
    let ((Some([arm]), None) | (None, Some([arm]))) =
        (of_any.map(Vec::as_slice), of_one.map(Vec::as_slice))
    else {
        return;
    };
    // What says nothing else is its alternative.
    if !is_plain(arm) || rule.assertions().len() == 1 {
        return;
    }
    let arm = *arm;
    let rule = &mut rules.rules[id];
    let _ = rule.take::<AnyOf>();
    let _ = rule.take::<OneOf>();
    join(rules, id, arm);
}

/// `{"not": {"required": ["a"]}}` asks the same of objects as `{"properties": {"a": false}}`, and
/// `required` forbids everything that is none; the same holds of several in an `anyOf`.
fn absent(rules: &mut Rules, id: usize) {
    let rule = &rules.rules[id];
    let Some(forbidden) = rule.get::<Not>().map(|not| rules.get(not.0)) else {
        return;
    };
    let alternatives = forbidden.get::<AnyOf>();
    let arms: Option<Vec<(&str, bool)>> = match alternatives {
        Some(arms) if forbidden.assertions().len() == 1 => {
            let arms = arms.0.iter().map(|arm| rules.get(*arm));
            arms.map(asked_member).collect()
        }
        _ => asked_member(forbidden).map(|arm| vec![arm]),
    };
    let Some(arms) = arms else {
        return;
    };
    let mut none = made(rule, "not");
    none.verdict = Some(false);
    let objects = made(rule, "not");
    let is_of_objects = rule.kinds() == Kinds::OBJECT || arms.iter().all(|(_, typed)| *typed);
    let names: Vec<String> = arms.iter().map(|(name, _)| (*name).to_owned()).collect();
    let none = add(rules, none);
    let forbidden = names.into_iter().map(|name| (name, none));
    let mut objects = objects.with(Properties {
        named: forbidden.collect::<IndexMap<String, RuleId>>(),
        ..Properties::default()
    });
    if !is_of_objects {
        objects.assert(Type::of(Kinds::OBJECT).into());
    }
    let objects = add(rules, objects);
    let _ = rules.rules[id].take::<Not>();
    join(rules, id, objects);
}

/// The one member that a rule asks for and nothing else, and whether it says so of objects alone.
fn asked_member(rule: &Rule) -> Option<(&str, bool)> {
    let is_typed = rule.types() == Some(Kinds::OBJECT);
    let [name] = rule.get::<Required>()?.0.as_slice() else {
        return None;
    };
    let is_all = rule.assertions().len() == 1 + usize::from(is_typed);
    is_all.then_some((name, is_typed))
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
