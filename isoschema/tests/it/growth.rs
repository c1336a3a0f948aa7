//! What is generated grows no faster than the schema that it is made of.
//!
//! Work is counted, not timed: `benches/benches/growth.rs` measures.

use isoschema::Generator;
use isoschema::config::Support;
use serde_json::{Map, Value, json};

/// A schema in which one thing grows.
type Growing = fn(usize) -> Value;

fn map(count: usize, member: impl Fn(usize) -> (String, Value)) -> Value {
    Value::Object((0..count).map(member).collect::<Map<_, _>>())
}

fn list(count: usize, item: impl Fn(usize) -> Value) -> Value {
    (0..count).map(item).collect()
}

fn object(member: String) -> Value {
    json!({ "type": "object", "properties": { member: { "type": "string" } } })
}

/// Definitions that each refer to the one before.
fn extensions(count: usize, extended: impl Fn(String, usize) -> Value) -> Value {
    let name = |index: usize| format!("Level{index}");
    json!({
        "$ref": format!("#/$defs/{}", name(count - 1)),
        "$defs": map(count, |index| (name(index), match index {
            0 => object("member0".to_owned()),
            _ => extended(format!("#/$defs/{}", name(index - 1)), index),
        })),
    })
}

const GROWING: &[(&str, Growing)] = &[
    (
        "codes",
        |count| json!({ "enum": list(count, |index| json!(format!("CODE_{index}"))) }),
    ),
    ("values", |count| {
        let value = |index| match index % 3 {
            0 => json!(index),
            1 => json!([index]),
            _ => json!(format!("code{index}")),
        };
        json!({ "enum": list(count, value) })
    }),
    ("members", |count| {
        let member = |index| {
            (
                format!("member{index}"),
                json!({ "type": ["string", "null"] }),
            )
        };
        json!({ "type": "object", "properties": map(count, member) })
    }),
    (
        "required",
        |count| json!({ "type": "object", "required": list(count, |index| json!(format!("member{index}"))) }),
    ),
    ("dependentRequired", |count| {
        let needs = |index| (format!("member{index}"), json!([format!("other{index}")]));
        json!({ "type": "object", "dependentRequired": map(count, needs) })
    }),
    ("patternProperties", |count| {
        let bag = |index| {
            (
                format!("^p{index}_"),
                json!({ "type": "string", "maxLength": index }),
            )
        };
        json!({ "type": "object", "patternProperties": map(count, bag) })
    }),
    (
        "definitions",
        |count| json!({ "$defs": map(count, |index| (format!("Thing{index}"), object("a".to_owned()))) }),
    ),
    ("documented codes", |count| {
        let arm = |index| json!({ "const": format!("CODE_{index}"), "description": "A code." });
        json!({ "oneOf": list(count, arm) })
    }),
    ("conditions on a member", |count| {
        let condition = |index| {
            json!({
                "if": { "properties": { "kind": { "const": format!("kind{index}") } } },
                "then": object(format!("member{index}")),
            })
        };
        json!({
            "type": "object",
            "required": ["kind"],
            "properties": { "kind": { "type": "string" }, "shared": { "type": "string" } },
            "allOf": list(count, condition),
        })
    }),
    ("told by a member", |count| {
        let arm = |index| {
            let member = format!("member{index}");
            json!({
                "type": "object",
                "required": [member],
                "properties": { member: { "type": "string" } },
                "additionalProperties": false,
            })
        };
        json!({ "oneOf": list(count, arm) })
    }),
    ("oneOf", |count| {
        let arm = |index| {
            let kind = json!({ "const": format!("kind{index}") });
            json!({ "type": "object", "required": ["kind"], "properties": { "kind": kind } })
        };
        json!({ "oneOf": list(count, arm) })
    }),
    (
        "anyOf",
        |count| json!({ "anyOf": list(count, |index| json!({ "type": "string", "pattern": format!("^{index}$") })) }),
    ),
    (
        "allOf",
        |count| json!({ "allOf": list(count, |index| object(format!("member{index}"))) }),
    ),
    ("allOf in allOf", |count| {
        (0..count).fold(
            object("member".to_owned()),
            |inner, index| json!({ "allOf": [inner, object(format!("member{index}"))] }),
        )
    }),
    ("allOf of a definition", |count| {
        extensions(
            count,
            |base, index| json!({ "allOf": [{ "$ref": base }, object(format!("member{index}"))] }),
        )
    }),
    ("$ref with siblings", |count| {
        extensions(
            count,
            |base, index| json!({ "$ref": base, "properties": { format!("member{index}"): { "type": "integer" } } }),
        )
    }),
    ("a ring of anyOf", |count| {
        let name = |index: usize| format!("Link{}", index % count);
        let next = |index| json!({ "$ref": format!("#/$defs/{}", name(index + 1)) });
        let link = |index| {
            let arms = json!([object(format!("member{index}")), next(index)]);
            (name(index), json!({ "anyOf": arms }))
        };
        json!({ "$ref": "#/$defs/Link0", "$defs": map(count, link) })
    }),
    ("many rings of anyOf in one", |count| {
        let next = |index: usize| json!({ "$ref": format!("#/$defs/Link{}", index % count) });
        let link = |index| {
            let arms = json!([next(index + 1), next(index + 2), { "type": "string" }]);
            (format!("Link{index}"), json!({ "anyOf": arms }))
        };
        json!({ "$ref": "#/$defs/Link0", "$defs": map(count, link) })
    }),
    ("uses of a long chain", |count| {
        let mut schema = extensions(
            count,
            |base, index| json!({ "allOf": [{ "$ref": base }], "maxProperties": index + 9 }),
        );
        let end = json!({ "$ref": schema["$ref"].take() });
        let list = |index| {
            let used = json!({ "type": "array", "items": end });
            (format!("use{index}"), used)
        };
        json!({ "type": "object", "properties": map(count, list), "$defs": schema["$defs"].take() })
    }),
    ("uses of a chain that no one keyword sums up", |count| {
        let mut schema = extensions(count, |base, index| {
            let other = ["null", "boolean", "array"][index % 3];
            json!({ "allOf": [{ "$ref": base }], "type": ["string", other], "maxLength": index + 9 })
        });
        schema["$defs"]["Level0"] = json!({ "type": ["string", "integer"] });
        let end = json!({ "$ref": schema["$ref"].take() });
        let list = |index| {
            let used = json!({ "type": "array", "items": end });
            (format!("use{index}"), used)
        };
        json!({ "type": "object", "properties": map(count, list), "$defs": schema["$defs"].take() })
    }),
    ("objects in objects", |count| {
        (0..count).fold(
            json!({ "type": "string" }),
            |inner, _| json!({ "type": "object", "properties": { "inner": inner } }),
        )
    }),
];

/// How many lines a schema's module has.
fn lines(schema: &Value) -> usize {
    let generated = Generator::new()
        .text("thing.json", schema.to_string())
        .support(Support::Module("crate::support".to_owned()))
        .generate();
    generated.map_or(0, |generated| generated.text.lines().count())
}

#[test]
fn lines_grow_as_the_schema_does() {
    for (name, schema) in GROWING {
        let [once, twice] = [100, 200].map(|count| lines(&schema(count)));
        assert!(once > 0 && twice > 0, "{name}: nothing is generated");
        assert!(
            twice * 10 <= once * 22,
            "{name}: {once} lines, then {twice}"
        );
    }
}
