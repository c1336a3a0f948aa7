//! Texts between `serde_json` and this crate: that of a value which it is about to read is
//! found by skipping and then read without `serde`'s detours, that of a value which is kept
//! as it was is written at once.
use super::*;

/// What `serde_json` calls a value that is wanted as its text, where its feature
/// `raw_value` is on; elsewhere this is a name like any other.
pub const RAW_VALUE: &str = "$serde_json::private::RawValue";

/// Whether a deserializer is `serde_json`'s on a text in memory. Speed alone depends on
/// it: others ask a format what it cannot know, or print a value to read it again.
pub fn reads_json_text<D>() -> bool {
    ::core::any::type_name::<D>()
        .starts_with("&mut serde_json::de::Deserializer<serde_json::read::S")
}

/// Reads a value from any self-describing format.
pub fn deserialize<'de, T: Read<'de>, D: ::serde::Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    if reads_json_text::<D>() {
        let mut slot = None;
        deserializer.deserialize_newtype_struct(RAW_VALUE, Whole(&mut slot))?;
        return slot.ok_or_else(|| ::serde::de::Error::custom("no value was read"));
    }
    by_tape(deserializer)
}

/// Whether a serializer is `serde_json`'s, without white space, and takes texts as they are.
pub fn writes_compact_text<S>() -> bool {
    let name = ::core::any::type_name::<S>();
    if writes_text::<S>() {
        return true;
    }
    // The formatter is left out where it is the usual one.
    let is_compact = name.starts_with("&mut serde_json::ser::Serializer<")
        && (!name.contains(',') || name.ends_with("serde_json::ser::CompactFormatter>"));
    is_compact && takes_raw_text()
}

/// Whether `serde_json` takes texts as they are.
#[inline]
fn takes_raw_text() -> bool {
    static TAKES: ::std::sync::OnceLock<bool> = ::std::sync::OnceLock::new();
    let takes = || ::serde_json::to_string(&RawText("0")).is_ok_and(|text| text == "0");
    *TAKES.get_or_init(takes)
}

/// Whether a serializer is such a one that writes into memory.
pub fn writes_into_memory<S>() -> bool {
    ::core::any::type_name::<S>() == "&mut serde_json::ser::Serializer<&mut alloc::vec::Vec<u8>>"
        && takes_raw_text()
}

/// JSON text, to be written as it is.
pub struct RawText<'a>(pub &'a str);

impl ::serde::Serialize for RawText<'_> {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut raw = serializer.serialize_struct(RAW_VALUE, 1)?;
        ::serde::ser::SerializeStruct::serialize_field(&mut raw, RAW_VALUE, self.0)?;
        ::serde::ser::SerializeStruct::end(raw)
    }
}

/// Reads a value into a place, from its text, or as the format gives it: a large one is moved
/// seldom that way.
struct Whole<'s, T>(&'s mut Option<T>);

impl<'de, T: Read<'de>> ::serde::de::Visitor<'de> for Whole<'_, T> {
    type Value = ();

    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("a value")
    }

    fn visit_newtype_struct<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<(), D::Error> {
        *self.0 = Some(by_tape(deserializer)?);
        Ok(())
    }

    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        map.next_key::<::serde::de::IgnoredAny>()?;
        let text: &'de str = map.next_value()?;
        read_text(text, self.0, Tells::Line).map_err(|error| match error.syntax() {
            // Lines are counted from where the value begins.
            Some(error) => ::serde::de::Error::custom(::core::format_args!("{error} of the value")),
            None => ::serde::de::Error::custom(error),
        })
    }
}
