//! Texts that mean a date: kept as they were read, and converted when asked.
use super::*;

/// A text that means a date, and the way to it from a text made by a library.
macro_rules! dated {
    ($name:ident, $format:literal, $fits:ident) => {
        #[doc = concat!("A text whose schema says that it is a `", $format, "` (RFC 3339).")]
        ///
        /// The schema does not assert it: any text is read, kept as it is, and
        /// written back. Equality and order are those of the text.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(::std::string::String);

        impl $name {
            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The text of a value, where the format has one.
            fn written(
                text: ::std::option::Option<::std::string::String>,
            ) -> ::std::result::Result<Self, Refused> {
                match text {
                    Some(text) if $fits(&text) => Ok(Self(text)),
                    _ => Err(Refused::by_type(Reason::Format($format))),
                }
            }
        }

        impl Read<'_> for $name {
            fn read(
                tape: &Tape<'_>,
                at: usize,
                place: &'static Place,
            ) -> ::std::result::Result<Self, Fault> {
                <::std::string::String as Read<'_>>::read(tape, at, place).map(Self)
            }

            fn scan(
                scanner: &mut Scanner<'_>,
                place: &'static Place,
            ) -> ::std::option::Option<Self> {
                <::std::string::String as Read<'_>>::scan(scanner, place).map(Self)
            }
        }

        impl ::std::convert::From<::std::string::String> for $name {
            fn from(text: ::std::string::String) -> Self {
                Self(text)
            }
        }

        impl ::std::convert::From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl ::std::convert::From<$name> for ::std::string::String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl ::std::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    };
}

dated!(Date, "date", is_date);
dated!(DateTime, "date-time", is_date_time);
