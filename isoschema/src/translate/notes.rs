//! Annotations: what documents a schema. A note in an unexpected form is
//! passed over, since it asserts nothing.

use crate::load::json::{Json, JsonKind};
use crate::rules::rule::Rule;

use super::schema::Schema;

impl Schema<'_> {
    pub(super) fn notes(&self, rule: &mut Rule) {
        let schema = self.json;
        let text = |keyword| {
            schema
                .get(keyword)
                .and_then(Json::as_str)
                .map(str::to_owned)
        };
        let flag = |keyword| schema.get(keyword).and_then(Json::as_bool) == Some(true);
        let notes = &mut rule.notes;
        notes.format = text("format");
        notes.title = text("title");
        notes.description = text("description");
        notes.default = schema.get("default").cloned();
        notes.examples.extend(schema.get("example").cloned());
        if let Some(examples) = schema.get("examples").and_then(Json::as_array) {
            notes.examples.extend_from_slice(examples);
        }
        notes.deprecated = flag("deprecated");
        notes.read_only = flag("readOnly");
        notes.write_only = flag("writeOnly");
        let codes = schema.get("x-enumDescriptions");
        match codes.map(|json| &json.kind) {
            Some(JsonKind::Object(members)) => {
                for (code, json) in members {
                    if let Some(text) = json.as_str() {
                        notes.codes.insert(code.clone(), text.to_owned());
                    }
                }
            }
            // One text for each code, in the order of `enum`.
            Some(JsonKind::Array(texts)) => {
                let values = schema.get("enum").and_then(Json::as_array);
                for (code, text) in values.into_iter().flatten().zip(texts) {
                    if let (Some(code), Some(text)) = (code.as_str(), text.as_str()) {
                        notes.codes.insert(code.to_owned(), text.to_owned());
                    }
                }
            }
            _ => {}
        }
    }
}
