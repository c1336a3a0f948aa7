//! Tests of the proof kit on schemas alone: what bundling, drawing and
//! comparing promise.

use crate::proof;
use crate::proof::comparison::compare_schemas;
use crate::proof::number::{beyond_limits, same_number};
use crate::proof::{Comparison, Sources, Subject};
use schemars::JsonSchema;
use serde_json::{Value, json};

fn verdict(source: &Value, derived: &Value) -> Comparison {
    compare_schemas(source, derived, "Root", &Sources::new()).expect("two schemas")
}

/// Small schemas whose every keyword matters.
fn small_schemas() -> Vec<Value> {
    vec![
        json!({"type": "string", "minLength": 2, "maxLength": 5}),
        json!({"type": "string", "pattern": "^[A-Z]{3}$"}),
        json!({"enum": ["A", "B"]}),
        json!({"const": {"a": 1}}),
        json!({"type": "integer", "minimum": 1, "maximum": 9}),
        json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 1}),
        json!({"type": "integer", "multipleOf": 3}),
        json!({"type": ["string", "null"]}),
        json!({"type": "array", "minItems": 1, "maxItems": 4, "uniqueItems": true}),
        json!({"type": "array", "items": {"type": "string", "maxLength": 3}}),
        json!({"type": "array", "prefixItems": [{"type": "null"}], "items": false}),
        json!({"type": "array", "contains": {"type": "null"}, "minContains": 2, "maxContains": 3}),
        json!({"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}}}),
        json!({"type": "object", "properties": {"a": {"type": "null"}}, "additionalProperties": false}),
        json!({"type": "object", "additionalProperties": {"type": "boolean"}}),
        json!({"type": "object", "patternProperties": {"^x-": {"type": "boolean"}}}),
        json!({"type": "object", "propertyNames": {"maxLength": 4}}),
        json!({"type": "object", "minProperties": 1, "maxProperties": 3}),
        json!({"type": "object", "dependentRequired": {"a": ["b"]}}),
        json!({"type": "object", "dependentSchemas": {"a": {"required": ["b"]}}}),
        json!({"type": "object", "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}),
        json!({"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}),
        json!({"oneOf": [{"type": "string", "maxLength": 2}, {"type": "integer", "minimum": 3}]}),
        json!({"type": "string", "not": {"enum": ["x"]}}),
        json!({"allOf": [{"type": "string"}, {"minLength": 2}]}),
        json!({"type": "object", "if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {"required": ["c"]}}),
        json!({"type": "object", "allOf": [{"properties": {"a": true}}], "unevaluatedProperties": false}),
        json!({"type": "array", "allOf": [{"prefixItems": [true]}], "unevaluatedItems": false}),
        json!({"$ref": "#/$defs/a", "$defs": {"a": {"type": "string", "minLength": 1}}}),
    ]
}

/// Every schema with one keyword taken away, at any depth, and where it was.
fn deletions(schema: &Value) -> Vec<(String, Value)> {
    fn walk(whole: &Value, at: &str, out: &mut Vec<(String, Value)>) {
        let Some(Value::Object(members)) = whole.pointer(at) else {
            if let Some(Value::Array(items)) = whole.pointer(at) {
                for index in 0..items.len() {
                    walk(whole, &format!("{at}/{index}"), out);
                }
            }
            return;
        };
        let map = [
            "properties",
            "$defs",
            "patternProperties",
            "dependentSchemas",
            "dependentRequired",
        ]
        .iter()
        .any(|keyword| at.ends_with(&format!("/{keyword}")));
        for key in members.keys() {
            let mut less = whole.clone();
            if let Some(Value::Object(members)) = less.pointer_mut(at) {
                members.remove(key);
            }
            // Definitions and permissive parts assert nothing themselves.
            let empty = members[key] == json!(true) || key == "$defs" || at.ends_with("/$defs");
            if !empty {
                out.push((format!("{at}/{key}"), less));
            }
            if !["enum", "const", "required", "type"].contains(&key.as_str()) || map {
                walk(whole, &format!("{at}/{}", key.replace('/', "~1")), out);
            }
        }
    }
    let mut out = Vec::new();
    walk(schema, "", &mut out);
    out
}

#[test]
fn a_schema_equals_itself() {
    for schema in small_schemas() {
        let found = verdict(&schema, &schema);
        assert!(found.passed(), "{schema}: {found}");
    }
}

#[test]
fn a_schema_without_one_keyword_is_never_equal() {
    let mut tried = 0;
    for schema in small_schemas() {
        for (place, less) in deletions(&schema) {
            for (source, derived) in [(&schema, &less), (&less, &schema)] {
                tried += 1;
                match verdict(source, derived) {
                    Comparison::Different(difference) => {
                        assert!(
                            difference.witness.is_some(),
                            "no witness: {schema} without {place}"
                        );
                    }
                    other => panic!("{schema} without {place}: {other}"),
                }
            }
        }
    }
    assert!(tried > 120, "{tried}");
}

#[test]
fn older_drafts_compare_by_meaning() {
    let old = json!({
        "$schema": "http://json-schema.org/draft-04/schema#",
        "type": "object",
        "properties": {
            "a": {"type": "number", "minimum": 0, "exclusiveMinimum": true},
            "b": {"type": "array", "items": [{"type": "string"}], "additionalItems": false},
            "c": {"$ref": "#/definitions/c", "maxLength": 1}
        },
        "dependencies": {"a": ["b"], "b": {"required": ["c"]}},
        "definitions": {"c": {"type": "string"}}
    });
    let new = json!({
        "type": "object",
        "properties": {
            "a": {"type": "number", "exclusiveMinimum": 0},
            "b": {"type": "array", "prefixItems": [{"type": "string"}], "items": false},
            "c": {"type": "string"}
        },
        "dependentRequired": {"a": ["b"]},
        "dependentSchemas": {"b": {"required": ["c"]}}
    });
    let found = verdict(&old, &new);
    assert!(found.passed(), "{found}");
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Tree {
    name: String,
    #[schemars(with = "Vec<Branch>", default)]
    branches: Option<Vec<Branch>>,
}

#[derive(JsonSchema)]
#[allow(dead_code)]
struct Branch {
    tree: Box<Tree>,
}

#[test]
fn recursive_schemas_compare_however_they_are_cut() {
    let tree = |inner: Value| {
        json!({
            "type": "object",
            "required": ["name"],
            "properties": {
                "name": {"type": "string"},
                "branches": {"type": "array", "items": {
                    "type": "object", "required": ["tree"], "properties": {"tree": inner}
                }}
            }
        })
    };
    let derived = schemars::schema_for!(Tree).to_value();
    let to_root = tree(json!({"$ref": "#"}));
    let mut to_definition = json!({"$ref": "#/$defs/n~1ode"});
    to_definition["$defs"] = json!({"n/ode": tree(json!({"$ref": "#/$defs/n~1ode"}))});
    for source in [to_root, to_definition] {
        let found = verdict(&source, &derived);
        assert!(found.passed(), "{source}: {found}");
        let mut wrong = derived.clone();
        wrong["properties"]["name"] = json!({"type": ["string", "null"]});
        assert!(matches!(verdict(&source, &wrong), Comparison::Different(_)));
    }
}

#[test]
fn a_bundle_follows_every_kind_of_reference() {
    let sources = Sources::new()
        .with(
            "root",
            json!({
                "$id": "https://example.org/schemas/root.json",
                "properties": {
                    "dangling": {"$ref": "#/components/schemas/na~1me"},
                    "file": {"$ref": "other.json#/$defs/x"},
                    "id": {"$ref": "https://example.org/elsewhere/third"},
                    "relative": {"$ref": "../elsewhere/third#spot"},
                    "local": {"$ref": "#/$defs/with%20space"},
                    "self": {"$ref": "#"}
                },
                "$defs": {"with space": {"const": "local"}}
            }),
        )
        .with("na/me", json!({"const": "dangling"}))
        .with("other", json!({"$defs": {"x": {"const": "file"}}}))
        .with(
            "third",
            json!({
                "$id": "https://example.org/elsewhere/third",
                "const": "id",
                "$defs": {"spot": {"$anchor": "spot", "const": "relative"}}
            }),
        );
    let validator = sources
        .validator(&sources.bundle("root").expect("bundled"))
        .expect("a schema");
    for name in ["dangling", "file", "id", "relative", "local"] {
        assert!(validator.is_valid(&json!({ name: name })), "{name}");
        assert!(
            !validator.is_valid(&json!({"self": { name: "other" }})),
            "{name}"
        );
    }
    let lost = Sources::new()
        .with("a", json!({"$ref": "b.json"}))
        .bundle("a");
    assert!(lost.is_err_and(|error| error.contains("b.json")));
}

#[test]
fn every_constraint_of_every_small_schema_is_tried() {
    // Only the drawing is on trial here: the type takes anything.
    fn stand_in(text: &str) -> Result<String, String> {
        serde_json::from_str::<Value>(text)
            .map(|value| value.to_string())
            .map_err(|error| error.to_string())
    }
    for (number, schema) in small_schemas().into_iter().enumerate() {
        let sources = Sources::new().with("small", schema.clone());
        let subject = Subject {
            name: "small",
            rust: "Small",
            rewrite: stand_in,
            derived: || json!(true),
        };
        let found = proof::accept(&subject, &sources, 600, number as u64).expect("drawable");
        assert_eq!(found.coverage.missed(), [""; 0], "{schema}");
        assert!(
            found.valid >= 250,
            "{} of {} valid: {schema}",
            found.valid,
            found.documents
        );
        let kept = proof::round_trip(&subject, &sources, 200, 3).expect("drawable");
        assert!(
            kept.passed() && kept.documents == 200,
            "{schema}: {}",
            kept.report()
        );
    }
}

#[test]
fn an_asserted_format_is_a_constraint_and_an_annotation_is_none() {
    let formats = [
        "date-time",
        "date",
        "email",
        "hostname",
        "ipv4",
        "ipv6",
        "uri",
        "uuid",
        "regex",
    ];
    for format in formats {
        let schema = json!({"type": "string", "format": format});
        let notes = Sources::new().with("text", schema);
        let subject = Subject {
            name: "text",
            rust: "Text",
            rewrite: |text| {
                let read: Result<String, _> = serde_json::from_str(text);
                read.map(|text| json!(text).to_string())
                    .map_err(|error| error.to_string())
            },
            derived: || json!({"type": "string"}),
        };
        let found = proof::accept(&subject, &notes, 300, 1).expect("drawable");
        assert!(found.passed(), "{format}: {}", found.report());
        assert!(proof::compare(&subject, &notes).is_ok_and(|found| found.passed()));
        let asserted = notes.asserting_formats();
        let found = proof::accept(&subject, &asserted, 300, 1).expect("drawable");
        assert!(
            !found.passed() && found.coverage.missed().is_empty(),
            "{format}"
        );
        assert!(found.valid > 100, "{format}: {}", found.valid);
        assert!(proof::compare(&subject, &asserted).is_ok_and(|found| !found.passed()));
    }
}

#[test]
fn drawing_is_the_same_for_the_same_seed() {
    let schema =
        json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "number"}}});
    let texts = |seed| {
        let graph = proof::graph::Graph::new(&schema);
        let mut drawer = proof::draw::Drawer::new(&graph, seed);
        (0..50)
            .map(|_| drawer.valid(None).to_text(proof::text::Style::Compact))
            .collect::<Vec<_>>()
    };
    assert_eq!(texts(5), texts(5));
    assert_ne!(texts(5), texts(6));
}

#[test]
fn numbers_are_the_same_by_value_and_integers_by_form() {
    for (before, after) in [
        ("10000", "10000"),
        ("200.0", "200"),
        ("1e2", "100.0"),
        ("0.10", "0.1"),
        ("-0", "-0.0"),
        ("0.1000000000000000055511151231257827", "0.1"),
        ("123456789012345678901234567890", "1.2345678901234568e29"),
    ] {
        assert!(same_number(before, after), "{before} {after}");
    }
    for (before, after) in [
        ("10000", "10000.0"),
        ("9007199254740993", "9007199254740992"),
        ("19.99", "19.989999771118164"),
        ("1", "2"),
        ("0", "0.0"),
        ("1e-400", "0"),
    ] {
        assert!(!same_number(before, after), "{before} {after}");
    }
    assert!(beyond_limits("9223372036854775808") && !beyond_limits("9223372036854775807"));
    assert!(beyond_limits("9007199254740993.0") && !beyond_limits("9007199254740992.0"));
    assert!(beyond_limits("-9223372036854775808.5"));
    assert!(!beyond_limits("0.5") && !beyond_limits("4503599627370495.5"));
}

#[test]
fn a_payload_gets_a_verdict_or_a_reason() {
    let sources = Sources::new().with("small", json!({"type": "object"}));
    let subject = |rewrite| Subject {
        name: "small",
        rust: "Small",
        rewrite,
        derived: || json!(true),
    };
    let keeps = subject(|text| Ok(text.to_owned()));
    let drops = subject(|_| Ok("{}".to_owned()));
    assert_eq!(proof::payload(&keeps, &sources, r#"{"a": 1.0}"#), Ok(true));
    assert!(proof::payload(&keeps, &sources, "[]").is_err());
    assert!(proof::payload(&drops, &sources, r#"{"a": 1}"#).is_err());
}
