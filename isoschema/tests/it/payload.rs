//! Payloads against schemas: the summary, the proposals, which must accept
//! what was seen, and the codes beyond the schema.

mod alternatives;
mod meant;
mod streams;

use isoschema::payload::{Check, Outcome};
use serde_json::{Value, json};

fn checked(schema: &Value, payloads: &[Value]) -> Outcome {
    let mut check =
        Check::texts([("case.json", schema.to_string())], "case").expect("a schema that resolves");
    for (number, payload) in payloads.iter().enumerate() {
        check.text(&format!("{number}.json"), &payload.to_string());
    }
    check.finish()
}

#[test]
fn every_proposal_accepts_what_was_seen() {
    for (schema, payloads, patch) in [
        (
            json!({"type": "string"}),
            vec![json!(null), json!("a")],
            json!([{"op": "replace", "path": "/type", "value": ["string", "null"]}]),
        ),
        (
            json!({"type": "integer"}),
            vec![json!(1.5)],
            json!([{"op": "replace", "path": "/type", "value": "number"}]),
        ),
        (
            json!({"type": ["string", "null"]}),
            vec![json!(1), json!([])],
            json!([{"op": "replace", "path": "/type", "value": ["string", "null", "integer", "array"]}]),
        ),
        (
            json!({"properties": {"a": {"type": "string", "maxLength": 2}}}),
            vec![json!({"a": "xyz"}), json!({"a": "wxyz"})],
            json!([{"op": "remove", "path": "/properties/a/maxLength"}]),
        ),
        (
            json!({"enum": ["A"]}),
            vec![json!("B"), json!("C"), json!("B")],
            json!([
                {"op": "add", "path": "/enum/-", "value": "B"},
                {"op": "add", "path": "/enum/-", "value": "C"}
            ]),
        ),
        (
            // The kind hides the code: two rounds.
            json!({"type": "string", "enum": ["A"]}),
            vec![json!(null)],
            json!([
                {"op": "replace", "path": "/type", "value": ["string", "null"]},
                {"op": "add", "path": "/enum/-", "value": null}
            ]),
        ),
        (
            json!({"const": 1}),
            vec![json!(2)],
            json!([
                {"op": "remove", "path": "/const"},
                {"op": "add", "path": "/enum", "value": [1, 2]}
            ]),
        ),
        (
            json!({"required": ["a", "b", "c"]}),
            vec![json!({"c": 1, "b": 1}), json!({"c": 1, "a": 1})],
            json!([{"op": "replace", "path": "/required", "value": ["c"]}]),
        ),
        (
            json!({"required": ["a"]}),
            vec![json!({})],
            json!([{"op": "remove", "path": "/required"}]),
        ),
        (
            json!({"properties": {"a": {}}, "additionalProperties": false}),
            vec![json!({"b": 1})],
            json!([{"op": "remove", "path": "/additionalProperties"}]),
        ),
        (
            json!({"dependentRequired": {"a": ["b", "c"]}}),
            vec![json!({"a": 1, "c": 1})],
            json!([{"op": "replace", "path": "/dependentRequired/a", "value": ["c"]}]),
        ),
        (
            json!({"anyOf": [{"type": "null"}, {"type": "object", "required": ["a"]}]}),
            vec![json!({})],
            json!([{"op": "remove", "path": "/anyOf/1/required"}]),
        ),
        (
            json!({"items": {"$ref": "#/$defs/a~1b"}, "$defs": {"a/b": {"minimum": 3}}}),
            vec![json!([1, 2])],
            json!([{"op": "remove", "path": "/$defs/a~1b/minimum"}]),
        ),
        (
            json!({"uniqueItems": true, "maxItems": 1}),
            vec![json!([1, 1])],
            json!([
                {"op": "remove", "path": "/maxItems"},
                {"op": "remove", "path": "/uniqueItems"}
            ]),
        ),
    ] {
        let outcome = checked(&schema, &payloads);
        assert!(outcome.misfits() > 0, "{schema}");
        let suggestion = outcome.suggest();
        assert_eq!(suggestion.misfits, 0, "{schema}: {suggestion:#?}");
        assert_eq!(suggestion.overlays.len(), 1, "{schema}");
        let overlay = &suggestion.overlays[0];
        assert_eq!(overlay.schema, "case");
        assert_eq!(Value::from(overlay.patch.clone()), patch, "{schema}");
        assert!(overlay.reason.starts_with("seen in payloads: "));
    }
}

#[test]
fn what_is_forbidden_is_not_mended() {
    let outcome = checked(&json!({"not": {"type": "string"}}), &[json!("a"), json!(1)]);
    let suggestion = outcome.suggest();
    assert!(suggestion.overlays.is_empty());
    assert_eq!(suggestion.misfits, 1);
    assert!(outcome.suggest_to_text().contains("No overlay"));
}

#[test]
fn the_summary_counts_by_kind() {
    let schema = json!({"items": {"type": "integer", "minimum": 0}});
    let outcome = checked(&schema, &[json!([-1, -2, "x"]), json!([-3]), json!([1])]);
    let groups: Vec<_> = outcome
        .groups()
        .iter()
        .map(|group| (group.location.clone(), group.count, group.payloads))
        .collect();
    assert_eq!(
        groups,
        [
            ("case.json#/items/minimum".to_owned(), 3, 2),
            ("case.json#/items/type".to_owned(), 1, 1),
        ]
    );
    assert_eq!((outcome.misfits(), outcome.status()), (2, 1));
    let text = outcome.to_text(1, false);
    assert!(
        text.contains("0.json\n  [0]: -1 is below 0 [case.json#/items/minimum]\n  and 2 more\n"),
        "{text}"
    );
    assert!(
        text.contains("3x minimum case.json#/items/minimum, in 2 payloads"),
        "{text}"
    );
    assert!(
        text.ends_with("3 payloads checked against case: 1 fits, 2 do not\n"),
        "{text}"
    );
    let json = outcome.to_json(true, true);
    assert_eq!(json["payloads"][0]["faults"][2]["path"], "[2]");
    assert_eq!(json["misfitsWithOverlays"], 0);
}

#[test]
fn lines_are_payloads_and_what_is_no_json_does_not_fit() {
    let mut check = Check::texts([("case.json", r#"{"type": "object"}"#)], "case.json")
        .expect("a schema that resolves");
    check.lines("-", "{}\n\n[1]\n{\"a\": 1, \"a\": 2}\n{oops\n");
    let outcome = check.finish();
    let names: Vec<_> = outcome
        .payloads()
        .iter()
        .map(|payload| (payload.name.as_str(), payload.faults.len()))
        .collect();
    assert_eq!(names, [("-:3", 1), ("-:4", 1), ("-:5", 1)]);
    // What is no JSON cannot be mended.
    assert_eq!(outcome.suggest().misfits, 2);
}

#[test]
fn codes_beyond_the_schema_are_listed_with_what_would_open_the_enum() {
    let schema = json!({"properties": {"state": {"enum": ["A"]}}});
    let payloads = [
        json!({"state": "B"}),
        json!({"state": "C"}),
        json!({"state": "B"}),
    ];
    let outcome = checked(&schema, &payloads);
    let codes = outcome.codes();
    assert_eq!(codes.len(), 1);
    assert_eq!(codes[0].location, "case.json#/properties/state");
    assert_eq!(codes[0].codes["\"B\""], 2);
    let text = outcome.codes_to_text();
    assert!(text.contains("\"case#/properties/state\" = \""), "{text}");
}

#[test]
fn a_schema_that_is_not_there_is_named() {
    let problems = Check::texts([("order.json", "{}")], "ordr").expect_err("no such schema");
    assert!(problems.to_string().contains("`order`"), "{problems}");
}

fn shapes() -> Value {
    json!({"oneOf": [
        {
            "type": "object",
            "properties": {"shape": {"const": "circle"}, "radius": {"type": "number"}},
            "required": ["shape", "radius"],
            "additionalProperties": false
        },
        {
            "type": "object",
            "properties": {"shape": {"const": "square"}, "side": {"type": "number"}},
            "required": ["shape", "side"],
            "additionalProperties": false
        },
        {
            "type": "object",
            "properties": {"shape": {"enum": ["line", "point"]}, "at": {"type": "array"}},
            "required": ["shape"]
        },
        {"type": "null"}
    ]})
}

#[test]
fn what_was_not_meant_is_not_widened() {
    for (schema, payload) in [
        (shapes(), json!({"shape": "hexagon", "side": 1})),
        (json!({"enum": ["small", "large"]}), json!("lagre")),
        (
            json!({"properties": {"street": {}}, "additionalProperties": false}),
            json!({"stret": 1}),
        ),
        (
            json!({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}),
            json!({"c": 1}),
        ),
    ] {
        let suggestion = checked(&schema, std::slice::from_ref(&payload)).suggest();
        assert!(suggestion.overlays.is_empty(), "{payload}: {suggestion:?}");
    }
    // One more constant is one more code.
    let constants = json!({"oneOf": [{"const": "day"}, {"const": "week"}]});
    let suggestion = checked(&constants, &[json!("century")]).suggest();
    let patch = json!([{"op": "add", "path": "/oneOf/-", "value": {"const": "century"}}]);
    assert_eq!(Value::from(suggestion.overlays[0].patch.clone()), patch);
    assert_eq!(suggestion.misfits, 0);
}

#[test]
fn codes_are_found_in_every_list_of_codes() {
    let schema = json!({"properties": {
        "a": {"enum": [1, 2]},
        "b": {"oneOf": [{"const": "x-ray"}, {"const": "yankee"}]},
        "c": {"anyOf": [{"enum": ["one", "two"]}, {"type": "integer"}]},
        "d": shapes()
    }});
    let payload = json!({"a": 3, "b": "zulu", "c": "six", "d": {"shape": "hexagon"}});
    let codes = checked(&schema, &[payload]).codes();
    let found: Vec<_> = codes
        .iter()
        .map(|seen| {
            let codes: Vec<&str> = seen.codes.keys().map(String::as_str).collect();
            (seen.location.as_str(), codes.join(" "), seen.opens)
        })
        .collect();
    assert_eq!(
        found,
        [
            ("case.json#/properties/a", "3".to_owned(), false),
            ("case.json#/properties/b", r#""zulu""#.to_owned(), false),
            (
                "case.json#/properties/c/anyOf/0",
                r#""six""#.to_owned(),
                true
            ),
        ]
    );
}

#[test]
fn very_many_lines_are_judged_in_their_order_and_not_kept() {
    let schema = json!({"properties": {"n": {"maximum": 2_990}}}).to_string();
    let check = Check::texts([("case.json", schema)], "case").expect("a schema that resolves");
    let mut check = check.passing().most(3);
    let lines: Vec<String> = (0..3_000).map(|n| json!({"n": n}).to_string()).collect();
    let lines = lines.join("\n\n");
    check.stream("all.jsonl", lines.as_bytes()).expect("lines");
    check.lines("more.jsonl", "{\"n\": 1}\nnot JSON\n");
    let outcome = check.finish();
    assert_eq!((outcome.checked(), outcome.misfits()), (3_002, 10));
    let names: Vec<&str> = outcome
        .payloads()
        .iter()
        .map(|it| it.name.as_str())
        .collect();
    assert_eq!(
        names,
        ["all.jsonl:5983", "all.jsonl:5985", "all.jsonl:5987"]
    );
    let groups = outcome.groups();
    assert_eq!(
        (groups[0].count, groups[0].first.as_str()),
        (9, "all.jsonl:5983")
    );
    assert_eq!(
        (groups[1].count, groups[1].first.as_str()),
        (1, "more.jsonl:2")
    );
    let text = outcome.to_text(20, false);
    assert!(text.contains("and 7 payloads more"), "{text}");
}

#[test]
fn the_output_for_programs_is_as_its_schema_says() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/check.schema.json");
    let page = std::fs::read_to_string(page).expect("the schema");
    let schema: Value = serde_json::from_str(&page).expect("JSON");
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let several =
        json!({"properties": {"a": shapes(), "b": {"enum": ["x-ray", 1]}}, "required": ["a"]});
    for payloads in [
        vec![json!({"a": null})],
        vec![
            json!({"a": {"shape": "sqare"}, "b": 2}),
            json!({"a": {"shape": "circle", "radius": []}}),
            json!(1),
            json!({"b": "x"}),
        ],
    ] {
        let outcome = checked(&several, &payloads);
        for (suggest, codes) in [(false, false), (true, true)] {
            let output = outcome.to_json(suggest, codes);
            let faults: Vec<String> = validator
                .iter_errors(&output)
                .map(|it| it.to_string())
                .collect();
            assert!(faults.is_empty(), "{faults:?}\n{output:#}");
        }
    }
}
