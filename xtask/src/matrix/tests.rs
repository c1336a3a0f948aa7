//! Faults that are seeded into one module each: the matrix finds all of them,
//! and nothing in the modules without one.

use super::draw::Set;
use super::judge;
use super::meaning::{Document, Meaning};
use super::module::{Module, generate};
use super::proof::text::Doc;
use super::run::Run;
use super::settings::{PROGRAMS, Settings};
use crate::Failure;
use crate::programs::ask::Answer;
use crate::programs::compile;

const ORDER: &str = r#"{
  "type": "object",
  "required": ["code", "state"],
  "properties": {
    "code": { "type": "string", "maxLength": 3 },
    "state": { "enum": ["OPEN", "WON"] }
  },
  "additionalProperties": false
}"#;

fn set(schema: &str) -> Result<Set, Failure> {
    Ok(Set {
        seed: 1,
        documents: vec![("order".to_owned(), Doc::parse(schema)?)],
    })
}

/// The module of a number, of this schema under these settings.
fn made(schema: &str, settings: &Settings, number: usize) -> Result<Module, Failure> {
    generate(&set(schema)?, 0, settings, 0, number).map_err(|refusal| refusal.shown.into())
}

#[test]
fn seeded_faults_are_found() -> Result<(), Failure> {
    let plain = Settings::default();
    let borrowed = Settings {
        borrowed: true,
        layout: "modules",
        ..Settings::default()
    };
    let opened = Settings {
        meaning: Meaning {
            formats: false,
            opened: vec!["order#/properties/state".to_owned()],
        },
        ..Settings::default()
    };
    let mut limit = made(&ORDER.replace('3', "4"), &borrowed, 3)?;
    limit.settings = borrowed.clone();
    let mut closed = made(ORDER, &plain, 4)?;
    closed.settings = opened.clone();
    let mut warned = made(ORDER, &plain, 5)?;
    warned.files[0].1.push_str("\nfn nobody_calls_this() {}\n");
    let mut broken = made(ORDER, &plain, 6)?;
    broken.files[0].1.push_str("\nconst NEGATIVE: u8 = -1;\n");
    let modules = vec![
        made(ORDER, &plain, 0)?,
        made(ORDER, &borrowed, 1)?,
        made(ORDER, &opened, 2)?,
        limit,
        closed,
        warned,
        broken,
    ];
    let mut run = Run::new(&compile::folder(None, "matrix-seeded")?, vec![set(ORDER)?]);
    let made = modules
        .into_iter()
        .map(|module| (module.settings.clone(), module.program, Ok(module)));
    run.add(0, made.collect());
    run.build()?;
    run.judge(60)?;
    let findings = run.findings();
    let found = |text: &str| {
        findings
            .iter()
            .filter(|finding| finding.contains(text))
            .count()
    };
    assert_eq!(found("never used"), 1, "{findings:#?}");
    assert_eq!(found("cannot apply unary operator"), 1, "{findings:#?}");
    assert_eq!(found("invalid, but accepted"), 1, "{findings:#?}");
    assert_eq!(found("valid, but refused"), 1, "{findings:#?}");
    assert_eq!(findings.len(), 4, "{findings:#?}");
    assert!(run.conclude().is_err());
    Ok(())
}

#[test]
fn what_an_answer_loses_is_found() -> Result<(), Failure> {
    let text = r#"{"a":1,"b":[2.5]}"#;
    let document = |valid| -> Result<Document, Failure> {
        Ok(Document::new(Doc::parse(text)?, text.to_owned(), valid))
    };
    let wrong = |valid, answer: Answer, default: Answer| -> Result<Option<String>, Failure> {
        Ok(judge::wrong(
            &document(valid)?,
            &Settings::default(),
            &PROGRAMS[0],
            &answer,
            Some(&default),
        ))
    };
    let accepted = |text: &str| Answer::Accepted(text.to_owned());
    let refused = |text: &str| Answer::Refused(text.to_owned());
    let same = r#"{"b":[2.5],"a":1}"#;
    assert_eq!(wrong(true, accepted(same), accepted(text))?, None);
    assert_eq!(wrong(false, refused("no"), refused("no"))?, None);
    for (valid, answer) in [
        (true, accepted(r#"{"a":1}"#)),
        (true, accepted(r#"{"a":1.0,"b":[2.5]}"#)),
        (true, refused("no")),
        (false, accepted(text)),
        (false, refused("another reason")),
        (true, Answer::Torn("ends the program".to_owned())),
    ] {
        let shown = format!("{valid}: {answer:?}");
        let default = if valid { accepted(text) } else { refused("no") };
        assert!(wrong(valid, answer, default)?.is_some(), "{shown}");
    }
    Ok(())
}

#[test]
fn a_bound_may_be_told_in_the_words_of_another_type() -> Result<(), Failure> {
    let wrong = |integers, error: &str, by_default: &str| -> Result<bool, Failure> {
        let settings = Settings {
            integers,
            ..Settings::default()
        };
        let document = Document::new(Doc::parse("-7")?, "-7".to_owned(), false);
        let [answer, default] = [error, by_default].map(|text| Answer::Refused(text.to_owned()));
        let wrong = judge::wrong(&document, &settings, &PROGRAMS[0], &answer, Some(&default));
        Ok(wrong.is_some())
    };
    let (own, default) = (
        "(root): -7 is below 2 [a#/minimum]",
        "(root): -7 does not fit into u64 [a#/minimum]",
    );
    assert!(!wrong("exact", own, default)?);
    assert!(wrong("i64", own, default)?);
    for other in [
        "(root): -7 does not fit into u64 [a#/type]",
        "(root): -8 does not fit into u64 [a#/minimum]",
        "a: -7 does not fit into u64 [a#/minimum]",
        "(root): -7 is not a number [a#/minimum]",
        "(root): -7 does not fit into u64 [a#/minimum]\n  more",
    ] {
        assert!(wrong("exact", own, other)?, "{other}");
    }
    Ok(())
}

#[test]
fn a_derived_schema_cannot_say_how_integers_are_written() -> Result<(), Failure> {
    let any = jsonschema::validator_for(&serde_json::json!({ "type": "integer" }))
        .map_err(|error| error.to_string())?;
    let said = |draft: &str, text: &str| -> Result<bool, Failure> {
        let set = set(&format!(r#"{{"$schema":"{draft}","type":"integer"}}"#))?;
        let document = Document::new(Doc::parse(text)?, text.to_owned(), false);
        Ok(judge::contradicted(&set, &document, &any).is_some())
    };
    let (four, six) = (
        "http://json-schema.org/draft-04/schema#",
        "http://json-schema.org/draft-06/schema#",
    );
    assert!(!said(four, "2.0")?);
    assert!(said(four, "2")? && said(six, "2.0")?);
    Ok(())
}
