//! The ways into a generated type.

/// `Deserialize` by way of the tape.
#[doc(hidden)]
#[macro_export]
macro_rules! reading {
    ($name:ident $(<$de:lifetime>)?) => {
        impl<'de> ::serde::Deserialize<'de> for $name $(<$de>)? {
            fn deserialize<D: ::serde::Deserializer<'de>>(
                deserializer: D,
            ) -> ::core::result::Result<Self, D::Error> {
                support::deserialize(deserializer)
            }
        }
    };
}

/// The same, and the ways from JSON text, for types of whole documents.
#[doc(hidden)]
#[macro_export]
macro_rules! document {
    ($vis:vis $name:ident $(<$de:lifetime>)?) => {
        support::reading!($name $(<$de>)?);

        impl $(<$de>)? $name $(<$de>)? {
            /// Reads a document from JSON text.
            ///
            /// # Errors
            ///
            /// The text is not JSON, or the document does not fit the
            /// schema: then the error gives the value's path and the
            /// schema's location.
            $vis fn from_json(
                text: &$($de)? str,
            ) -> ::core::result::Result<Self, support::Error> {
                support::from_json(text)
            }

            /// Reads a document from JSON text in UTF-8.
            ///
            /// # Errors
            ///
            /// As [`Self::from_json`], and where the text is not UTF-8.
            $vis fn from_json_slice(
                text: &$($de)? [u8],
            ) -> ::core::result::Result<Self, support::Error> {
                support::from_json_slice(text)
            }
        }
    };
}
