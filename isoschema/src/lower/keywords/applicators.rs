//! `allOf`, `anyOf`, `oneOf`, `not`, `if` with `then` and `else`.

use super::{Lowering, Schema};
use crate::lower::rule::{Conditional, Rule};
use crate::resolve::Draft;

impl Lowering<'_> {
    pub(super) fn applicators(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        rule.any_of = self.list(schema, "anyOf");
        rule.one_of = self.list(schema, "oneOf");
        rule.not = self.single(schema, "not");
        if !schema.since(Draft::Draft7) {
            return;
        }
        let condition = self.single(schema, "if");
        let mut then = self.single(schema, "then");
        let otherwise = self.single(schema, "else");
        // Alone, a condition asserts nothing, but what it looks at counts as
        // evaluated. Taking it twice says so.
        if schema.dialect.unevaluated && then.is_none() && otherwise.is_none() {
            then = condition;
        }
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
