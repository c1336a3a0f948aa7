//! Schemas that are nothing but a reference to another one.

use crate::rules::id::RuleId;
use crate::rules::rule::Rule;
use crate::rules::rule::Rules;

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
                let rule = rules.get(at);
                match meant(rule).filter(|_| rule.rust_name.is_none()) {
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
pub(super) fn meant(rule: &Rule) -> Option<RuleId> {
    rule.refers_to().filter(|_| !rule.has_meaning())
}
