//! The ways in: a deserializer, a text or a value made in code → a type.
use super::*;

/// Reads a value from any self-describing format, by a tape of the whole.
pub fn by_tape<'de, T: Read<'de>, D: ::serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let tape = Tape::fill(deserializer)?;
    read_root(tape).map_err(::serde::de::Error::custom)
}

/// Reads a value from JSON text.
pub fn from_json<'de, T: Read<'de>>(text: &'de str) -> Result<T, Error> {
    // Only with `Scanner`.
    {
        let mut slot = None;
        read_text(text, &mut slot, T::LATER.map_or(Tells::All, Tells::Later))?;
        if let Some(value) = slot {
            return Ok(value);
        }
    }
    from_json_by_serde(text)
}

/// The same without the scanner.
pub fn from_json_by_serde<'de, T: Read<'de>>(text: &'de str) -> Result<T, Error> {
    read_all(&mut ::serde_json::Deserializer::from_str(text))
}

/// Reads what is shown as a text: JSON, or else the text itself.
pub fn from_shown<T: for<'de> Read<'de>>(text: &str) -> Result<T, Error> {
    from_json(text).or_else(|error| match error.syntax() {
        Some(_) => from_value(&::serde_json::Value::String(text.to_owned())),
        None => Err(error),
    })
}

/// Reads a value from JSON text in UTF-8.
pub fn from_json_slice<'de, T: Read<'de>>(text: &'de [u8]) -> Result<T, Error> {
    match ::core::str::from_utf8(text) {
        Ok(text) => from_json(text),
        Err(_) => read_all(&mut ::serde_json::Deserializer::from_slice(text)),
    }
}

/// Reads a value from one that was read before.
pub fn from_value<'de, T: Read<'de>>(value: &'de ::serde_json::Value) -> Result<T, Error> {
    read_root(Tape::fill(value).map_err(Error::syntax_error)?)
}

/// The value of a schema's `default`, which was found to fit where the code was
/// generated.
#[allow(clippy::missing_panics_doc)]
pub fn default_value<'de, T: Read<'de>>(text: &'de str) -> T {
    from_json(text).unwrap_or_else(|error| panic!("the default {text} does not fit: {error}"))
}

/// What a member holds, or else a schema's `default`.
pub fn lent_or_default<'a, 'de, T>(
    held: Option<&'a T>,
    default: &'de str,
) -> ::alloc::borrow::Cow<'a, T>
where
    T: ToOwned<Owned: Read<'de>> + ?Sized,
{
    held.map_or_else(
        || ::alloc::borrow::Cow::Owned(default_value(default)),
        ::alloc::borrow::Cow::Borrowed,
    )
}

fn read_all<'de, T: Read<'de>, R: ::serde_json::de::Read<'de>>(
    deserializer: &mut ::serde_json::Deserializer<R>,
) -> Result<T, Error> {
    let tape = Tape::fill(&mut *deserializer).map_err(Error::syntax_error)?;
    deserializer.end().map_err(Error::syntax_error)?;
    read_root(tape)
}

fn read_root<'de, T: Read<'de>>(mut tape: Tape<'de>) -> Result<T, Error> {
    tape.read_as = T::NUMBERS;
    if let Some(at) = tape.round_numbers() {
        let fault = T::PLACE.refuse(&tape, at, Reason::Range("f64"));
        return Err(Error::from_fault(&tape, &fault));
    }
    let read = T::read(&tape, 0, T::PLACE).map_err(|fault| Error::from_fault(&tape, &fault));
    // Only with `Scanner`.
    tape.recycle();
    read
}

/// Runs a predicate on what a value is written as.
///
/// This is how values that were built in code are checked.
pub fn check<T: ::serde::Serialize + ?Sized>(
    value: &T,
    schema: &'static str,
    predicate: impl FnOnce(&Tape<'_>, usize) -> Result<(), Fault>,
) -> Result<(), Refused> {
    let tape = Tape::from_serialize(value).map_err(|error| {
        let reason = Reason::Unwritable(error.to_string().into_boxed_str());
        Refused::new(schema, reason)
    })?;
    predicate(&tape, 0).map_err(|fault| Refused::from_fault(&tape, fault))
}
