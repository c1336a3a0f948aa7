//! The ways between a generated type and its documents.

/// `Deserialize` by way of the tape, and JSON texts and values there and back:
///
/// ```text
/// support::document! { pub Order }
/// support::document! { pub Currency but from_str }
/// ```
///
/// Behind `but` stands what a type has in a way of its own: `from_str`, which
/// reads the text itself, `try_from`, where any value is one, `to_json`, where a
/// type from elsewhere may refuse to be written.
#[doc(hidden)]
#[macro_export]
macro_rules! document {
    ($vis:vis $name:ident $(<$de:lifetime>)? $(but $($own:ident)+)?) => {
        impl<'de> ::serde::Deserialize<'de> for $name $(<$de>)? {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                support::deserialize(deserializer)
            }
        }

        impl $(<$de>)? $name $(<$de>)? {
            /// Reads a document from JSON text.
            ///
            /// # Errors
            ///
            /// The text is not JSON, or the document does not fit the
            /// schema: then the error gives the value's path and the
            /// schema's location.
            #[inline]
            $vis fn from_json(
                text: &$($de)? str,
            ) -> ::core::result::Result<Self, support::Error> {
                support::Json::from_json(text)
            }

            /// Reads a document from JSON text in UTF-8.
            ///
            /// # Errors
            ///
            /// As [`Self::from_json`], and where the text is not UTF-8.
            #[inline]
            $vis fn from_json_slice(
                text: &$($de)? [u8],
            ) -> ::core::result::Result<Self, support::Error> {
                support::Json::from_json_slice(text)
            }

            support::document_written! { [$($($own)+)?] $vis }
        }

        support::document_parsed! { [$($($own)+)?] $name $(<$de>)? }
        support::document_value! { [$($($own)+)?] $name $(<$de>)? }
    };
}

/// A document's text.
#[doc(hidden)]
#[macro_export]
macro_rules! document_written {
    ([to_json $($own:ident)*] $vis:vis) => {
        /// Writes the value as JSON text.
        ///
        /// # Errors
        ///
        /// A type from elsewhere cannot be written.
        #[allow(clippy::trivially_copy_pass_by_ref, clippy::wrong_self_convention)]
        #[inline]
        $vis fn to_json(&self) -> ::core::result::Result<::std::string::String, support::Error> {
            support::Json::to_json(self)
        }
    };
    ([$other:ident $($own:ident)*] $vis:vis) => {
        support::document_written! { [$($own)*] $vis }
    };
    ([] $vis:vis) => {
        /// Writes the value as JSON text.
        #[allow(clippy::trivially_copy_pass_by_ref, clippy::wrong_self_convention)]
        #[inline]
        #[must_use]
        $vis fn to_json(&self) -> ::std::string::String {
            support::to_json(self)
        }
    };
}

/// A document from its text, where the text is JSON.
#[doc(hidden)]
#[macro_export]
macro_rules! document_parsed {
    ([from_str $($own:ident)*] $name:ident) => {};
    ([$other:ident $($own:ident)*] $name:ident) => {
        support::document_parsed! { [$($own)*] $name }
    };
    ([] $name:ident) => {
        impl ::core::str::FromStr for $name {
            type Err = support::Error;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, support::Error> {
                support::Json::from_json(text)
            }
        }
    };
    // What borrows cannot be parsed.
    ([$($own:ident)*] $name:ident <$de:lifetime>) => {};
}

/// What is shown as a text, from such a text: a number is JSON, and a text need not have its quotes.
#[doc(hidden)]
#[macro_export]
macro_rules! shown_parsed {
    ($name:ident) => {
        impl ::core::str::FromStr for $name {
            type Err = support::Error;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, support::Error> {
                support::from_shown(text)
            }
        }
    };
}

/// A document from a value that was read before.
#[doc(hidden)]
#[macro_export]
macro_rules! document_value {
    ([try_from $($own:ident)*] $name:ident) => {};
    ([$other:ident $($own:ident)*] $name:ident) => {
        support::document_value! { [$($own)*] $name }
    };
    ([] $name:ident) => {
        impl ::core::convert::TryFrom<::serde_json::Value> for $name {
            type Error = support::Error;

            #[inline]
            fn try_from(
                value: ::serde_json::Value,
            ) -> ::core::result::Result<Self, support::Error> {
                support::from_value(&value)
            }
        }
    };
    // What borrows can only come from a value that stays.
    ([$($own:ident)*] $name:ident <$de:lifetime>) => {};
}

/// Why a document does not fit is told where somebody asks, unless the type borrows.
#[doc(hidden)]
#[macro_export]
macro_rules! told_later {
    () => {
        const LATER: ::core::option::Option<support::TellWhy> = support::teller::<Self>();
    };
    ($de:lifetime) => {};
}
