//! Asserted formats and contents, by the code that generated modules carry.

mod support;

use regress::Regex;

use crate::lower::rule::Rule;

pub(in crate::judge) use support::fits;

/// A pattern of ECMA-262: in Unicode mode where that can be, as generated
/// code does it.
pub(in crate::judge) fn compiled(source: &str) -> Option<Regex> {
    Regex::with_flags(source, "u")
        .or_else(|_| Regex::new(source))
        .ok()
}

/// The content keyword that a text does not meet.
pub(in crate::judge) fn content_fault(rule: &Rule, text: &str) -> Option<(&'static str, String)> {
    let encoding = rule.content_encoding.as_deref();
    let decoded = match encoding {
        Some("base64") => match support::decoded(text) {
            Some(bytes) => Some(bytes),
            None => return Some(("contentEncoding", "is not in base64".to_owned())),
        },
        None => Some(text.as_bytes().to_vec()),
        Some(_) => None,
    };
    match (rule.content_media_type.as_deref(), decoded) {
        (Some("application/json"), Some(bytes)) if !support::holds_json(&bytes) => {
            Some(("contentMediaType", "does not hold JSON".to_owned()))
        }
        _ => None,
    }
}
