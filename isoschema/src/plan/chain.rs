//! A conditional, with those in its `else`, on the values of one member.

use crate::load::json::Json;
use crate::rules::id::RuleId;

/// What a condition says of one member: that it has one of these values.
pub(super) struct Test {
    pub(super) condition: RuleId,
    pub(super) member: String,
    pub(super) values: Vec<Json>,
    /// Whether it holds for objects without the member.
    pub(super) if_absent: bool,
    /// Whether it holds for what is no object.
    pub(super) if_other: bool,
}

/// A condition with what follows, and what is asked where it does not hold.
pub(super) struct Chain {
    pub(super) cases: Vec<(Test, Option<RuleId>)>,
    pub(super) otherwise: Option<RuleId>,
}

impl Chain {
    pub(super) fn branches(&self) -> impl Iterator<Item = RuleId> + '_ {
        let then = self.cases.iter().filter_map(|(_, then)| *then);
        then.chain(self.otherwise)
    }

    /// What applies where the first test that says yes is this one.
    pub(super) fn branch(
        &self,
        held: impl FnMut(&(Test, Option<RuleId>)) -> bool,
    ) -> Option<RuleId> {
        let case = self.cases.iter().position(held);
        case.map_or(self.otherwise, |case| self.cases[case].1)
    }
}
