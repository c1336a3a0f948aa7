//! What is implemented for a text with limits.
use super::*;

/// Everything of a newtype around a text, beside `check`, which it has:
///
/// ```text
/// support::text! { pub Currency in "currency.json#" at "/type"; }
/// ```
///
/// `asks` names the predicates that `check` leaves out, with the location that
/// a value made in code is refused for.
macro_rules! text {
    (
        $vis:vis $name:ident in $base:literal at $at:tt;
        $(as_written $as_written:literal;)?
        $(asks $location:literal: $($ask:path),+;)?
    ) => {
        impl $name {
            /// The text.
            #[must_use]
            $vis fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl ::core::convert::TryFrom<::std::string::String> for $name {
            type Error = support::Refused;

            fn try_from(
                text: ::std::string::String,
            ) -> ::core::result::Result<Self, support::Refused> {
                Self::check(&text)?;
                $(
                    support::check(&text, $location, |tape, at| {
                        $($ask(tape, at)?;)+
                        ::core::result::Result::Ok(())
                    })?;
                )?
                ::core::result::Result::Ok(Self(text))
            }
        }

        impl support::Read<'_> for $name {
            $(const AS_WRITTEN: bool = $as_written;)?
            const PLACE: &'static support::Place = support::place!($base, $at);

            fn read(
                tape: &support::Tape<'_>,
                at: usize,
                place: &'static support::Place,
            ) -> ::core::result::Result<Self, support::Fault> {
                let text = tape.text(at, place)?;
                Self::check(text).map_err(|refused| refused.at(at))?;
                $($($ask(tape, at)?;)+)?
                ::core::result::Result::Ok(Self(text.to_owned()))
            }

            support::text_scan!($($($ask)+)?);
        }

        impl ::core::convert::TryFrom<&str> for $name {
            type Error = support::Refused;

            fn try_from(text: &str) -> ::core::result::Result<Self, support::Refused> {
                Self::try_from(text.to_owned())
            }
        }

        impl ::core::str::FromStr for $name {
            type Err = support::Refused;

            fn from_str(text: &str) -> ::core::result::Result<Self, support::Refused> {
                Self::try_from(text.to_owned())
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl ::core::ops::Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl ::core::convert::From<$name> for ::std::string::String {
            fn from(value: $name) -> Self {
                value.0
            }
        }

        impl ::core::fmt::Display for $name {
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.write_str(&self.0)
            }
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    };
}
pub(super) use text;

/// The reader that needs no tape, where nothing else is asked.
macro_rules! text_scan {
    () => {
        fn scan(
            scanner: &mut support::Scanner<'_>,
            _: &'static support::Place,
        ) -> ::core::option::Option<Self> {
            let text = scanner.text()?;
            Self::check(&text).ok()?;
            ::core::option::Option::Some(Self(text.into_owned()))
        }
    };
    ($($ask:tt)+) => {};
}
pub(super) use text_scan;
