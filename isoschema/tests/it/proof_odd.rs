//! Tests of the proof kit on schemas that leave little or nothing to draw: it
//! ends, and says what it found.

use crate::proof;
use crate::proof::{Comparison, Sources, Subject};
use serde_json::{Value, json};

/// What the checks say of a type that takes and writes back every text.
fn outcomes(subject: &Subject, sources: &Sources) -> String {
    let accept = proof::accept(subject, sources, 100, 1).map_or("no verdicts", |found| {
        assert!(found.documents > 0);
        assert_eq!(found.disagreed, found.invalid, "{}", found.report());
        match (found.valid, found.invalid) {
            (0, _) => "none fit",
            (_, 0) => "all fit",
            _ => "some fit",
        }
    });
    let back = proof::round_trip(subject, sources, 20, 1).map_or("nothing", |found| {
        assert!(found.passed(), "{}", found.report());
        match found.documents {
            0 => "none",
            20 => "20",
            _ => "a few",
        }
    });
    let twice = proof::duplicates(subject, sources, 20, 1).map_or("nothing", |found| {
        assert_eq!(found.taken, found.documents);
        if found.documents == 0 { "none" } else { "some" }
    });
    let compared = match proof::compare(subject, sources) {
        Ok(Comparison::Equal) => "equal",
        Ok(Comparison::Different(_)) => "different",
        Ok(Comparison::Undecided(_)) => "undecided",
        Ok(Comparison::TooLarge(_)) => "too large",
        Err(_) => "incomparable",
    };
    format!("{accept}; {back} written back; {twice} with a repeated member; {compared}")
}

#[test]
fn schemas_that_nothing_meets_end() {
    let all = "some fit; 20 written back; none with a repeated member; equal";
    let some = "some fit; 20 written back; some with a repeated member; different";
    let few = "some fit; a few written back; none with a repeated member; different";
    let none = "none fit; none written back; none with a repeated member; different";
    let nothing = "no verdicts; nothing written back; nothing with a repeated member; incomparable";
    let odd = [
        (json!(true), all),
        (json!(false), none),
        (json!({"enum": []}), none),
        (json!({"not": {}}), none),
        (json!({"oneOf": [true, true]}), none),
        (json!({"anyOf": [false]}), none),
        (json!({"$ref": "#"}), all),
        (
            json!({"required": ["a", "b"], "properties": {"a": {"$ref": "#"}, "b": {"$ref": "#"}}}),
            some,
        ),
        (
            json!({"type": "array", "minItems": 3, "items": {"$ref": "#"}}),
            none,
        ),
        (
            json!({"type": "array", "minItems": 3_000, "maxItems": 3_000}),
            some,
        ),
        (
            json!({"type": "string", "minLength": 9_000, "pattern": "^(a+)+$"}),
            none,
        ),
        (json!({"type": "integer", "minimum": 5, "maximum": 4}), none),
        (json!({"type": "number", "multipleOf": 1e300}), few),
        (
            json!({"pattern": "((((", "$comment": "no pattern at all"}),
            nothing,
        ),
    ];
    for (schema, expected) in odd {
        let sources = Sources::new().with("odd", schema.clone());
        let subject = Subject {
            name: "odd",
            rust: "Odd",
            rewrite: |text| Ok(text.to_owned()),
            derived: || json!(true),
        };
        assert_eq!(outcomes(&subject, &sources), expected, "{schema}");
    }
}

/// Conditions on members of their own: each doubles the cases.
fn conditions() -> Value {
    let conditions = (0..20).map(|at| {
        let (member, other) = (format!("a{at}"), format!("b{at}"));
        json!({"if": {"properties": {member: {"const": at}}}, "then": {"required": [other]}})
    });
    json!({"allOf": conditions.collect::<Vec<_>>()})
}

#[test]
fn what_is_too_large_for_a_canonical_form_is_left_to_documents() {
    let sources = Sources::new().with("large", conditions());
    let mut subject = Subject {
        name: "large",
        rust: "Large",
        rewrite: |text| Ok(text.to_owned()),
        derived: conditions,
    };
    let found = proof::compare(&subject, &sources);
    assert!(matches!(found, Ok(Comparison::TooLarge(_))), "{found:?}");

    // A document that contradicts it is seen all the same.
    subject.derived = || json!(true);
    let found = proof::compare(&subject, &sources);
    assert!(matches!(found, Ok(Comparison::Different(_))), "{found:?}");
}
