//! Texts that mean a date: kept as they were read, and converted when asked.

/// A text that means a date, and the way to it from a text made by a library.
macro_rules! dated {
    ($name:ident, $format:literal, $fits:ident) => {
        #[doc = concat!("A text whose schema says that it is a `", $format, "` (RFC 3339).")]
        ///
        /// The schema does not assert it: any text is read, kept as it is, and
        /// written back. Equality and order are those of the text.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(String);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text of a value, where the format has one.
            fn written(text: Option<String>) -> Result<Self, Refused> {
                match text {
                    Some(text) if $fits(&text) => Ok(Self(text)),
                    _ => Err(Refused::by_type(Reason::Format($format))),
                }
            }
        }

        impl Read<'_> for $name {
            fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
                <String as Read<'_>>::read(tape, at, place).map(Self)
            }

            fn scan(scanner: &mut Scanner<'_>, place: &'static Place) -> Option<Self> {
                <String as Read<'_>>::scan(scanner, place).map(Self)
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(text)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl ::core::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    };
}

/// The schema of texts that mean a date: that of any text.
#[cfg(feature = "schemars")]
macro_rules! text_schema {
    ($name:ident) => {
        impl ::schemars::JsonSchema for $name {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> ::alloc::borrow::Cow<'static, str> {
                ::core::stringify!($name).into()
            }

            fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                ::schemars::json_schema!({ "type": "string" })
            }
        }
    };
}
