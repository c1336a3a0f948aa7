//! What a rule asks for, in a few words: why another one applies, or what is
//! forbidden.

use std::collections::HashSet;

use crate::keywords::fault::shown;
use crate::keywords::said::Said;
use crate::keywords::table::Word;
use crate::keywords::types::Type;
use crate::load::json::Json;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::{Rule, Rules};
use crate::words::{listed, quoted};

/// What a rule asks for: `type is "card"`; where it is more than a few words
/// say, where it stands.
#[must_use]
pub fn words(rules: &Rules, id: RuleId) -> String {
    Said::text(&said(rules, id))
}

/// The same of a value that fits: a member that is not there fits whatever is asked of it.
#[must_use]
pub fn words_about(rules: &Rules, id: RuleId, value: &Json) -> String {
    let members = value.as_object();
    let words = said(rules, id).into_iter().map(|said| match said.member {
        Some(name) if members.is_some_and(|it| !it.contains_key(&name)) => {
            format!("{name} is not there")
        }
        _ => said.words,
    });
    listed(&words.collect::<Vec<_>>(), "and")
}

/// What a rule asks for, one thing after the other.
#[must_use]
pub fn said(rules: &Rules, id: RuleId) -> Vec<Said> {
    let rule = rules.get(id);
    of_rule(rules, rule).unwrap_or_else(|| vec![Said::of(format!("it fits {}", rule.location))])
}

fn of_rule(rules: &Rules, rule: &Rule) -> Option<Vec<Said>> {
    if let Some(is) = of_value(rule) {
        return Some(vec![Said::of(format!("it is {is}"))]);
    }
    let properties = rule.properties();
    if !properties.patterns.is_empty() || properties.additional.is_some() {
        return None;
    }
    let mut parts = Vec::new();
    let mut told = HashSet::new();
    for (name, member) in &properties.named {
        let member = rules.get(*member);
        // What says nothing is a way to name a member.
        if member.assertions().is_empty() && member.verdict != Some(false) {
            continue;
        }
        let is = of_value(member)?;
        let is_required = rule.required().iter().any(|it| it == name);
        parts.push(Said {
            member: (!is_required).then(|| name.clone()),
            words: format!("{name} is {is}"),
        });
        told.insert(name);
    }
    let names = rule.required().iter().filter(|name| !told.contains(name));
    let names: Vec<String> = names.map(|name| quoted(name)).collect();
    if !names.is_empty() {
        parts.push(Said::of(format!("it has {}", listed(&names, "and"))));
    }
    // Whatever else it asks for would be left out.
    let rest = rule.assertions().iter().filter(|assertion| {
        let is_told = match assertion.word() {
            Word::Properties | Word::Required => true,
            Word::Type => rule.types() == Some(Kinds::OBJECT),
            _ => false,
        };
        !is_told
    });
    (rest.count() == 0 && !parts.is_empty()).then_some(parts)
}

/// What a value is, where a rule says just that.
fn of_value(rule: &Rule) -> Option<String> {
    let are_all = |words: &[Word]| {
        let mut assertions = rule.assertions().iter();
        assertions.all(|assertion| words.contains(&assertion.word()))
    };
    if let Some(values) = rule.only_values() {
        let values: Vec<String> = values.iter().take(5).map(shown).collect();
        let is_plain = are_all(&[Word::Enum, Word::Const, Word::Type]) && values.len() < 5;
        return is_plain.then(|| listed(&values, "or"));
    }
    let ty = rule.get::<Type>()?;
    are_all(&[Word::Type]).then(|| ty.words())
}
