//! Lengths of texts.

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

fn characters(text: &str) -> u64 {
    text.chars().count() as u64
}
