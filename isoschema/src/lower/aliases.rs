//! Schemas that are nothing but a reference to another one.

use super::atoms::{local_kinds, stated};
use super::rule::{Rule, RuleId, Rules};

/// What each rule stands for.
pub(super) struct Aliases {
    targets: Vec<RuleId>,
}

impl Aliases {
    /// Follows every chain of references once.
    pub(super) fn of(rules: &Rules) -> Self {
        let count = rules.rules.len();
        let mut targets: Vec<Option<RuleId>> = vec![None; count];
        for start in (0_u32..).take(count).map(RuleId) {
            let mut path: Vec<RuleId> = Vec::new();
            let mut at = start;
            let end = loop {
                if let Some(known) = targets[at.0 as usize] {
                    break known;
                }
                // A chain that comes back to itself asserts nothing; any
                // member will do.
                targets[at.0 as usize] = Some(at);
                path.push(at);
                match alias(rules.get(at)) {
                    Some(next) => at = next,
                    None => break at,
                }
            };
            for rule in path {
                targets[rule.0 as usize] = Some(end);
            }
        }
        Self {
            targets: targets
                .into_iter()
                .zip((0_u32..).map(RuleId))
                .map(|(target, own)| target.unwrap_or(own))
                .collect(),
        }
    }

    /// The rule that a rule stands for: itself, or the end of its chain.
    pub(super) fn follow(&self, rule: RuleId) -> RuleId {
        self.targets[rule.0 as usize]
    }
}

/// The rule that this one only refers to.
fn alias(rule: &Rule) -> Option<RuleId> {
    let plain = rule.rust_name.is_none()
        && rule.verdict.is_none()
        && rule.all_of.is_empty()
        && rule.any_of.is_empty()
        && rule.one_of.is_empty()
        && rule.types.is_none()
        && local_kinds(rule).is_empty()
        && stated(rule).is_empty();
    match rule.references.as_slice() {
        [target] if plain => Some(*target),
        _ => None,
    }
}
