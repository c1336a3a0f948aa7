//! What is implemented for a newtype around an integer, beside the rest.

/// The ways in and out of an integer, `any` or `limited`:
///
/// ```text
/// support::newtype_integer! { pub Percent(u8) limited }
/// ```
#[doc(hidden)]
#[macro_export]
macro_rules! newtype_integer {
    ($vis:vis $name:ident($inner:ident) any) => {
        support::integer_lent! { $vis $name($inner) }
    };
    ($vis:vis $name:ident($inner:ident) limited) => {
        impl $name {
            /// Makes one of a number that fits.
            ///
            /// # Errors
            ///
            /// The number does not fit the schema.
            #[inline]
            $vis fn try_new(value: $inner) -> ::core::result::Result<Self, support::Refused> {
                Self::try_from(value)
            }
        }

        support::integer_lent! { $vis $name($inner) }
        support::integer_narrowed! { $name($inner) }
    };
}

/// What an integer gives, and what it compares with.
#[doc(hidden)]
#[macro_export]
macro_rules! integer_lent {
    ($vis:vis $name:ident($inner:ident)) => {
        support::number_given! { $vis $name($inner) }
        support::number_compared! { $name, $inner }
        support::integer_widened! { $name($inner) }
    };
}

/// An integer as each primitive that holds all of its values.
#[doc(hidden)]
#[macro_export]
macro_rules! integer_widened {
    ($name:ident(u8)) => {
        support::integer_into! { $name, u16 u32 u64 usize i16 i32 i64 i128 f32 f64 }
    };
    ($name:ident(i8)) => {
        support::integer_into! { $name, i16 i32 i64 i128 f32 f64 }
    };
    ($name:ident(u16)) => {
        support::integer_into! { $name, u32 u64 usize i32 i64 i128 f32 f64 }
    };
    ($name:ident(i16)) => {
        support::integer_into! { $name, i32 i64 i128 f32 f64 }
    };
    ($name:ident(u32)) => {
        support::integer_into! { $name, u64 i64 i128 f64 }
    };
    ($name:ident(i32)) => {
        support::integer_into! { $name, i64 i128 f64 }
    };
    ($name:ident(i128)) => {};
    ($name:ident($inner:ident)) => {
        support::integer_into! { $name, i128 }
    };
}

/// `From` for each of these primitives.
#[doc(hidden)]
#[macro_export]
macro_rules! integer_into {
    ($name:ident, $($wide:ident)+) => {
        $(
            impl ::core::convert::From<$name> for $wide {
                #[inline]
                fn from(value: $name) -> Self {
                    value.0.into()
                }
            }
        )+
    };
}

/// An integer with limits, made from each other primitive, such as the `i32`
/// that a literal is.
#[doc(hidden)]
#[macro_export]
macro_rules! integer_narrowed {
    ($name:ident(u8)) => {
        support::integer_try_from! { $name(u8), i8 i16 u16 i32 u32 i64 u64 i128 usize }
    };
    ($name:ident(i8)) => {
        support::integer_try_from! { $name(i8), u8 i16 u16 i32 u32 i64 u64 i128 usize }
    };
    ($name:ident(u16)) => {
        support::integer_try_from! { $name(u16), i8 u8 i16 i32 u32 i64 u64 i128 usize }
    };
    ($name:ident(i16)) => {
        support::integer_try_from! { $name(i16), i8 u8 u16 i32 u32 i64 u64 i128 usize }
    };
    ($name:ident(u32)) => {
        support::integer_try_from! { $name(u32), i8 u8 i16 u16 i32 i64 u64 i128 usize }
    };
    ($name:ident(i32)) => {
        support::integer_try_from! { $name(i32), i8 u8 i16 u16 u32 i64 u64 i128 usize }
    };
    ($name:ident(u64)) => {
        support::integer_try_from! { $name(u64), i8 u8 i16 u16 i32 u32 i64 i128 usize }
    };
    ($name:ident(i64)) => {
        support::integer_try_from! { $name(i64), i8 u8 i16 u16 i32 u32 u64 i128 usize }
    };
    ($name:ident(i128)) => {
        support::integer_try_from! { $name(i128), i8 u8 i16 u16 i32 u32 i64 u64 usize }
    };
}

/// `TryFrom` of each of these primitives.
#[doc(hidden)]
#[macro_export]
macro_rules! integer_try_from {
    ($name:ident($inner:ident), $($given:ident)+) => {
        $(
            impl ::core::convert::TryFrom<$given> for $name {
                type Error = support::Refused;

                #[inline]
                fn try_from(value: $given) -> ::core::result::Result<Self, support::Refused> {
                    let refused = |_| {
                        let place = <Self as support::Read<'_>>::PLACE;
                        support::beyond(&value, place, ::core::stringify!($inner))
                    };
                    Self::try_from($inner::try_from(value).map_err(refused)?)
                }
            }
        )+
    };
}
