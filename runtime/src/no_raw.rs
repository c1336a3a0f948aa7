//! Without the standard library, `serde_json` reads and writes as any other format does.
use super::*;

/// Reads a value from any self-describing format.
pub fn deserialize<'de, T: Read<'de>, D: ::serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    by_tape(deserializer)
}

/// The name of a declared member, in place of the type of `text_writer.rs`.
#[allow(non_snake_case)]
pub const fn MemberName(name: &'static str, _: &'static str) -> &'static str {
    name
}

/// The JSON text of a value, unless `serde_json` has to write it.
pub fn text_of<T: ::serde::Serialize + ?Sized>(_: &T) -> Option<String> {
    None
}

/// Hands a value to a serializer of `serde_json` as its text; gives the serializer back where that
/// has to write it.
pub fn serialize_text<T: ::serde::Serialize, S: ::serde::Serializer>(
    _: &T,
    serializer: S,
) -> Result<Result<S::Ok, S::Error>, S> {
    Err(serializer)
}
