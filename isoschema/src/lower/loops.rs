//! Schemas that apply themselves to the same value.
//!
//! `{"anyOf": [{"$ref": "#"}, …]}` asks nothing new of the value: such an arm
//! is left out, or planning would not end.

use super::components::components;
use super::rule::{Rule, RuleId, Rules};

/// The strongly connected components of the in-place applicators.
pub(super) struct Loops {
    component: Vec<u32>,
}

/// The rules that a rule applies to the same value.
fn in_place(rule: &Rule) -> impl Iterator<Item = RuleId> + '_ {
    rule.references
        .iter()
        .chain(&rule.all_of)
        .chain(&rule.any_of)
        .chain(&rule.one_of)
        .copied()
        .chain(
            rule.conditional
                .iter()
                .flat_map(|conditional| [conditional.then, conditional.otherwise])
                .flatten(),
        )
}

impl Loops {
    /// Finds the components.
    pub(super) fn of(rules: &Rules) -> Self {
        let successors = |node: usize| {
            in_place(&rules.rules[node])
                .map(|rule| rule.0 as usize)
                .collect()
        };
        Self {
            component: components(rules.rules.len(), successors),
        }
    }

    /// Whether the two rules apply each other to the same value.
    pub(super) fn are_joined(&self, one: RuleId, other: RuleId) -> bool {
        self.component[one.0 as usize] == self.component[other.0 as usize]
    }
}
