//! Names → schemas in which each stands in every place.

use serde_json::{Map, Value, json};

/// How many names a schema has.
const PER_SCHEMA: usize = 48;
/// How deep names lie in one another.
const DEPTH: usize = 12;

/// Schemas whose root is an object: all names are members and codes, and the
/// harmful ones are whatever else has a name.
pub(crate) fn drawn(all: &[String], harmful: &[String]) -> Vec<Value> {
    let mut schemas = Vec::new();
    for (index, names) in all.chunks(PER_SCHEMA).enumerate() {
        schemas.push(members(names, index, index % 2 == 1));
        schemas.push(codes(names));
    }
    for names in harmful.chunks(PER_SCHEMA) {
        schemas.push(definitions(names));
    }
    schemas.push(arms(harmful));
    schemas.push(deep(harmful));
    schemas
}

/// Members of every kind; with private fields, each has an accessor.
fn members(names: &[String], shift: usize, are_private: bool) -> Value {
    let kind = |index: usize| match index % 7 {
        0 => json!({"type": ["string", "null"]}),
        1 => json!({"type": "string", "default": "a"}),
        2 => json!({"type": "null"}),
        3 => json!({"type": ["integer", "null"], "minimum": 0, "maximum": 9}),
        4 => json!({"type": "object", "additionalProperties": {"type": "string"}}),
        5 => json!({"type": "array", "items": {"type": "string"}}),
        _ => json!({"enum": ["a", "b"], "default": "a"}),
    };
    let properties: Map<String, Value> = names
        .iter()
        .enumerate()
        .map(|(index, name)| (name.clone(), kind(index + shift)))
        .collect();
    let required: Vec<&String> = names.iter().skip(1).step_by(9).collect();
    let mut schema = json!({
        "type": "object",
        "properties": properties,
        "required": required,
    });
    if are_private {
        schema["minProperties"] = json!(1);
    }
    schema
}

/// Definitions of every shape, and members that use them.
fn definitions(names: &[String]) -> Value {
    let shape = |index: usize, name: &str| match index % 7 {
        0 => {
            json!({"type": "object", "properties": {name: {"type": "string"}}, "minProperties": 1})
        }
        1 => json!({"enum": ["a", name]}),
        2 => json!({"type": "string", "maxLength": 9}),
        3 => json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}]}),
        4 => json!({"oneOf": [
            {"title": name, "type": "object", "required": ["a"]},
            {"title": name, "type": "object", "required": ["b"]},
            {"type": "integer"}
        ]}),
        5 => json!({"type": "integer", "minimum": 3}),
        _ => json!({"type": "object", "patternProperties": {"^a": {"type": "string"}}}),
    };
    let escape = |name: &str| name.replace('~', "~0").replace('/', "~1");
    let definitions: Map<String, Value> = names
        .iter()
        .enumerate()
        .map(|(index, name)| (name.clone(), shape(index, name)))
        .collect();
    let members: Map<String, Value> = names
        .iter()
        .enumerate()
        .map(|(index, name)| {
            let fragment = percent(&escape(name));
            (
                format!("m{index}"),
                json!({"$ref": format!("#/$defs/{fragment}")}),
            )
        })
        .collect();
    json!({"type": "object", "properties": members, "$defs": definitions})
}

/// A JSON Pointer as a URI's fragment.
fn percent(pointer: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
    let shown = |byte: u8| {
        if plain(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    pointer.bytes().map(shown).collect()
}

/// Codes, and values of other kinds beside them.
fn codes(names: &[String]) -> Value {
    let mut mixed: Vec<Value> = names.iter().map(|name| json!(name)).collect();
    mixed.extend([
        json!(1.5),
        json!(-3),
        json!(true),
        json!([1]),
        json!({"a": 1}),
    ]);
    json!({"type": "object", "properties": {"texts": {"enum": names}, "mixed": {"enum": mixed}}})
}

/// Forms that a member tells apart.
fn arms(names: &[String]) -> Value {
    let arm = |name: &String| json!({"properties": {"t": {"const": name}}, "required": ["t"]});
    json!({"type": "object", "properties": {
        "tagged": {"type": "object", "oneOf": names.iter().map(arm).collect::<Vec<_>>()},
    }})
}

/// Objects in objects, each with one of the names.
fn deep(names: &[String]) -> Value {
    let mut members = Map::new();
    for (index, names) in names.chunks(DEPTH).enumerate() {
        let mut schema = json!({"type": "object", "properties": {"a": {"type": "string"}}});
        for name in names {
            schema = json!({"type": "object", "properties": {name: schema}});
        }
        members.insert(index.to_string(), schema);
    }
    json!({"type": "object", "properties": members})
}

/// A schema for each name that a file can have, some in folders.
pub(crate) fn files(names: &[String]) -> Vec<(String, String)> {
    let is_file = |name: &&String| {
        let shown = |letter: char| !letter.is_control() && !"/\\?#%:*\"<>|".contains(letter);
        !name.is_empty() && name.len() < 60 && name.trim() == *name && name.chars().all(shown)
    };
    let schema = json!({
        "type": "object",
        "properties": {
            "at": {"type": "string", "format": "date-time"},
            "code": {"enum": ["a", "b"]},
            "note": {"type": ["string", "null"]},
        },
    });
    let mut files = Vec::new();
    for (index, name) in names.iter().filter(is_file).enumerate() {
        // Types are named after paths, which differ in their numbers.
        let path = match index % 3 {
            0 => format!("{name}.json"),
            1 => format!("f{index}/{name}.json"),
            _ => format!("{name}/f{index}.json"),
        };
        files.push((path, schema.to_string()));
    }
    files
}
