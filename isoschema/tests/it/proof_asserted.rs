//! What a configuration leaves an annotation asserts nothing in the proof
//! either, whatever draft a schema is of; what it asserts is asked for.

use crate::proof;
use crate::proof::{Asserted, Formats, Sources, Subject};
use serde_json::{Value, json};

const DRAFTS: [&str; 3] = [
    "http://json-schema.org/draft-07/schema#",
    "https://json-schema.org/draft/2019-09/schema",
    "https://json-schema.org/draft/2020-12/schema",
];

/// An object of two members.
fn pair(a: &Value, b: &Value) -> Value {
    json!({"type": "object", "properties": {"a": a, "b": b}, "required": ["a", "b"]})
}

/// A type that takes what fits a schema.
fn rewritten(text: &str, schema: &Value) -> Result<String, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(schema).map_err(|error| error.to_string())?;
    let verdict = validator.validate(&value);
    verdict.map_err(|error| error.to_string())?;
    Ok(text.to_owned())
}

fn subject(rewrite: fn(&str) -> Result<String, String>) -> Subject {
    Subject {
        name: "pair",
        rust: "Pair",
        rewrite,
        derived: || json!({}),
    }
}

/// Whether a type and a schema of each draft agree.
fn agree(subject: &Subject, schema: &Value, asserted: Asserted) -> Vec<bool> {
    let of = |draft: &&str| {
        let mut schema = schema.clone();
        schema["$schema"] = (*draft).into();
        let sources = Sources::new().with("pair", schema).asserting(asserted);
        let found = proof::accept(subject, &sources, 400, 1).expect("drawable");
        assert!(found.valid > 0 && found.invalid > 0, "{draft}");
        found.passed()
    };
    DRAFTS.iter().map(of).collect()
}

/// Texts of which two are in base64 and hold JSON.
fn codes() -> Value {
    json!({"enum": ["e30=", "MQ==", "{}", "%%"]})
}

/// The same, and what they hold; a member with such a name is no keyword.
fn contents() -> Value {
    let mut codes = codes();
    codes["contentEncoding"] = "base64".into();
    codes["contentMediaType"] = "application/json".into();
    pair(
        &codes,
        &json!({"properties": {"contentEncoding": {"type": "null"}}}),
    )
}

fn unlooked() -> Value {
    pair(
        &codes(),
        &json!({"properties": {"contentEncoding": {"type": "null"}}}),
    )
}

#[test]
fn what_texts_hold() {
    let any = subject(|text| rewritten(text, &unlooked()));
    let looked_into = subject(|text| {
        let mut schema = contents();
        schema["$schema"] = DRAFTS[0].into();
        rewritten(text, &schema)
    });
    let annotations = Asserted::default();
    let asserted = Asserted {
        content: true,
        ..annotations
    };
    assert_eq!(agree(&any, &contents(), annotations), [true; 3]);
    assert_eq!(agree(&any, &contents(), asserted), [false; 3]);
    assert_eq!(agree(&looked_into, &contents(), asserted), [true; 3]);
    assert_eq!(agree(&looked_into, &contents(), annotations), [false; 3]);
}

/// A date and an address, of which the formats assert that are named.
fn formats(a: &str, b: &str) -> Value {
    let text = |format: &str| match format {
        "" => json!({"type": "string"}),
        format => json!({"type": "string", "format": format}),
    };
    pair(&text(a), &text(b))
}

#[test]
fn named_formats() {
    let any = subject(|text| rewritten(text, &formats("", "")));
    let dated = subject(|text| rewritten(text, &formats("date", "")));
    let schema = formats("date", "ipv4");
    let of = |formats| Asserted {
        formats,
        content: false,
    };
    assert_eq!(agree(&any, &schema, of(Formats::None)), [true; 3]);
    assert_eq!(
        agree(&any, &schema, of(Formats::Named(&["date"]))),
        [false; 3]
    );
    assert_eq!(
        agree(&dated, &schema, of(Formats::Named(&["date"]))),
        [true; 3]
    );
    assert_eq!(agree(&dated, &schema, of(Formats::All)), [false; 3]);
}

/// A format that came with a later draft than the schema's is asserted all the same.
#[test]
fn formats_of_later_drafts() {
    let schema = json!({"$schema": "http://json-schema.org/draft-04/schema#", "format": "uuid"});
    let fits = |formats, text: &str| {
        let asserted = Asserted {
            formats,
            content: false,
        };
        let validator = asserted.validator(&schema).expect("a schema");
        validator.is_valid(&text.into())
    };
    let uuid = "f308a72c-fa84-11eb-9a03-0242ac130003";
    assert!(fits(Formats::All, uuid) && !fits(Formats::All, "no such text"));
    assert!(fits(Formats::None, "no such text"));
}
