//! Documents of any dialect → what the oracles take.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::config::settings::{Config, Formats};
use crate::keywords::table::Word;
use crate::kit::{Asserted, Sources};
use crate::load::document::{Document, Documents};
use crate::load::json::JsonKind;
use crate::resolve::dialect::{Dialect, Draft};
use crate::resolve::plain;
use crate::rules::location::Location;
use crate::rules::rule::Rules;

/// Every document as the oracles take it.
pub(crate) fn sources(documents: &Documents, rules: &Rules, config: &Config) -> Sources {
    // Of the formats, those that are left assert.
    let formats = match config.formats() {
        Formats::Annotations => crate::kit::Formats::None,
        Formats::Named(_) | Formats::All => crate::kit::Formats::All,
    };
    let mut sources = Sources::new().asserting(Asserted {
        formats,
        content: config.assert_content,
    });
    let open = opened(rules);
    let translated = translated(rules);
    for document in documents.iter() {
        let open = open.get(&*document.path).map_or(&[][..], Vec::as_slice);
        let translated = translated.get(&*document.path);
        let translated = translated.map_or(&[][..], Vec::as_slice);
        let mut value = prepared(document, config, open, translated);
        for one in rules.assumed.get(&document.path).into_iter().flatten() {
            if let Some(reference) = value.pointer_mut(&one.pointer) {
                *reference = Value::String(one.target.clone());
            }
        }
        sources = sources.with(&document.name, value);
    }
    sources
}

/// The pointers of the enums that the configuration opens, by document.
fn opened(rules: &Rules) -> BTreeMap<String, Vec<String>> {
    let mut out: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for rule in rules.rules.iter().filter(|rule| rule.is_open()) {
        let Location { document, pointer } = &rule.location;
        out.entry(document.to_string())
            .or_default()
            .push(pointer.clone());
    }
    out
}

/// The schemas that are written in the words of OpenAPI 3.0, by document.
fn translated(rules: &Rules) -> BTreeMap<&str, Vec<(&str, Dialect)>> {
    let mut out: BTreeMap<&str, Vec<(&str, Dialect)>> = BTreeMap::new();
    for (place, standing) in &rules.standing {
        if standing.dialect.openapi30 {
            let list = out.entry(&place.document).or_default();
            list.push((&place.pointer, standing.dialect));
        }
    }
    out
}

/// A document as the oracles take it: in the words of a draft, and with what
/// the configuration says written into it.
fn prepared(
    document: &Document,
    config: &Config,
    open: &[String],
    translated: &[(&str, Dialect)],
) -> Value {
    let mut json = document.json.clone();
    for (pointer, dialect) in translated {
        if let Some(JsonKind::Object(members)) =
            json.pointer_mut(pointer).map(|schema| &mut schema.kind)
        {
            plain::translate(members, *dialect);
        }
    }
    let mut value = json.to_value();
    for pointer in open {
        if let Some(Value::Object(schema)) = value.pointer_mut(pointer)
            && let Some(codes) = schema.remove("enum")
        {
            let arms = serde_json::json!([{ "enum": codes }, { "type": "string" }]);
            let parts = schema
                .entry("allOf")
                .or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(parts) = parts {
                parts.push(serde_json::json!({ (Word::AnyOf.name()): arms }));
            }
        }
    }
    if let Formats::Named(_) = config.formats() {
        for_each_schema(&mut value, &mut |schema| {
            let format = schema.get("format").and_then(Value::as_str);
            if format.is_some_and(|format| !config.formats().asserts(format)) {
                schema.remove("format");
            }
        });
    }
    let draft = plain::draft(Dialect::of_format(document.format, config.default_draft));
    // What names no draft is of this one.
    if let Value::Object(members) = &mut value
        && draft != Draft::Draft2020
    {
        members
            .entry("$schema")
            .or_insert_with(|| Value::String(draft.uri().to_owned()));
    }
    value
}

/// Every object that may be a schema: values of `enum` and the like are
/// passed over.
fn for_each_schema(value: &mut Value, change: &mut impl FnMut(&mut Map<String, Value>)) {
    match value {
        Value::Object(members) => {
            change(members);
            for (key, child) in members {
                if !["enum", "const", "default", "example", "examples"].contains(&key.as_str()) {
                    for_each_schema(child, change);
                }
            }
        }
        Value::Array(items) => {
            for item in items {
                for_each_schema(item, change);
            }
        }
        _ => {}
    }
}
