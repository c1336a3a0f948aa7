//! `$ref`, `$dynamicRef`, `$recursiveRef`.

use super::{Lowering, Schema};
use crate::lower::rule::Rule;
use crate::resolve::Draft;

impl Lowering<'_> {
    pub(super) fn references(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        for reference in &self.graph.node(schema.id).references {
            let dynamic = reference.dynamic.as_deref();
            let found = dynamic.and_then(|name| self.scopes.find(schema.scope, name));
            let target = found.unwrap_or(reference.target);
            rule.references.push(self.rule(target, schema.scope));
        }
        let spoken = [
            ("$ref", true),
            ("$dynamicRef", schema.since(Draft::Draft2020)),
            ("$recursiveRef", schema.dialect.draft == Draft::Draft2019),
        ];
        for (keyword, _) in spoken.into_iter().filter(|(_, spoken)| *spoken) {
            let wrong = schema.get(keyword).filter(|json| json.as_str().is_none());
            if let Some(json) = wrong {
                self.wrong(
                    schema,
                    keyword,
                    json,
                    "is a URI reference in a string",
                    None,
                );
            }
        }
    }
}
