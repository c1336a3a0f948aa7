//! The same schema with a change, as people make it: of what it says, or of where its
//! definitions stand.

use fastrand::Rng;
use serde_json::{Map, Value, json};

use super::schemas::{Drawing, name, value};

/// The same with one change of what is said, the same said in other definitions, or both.
pub(super) fn changed(schema: &Value, rng: &mut Rng) -> Value {
    let has_definitions = schema.get("$defs").is_some();
    match rng.u8(..4) {
        0 if has_definitions => arranged(schema, rng),
        1 if has_definitions => said(&arranged(schema, rng), "", rng),
        _ => said(schema, "", rng),
    }
}

/// The same with one change of what a definition says.
pub(super) fn definition_changed(schema: &Value, rng: &mut Rng) -> Value {
    said(schema, "/$defs/", rng)
}

/// The same values, by other definitions: one has another name, has a twin, or is written
/// out where it is referred to.
fn arranged(schema: &Value, rng: &mut Rng) -> Value {
    let mut out = schema.clone();
    let Some(Value::Object(definitions)) = out.get_mut("$defs") else {
        return out;
    };
    let names: Vec<String> = definitions.keys().cloned().collect();
    let name = &names[rng.usize(..names.len())];
    let (body, other) = (definitions[name].clone(), format!("{name}_other"));
    let old = json!(format!("#/$defs/{name}"));
    let new = json!({ "$ref": format!("#/$defs/{other}") });
    match rng.u8(..3) {
        0 => {
            definitions.remove(name);
            definitions.insert(other, body);
            referring(&mut out, &old, &mut |_| Some(new.clone()));
        }
        1 => {
            definitions.insert(other, body);
            referring(&mut out, &old, &mut |_| rng.bool().then(|| new.clone()));
        }
        _ => referring(&mut out, &old, &mut |_| rng.bool().then(|| body.clone())),
    }
    out
}

/// Puts something else wherever a schema refers to a definition.
fn referring(schema: &mut Value, target: &Value, other: &mut dyn FnMut(&Value) -> Option<Value>) {
    if schema.get("$ref") == Some(target) {
        if let Some(other) = other(schema) {
            *schema = other;
        }
        return;
    }
    match schema {
        Value::Object(members) => {
            let inside = members.values_mut();
            inside.for_each(|inner| referring(inner, target, other));
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|inner| referring(inner, target, other)),
        _ => {}
    }
}

/// The same with one change of what is said at a place that begins so.
fn said(schema: &Value, within: &str, rng: &mut Rng) -> Value {
    let mut out = schema.clone();
    let mut places = Vec::new();
    places_of(&out, String::new(), &mut places);
    places.retain(|place| place.starts_with(within));
    if places.is_empty() {
        return out;
    }
    let place = &places[rng.usize(..places.len())];
    let names = out.get("$defs").and_then(Value::as_object);
    let names: Vec<String> = names.into_iter().flat_map(Map::keys).cloned().collect();
    // A definition that leads to another one on the same value may lead back.
    let mut drawing = Drawing { rng, names };
    let Some(Value::Object(members)) = out.pointer_mut(place) else {
        return out;
    };
    let keywords: Vec<String> = members
        .keys()
        .filter(|it| *it != "$defs")
        .cloned()
        .collect();
    if keywords.is_empty() {
        return out;
    }
    let keyword = &keywords[drawing.rng.usize(..keywords.len())];
    match (members.get_mut(keyword), drawing.rng.u8(..4)) {
        (Some(Value::Number(number)), 0..3) => {
            let by = [-1, 1][drawing.rng.usize(..2)];
            let least = i64::from(keyword == "multipleOf");
            let near = number.as_i64().unwrap_or_default() + by;
            let is_free = keyword == "minimum" || keyword == "exclusiveMaximum";
            let near = if is_free { near } else { near.max(least) };
            members.insert(keyword.clone(), near.into());
        }
        (Some(Value::Array(values)), 0..2) if keyword == "enum" || keyword == "required" => {
            let more = if keyword == "enum" {
                value(drawing.rng, 0)
            } else {
                name(drawing.rng).into()
            };
            if !values.contains(&more) {
                values.push(more);
            }
        }
        (_, 0..2) if keywords.len() > 1 => _ = members.remove(keyword),
        (_, 2) => {
            if let Value::Object(more) = drawing.schema(0) {
                for (keyword, value) in more {
                    members.entry(keyword).or_insert(value);
                }
            }
        }
        _ => {
            let mut other = drawing.schema(1);
            if let Some(there) = out.pointer_mut(place) {
                if let (Some(definitions), Value::Object(members)) =
                    (there.get("$defs"), &mut other)
                {
                    members.insert("$defs".to_owned(), definitions.clone());
                }
                *there = other;
            }
        }
    }
    out
}

/// The places of schemas in a drawn one.
fn places_of(schema: &Value, here: String, out: &mut Vec<String>) {
    let Value::Object(members) = schema else {
        return;
    };
    for (keyword, value) in members {
        let inside = format!("{here}/{keyword}");
        match (keyword.as_str(), value) {
            (
                "properties" | "patternProperties" | "dependentSchemas" | "$defs",
                Value::Object(named),
            ) => {
                for (name, schema) in named {
                    places_of(schema, format!("{inside}/{name}"), out);
                }
            }
            ("anyOf" | "oneOf" | "allOf" | "prefixItems", Value::Array(arms)) => {
                for (index, schema) in arms.iter().enumerate() {
                    places_of(schema, format!("{inside}/{index}"), out);
                }
            }
            (
                "items"
                | "contains"
                | "additionalProperties"
                | "propertyNames"
                | "not"
                | "if"
                | "then"
                | "else",
                schema,
            ) => places_of(schema, inside, out),
            _ => {}
        }
    }
    out.push(here);
}
