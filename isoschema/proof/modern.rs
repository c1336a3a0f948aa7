//! One schema → the same in the words of draft 2020-12, and in as few as
//! there are: what two ways of writing say alike is written in one.

use serde_json::{Map, Value, json};

use super::bundle::Draft;
use super::regular::{Language, outside};

/// The drafts that brought keywords; before, these are nothing.
const SINCE: [(Draft, &[&str]); 4] = [
    (Draft::Six, &["const", "contains", "propertyNames"]),
    (Draft::Seven, &["if", "then", "else"]),
    (
        Draft::Nineteen,
        &[
            "minContains",
            "maxContains",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedItems",
            "unevaluatedProperties",
        ],
    ),
    (Draft::Twenty, &["prefixItems"]),
];

/// Older spellings to those of draft 2020-12.
pub(super) fn modernize(schema: &mut Map<String, Value>, draft: Draft, formats: bool) {
    for (since, keywords) in SINCE {
        if draft < since {
            schema.retain(|keyword, _| !keywords.contains(&keyword.as_str()));
        }
    }
    if !formats {
        schema.remove("format");
    }
    if schema.get("items").is_some_and(Value::is_array) {
        let rest = schema.remove("additionalItems");
        if let Some(prefix) = schema.remove("items") {
            schema.insert("prefixItems".to_owned(), prefix);
        }
        if let Some(rest) = rest {
            schema.insert("items".to_owned(), rest);
        }
    } else {
        schema.remove("additionalItems");
    }
    for (exclusive, plain) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if let Some(Value::Bool(strict)) = schema.get(exclusive) {
            let strict = *strict;
            schema.remove(exclusive);
            if let (true, Some(bound)) = (strict, schema.get(plain).cloned()) {
                schema.remove(plain);
                schema.insert(exclusive.to_owned(), bound);
            }
        }
    }
    if let Some(Value::Object(rules)) = schema.remove("dependencies") {
        let (lists, schemas): (Map<_, _>, Map<_, _>) =
            rules.into_iter().partition(|(_, rule)| rule.is_array());
        for (key, map) in [("dependentRequired", lists), ("dependentSchemas", schemas)] {
            if !map.is_empty() {
                schema.insert(key.to_owned(), Value::Object(map));
            }
        }
    }
    if !schema.contains_key("if") {
        schema.remove("then");
        schema.remove("else");
    }
}

/// Keywords that say what others say more plainly.
pub(super) fn simplify(schema: &mut Map<String, Value>, draft: Draft) {
    one_value(schema);
    let Some(contained) = schema.get("contains").cloned() else {
        schema.remove("minContains");
        schema.remove("maxContains");
        return every_name(schema);
    };
    let is_none = |keyword| count(schema, keyword) == Some(0);
    if is_none("minContains") && is_none("maxContains") {
        for keyword in ["contains", "minContains", "maxContains"] {
            schema.remove(keyword);
        }
        // It has looked at no item.
        let none = json!({"not": {"not": {"items": {"not": contained}}}});
        add(schema, vec![none]);
        return every_name(schema);
    }
    let is_any = contained == Value::Bool(true) || contained == json!({});
    let is_each = !schema.contains_key("prefixItems") && schema.get("items") == Some(&contained);
    if is_any || is_each {
        // Every item is one: they are counted.
        let own = (count(schema, "minItems"), count(schema, "maxItems"));
        let of_them = (count(schema, "minContains"), count(schema, "maxContains"));
        for keyword in ["contains", "minContains", "maxContains"] {
            schema.remove(keyword);
        }
        let least = of_them.0.unwrap_or(1).max(own.0.unwrap_or(0));
        schema.insert("minItems".to_owned(), least.into());
        if let Some(most) = [own.1, of_them.1].into_iter().flatten().min() {
            schema.insert("maxItems".to_owned(), most.into());
        }
        // It has looked at all items, for `unevaluatedItems`.
        if draft > Draft::Nineteen {
            schema.entry("items").or_insert(Value::Bool(true));
        }
    }
    every_name(schema);
}

/// The one array or object that fits, by its items or members, as other schemas
/// tell theirs.
fn one_value(schema: &mut Map<String, Value>) {
    let of_enum = |schema: &Map<String, Value>| match schema.get("enum")?.as_array()?.as_slice() {
        [one] => Some(one.clone()),
        _ => None,
    };
    let constant = schema.get("const").cloned();
    for (keyword, value) in [("const", constant), ("enum", of_enum(schema))] {
        let Some(value) = value.filter(|value| value.is_array() || value.is_object()) else {
            continue;
        };
        schema.remove(keyword);
        // It has looked at nothing inside.
        add(schema, vec![json!({ "not": { "not": composed(&value) } })]);
    }
}

/// The schema that one value fits.
fn composed(value: &Value) -> Value {
    match value {
        Value::Array(items) if items.is_empty() => json!({ "type": "array", "maxItems": 0 }),
        Value::Array(items) => json!({
            "type": "array",
            "prefixItems": items.iter().map(composed).collect::<Vec<_>>(),
            "items": false,
            "minItems": items.len(),
        }),
        Value::Object(members) => json!({
            "type": "object",
            "properties": members
                .iter()
                .map(|(name, value)| (name.clone(), composed(value)))
                .collect::<Map<_, _>>(),
            "required": members.keys().collect::<Vec<_>>(),
            "additionalProperties": false,
        }),
        scalar => json!({ "const": scalar }),
    }
}

fn count(schema: &Map<String, Value>, keyword: &str) -> Option<u64> {
    let value = schema.get(keyword)?;
    let whole = value.as_u64();
    // `2.0` is a count as well.
    whole.or_else(|| value.to_string().strip_suffix(".0")?.parse().ok())
}

/// A pattern that every name has says what `additionalProperties` says of an
/// object without any declared ones, and leaves none to that keyword.
fn every_name(schema: &mut Map<String, Value>) {
    let Some(Value::Object(patterns)) = schema.get_mut("patternProperties") else {
        return;
    };
    let (every, some): (Map<_, _>, Map<_, _>) = std::mem::take(patterns)
        .into_iter()
        .partition(|(pattern, _)| is_in_every_text(pattern));
    *patterns = some;
    if patterns.is_empty() {
        schema.remove("patternProperties");
    }
    if every.is_empty() {
        return;
    }
    schema.remove("additionalProperties");
    let parts = every.into_iter();
    let parts: Vec<Value> = parts
        .map(|(_, child)| json!({ "additionalProperties": child }))
        .collect();
    add(schema, parts);
}

/// More parts of a schema's `allOf`.
fn add(schema: &mut Map<String, Value>, mut parts: Vec<Value>) {
    match schema.get_mut("allOf") {
        Some(Value::Array(known)) => known.append(&mut parts),
        _ => _ = schema.insert("allOf".to_owned(), Value::Array(parts)),
    }
}

fn is_in_every_text(pattern: &str) -> bool {
    Language::of_pattern(pattern).is_ok_and(|found| outside(&[], &[&found]) == Ok(None))
}
