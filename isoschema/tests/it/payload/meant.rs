//! Payloads as they were probably meant: each is corrected so that it fits, or left as it is.

use serde_json::{Value, json};

use super::checked;

/// The tags, each with what its alternative asks for.
fn pets() -> Value {
    json!({
        "oneOf": [
            {"type": "object", "required": ["pet", "lives"], "properties": {"pet": {"const": "cat"}, "lives": {"type": "integer", "maximum": 9}}},
            {"type": "object", "required": ["pet", "bark"],
                "properties": {"pet": {"const": "dog"}, "bark": {"type": "boolean"}, "breed": {"enum": ["poodle", "pug"]}}}
        ]
    })
}

/// Told apart by the one member that each has.
fn paid() -> Value {
    json!({"oneOf": [
        {"type": "object", "required": ["card"], "properties": {"card": {"type": "string"}}, "additionalProperties": false},
        {"type": "object", "required": ["iban"], "properties": {"iban": {"type": "string"}}, "additionalProperties": false}
    ]})
}

#[test]
fn what_can_be_put_right_fits_then() {
    for (schema, payload, meant) in [
        // Two letters that changed places.
        (paid(), json!({"crad": "4111"}), json!({"card": "4111"})),
        // One that is missing, in the alternative that is not the first.
        (paid(), json!({"ibn": "DE12"}), json!({"iban": "DE12"})),
        // A tag, and then what the alternative finds.
        (
            pets(),
            json!({"pet": "dgo", "bark": "true", "breed": "pudle"}),
            json!({"pet": "dog", "bark": true, "breed": "poodle"}),
        ),
        (
            pets(),
            json!({"Pet": "cat", "lives": "3"}),
            json!({"pet": "cat", "lives": 3}),
        ),
        // A number in quotes, where numbers are listed or another alternative takes it.
        (json!({"enum": [1, 2, 3]}), json!("2"), json!(2)),
        (json!({"enum": ["1", "2"]}), json!(2), json!("2")),
        (
            json!({"anyOf": [{"type": "integer"}, {"enum": ["small", "large"]}]}),
            json!("5"),
            json!(5),
        ),
        // A code, and then what a condition finds by it.
        (
            json!({
                "properties": {"kind": {"enum": ["card", "cash"]}, "number": {"type": "string"}},
                "if": {"properties": {"kind": {"const": "card"}}},
                "then": {"required": ["number"]},
                "additionalProperties": false
            }),
            json!({"kind": "crad", "nubmer": "4111"}),
            json!({"kind": "card", "number": "4111"}),
        ),
        // The name of a member.
        (
            json!({"propertyNames": {"enum": ["street", "town"]}}),
            json!({"steet": 1}),
            json!({"street": 1}),
        ),
    ] {
        let outcome = checked(&schema, std::slice::from_ref(&payload));
        let corrected = outcome.corrected();
        let [one] = &corrected[..] else {
            panic!("{payload}: {corrected:?}");
        };
        assert!(one.fits, "{payload}: {one:?}");
        let line: Value = serde_json::from_str(&one.to_line()).expect("JSON");
        assert_eq!(line, meant);
    }
}

#[test]
fn what_was_not_meant_stays() {
    for (schema, payload) in [
        // A number above a limit is no text, though a text would fit.
        (
            json!({"anyOf": [{"type": "integer", "maximum": 3}, {"type": "string"}]}),
            json!(7),
        ),
        // No integer, and no text either.
        (
            json!({"type": "integer", "maximum": 9}),
            serde_json::from_str("18446744073709551616").expect("a number"),
        ),
        (json!({"enum": ["ab"]}), json!("ba")),
        (json!({"type": "boolean"}), json!("yes")),
        (paid(), json!({})),
        (json!({"enum": ["DONE", "OPEN"]}), json!("LOST")),
    ] {
        let outcome = checked(&schema, std::slice::from_ref(&payload));
        assert!(outcome.corrected().is_empty(), "{payload}");
    }
}

/// Of two alternatives with a constant each, the one whose constant is there is meant, and no other.
#[test]
fn one_of_two_is_told_by_its_constant() {
    let outcome = checked(&pets(), &[json!({"pet": "cat", "lives": 10})]);
    let told = outcome.payloads()[0].faults[0].told();
    assert_eq!(
        told[0].line(),
        "lives: 10 is above 9 [case.json#/oneOf/0/properties/lives/maximum]"
    );
}

#[test]
fn a_name_that_is_refused_is_said_to_be_one() {
    let schema = json!({"propertyNames": {"pattern": "^[a-z]+$"}});
    let outcome = checked(&schema, &[json!({"a": 1, "B": 2})]);
    let told = outcome.payloads()[0].faults[0].told();
    assert_eq!(
        told[0].line(),
        r#"(root), the name of a member: "B" does not match the pattern ^[a-z]+$ [case.json#/propertyNames/pattern]"#
    );
}

/// What is misspelt is no matter of the schemas: with their correction, a payload fits as
/// it was probably meant.
#[test]
fn what_is_misspelt_is_counted_apart_from_what_a_proposal_takes() {
    let schema =
        json!({"properties": {"level": {"enum": ["LOW", "HIGH"]}, "size": {"maximum": 3}}});
    let payloads = [json!({"level": "low", "size": 4}), json!({"size": 5})];
    let outcome = checked(&schema, &payloads);
    let suggestion = outcome.suggest();
    assert_eq!((suggestion.misfits, suggestion.misfits_as_meant), (1, 0));
}
