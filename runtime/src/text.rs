//! Lengths of texts.
use super::*;

/// Whether a text has at least so many Unicode scalar values.
pub fn has_at_least(text: &str, least: u64) -> bool {
    let bytes = text.len() as u64;
    // A scalar value takes one to four bytes.
    bytes >= least && (bytes >= least.saturating_mul(4) || characters(text) >= least)
}

/// Whether a text has at most so many Unicode scalar values.
pub fn has_at_most(text: &str, most: u64) -> bool {
    let bytes = text.len() as u64;
    bytes <= most || (bytes <= most.saturating_mul(4) && characters(text) <= most)
}

/// Refuses a text that has fewer Unicode scalar values (`minLength`).
#[inline]
pub fn min_length(text: &str, least: u64, schema: &'static str) -> Result<(), Refused> {
    if !has_at_least(text, least) {
        return Err(Refused::new(schema, Reason::MinLength(least)));
    }
    Ok(())
}

/// Refuses a text that has more Unicode scalar values (`maxLength`).
#[inline]
pub fn max_length(text: &str, most: u64, schema: &'static str) -> Result<(), Refused> {
    if !has_at_most(text, most) {
        return Err(Refused::new(schema, Reason::MaxLength(most)));
    }
    Ok(())
}

fn characters(text: &str) -> u64 {
    text.chars().count() as u64
}
