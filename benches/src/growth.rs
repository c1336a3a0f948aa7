//! Schemas in which one thing grows, for measurements of the generator.

use serde_json::{Map, Value, json};

/// What grows.
#[derive(Debug, Clone, Copy)]
pub enum Growing {
    /// The codes of an `enum`.
    Codes,
    /// The values of an `enum` of texts, numbers, lists and objects.
    Values,
    /// The members of an object, all of them required.
    Members,
    /// The arms of a `oneOf` of objects.
    Arms,
    /// Definitions that each extend the one before by `allOf`.
    Extensions,
    /// `allOf` inside `allOf`.
    Nested,
}

impl Growing {
    /// Everything that grows.
    pub const ALL: [Self; 6] = [
        Self::Codes,
        Self::Values,
        Self::Members,
        Self::Arms,
        Self::Extensions,
        Self::Nested,
    ];

    /// What it is called in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Codes => "codes",
            Self::Values => "values",
            Self::Members => "members",
            Self::Arms => "arms",
            Self::Extensions => "extensions",
            Self::Nested => "nested",
        }
    }

    /// A schema with so many.
    #[must_use]
    pub fn schema(self, count: usize) -> Value {
        match self {
            Self::Codes => json!({ "enum": list(count, |index| json!(format!("CODE_{index}"))) }),
            Self::Values => json!({ "enum": list(count, value) }),
            Self::Members => json!({
                "type": "object",
                "properties": map(count, |index| (format!("member{index}"), json!({ "type": "string" }))),
                "required": list(count, |index| json!(format!("member{index}"))),
            }),
            Self::Arms => json!({ "oneOf": list(count, arm) }),
            Self::Extensions => json!({
                "$ref": format!("#/$defs/Level{}", count.saturating_sub(1)),
                "$defs": map(count, |index| (format!("Level{index}"), extension(index))),
            }),
            Self::Nested => (0..count).fold(json!({ "type": "object" }), |inner, index| {
                let member = format!("member{index}");
                json!({ "allOf": [inner], "properties": { member: { "type": "string" } } })
            }),
        }
    }
}

fn list(count: usize, item: impl Fn(usize) -> Value) -> Value {
    (0..count).map(item).collect()
}

fn map(count: usize, member: impl Fn(usize) -> (String, Value)) -> Value {
    Value::Object((0..count).map(member).collect::<Map<_, _>>())
}

fn value(index: usize) -> Value {
    match index % 4 {
        0 => json!(format!("TEXT_{index}")),
        1 => json!(index),
        2 => json!([index, "item"]),
        _ => json!({ "member": index }),
    }
}

fn arm(index: usize) -> Value {
    json!({
        "type": "object",
        "required": ["kind"],
        "properties": {
            "kind": { "const": format!("kind{index}") },
            "note": { "type": "string" },
        },
    })
}

fn extension(index: usize) -> Value {
    let member = format!("member{index}");
    let own = json!({ "type": "object", "properties": { member: { "type": "string" } } });
    match index.checked_sub(1) {
        Some(base) => json!({ "allOf": [{ "$ref": format!("#/$defs/Level{base}") }, own] }),
        None => own,
    }
}
