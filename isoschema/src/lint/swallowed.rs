//! `swallowed-arm`: an alternative of which all that fits fits another one, too: where one is to fit, nothing fits
//! it, and else it says nothing, where the two are the same.

use std::collections::HashSet;
use std::slice;

use super::{Asked, Finding};
use crate::keywords::enumeration::Enum;
use crate::keywords::table::{Assertion, Word};
use crate::load::json::Json;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::{Rule, Rules};
use crate::rules::together::together;

/// How deep members are looked into.
const DEPTH: usize = 3;

/// Of more alternatives, not every two are compared.
const MOST: usize = 50;

pub(super) fn swallowed(asked: &Asked<'_>, found: &mut Vec<Finding>) {
    let rules = asked.ground.rules;
    for word in [Word::OneOf, Word::AnyOf] {
        let keyword = word.name();
        let arms = asked.rule.arms(word);
        let arms = arms.get(..MOST).unwrap_or(arms);
        for (index, arm) in arms.iter().enumerate() {
            let swallows = |(other, by): (usize, &RuleId)| {
                // A format may assert nothing, and yet says that another text is meant.
                let format = |id: RuleId| rules.get(id).notes.format.as_deref();
                let is_mutual = || covers(rules, *arm, *by, DEPTH);
                // Of two that are the same, the second is told of.
                other != index
                    && covers(rules, *by, *arm, DEPTH)
                    && if word == Word::OneOf {
                        other < index || !is_mutual()
                    } else {
                        other < index && is_mutual() && format(*arm) == format(*by)
                    }
            };
            let never = rules.get(*arm).verdict == Some(false);
            let Some(other) = (0..arms.len()).find(|it| !never && swallows((*it, &arms[*it])))
            else {
                continue;
            };
            let (reason, help) = if word == Word::OneOf {
                (
                    format!(
                        "whatever fits this arm fits that at {keyword}/{other}, too: `{keyword}` lets none of it through"
                    ),
                    format!("say what tells the two apart, or `{}`", Word::AnyOf.name()),
                )
            } else {
                (
                    format!("this arm is the same as that at {keyword}/{other}"),
                    "leave one out, or correct it".to_owned(),
                )
            };
            found.push(Finding {
                suffix: format!("/{keyword}/{index}"),
                reason,
                help,
            });
        }
    }
}

/// Whether it is certain that all that fits `inner` fits `outer`.
fn covers(rules: &Rules, outer: RuleId, inner: RuleId, depth: usize) -> bool {
    if outer == inner {
        return true;
    }
    // Nothing where one of them is `false`.
    let all = |of: RuleId| -> Option<Vec<&Rule>> {
        let rules = together(&rules.rules, vec![of]);
        rules
            .map(|(_, it)| (it.verdict != Some(false)).then_some(it))
            .collect()
    };
    let (Some(outer), Some(inner)) = (all(outer), all(inner)) else {
        return false;
    };
    let kinds = inner
        .iter()
        .fold(Kinds::ALL, |kinds, it| kinds.and(it.kinds()));
    let known: HashSet<*const Rule> = inner.iter().map(|it| std::ptr::from_ref(*it)).collect();
    let mut own = outer
        .iter()
        .filter(|it| !known.contains(&std::ptr::from_ref(**it)));
    own.all(|rule| {
        let mut assertions = rule.assertions().iter();
        assertions.all(|it| holds(rules, it, rule, &inner, kinds, depth))
    })
}

/// Whether all that fits some rules is among these values.
fn lists(inner: &[&Rule], values: &[Json]) -> bool {
    let is_among = |one: &Json| values.iter().any(|it| it.same_value(one));
    let mut listed = inner.iter().filter_map(|it| it.only_values());
    listed.any(|all| all.iter().all(is_among))
}

/// Whether an assertion holds for all that fits some rules together.
fn holds(
    rules: &Rules,
    assertion: &Assertion,
    rule: &Rule,
    inner: &[&Rule],
    kinds: Kinds,
    depth: usize,
) -> bool {
    if kinds.and(assertion.word().kinds()).is_empty() {
        return true;
    }
    match assertion {
        Assertion::Type(_) => rule.types().is_none_or(|own| own.contains(kinds)),
        // What they lead to is asked by itself.
        Assertion::Reference(_) | Assertion::AllOf(_) => true,
        Assertion::Enum(Enum { values, .. }) => lists(inner, values),
        Assertion::Const(own) => lists(inner, slice::from_ref(&own.0)),
        Assertion::Required(own) => {
            let all: HashSet<&String> = inner.iter().flat_map(|it| it.required()).collect();
            own.0.iter().all(|name| all.contains(name))
        }
        Assertion::Properties(own) => {
            let is_open = own
                .additional
                .is_none_or(|it| rules.get(it).verdict == Some(true));
            depth > 0
                && own.patterns.is_empty()
                && is_open
                && own.named.iter().all(|(name, member)| {
                    let mut members = inner
                        .iter()
                        .filter_map(|it| it.properties().named.get(name));
                    let is_any = || {
                        let member = rules.get(*member);
                        member.verdict == Some(true) || !member.speaks()
                    };
                    is_any() || members.any(|it| covers(rules, *member, *it, depth - 1))
                })
        }
        _ => false,
    }
}
