//! Texts of a format → types from elsewhere.
use super::*;

/// Reads a text as a type from elsewhere.
pub fn parsed<T: ::serde::de::DeserializeOwned>(
    tape: &Tape<'_>,
    at: usize,
    place: &'static Place,
) -> Result<T, Fault> {
    if tape.string(at).is_none() {
        return Err(place.refuse(tape, at, Reason::Kind(Kinds::STRING)));
    }
    ::serde_json::from_value(tape.value(at)).map_err(|error| {
        let reason = Reason::Foreign(error.to_string().into_boxed_str());
        place.beyond(tape, at, reason)
    })
}
