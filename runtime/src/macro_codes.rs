//! What is implemented for an enum of codes.

/// Everything of an enum whose values are texts, from their list:
///
/// ```text
/// support::codes! {
///     pub Status in "status.json#" at "/enum", 2, "\"OPEN\", \"CLOSED\"";
///     4 "OPEN" Open;
///     6 "CLOSED" Closed;
///     schema "schemars";
/// }
/// ```
///
/// The numbers are how many there are and the lengths of the texts, by which
/// they are told apart first; the text behind is what an error lists.
#[doc(hidden)]
#[macro_export]
macro_rules! codes {
    (
        $vis:vis $name:ident in $base:literal at $at:tt, $count:literal, $listed:literal;
        $(numbers $numbers:expr;)?
        $($length:literal $code:literal $variant:ident;)*
        $(schema $feature:literal;)?
        $(asks $($ask:path),+;)?
    ) => {
        impl $name {
            /// Every code that the schema lists, in its order.
            $vis const ALL: [Self; $count] = [$(Self::$variant),*];

            /// The code as it is written.
            #[must_use]
            #[inline]
            $vis const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)*
                }
            }

            #[inline]
            fn find(code: &str) -> ::core::option::Option<Self> {
                ::core::option::Option::Some(match (code.len(), code) {
                    $(($length, $code) => Self::$variant,)*
                    _ => return ::core::option::Option::None,
                })
            }
        }

        impl ::core::fmt::Display for $name {
            #[inline]
            fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                formatter.pad(self.as_str())
            }
        }

        impl ::core::convert::AsRef<str> for $name {
            #[inline]
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        support::text_equal! { $name }
        support::document! { $vis $name but from_str }

        impl ::core::str::FromStr for $name {
            type Err = support::Refused;

            #[inline]
            fn from_str(code: &str) -> ::core::result::Result<Self, support::Refused> {
                support::found_code(Self::find(code), code, <Self as support::Read>::PLACE, $listed)
            }
        }

        impl ::core::convert::TryFrom<&str> for $name {
            type Error = support::Refused;

            #[inline]
            fn try_from(code: &str) -> ::core::result::Result<Self, support::Refused> {
                <Self as ::core::str::FromStr>::from_str(code)
            }
        }

        impl ::core::convert::TryFrom<::std::string::String> for $name {
            type Error = support::Refused;

            #[inline]
            fn try_from(
                code: ::std::string::String,
            ) -> ::core::result::Result<Self, support::Refused> {
                <Self as ::core::str::FromStr>::from_str(&code)
            }
        }

        impl ::serde::Serialize for $name {
            #[inline]
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        $(
            #[cfg(feature = $feature)]
            impl ::schemars::JsonSchema for $name {
                #[inline]
                fn schema_name() -> ::std::borrow::Cow<'static, str> {
                    ::core::stringify!($name).into()
                }

                #[inline]
                fn json_schema(_: &mut ::schemars::SchemaGenerator) -> ::schemars::Schema {
                    ::schemars::json_schema!({
                        "type": "string",
                        "enum": Self::ALL.map(Self::as_str).as_slice(),
                    })
                }
            }
        )?

        impl support::Read<'_> for $name {
            $(const NUMBERS: support::Numbers = $numbers;)?
            const PLACE: &'static support::Place = support::place!($base, $at);

            #[inline]
            fn read(
                tape: &support::Tape<'_>,
                at: usize,
                _: &'static support::Place,
            ) -> ::core::result::Result<Self, support::Fault> {
                $($($ask(tape, at)?;)+)?
                support::read_code(tape, at, Self::find, Self::PLACE, $listed)
            }

            // Only with `Scanner`.
            support::told_later!();

            // Only with `Scanner`.
            support::codes_scan!($($($ask)+)?);
        }
    };
}

/// The ways from texts to an enum that takes each, listed or not:
///
/// ```text
/// support::open_codes! { Status(StatusOther) }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! open_codes {
    ($name:ident($other:ident)) => {
        impl ::core::convert::From<&str> for $name {
            #[inline]
            fn from(code: &str) -> Self {
                Self::find(code).unwrap_or_else(|| Self::Other($other(code.to_owned())))
            }
        }

        impl ::core::convert::From<::std::string::String> for $name {
            #[inline]
            fn from(code: ::std::string::String) -> Self {
                Self::find(&code).unwrap_or(Self::Other($other(code)))
            }
        }
    };
}

/// A type's value by default:
///
/// ```text
/// support::default! { Status = Self::Open }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! default {
    ($name:ident = $value:expr) => {
        impl ::core::default::Default for $name {
            /// What the schema takes where nothing is said.
            #[inline]
            fn default() -> Self {
                $value
            }
        }
    };
}

/// The reader that needs no tape, where nothing else is asked.
#[doc(hidden)]
#[macro_export]
macro_rules! codes_scan {
    () => {
        #[inline]
        fn scan(
            scanner: &mut support::Scanner<'_>,
            _: &'static support::Place,
        ) -> ::core::option::Option<Self> {
            Self::find(&scanner.text()?)
        }

        #[inline]
        fn named(name: &str) -> ::core::option::Option<Self> {
            Self::find(name)
        }
    };
    ($($ask:tt)+) => {};
}
