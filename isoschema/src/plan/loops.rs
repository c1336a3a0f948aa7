//! Schemas that apply themselves to the same value.
//!
//! Alternatives of which one is `{"$ref": "#"}` ask nothing new of the value the second
//! time, which fits then: such a union is a predicate, or planning would not
//! end.

use crate::components::components;
use crate::keywords::keyword::Applies;
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;

/// The strongly connected components of the in-place applicators.
pub(super) struct Loops {
    component: Vec<u32>,
}

/// The ways in which a rule applies others to the same value that can give it
/// a shape.
const SHAPING: [Applies; 3] = [Applies::Joined, Applies::Alternative, Applies::Branch];

impl Loops {
    /// Finds the components.
    pub(super) fn of(rules: &Rules) -> Self {
        let successors = |node: usize| {
            let applied = rules.rules[node].applied(&SHAPING).into_iter();
            let own = RuleId(u32::try_from(node).unwrap_or(u32::MAX));
            let alternatives = rules.alternatives.get(&own).into_iter().flatten();
            let applied = applied.chain(alternatives.map(|it| it.rule));
            applied.map(|rule| rule.0 as usize).collect()
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
