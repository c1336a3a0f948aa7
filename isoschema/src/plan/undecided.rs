//! Which documents a comparison of schemas cannot judge, and why.
//!
//! Canonical subtraction does not model everything. Where a document leads to
//! something that it does not model, or to a predicate that a derived schema
//! cannot repeat, drawn documents decide alone.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use super::model::{Check, Model, Part};
use super::render::{Repeats, unmodelled};
use crate::keywords::keyword::Role;
use crate::keywords::table::Word;
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;

/// The names of the documents, each with the reason.
#[must_use]
pub fn undecided(model: &Model) -> Vec<(String, String)> {
    let rules = &model.rules;
    let mut reasons: HashMap<RuleId, String> = HashMap::new();
    for (id, rule) in rules.all() {
        if let Some(why) = unmodelled(rule) {
            reasons.insert(id, format!("{}: {why}", rule.location));
        }
    }
    let repeats = Repeats::of(rules);
    let mut asked: HashSet<Check> = HashSet::new();
    for check in model.types.iter().flat_map(|ty| &ty.checks) {
        if asked.insert(*check)
            && let Some(reason) = reason(rules, &repeats, *check)
        {
            reasons.entry(check.rule).or_insert(reason);
        }
    }
    if reasons.is_empty() {
        return Vec::new();
    }
    let found = spread(rules, reasons);
    rules
        .roots
        .iter()
        .filter_map(|root| Some((root.name.clone(), found.get(&root.rule)?.clone())))
        .collect()
}

fn reason(rules: &Rules, repeats: &Repeats<'_>, check: Check) -> Option<String> {
    let location = &rules.get(check.rule).location;
    let keyword = check.part.keyword();
    match check.part {
        Part::Keyword(word) if word.role() == Role::Rest => Some(format!(
            "{location}: what `{keyword}` leaves over depends on the value"
        )),
        Part::Keyword(Word::Custom) => Some(format!(
            "{location}: {keyword}, which no other validator knows"
        )),
        _ if repeats.check(check).is_none() => Some(format!(
            "{location}: `{keyword}` is recursive or large, and no derived schema repeats it"
        )),
        _ => None,
    }
}

/// The reasons at every rule that leads to one.
fn spread(rules: &Rules, reasons: HashMap<RuleId, String>) -> HashMap<RuleId, String> {
    let mut users: HashMap<RuleId, Vec<RuleId>> = HashMap::new();
    for (id, rule) in rules.all() {
        for (_, inner) in rule.inner() {
            users.entry(inner).or_default().push(id);
        }
    }
    for (id, alternatives) in &rules.alternatives {
        for it in alternatives {
            users.entry(it.rule).or_default().push(*id);
        }
    }
    let mut work: Vec<RuleId> = reasons.keys().copied().collect();
    work.sort_unstable();
    let mut found = reasons;
    while let Some(id) = work.pop() {
        let reason = found.get(&id).cloned().unwrap_or_default();
        for user in users.remove(&id).unwrap_or_default() {
            if let Entry::Vacant(place) = found.entry(user) {
                place.insert(reason.clone());
                work.push(user);
            }
        }
    }
    found
}
