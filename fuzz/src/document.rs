//! Any bytes as a document: each generated type says what the validator says,
//! and what it takes comes back equal.

use serde_json::Value;

use crate::draw_document;
use crate::number::{beyond_limits, integer_form};
use crate::subjects::{self, Subject};
use crate::text::Doc;

/// Tries bytes: as a document for every type, or as what a document for one
/// type is drawn from.
///
/// # Panics
///
/// On a finding.
pub fn check(bytes: &[u8]) {
    match bytes.split_first() {
        Some((first @ 0x80.., rest)) => {
            let subjects = subjects::all();
            let subject = &subjects[usize::from(first & 0x7f) % subjects.len()];
            if let Ok(text) = draw_document::document(subject, rest) {
                judge(subject, text.as_bytes());
            }
        }
        _ => check_against_all(bytes),
    }
}

/// Tries bytes as a document for every type; drawn documents too.
///
/// # Panics
///
/// On a finding.
pub fn check_against_all(bytes: &[u8]) {
    let drawn;
    let mut document = bytes;
    if let Some((first @ 0x80.., rest)) = bytes.split_first() {
        let subjects = subjects::all();
        let subject = &subjects[usize::from(first & 0x7f) % subjects.len()];
        match draw_document::document(subject, rest) {
            Ok(text) => drawn = text,
            Err(_) => return,
        }
        document = drawn.as_bytes();
    }
    for subject in subjects::all() {
        judge(subject, document);
    }
}

/// What is expected of a document.
enum Expected {
    /// To be refused.
    Refused(&'static str),
    /// To be taken.
    Taken,
    /// Either, as there is a number beyond the limits; what is taken survives.
    Beyond,
    /// Nothing: beyond what a reader of JSON is asked for.
    Open,
}

fn judge(subject: &Subject, bytes: &[u8]) {
    let said = (subject.ways.slice)(bytes);
    let Ok(text) = std::str::from_utf8(bytes) else {
        assert!(said.is_err(), "{}: not UTF-8 and taken", subject.name);
        return;
    };
    let name = subject.name;
    let by_serde = (subject.ways.serde)(text);
    assert!(
        agree(&said, &by_serde),
        "{name}: two ways to read {text}: {said:?}, {by_serde:?}",
    );
    let parsed = serde_json::from_str::<Value>(text);
    match (expected(subject, text, &parsed), &said) {
        (Expected::Refused(why), Ok(back)) => {
            panic!("{name}: {why}, and taken: {text}\nas {back}");
        }
        (Expected::Taken, Err(error)) => {
            panic!("{name}: valid, and refused: {text}\n{error}");
        }
        (Expected::Taken | Expected::Beyond, Ok(back)) => survives(subject, text, back, &parsed),
        (Expected::Open, _) | (Expected::Refused(_) | Expected::Beyond, Err(_)) => {}
    }
}

fn expected(subject: &Subject, text: &str, parsed: &serde_json::Result<Value>) -> Expected {
    let value = match parsed {
        Ok(value) => value,
        // Nesting over 128 levels, numbers that no double reaches.
        Err(error) if error.to_string().starts_with("recursion limit") => return Expected::Open,
        Err(error) if error.to_string().starts_with("number out of range") => {
            return Expected::Open;
        }
        Err(_) => return Expected::Refused("not JSON"),
    };
    let Ok(document) = Doc::parse(text) else {
        return Expected::Open;
    };
    if repeats(&document) {
        return Expected::Refused("a member repeated");
    }
    let draft4 = subject.schema["$schema"]
        .as_str()
        .is_some_and(|uri| uri.contains("draft-04"));
    let (mut beyond, mut open) = (false, false);
    document.numbers(&mut |token| {
        beyond |= beyond_limits(token);
        let double = token.parse::<f64>().unwrap_or_default();
        open |= vanishes(token);
        // Divided in doubles, this large a whole number gets any remainder.
        beyond |= subject.fractional_steps && double.abs() >= 9_007_199_254_740_992.0;
        // What draft 4 calls no integer, the types do.
        open |= draft4 && double.fract() == 0.0 && !integer_form(token);
    });
    if open {
        Expected::Open
    } else if beyond {
        Expected::Beyond
    } else if subject.validator.is_valid(value) {
        Expected::Taken
    } else {
        Expected::Refused("invalid")
    }
}

/// What came back is the document, also on the second way through, and the
/// type reads a value as it reads a text.
fn survives(subject: &Subject, text: &str, back: &str, parsed: &serde_json::Result<Value>) {
    let name = subject.name;
    let (Ok(before), Ok(after)) = (Doc::parse(text), Doc::parse(back)) else {
        panic!("{name}: what came back is not JSON: {text}\nas {back}");
    };
    if let Some(lost) = before.difference(&after) {
        panic!("{name}: lost {lost}: {text}\nas {back}");
    }
    let again = (subject.ways.slice)(back.as_bytes());
    assert_eq!(
        again.as_deref(),
        Ok(back),
        "{name}: on the second way: {text}"
    );
    if let Ok(value) = parsed {
        let by_value = (subject.ways.value)(value);
        let after = by_value.as_ref().map(|back| Doc::parse(back));
        let Ok(Ok(after)) = after else {
            panic!("{name}: refused as a value: {text}: {by_value:?}");
        };
        if let Some(lost) = before.difference(&after) {
            panic!("{name}: as a value lost {lost}: {text}\nas {by_value:?}");
        }
    }
}

/// Whether two ways to read refuse a document, or take it as the same value. Members
/// stand in the order of the text where it is kept, and by their names elsewhere; a
/// number that is nearer to zero than any double is kept as its text, or read as zero.
pub(crate) fn agree(one: &Result<String, String>, other: &Result<String, String>) -> bool {
    let (Ok(one), Ok(other)) = (one, other) else {
        return one.is_err() && other.is_err();
    };
    let (Ok(before), Ok(after)) = (Doc::parse(one), Doc::parse(other)) else {
        return false;
    };
    let mut vanishing = false;
    for document in [&before, &after] {
        document.numbers(&mut |token| vanishing |= vanishes(token));
    }
    vanishing || before.difference(&after).is_none()
}

/// Whether a number is nearer to zero than any double but zero.
fn vanishes(token: &str) -> bool {
    let double: f64 = token.parse().unwrap_or_default();
    double == 0.0 && token.contains(|digit| ('1'..='9').contains(&digit))
}

/// Whether an object names a member twice.
pub(crate) fn repeats(document: &Doc) -> bool {
    match document {
        Doc::List(items) => items.iter().any(repeats),
        Doc::Object(members) => {
            let mut names: Vec<_> = members.iter().map(|(name, _)| name).collect();
            names.sort_unstable();
            names.windows(2).any(|pair| pair[0] == pair[1])
                || members.iter().any(|(_, value)| repeats(value))
        }
        _ => false,
    }
}
