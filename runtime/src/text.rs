//! Lengths of texts, in Unicode scalar values of one to four bytes.
use super::*;

/// Refuses a text that is shorter (`minLength`).
#[inline]
pub fn min_length(text: &str, least: u64, schema: &'static str) -> Result<(), Refused> {
    let bytes = text.len() as u64;
    let fits = bytes >= least && (bytes / 4 >= least || text.chars().count() as u64 >= least);
    if fits {
        Ok(())
    } else {
        Err(Refused::new(schema, Reason::MinLength(least)))
    }
}

/// Refuses a text that is longer (`maxLength`).
#[inline]
pub fn max_length(text: &str, most: u64, schema: &'static str) -> Result<(), Refused> {
    let bytes = text.len() as u64;
    let fits = bytes <= most || (bytes / 4 <= most && text.chars().count() as u64 <= most);
    if fits {
        Ok(())
    } else {
        Err(Refused::new(schema, Reason::MaxLength(most)))
    }
}
