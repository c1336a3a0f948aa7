//! Arrays: `items` in both of its forms, `prefixItems`, `contains`, limits.

use super::{Lowering, Schema};
use crate::load::JsonKind;
use crate::lower::rule::{Contains, Rule};
use crate::resolve::Draft;

impl Lowering<'_> {
    pub(super) fn array_limits(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        rule.min_items = self.count(schema, "minItems");
        rule.max_items = self.count(schema, "maxItems");
        if let Some(json) = schema.get("uniqueItems") {
            match json.as_bool() {
                Some(unique) => rule.unique_items = unique,
                None => self.wrong(schema, "uniqueItems", json, "is true or false", None),
            }
        }
    }

    pub(super) fn arrays(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        let items = schema.get("items");
        let listed = items.is_some_and(|json| matches!(json.kind, JsonKind::Array(_)));
        if schema.since(Draft::Draft2020) && !(listed && schema.dialect.lists_items()) {
            rule.prefix_items = self.list(schema, "prefixItems");
            match items {
                Some(json) if listed => {
                    let help = "rename it to `prefixItems`, and `additionalItems` to `items`; or \
                                name an earlier draft in `$schema`";
                    let wanted = "is one schema in draft 2020-12";
                    self.wrong(schema, "items", json, wanted, Some(help));
                }
                _ => rule.items = self.single(schema, "items"),
            }
        } else if listed {
            rule.prefix_items = self.list(schema, "items");
            rule.items = self.single(schema, "additionalItems");
        } else {
            rule.items = self.single(schema, "items");
        }
    }

    pub(super) fn contains(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        if !schema.since(Draft::Draft6) {
            return;
        }
        let counted = schema.since(Draft::Draft2019) && schema.dialect.validation;
        let (min, max) = if counted {
            let min = self.count(schema, "minContains");
            (min, self.count(schema, "maxContains"))
        } else {
            (None, None)
        };
        if let Some(inner) = self.single(schema, "contains") {
            rule.contains = Some(Contains {
                rule: inner,
                min: min.unwrap_or(1),
                max,
                either: None,
                evaluates: schema.since(Draft::Draft2020),
            });
        }
    }
}
