//! One schema → the schemas inside it, and its keywords by what they are.

use serde_json::{Map, Value};

use crate::keywords::spelling::{Holds, Vocabulary};
use crate::keywords::table::spelling;
use crate::load::json::escape;

/// What a keyword is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// Its value is data that asserts.
    Data,
    /// Its value is a schema.
    Schema,
    /// Its value is a list of schemas.
    List,
    /// Its value gives schemas by name.
    Map,
    /// It says where schemas are.
    Structure,
    /// It only documents.
    Note,
}

/// What a keyword is. With `formats`, `format` asserts.
pub(super) fn said_by(keyword: &str, formats: bool) -> Said {
    match keyword {
        _ if is_definitions(keyword) => return Said::Map,
        "$schema" | "$id" | "id" | "$anchor" | "$dynamicAnchor" | "$recursiveAnchor"
        | "$vocabulary" => return Said::Structure,
        _ => {}
    }
    let Some(spelling) = spelling(keyword) else {
        return Said::Note;
    };
    match (spelling.holds, spelling.vocabulary) {
        (Holds::Data, Vocabulary::Content) => Said::Note,
        (Holds::Data, Vocabulary::Format) if !formats => Said::Note,
        (Holds::Data, _) => Said::Data,
        (Holds::Reference, _) => Said::Structure,
        (Holds::Schema | Holds::SchemaOrList, _) => Said::Schema,
        (Holds::List, _) => Said::List,
        (Holds::Map | Holds::MapOrNames, _) => Said::Map,
    }
}

/// Whether a keyword names schemas that others refer to.
pub(super) fn is_definitions(keyword: &str) -> bool {
    keyword == "$defs" || keyword == "definitions"
}

/// The schemas inside a schema, each with its pointer from there.
pub(super) fn children(schema: &Value) -> Vec<(String, &Value)> {
    let mut out = Vec::new();
    let Value::Object(members) = schema else {
        return out;
    };
    for (key, value) in members {
        match (said_by(key, false), value) {
            (Said::Map, Value::Object(map)) => {
                for (name, child) in map.iter().filter(|(_, child)| !child.is_array()) {
                    out.push((format!("/{key}/{}", escape(name)), child));
                }
            }
            (Said::List | Said::Schema, Value::Array(items)) => {
                for (index, child) in items.iter().enumerate() {
                    out.push((format!("/{key}/{index}"), child));
                }
            }
            (Said::Schema, _) => out.push((format!("/{key}"), value)),
            _ => {}
        }
    }
    out
}

/// What a schema itself says: data and references, and under applicators the
/// names or the number of the schemas inside.
pub(super) fn own(schema: &Value, formats: bool) -> Map<String, Value> {
    let mut out = Map::new();
    let Value::Object(members) = schema else {
        out.insert("schema".to_owned(), schema.clone());
        return out;
    };
    for (key, value) in members {
        let said = match (said_by(key, formats), value) {
            (Said::Data, Value::Array(values)) if key == "required" => sorted(values),
            (Said::Data, _) => value.clone(),
            (Said::Structure, _) if key.ends_with("ef") => value.clone(),
            // Definitions are compared for themselves.
            (Said::Map, _) if is_definitions(key) => continue,
            (Said::Map, Value::Object(map)) => map
                .iter()
                .map(|(name, child)| {
                    let said = if child.is_array() {
                        child.clone()
                    } else {
                        Value::Null
                    };
                    (name.clone(), said)
                })
                .collect::<Map<_, _>>()
                .into(),
            (Said::List | Said::Schema, Value::Array(items)) => items.len().into(),
            (Said::Schema, _) => Value::Bool(true),
            _ => continue,
        };
        out.insert(key.clone(), said);
    }
    out
}

/// The order of names says nothing.
fn sorted(values: &[Value]) -> Value {
    let mut values = values.to_vec();
    values.sort_by_key(ToString::to_string);
    values.dedup();
    Value::Array(values)
}

/// What a schema says without asserting it.
pub(super) fn notes(schema: &Value, formats: bool) -> Map<String, Value> {
    let Value::Object(members) = schema else {
        return Map::new();
    };
    members
        .iter()
        .filter(|(key, _)| said_by(key, formats) == Said::Note)
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect()
}
