//! The text of a value that `serde_json` is about to read: it is found by skipping, and
//! then read without `serde`'s detours.
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

/// Reads a value from its text, or as the format gives it.
pub struct Whole<T>(::core::marker::PhantomData<T>);

impl<T> Whole<T> {
    pub const NEW: Self = Self(::core::marker::PhantomData);
}

impl<'de, T: Read<'de>> ::serde::de::Visitor<'de> for Whole<T> {
    type Value = T;

    fn expecting(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("a value")
    }

    fn visit_newtype_struct<D: ::serde::Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<T, D::Error> {
        by_tape(deserializer)
    }

    fn visit_map<A: ::serde::de::MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        map.next_key::<::serde::de::IgnoredAny>()?;
        let text: &'de str = map.next_value()?;
        from_json(text).map_err(|error: Error| match error.syntax() {
            // Lines are counted from where the value begins.
            Some(error) => ::serde::de::Error::custom(::core::format_args!("{error} of the value")),
            None => ::serde::de::Error::custom(error),
        })
    }
}
