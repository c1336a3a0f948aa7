//! `type`, `enum`, `const`, OpenAPI's `nullable`, and what draft 3 had.

use super::{Lowering, Schema};
use crate::load::{Json, JsonKind};
use crate::lower::rule::{Kinds, Rule};
use crate::resolve::{Draft, nearest};

const TYPES: [(&str, Kinds); 7] = [
    ("null", Kinds::NULL),
    ("boolean", Kinds::BOOLEAN),
    ("integer", Kinds::INTEGER),
    ("number", Kinds::NUMBER),
    ("string", Kinds::STRING),
    ("array", Kinds::ARRAY),
    ("object", Kinds::OBJECT),
];

impl Lowering<'_> {
    pub(super) fn value(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        rule.types = schema.get("type").map(|json| self.types(schema, json));
        rule.written_integers = schema.dialect.draft == Draft::Draft4
            && !schema.dialect.openapi30
            && rule
                .types
                .is_some_and(|kinds| kinds.and(Kinds::NUMBER) == Kinds::INTEGER);
        if schema.dialect.openapi30 && schema.get("nullable").and_then(Json::as_bool) == Some(true)
        {
            rule.types = rule.types.map(|kinds| kinds.or(Kinds::NULL));
        }
        if let Some(json) = schema.get("enum") {
            match &json.kind {
                JsonKind::Array(values) => rule.enumeration = Some(values.clone()),
                _ => self.wrong(schema, "enum", json, "is a list of values", None),
            }
        }
        if schema.since(Draft::Draft6) {
            rule.constant = schema.get("const").cloned();
        }
    }

    fn types(&mut self, schema: &Schema<'_>, json: &Json) -> Kinds {
        match &json.kind {
            JsonKind::String(name) => self.kind(schema, json, name),
            JsonKind::Array(items) if !items.is_empty() => {
                let mut kinds = Kinds::NONE;
                let mut seen = std::collections::HashSet::new();
                for item in items {
                    match item.as_str() {
                        Some(name) if !seen.insert(name) => {
                            self.repeated(schema, "type", item, name);
                        }
                        Some(name) => kinds = kinds.or(self.kind(schema, item, name)),
                        None => self.wrong(schema, "type", item, "is a list of type names", None),
                    }
                }
                kinds
            }
            JsonKind::Array(_) => {
                let reason = "`type` is a list of at least one type".to_owned();
                self.refuse(
                    schema,
                    "type",
                    json,
                    reason,
                    Some("remove it, or name a type"),
                );
                Kinds::ALL
            }
            _ => {
                self.wrong(
                    schema,
                    "type",
                    json,
                    "is the name of a type, or a list of names",
                    None,
                );
                Kinds::ALL
            }
        }
    }

    fn kind(&mut self, schema: &Schema<'_>, at: &Json, name: &str) -> Kinds {
        if let Some((_, kinds)) = TYPES.iter().find(|(known, _)| *known == name) {
            return *kinds;
        }
        let known = TYPES.map(|(name, _)| name);
        let help = match (name, nearest(name, known)) {
            ("any", _) => "`any` was a type in draft 3: remove `type`".to_owned(),
            ("file", _) => "`file` is Swagger's own: use `string`".to_owned(),
            (_, Some(near)) => format!("did you mean `{near}`?"),
            (_, None) => format!("the types are {}", known.join(", ")),
        };
        let reason = format!("`{name}` is not a type");
        self.refuse(schema, "type", at, reason, Some(&help));
        Kinds::ALL
    }

    /// Keywords that draft 3 had and draft 4 has no more, in a schema that
    /// names draft 3: they would be lost silently.
    pub(super) fn of_draft_3(&mut self, schema: &Schema<'_>) {
        if !schema.dialect.draft3 {
            return;
        }
        for (keyword, instead) in [
            ("extends", "`allOf`"),
            ("disallow", "`not`"),
            ("divisibleBy", "`multipleOf`"),
        ] {
            if let Some(json) = schema.get(keyword) {
                let reason = format!("`{keyword}` is of draft 3, which is not supported");
                let help = format!("use {instead} and name a later draft in `$schema`");
                self.refuse(schema, keyword, json, reason, Some(&help));
            }
        }
    }
}
