//! `multipleOf` and the four bounds.

use super::{Lowering, Schema};
use crate::load::JsonKind;
use crate::lower::number::Divisor;
use crate::lower::rule::{Bound, Rule};
use crate::resolve::Draft;

impl Lowering<'_> {
    pub(super) fn numbers(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        if let Some(json) = schema.get("multipleOf")
            && let Some(divisor) = self.number(schema, "multipleOf")
        {
            let value = divisor.decimal();
            if value.negative || value.is_zero() {
                let reason = format!("`multipleOf` is a number above 0, not {divisor}");
                self.refuse(schema, "multipleOf", json, reason, None);
            } else {
                rule.multiple_of = Divisor::new(divisor);
                if rule.multiple_of.is_none() {
                    let reason = format!(
                        "`multipleOf` has more than {} digits, which readers do not divide by",
                        Divisor::DIGITS
                    );
                    let help = "shorten the number, or remove the keyword with an overlay";
                    self.beyond(schema, "multipleOf", json, reason, help);
                }
            }
        }
        rule.minimum = self.bounds(schema, "minimum", "exclusiveMinimum");
        rule.maximum = self.bounds(schema, "maximum", "exclusiveMaximum");
    }

    fn bounds(
        &mut self,
        schema: &Schema<'_>,
        plain: &'static str,
        exclusive: &'static str,
    ) -> Vec<Bound> {
        let limit = self.number(schema, plain);
        let Some(json) = schema.get(exclusive) else {
            let bound = |limit| Bound {
                limit,
                exclusive: false,
                keyword: plain,
            };
            return limit.map(bound).into_iter().collect();
        };
        let boolean = schema.dialect.draft == Draft::Draft4;
        let unnamed = schema.dialect.unnamed;
        match &json.kind {
            // Draft 4 and OpenAPI 3.0: it changes what the plain bound means.
            JsonKind::Bool(exclusive) if boolean || unnamed => {
                let exclusive = *exclusive;
                limit
                    .map(|limit| Bound {
                        limit,
                        exclusive,
                        keyword: plain,
                    })
                    .into_iter()
                    .collect()
            }
            JsonKind::Bool(_) => {
                let help = format!("from draft 6 on, `{exclusive}` holds the limit itself");
                self.wrong(schema, exclusive, json, "is a number", Some(&help));
                Vec::new()
            }
            JsonKind::Number(_) if boolean && !unnamed => {
                let help =
                    "a number is draft 6's form: name that draft, or a later one, in `$schema`";
                self.wrong(
                    schema,
                    exclusive,
                    json,
                    "is true or false in draft 4",
                    Some(help),
                );
                Vec::new()
            }
            _ => {
                let strict = self.number(schema, exclusive);
                let mut bounds = Vec::new();
                bounds.extend(limit.map(|limit| Bound {
                    limit,
                    exclusive: false,
                    keyword: plain,
                }));
                bounds.extend(strict.map(|limit| Bound {
                    limit,
                    exclusive: true,
                    keyword: exclusive,
                }));
                bounds
            }
        }
    }
}
