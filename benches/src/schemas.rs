//! Objects of so many properties, for measurements of the generator.

use serde_json::{Value, json};

/// A schema of `count` definitions of ten properties each, with references,
/// lists, codes and limits among them.
#[must_use]
pub fn definitions(count: usize) -> Value {
    let mut definitions = serde_json::Map::new();
    for index in 0..count {
        definitions.insert(format!("Thing{index}"), definition(index, count));
    }
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Root",
        "type": "object",
        "properties": { "first": { "$ref": "#/definitions/Thing0" } },
        "definitions": definitions,
    })
}

/// Properties that typify and the engine both shape.
fn definition(index: usize, count: usize) -> Value {
    json!({
        "description": format!("Thing number {index}."),
        "type": "object",
        "required": ["id", "name"],
        "properties": {
            "id": { "type": "string" },
            "name": { "description": "What it is called.", "type": "string" },
            "amount": { "type": "number" },
            "count": { "type": "integer" },
            "active": { "type": "boolean" },
            "createdAt": { "type": "string" },
            "tags": { "type": "array", "items": { "type": "string" } },
            "next": { "$ref": format!("#/definitions/Thing{}", (index + 1) % count) },
            "others": {
                "type": "array",
                "items": { "$ref": format!("#/definitions/Thing{}", (index * 7 + 3) % count) },
            },
            "note": { "type": ["string", "null"] },
        },
    })
}

/// The text of a module that the engine makes of a schema.
///
/// # Panics
///
/// If it makes none.
#[must_use]
pub fn engine(schema: &Value) -> String {
    engine_text(&schema.to_string())
}

/// As [`engine`], of the schema's text.
///
/// # Panics
///
/// If it makes none.
#[must_use]
pub fn engine_text(schema: &str) -> String {
    let generated = isoschema::Generator::new()
        .text("things.json", schema)
        .generate();
    match generated {
        Ok(generated) => generated.text,
        Err(problems) => panic!("{}", problems.render()),
    }
}

/// The text of a module that typify and prettyplease make of a schema.
///
/// # Panics
///
/// If they make none.
#[must_use]
pub fn typify(schema: &Value) -> String {
    let schema = serde_json::from_value(schema.clone()).expect("a schema");
    let mut space = typify::TypeSpace::default();
    space.add_root_schema(schema).expect("types");
    let file = syn::parse2::<syn::File>(space.to_stream()).expect("Rust");
    prettyplease::unparse(&file)
}
