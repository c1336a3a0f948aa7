//! `Rules` → `Rules`: an object with just one of some members → alternatives.
//!
//! `{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}` beside the `properties` that it names asks for one of its
//! members, and so do `minProperties` and `maxProperties` of 1 of a closed object: an alternative for each, which has
//! this member and none of the others, so that the same values fit.

use std::collections::HashSet;

use crate::keywords::all_of::AllOf;
use crate::keywords::one_of::OneOf;
use crate::keywords::properties::Properties;
use crate::keywords::property_count::PropertyCount;
use crate::keywords::required::Required;
use crate::keywords::table::Word;
use crate::keywords::types::Type;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::{Rule, Rules};

use super::made::{add, join, made};

/// More members than these stay fields, of which a predicate counts those that are there.
const MOST_MEMBERS: usize = 32;

/// Makes alternatives of the members of which a rule asks for one.
pub(super) fn one_member(rules: &mut Rules, id: usize) {
    if let Some(arms) = few(named_apart(rules, &rules.rules[id])) {
        let (members, arms): (Vec<String>, Vec<Rule>) = arms.into_iter().unzip();
        let apart = apart(rules, id, "oneOf", &members);
        let joined = arms.into_iter().zip(apart);
        let joined = joined.map(|(arm, apart)| with(rules, arm, apart)).collect();
        if let Some(alternatives) = rules.rules[id].get_mut::<OneOf>() {
            alternatives.0 = joined;
        }
    } else if let Some(members) = few(counted(rules, &rules.rules[id])) {
        let apart = apart(rules, id, "maxProperties", &members);
        let arms = apart.into_iter().zip(members).map(|(apart, member)| {
            let present = made(&rules.rules[id], "minProperties").with(Required(vec![member]));
            with(rules, apart, present)
        });
        let arms = arms.collect();
        let choice = made(&rules.rules[id], "minProperties").with(OneOf(arms));
        while rules.rules[id].take::<PropertyCount>().is_some() {}
        let choice = add(rules, choice);
        join(rules, id, choice);
    }
}

fn few<T>(members: Option<Vec<T>>) -> Option<Vec<T>> {
    members.filter(|all| (2..=MOST_MEMBERS).contains(&all.len()))
}

/// A rule that asks for what another one does, too.
fn with(rules: &mut Rules, rule: Rule, more: Rule) -> RuleId {
    let more = add(rules, more);
    add(rules, rule.with(AllOf(vec![more])))
}

/// For each member a rule of objects that have none of the others, as a keyword says.
fn apart(rules: &mut Rules, id: usize, keyword: &str, members: &[String]) -> Vec<Rule> {
    let objects = made(&rules.rules[id], keyword).with(Type::of(Kinds::OBJECT));
    let mut never = made(&rules.rules[id], keyword);
    never.verdict = Some(false);
    let never = add(rules, never);
    let apart = members.iter().map(|own| {
        let others = members.iter().filter(|member| *member != own);
        objects.clone().with(Properties {
            named: others.map(|member| (member.clone(), never)).collect(),
            ..Properties::default()
        })
    });
    apart.collect()
}

/// The members of which the alternatives of a rule require one each, another one each, with these alternatives.
fn named_apart(rules: &Rules, rule: &Rule) -> Option<Vec<(String, Rule)>> {
    let arms = &rule.get::<OneOf>()?.0;
    let has_others = rule.states(Word::AnyOf) || rule.states(Word::Conditional);
    if has_others || rule.get::<PropertyCount>().is_some() {
        return None;
    }
    let declared = &rule.properties().named;
    let mut seen = HashSet::new();
    let members = arms.iter().map(|arm| {
        let asked = rules.get(*arm);
        let [member] = asked.required() else {
            return None;
        };
        let is_typed = asked.types() == Some(Kinds::OBJECT);
        let is_all = asked.assertions().len() == 1 + usize::from(is_typed);
        let is_apart = declared.contains_key(member) && seen.insert(member.clone());
        (is_all && is_apart).then(|| (member.clone(), asked.clone()))
    });
    members.collect()
}

/// The members of a closed object that has one of them, whichever.
fn counted(rules: &Rules, rule: &Rule) -> Option<Vec<String>> {
    let mut counts = rule.each::<PropertyCount>();
    let (Some(one), Some(other), None) = (counts.next(), counts.next(), counts.next()) else {
        return None;
    };
    let is_one = one.side != other.side && [one, other].iter().all(|it| it.count.value() == 1);
    let properties = rule.properties();
    let is_never = |it: RuleId| rules.get(it).verdict == Some(false);
    let is_closed = properties.patterns.is_empty() && properties.additional.is_some_and(is_never);
    let is_free = rule.required().is_empty()
        && !rule
            .assertions()
            .iter()
            .any(|it| it.word().gives_alternatives());
    let is_object = rule.kinds() == Kinds::OBJECT && rule.values().is_none();
    (is_one && is_closed && is_free && is_object).then(|| {
        let members = properties.named.iter();
        let members = members.filter(|(_, it)| !is_never(**it));
        members.map(|(member, _)| member.clone()).collect()
    })
}
