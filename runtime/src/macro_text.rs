//! What is implemented for a newtype around a text, beside the rest.

/// The ways in and out of a text, `any` or `limited`:
///
/// ```text
/// support::text! { pub Currency(String) limited }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! text {
    ($vis:vis $name:ident $(<$de:lifetime>)? ($inner:ty) any) => {
        impl $(<$de>)? ::core::convert::From<&$($de)? str> for $name $(<$de>)? {
            fn from(text: &$($de)? str) -> Self {
                Self(<$inner>::from(text))
            }
        }

        support::text_lent! { $vis $name $(<$de>)? }
    };
    ($vis:vis $name:ident ($inner:ty) limited) => {
        impl ::core::str::FromStr for $name {
            type Err = support::Refused;

            fn from_str(text: &str) -> ::core::result::Result<Self, support::Refused> {
                Self::try_from(text)
            }
        }

        support::text_limited! { $name($inner) }
        support::text_lent! { $vis $name }
    };
    ($vis:vis $name:ident <$de:lifetime> ($inner:ty) limited) => {
        support::text_limited! { $name <$de> ($inner) }
        support::text_lent! { $vis $name <$de> }
    };
}

/// A text with limits, made from any other one.
#[doc(hidden)]
#[macro_export]
macro_rules! text_limited {
    ($name:ident $(<$de:lifetime>)? ($inner:ty)) => {
        impl $(<$de>)? ::core::convert::TryFrom<&$($de)? str> for $name $(<$de>)? {
            type Error = support::Refused;

            fn try_from(text: &$($de)? str) -> ::core::result::Result<Self, support::Refused> {
                Self::try_from(<$inner>::from(text))
            }
        }
    };
}

/// What a text lends.
#[doc(hidden)]
#[macro_export]
macro_rules! text_lent {
    ($vis:vis $name:ident $(<$de:lifetime>)?) => {
        impl $(<$de>)? $name $(<$de>)? {
            /// The text.
            #[must_use]
            $vis fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl $(<$de>)? ::core::convert::AsRef<str> for $name $(<$de>)? {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }
    };
}
