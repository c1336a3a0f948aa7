//! Without the standard library, `serde_json` reads and writes as any other format does.
use super::*;

/// Reads a value from any self-describing format.
pub fn deserialize<'de, T: Read<'de>, D: ::serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    by_tape(deserializer)
}
