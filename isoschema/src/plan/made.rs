//! Rules that the engine makes, and that stand for no schema object.

use crate::keywords::all_of::AllOf;
use crate::keywords::any_of::AnyOf;
use crate::keywords::table::Assertion;
use crate::rules::id::RuleId;
use crate::rules::rule::{Rule, Rules};

/// A rule that stands for no schema object.
pub(super) fn made(rule: &Rule, keyword: &str) -> Rule {
    let mut location = rule.location.clone();
    location.pointer.push('/');
    location.pointer.push_str(keyword);
    let mut made = Rule::new(location);
    made.made = true;
    made
}

/// What a value fits that fits one of some rules.
pub(super) fn either(arms: Vec<RuleId>) -> Assertion {
    AnyOf(arms).into()
}

pub(super) fn add(rules: &mut Rules, rule: Rule) -> RuleId {
    let id = RuleId(u32::try_from(rules.rules.len()).unwrap_or(u32::MAX));
    rules.rules.push(rule);
    id
}

/// Asks one thing more of the same value.
pub(super) fn join(rules: &mut Rules, id: usize, more: RuleId) {
    let rule = &mut rules.rules[id];
    match rule.get_mut::<AllOf>() {
        Some(all) => all.0.push(more),
        None => rule.assert(AllOf(vec![more]).into()),
    }
}
