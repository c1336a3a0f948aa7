//! What is implemented for a newtype around a number, beside the rest.

/// The ways in and out of a number, `any` or `limited`, that is `kept` as
/// the runtime's, or a `double`, or has any `digits`:
///
/// ```text
/// support::newtype_number! { pub Rate(support::Number) kept limited }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_number {
    ($vis:vis $name:ident($inner:ty) $kind:ident any) => {
        support::number_lent! { $vis $name($inner) $kind }
        support::number_any! { $name($inner) $kind }
    };
    ($vis:vis $name:ident($inner:ty) $kind:ident limited) => {
        impl $name {
            /// Makes one of a number that fits.
            ///
            /// # Errors
            ///
            /// The number does not fit the schema.
            #[inline]
            $vis fn try_new(
                value: impl ::core::convert::TryInto<Self, Error = support::Refused>,
            ) -> ::core::result::Result<Self, support::Refused> {
                value.try_into()
            }
        }

        support::number_lent! { $vis $name($inner) $kind }
        support::number_made! { $name($inner) $kind }
    };
}

/// What a number gives, and what it compares with.
#[doc(hidden)]
#[macro_export]
macro_rules! number_lent {
    ($vis:vis $name:ident($inner:ty) double) => {
        support::number_given! { $vis $name($inner) }
        support::number_compared! { $name, f64 }
    };
    ($vis:vis $name:ident($inner:ty) digits) => {
        impl $name {
            /// The number.
            #[must_use]
            #[inline]
            $vis const fn get(&self) -> &$inner {
                &self.0
            }
        }

        support::number_compared! { $name, f64 i32 i64 u64 $inner }

        impl ::core::convert::From<$name> for f64 {
            #[inline]
            fn from(value: $name) -> Self {
                value.0.as_f64()
            }
        }
    };
    ($vis:vis $name:ident($inner:ty) kept) => {
        support::number_given! { $vis $name($inner) }
        support::number_compared! { $name, f64 i32 i64 u64 $inner }

        impl ::core::convert::From<$name> for f64 {
            #[inline]
            fn from(value: $name) -> Self {
                value.0.as_f64()
            }
        }
    };
}

/// The number within.
#[doc(hidden)]
#[macro_export]
macro_rules! number_given {
    ($vis:vis $name:ident($inner:ty)) => {
        impl $name {
            /// The number.
            #[must_use]
            #[inline]
            $vis const fn get(self) -> $inner {
                self.0
            }
        }
    };
}

/// Comparison with each of these types, on either side.
#[doc(hidden)]
#[macro_export]
macro_rules! number_compared {
    ($name:ident, $($other:ty)+) => {
        $(
            impl ::core::cmp::PartialEq<$other> for $name {
                #[allow(clippy::float_cmp)]
                #[inline]
                fn eq(&self, other: &$other) -> bool {
                    self.0 == *other
                }
            }

            impl ::core::cmp::PartialEq<$name> for $other {
                #[allow(clippy::float_cmp)]
                #[inline]
                fn eq(&self, other: &$name) -> bool {
                    *self == other.0
                }
            }

            impl ::core::cmp::PartialOrd<$other> for $name {
                #[inline]
                fn partial_cmp(
                    &self,
                    other: &$other,
                ) -> ::core::option::Option<::core::cmp::Ordering> {
                    self.0.partial_cmp(other)
                }
            }

            impl ::core::cmp::PartialOrd<$name> for $other {
                #[inline]
                fn partial_cmp(
                    &self,
                    other: &$name,
                ) -> ::core::option::Option<::core::cmp::Ordering> {
                    self.partial_cmp(&other.0)
                }
            }
        )+
    };
}

/// A number without limits, made from primitives.
#[doc(hidden)]
#[macro_export]
macro_rules! number_any {
    ($name:ident($inner:ty) digits) => {
        support::number_any! { $name($inner) kept }
    };
    ($name:ident($inner:ty) double) => {
        support::number_into! { $name($inner), i8 u8 i16 u16 i32 u32 f32 }
    };
    ($name:ident($inner:ty) kept) => {
        support::number_into! { $name($inner), i8 u8 i16 u16 i32 u32 i64 u64 isize usize }

        impl ::core::convert::TryFrom<f64> for $name {
            type Error = support::Refused;

            #[inline]
            fn try_from(value: f64) -> ::core::result::Result<Self, support::Refused> {
                <$inner>::try_from(value).map(Self)
            }
        }
    };
}

/// `From` each of these primitives.
#[doc(hidden)]
#[macro_export]
macro_rules! number_into {
    ($name:ident($inner:ty), $($given:ident)+) => {
        $(
            impl ::core::convert::From<$given> for $name {
                #[inline]
                fn from(value: $given) -> Self {
                    Self(<$inner>::from(value))
                }
            }
        )+
    };
}

/// A number with limits, made from primitives.
#[doc(hidden)]
#[macro_export]
macro_rules! number_made {
    ($name:ident($inner:ty) digits) => {
        support::number_made! { $name($inner) kept }
    };
    ($name:ident($inner:ty) double) => {
        support::number_from! { $name($inner), i8 u8 i16 u16 i32 u32 f32 }
    };
    ($name:ident($inner:ty) kept) => {
        support::number_from! { $name($inner), i8 u8 i16 u16 i32 u32 i64 u64 isize usize }

        impl ::core::convert::TryFrom<f64> for $name {
            type Error = support::Refused;

            #[inline]
            fn try_from(value: f64) -> ::core::result::Result<Self, support::Refused> {
                Self::try_from(<$inner>::try_from(value)?)
            }
        }
    };
}

/// `TryFrom` of each of these primitives, all of whose values are numbers.
#[doc(hidden)]
#[macro_export]
macro_rules! number_from {
    ($name:ident($inner:ty), $($given:ident)+) => {
        $(
            impl ::core::convert::TryFrom<$given> for $name {
                type Error = support::Refused;

                #[inline]
                fn try_from(value: $given) -> ::core::result::Result<Self, support::Refused> {
                    Self::try_from(<$inner>::from(value))
                }
            }
        )+
    };
}
