//! Annotations: what documents a schema. A note in an unexpected form is
//! passed over, since it asserts nothing.

use crate::load::json::{Json, JsonKind};
use crate::rules::notes::{Code, Notes};
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
        codes(schema, notes);
    }
}

/// What names the values of an `enum`, as generators of clients have it.
const NAMES: [&str; 3] = ["x-enum-varnames", "x-enumNames", "enumNames"];

/// What documents them.
const TEXTS: [&str; 2] = ["x-enum-descriptions", "x-enumDescriptions"];

/// What is said of each value of an `enum`: in a list in the order of `enum`, or by the value.
fn codes(schema: &Json, notes: &mut Notes) {
    let values = schema.get("enum").and_then(Json::as_array);
    let told = |keyword: &str, value: &Json, index: usize| -> Option<String> {
        let told = match &schema.get(keyword)?.kind {
            JsonKind::Array(list) => list.get(index)?,
            JsonKind::Object(members) => {
                let name = value.as_str().or_else(|| value.as_number());
                members.get(name?)?
            }
            _ => return None,
        };
        told.as_str().map(str::to_owned)
    };
    for (index, value) in values.into_iter().flatten().enumerate() {
        let first = |keywords: &[&str]| {
            let mut keywords = keywords.iter();
            keywords.find_map(|keyword| told(keyword, value, index))
        };
        let code = Code {
            name: first(&NAMES),
            text: first(&TEXTS),
        };
        if code.name.is_some() || code.text.is_some() {
            notes.codes.insert(value.canonical(), code);
        }
    }
}
