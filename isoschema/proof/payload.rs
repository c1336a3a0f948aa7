//! The payload check: one given document, an example of the vendor's say.

use super::round_trip::survives;
use super::subject::{Sources, Subject};
use super::text::Doc;

/// Gives the validator's verdict on a text after checking that the type gives
/// the same and, where the text is valid, writes it back equal.
///
/// # Errors
///
/// What they disagree on, or what is lost.
pub fn payload(subject: &Subject, sources: &Sources, text: &str) -> Result<bool, String> {
    let validator = sources.validator(&sources.bundle(subject.name)?)?;
    let value = serde_json::from_str(text).map_err(|error| error.to_string())?;
    let said = (subject.rewrite)(text);
    match (validator.validate(&value), said) {
        (Ok(()), _) => match survives(subject, &Doc::parse(text)?, text) {
            None => Ok(true),
            Some(loss) => Err(format!("{}: {}", loss.what, loss.back)),
        },
        (Err(_), Err(_)) => Ok(false),
        (Err(error), Ok(_)) => Err(format!(
            "the type takes what the validator refuses: {error}"
        )),
    }
}
