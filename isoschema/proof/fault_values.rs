//! One value → another that breaks a limit, a kind, a length or a format.

use serde_json::Value;

use super::kind;
use super::number::Decimal;
use super::text::Doc;

pub(super) fn outside(
    own: Option<&Value>,
    down: bool,
    strict: bool,
    whole: bool,
    turn: usize,
) -> Option<String> {
    let bound = Decimal::parse(&own?.to_string())?;
    if strict && turn.is_multiple_of(2) {
        return Some(bound.token());
    }
    let steps: &[&str] = if whole {
        &["1", "2", "1000"]
    } else {
        &["0.5", "0.000001", "1", "1000"]
    };
    let step = Decimal::parse(steps[turn / 2 % steps.len()])?;
    let moved = if down {
        bound.minus(step)
    } else {
        bound.plus(step)
    }?;
    Some(moved.token())
}

pub(super) fn between(doc: &Doc, own: Option<&Value>, whole: bool, turn: usize) -> Option<String> {
    let step = Decimal::parse(&own?.to_string())?;
    let base = match doc {
        Doc::Number(token) => Decimal::parse(token)?,
        _ => step,
    };
    let moved = if whole {
        base.plus(Decimal::whole(if turn.is_multiple_of(2) { 1 } else { -1 }))?
    } else if turn.is_multiple_of(2) {
        base.plus(step.half()?)?
    } else {
        base.plus(step.half()?.half()?.half()?)?
    };
    Some(moved.token())
}

pub(super) fn other_kind(doc: Doc, kinds: u8, turn: usize) -> Doc {
    let text = match &doc {
        Doc::Number(token) => token.clone(),
        Doc::Bool(value) => value.to_string(),
        Doc::Null => "null".to_owned(),
        _ => "1".to_owned(),
    };
    let all = [
        (kind::NULL, Doc::Null),
        (kind::STRING, Doc::Text(text)),
        (kind::INTEGER, Doc::Number("1".to_owned())),
        (kind::ARRAY, Doc::List(vec![doc.clone()])),
        (kind::OBJECT, Doc::Object(vec![("value".to_owned(), doc)])),
        (kind::BOOLEAN, Doc::Bool(turn.is_multiple_of(2))),
        (kind::FRACTION, Doc::Number("1.5".to_owned())),
        (kind::STRING, Doc::Text(String::new())),
        (kind::ARRAY, Doc::List(Vec::new())),
        (kind::OBJECT, Doc::Object(Vec::new())),
        (kind::INTEGER, Doc::Number("0".to_owned())),
        (kind::FRACTION, Doc::Number("1e-3".to_owned())),
    ];
    let wrong: Vec<Doc> = all
        .into_iter()
        .filter(|(kind, _)| kinds & kind == 0)
        .map(|(_, doc)| doc)
        .collect();
    wrong
        .get(turn % wrong.len().max(1))
        .cloned()
        .unwrap_or(Doc::Null)
}

pub(super) fn shorter(doc: Doc, least: usize, turn: usize) -> Doc {
    let length = if turn % 3 == 2 {
        0
    } else {
        least.saturating_sub(1)
    };
    match doc {
        Doc::Text(text) if text.chars().count() >= length && turn.is_multiple_of(2) => {
            Doc::Text(text.chars().take(length).collect())
        }
        // More bytes and UTF-16 units than scalar values: a wrong count shows.
        _ => Doc::Text("😀".repeat(length)),
    }
}

/// A text that few formats allow, most of them made from one that fits.
pub(super) fn misformatted(doc: Doc, turn: usize) -> String {
    let text = match doc {
        Doc::Text(text) => text,
        _ => String::new(),
    };
    match turn % 12 {
        0 => "no such text".to_owned(),
        1 => String::new(),
        2 => format!("{text}\n"),
        3 => format!(" {text}"),
        4 => text.replace('-', "/"),
        5 => "2025-02-30T25:61:00Z".to_owned(),
        6 => "2025-02-30".to_owned(),
        7 => text.chars().rev().collect(),
        8 => "a[b".to_owned(),
        9 => "http://[::1".to_owned(),
        10 => "~2/{".to_owned(),
        _ => text.chars().take(text.chars().count() / 2).collect(),
    }
}
