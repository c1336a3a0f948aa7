//! Answers → what must not be.

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
        (Err(error), Answer::Refused(by_default)) if error != by_default && !common.extremes => {
            Some(format!(
                "refused with another message than by the default: {error}; by default: {by_default}"
            ))
        }
        _ => None,
    }
}

/// What is wrong with the schema that is derived from a type.
pub(crate) fn contradicted(document: &Document, derived: &jsonschema::Validator) -> Option<String> {
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
