//! `Rules` → `Rules`: an object with just one of some members → alternatives.
//!
//! `{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}` beside the `properties` that it names asks for one of its
//! members, and so do `minProperties` and `maxProperties` of 1 of a closed object: an alternative for each, which has
//! this member and none of the others, so that the same values fit. Where an alternative requires several, another one
//! has not all that it lacks of these.

use crate::keywords::all_of::AllOf;
use crate::keywords::not::Not;
use crate::keywords::one_of::OneOf;
use crate::keywords::properties::Properties;
use crate::keywords::property_count::PropertyCount;
use crate::keywords::required::Required;
use crate::keywords::table::Word;
use crate::keywords::types::Type;
use crate::rules::apart::only_required;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::{Rule, Rules};

use super::made::{add, join, made};

/// More members than these stay fields, of which a predicate counts those that are there.
const MOST_MEMBERS: usize = 32;

/// Makes alternatives of the members of which a rule asks for one.
pub(super) fn one_member(rules: &mut Rules, id: usize) {
    if let Some(arms) = few(named_apart(rules, &rules.rules[id])) {
        let (sets, arms): (Vec<Vec<String>>, Vec<Rule>) = arms.into_iter().unzip();
        let apart = apart(rules, id, "oneOf", &sets);
        let joined = arms.into_iter().zip(apart);
        let joined = joined.map(|(arm, apart)| with(rules, arm, apart)).collect();
        if let Some(alternatives) = rules.rules[id].get_mut::<OneOf>() {
            alternatives.0 = joined;
        }
    } else if let Some(members) = few(counted(rules, &rules.rules[id])) {
        let sets: Vec<Vec<String>> = members.into_iter().map(|it| vec![it]).collect();
        let apart = apart(rules, id, "maxProperties", &sets);
        let arms = apart.into_iter().zip(sets).map(|(apart, set)| {
            let present = made(&rules.rules[id], "minProperties").with(Required(set));
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
    add(rules, joined(rule, vec![more]))
}

fn joined(rule: Rule, more: Vec<RuleId>) -> Rule {
    if more.is_empty() {
        rule
    } else {
        rule.with(AllOf(more))
    }
}

/// For each set of members a rule of objects that have not all of any other set, as a keyword says.
fn apart(rules: &mut Rules, id: usize, keyword: &str, sets: &[Vec<String>]) -> Vec<Rule> {
    let objects = made(&rules.rules[id], keyword).with(Type::of(Kinds::OBJECT));
    let mut never = made(&rules.rules[id], keyword);
    never.verdict = Some(false);
    let never = add(rules, never);
    let mut all = Vec::with_capacity(sets.len());
    for own in sets {
        let mut barred = Properties::default();
        let mut never_all = Vec::new();
        for other in sets.iter().filter(|other| *other != own) {
            let lacking = other.iter().filter(|member| !own.contains(member));
            let lacking: Vec<String> = lacking.cloned().collect();
            if let [member] = lacking.as_slice() {
                barred.named.insert(member.clone(), never);
            } else {
                let together = objects.clone().with(Required(lacking));
                let not = Not(add(rules, together));
                never_all.push(add(rules, objects.clone().with(not)));
            }
        }
        let apart = objects.clone().with(barred);
        all.push(joined(apart, never_all));
    }
    all
}

/// The members of which the alternatives of a rule require some each, none all of another one's, with these
/// alternatives.
fn named_apart(rules: &Rules, rule: &Rule) -> Option<Vec<(Vec<String>, Rule)>> {
    let arms = &rule.get::<OneOf>()?.0;
    let has_others = rule.states(Word::AnyOf) || rule.states(Word::Conditional);
    if has_others || rule.get::<PropertyCount>().is_some() || arms.len() > MOST_MEMBERS {
        return None;
    }
    let declared = &rule.properties().named;
    let sets = arms.iter().map(|arm| {
        let asked = rules.get(*arm);
        let required = only_required(asked)?;
        let are_declared = required.iter().all(|member| declared.contains_key(member));
        are_declared.then(|| (required.to_vec(), asked.clone()))
    });
    let sets: Vec<(Vec<String>, Rule)> = sets.collect::<Option<_>>()?;
    let are_apart = sets.iter().enumerate().all(|(at, (own, _))| {
        let mut others = sets.iter().enumerate().filter(|(other, _)| *other != at);
        !others.any(|(_, (other, _))| other.iter().all(|member| own.contains(member)))
    });
    are_apart.then_some(sets)
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
