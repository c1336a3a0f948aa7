//! Answers → what must not be.

use super::draw::Set;
use super::meaning::Document;
use super::proof::text::Doc;
use super::settings::{Common, Settings};
use crate::programs::ask::Answer;

/// What is wrong with an answer: by the validator's verdict, by what comes
/// back, and by what the default's type answers where it judges alike.
pub(crate) fn wrong(
    document: &Document,
    settings: &Settings,
    common: &Common,
    answer: &Answer,
    default: Option<&Answer>,
) -> Option<String> {
    let said = match answer {
        Answer::Torn(reason) => return Some(reason.clone()),
        Answer::Derived(_) => return Some("answered with a schema".to_owned()),
        Answer::Accepted(_) if !document.valid => return Some("invalid, but accepted".to_owned()),
        Answer::Accepted(back) => {
            let after = match Doc::parse(back) {
                Ok(after) => after,
                Err(error) => return Some(format!("what comes back is not JSON: {error}: {back}")),
            };
            if let Some(lost) = document.doc.difference(&after) {
                return Some(format!("comes back as {back}: {lost}"));
            }
            Ok(())
        }
        Answer::Refused(error) => {
            let narrow = settings.integers == "i64" && document.wide;
            if document.valid && !document.beyond && !narrow {
                return Some(format!("valid, but refused: {error}"));
            }
            Err(error)
        }
    };
    // What a number beyond the limits does, features and types decide.
    if document.beyond || document.wide {
        return None;
    }
    match (said, default?) {
        (Err(error), Answer::Refused(by_default))
            if !alike(settings, error, by_default) && !common.extremes =>
        {
            Some(format!(
                "refused with another message than by the default: {error}; by default: {by_default}"
            ))
        }
        _ => None,
    }
}

/// How types say that a number is beyond a bound: one that holds all numbers by the schema's limit,
/// others by what they hold.
const BEYOND: [&str; 6] = [
    " does not fit into ",
    " is an integer beyond 64 bits",
    " is below ",
    " is above ",
    " is not below ",
    " is not above ",
];

/// Whether two messages say the same: with other integers than the default's, a bound is told in the
/// words of the type, but of the same value and at the same keyword.
fn alike(settings: &Settings, one: &str, other: &str) -> bool {
    let bound = |line: &'_ str| {
        let (value, _) = BEYOND.iter().find_map(|words| line.split_once(words))?;
        Some((value.to_owned(), line.rsplit_once(" [")?.1.to_owned()))
    };
    one == other
        || settings.integers != "i64"
            && one.lines().count() == other.lines().count()
            && one.lines().zip(other.lines()).all(|(one, other)| {
                one == other || bound(one).is_some_and(|one| Some(one) == bound(other))
            })
}

/// What is wrong with the schema that is derived from a type. It is one of draft 2020-12, which cannot
/// say how an integer of draft 4 is written.
pub(crate) fn contradicted(
    set: &Set,
    document: &Document,
    derived: &jsonschema::Validator,
) -> Option<String> {
    if !document.valid && set.is_of_draft4() && document.is_spelled() {
        return None;
    }
    let value = serde_json::from_str(&document.text).ok()?;
    (!document.beyond && !document.wide && derived.is_valid(&value) != document.valid).then(|| {
        let verdict = if document.valid {
            "valid, but the derived schema refuses it"
        } else {
            "invalid, but the derived schema takes it"
        };
        verdict.to_owned()
    })
}
