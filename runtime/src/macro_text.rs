//! What is implemented for a newtype around a text, beside the rest.

/// The ways in and out of a text, `any` or `limited`:
///
/// ```text
/// support::text! { pub Currency(String) limited }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! text {
    ($vis:vis $name:ident ($inner:ty) any) => {
        impl ::core::str::FromStr for $name {
            type Err = ::core::convert::Infallible;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(Self::from(text))
            }
        }

        support::text_any! { $vis $name($inner) }
        support::text_lent! { $vis $name }
    };
    ($vis:vis $name:ident <$de:lifetime> ($inner:ty) any) => {
        support::text_any! { $vis $name <$de> ($inner) }
        support::text_lent! { $vis $name <$de> }
    };
    ($vis:vis $name:ident ($inner:ty) limited) => {
        impl ::core::str::FromStr for $name {
            type Err = support::Refused;

            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, support::Refused> {
                Self::try_from(text)
            }
        }

        support::text_limited! { $vis $name($inner) }
        support::text_lent! { $vis $name }
    };
    ($vis:vis $name:ident <$de:lifetime> ($inner:ty) limited) => {
        support::text_limited! { $vis $name <$de> ($inner) }
        support::text_lent! { $vis $name <$de> }
    };
}

/// A text without limits, made from any other one.
#[doc(hidden)]
#[macro_export]
macro_rules! text_any {
    ($vis:vis $name:ident $(<$de:lifetime>)? ($inner:ty)) => {
        impl $(<$de>)? $name $(<$de>)? {
            /// Makes one of any text.
            #[must_use]
            #[inline]
            $vis fn new(text: impl ::core::convert::Into<$inner>) -> Self {
                Self(text.into())
            }
        }

        impl $(<$de>)? ::core::convert::From<&$($de)? str> for $name $(<$de>)? {
            #[inline]
            fn from(text: &$($de)? str) -> Self {
                Self(<$inner>::from(text))
            }
        }
    };
}

/// A text with limits, made from any other one.
#[doc(hidden)]
#[macro_export]
macro_rules! text_limited {
    ($vis:vis $name:ident $(<$de:lifetime>)? ($inner:ty)) => {
        impl $(<$de>)? $name $(<$de>)? {
            /// Makes one of a text that fits.
            ///
            /// # Errors
            ///
            /// The text does not fit the schema.
            #[inline]
            $vis fn try_new(
                text: impl ::core::convert::Into<$inner>,
            ) -> ::core::result::Result<Self, support::Refused> {
                <Self as ::core::convert::TryFrom<$inner>>::try_from(text.into())
            }
        }

        impl $(<$de>)? ::core::convert::TryFrom<&$($de)? str> for $name $(<$de>)? {
            type Error = support::Refused;

            #[inline]
            fn try_from(text: &$($de)? str) -> ::core::result::Result<Self, support::Refused> {
                <Self as ::core::convert::TryFrom<$inner>>::try_from(<$inner>::from(text))
            }
        }
    };
}

/// What a text lends, and what it compares with.
#[doc(hidden)]
#[macro_export]
macro_rules! text_lent {
    ($vis:vis $name:ident $(<$de:lifetime>)?) => {
        impl $(<$de>)? $name $(<$de>)? {
            /// The text.
            #[must_use]
            #[inline]
            $vis fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $(<$de>)? ::core::convert::AsRef<str> for $name $(<$de>)? {
            #[inline]
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        // Its order and hash are those of the text.
        impl $(<$de>)? ::core::borrow::Borrow<str> for $name $(<$de>)? {
            #[inline]
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        support::text_equal! { $name $(<$de>)? }
    };
}

/// Comparison with texts, on either side.
#[doc(hidden)]
#[macro_export]
macro_rules! text_equal {
    ($name:ident $(<$de:lifetime>)?) => {
        support::text_equal! { str, $name $(<$de>)? }
        support::text_equal! { &str, $name $(<$de>)? }
        support::text_equal! { ::std::string::String, $name $(<$de>)? }
    };
    ($text:ty, $name:ident $(<$de:lifetime>)?) => {
        impl $(<$de>)? ::core::cmp::PartialEq<$text> for $name $(<$de>)? {
            #[inline]
            fn eq(&self, other: &$text) -> bool {
                support::same_text(self, other)
            }
        }

        impl $(<$de>)? ::core::cmp::PartialEq<$name $(<$de>)?> for $text {
            #[inline]
            fn eq(&self, other: &$name $(<$de>)?) -> bool {
                support::same_text(self, other)
            }
        }
    };
}
