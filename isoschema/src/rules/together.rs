//! What applies to one value together.

use std::collections::HashSet;

use super::id::RuleId;
use super::rule::Rule;

/// Rules with all that they refer to for the same value, each once.
pub(crate) fn together(
    rules: &[Rule],
    mut open: Vec<RuleId>,
) -> impl Iterator<Item = (RuleId, &Rule)> {
    let mut seen = HashSet::new();
    std::iter::from_fn(move || {
        loop {
            let id = open.pop()?;
            if let Some(rule) = rules.get(id.0 as usize).filter(|_| seen.insert(id)) {
                open.extend(rule.joined());
                return Some((id, rule));
            }
        }
    })
}
