//! `allOf`, `anyOf`, `oneOf`, `not`, `if` with `then` and `else`.

use super::{Lowering, Schema};
use crate::lower::rule::{Conditional, Rule};
use crate::resolve::Draft;

impl Lowering<'_> {
    pub(super) fn applicators(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        rule.all_of = self.list(schema, "allOf");
        rule.any_of = self.list(schema, "anyOf");
        rule.one_of = self.list(schema, "oneOf");
        rule.not = self.single(schema, "not");
        if !schema.since(Draft::Draft7) {
            return;
        }
        let condition = self.single(schema, "if");
        let then = self.single(schema, "then");
        let otherwise = self.single(schema, "else");
        if let Some(condition) = condition
            && (then.is_some() || otherwise.is_some())
        {
            rule.conditional = Some(Conditional {
                condition,
                then,
                otherwise,
            });
        }
    }
}
