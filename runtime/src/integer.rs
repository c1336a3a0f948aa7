//! Integers of any size.
use super::*;

/// An integer of any size, kept with every digit: `integers = "exact"`.
///
/// It is written as it was read, and equal to and ordered with other integers by its value: `1` is
/// `1.0`. Without `serde_json`'s feature `arbitrary_precision` documents hold no
/// integers beyond 64 bits, and neither does this type.
///
/// # Examples
///
/// ```
/// use isoschema_runtime::Integer;
///
/// let serial = Integer::from(7);
/// assert!(serial < Integer::from(u64::MAX) && serial > 6 && serial == 7u8);
/// assert_eq!(i64::try_from(&serial)?, 7);
/// assert!(u8::try_from(&Integer::from(256)).is_err());
/// # Ok::<(), isoschema_runtime::Refused>(())
/// ```
#[derive(Clone, Debug)]
pub struct Integer(::serde_json::Number);

impl Integer {
    /// The number as `serde_json` holds it.
    #[must_use]
    #[inline]
    pub const fn as_number(&self) -> &::serde_json::Number {
        &self.0
    }

    /// The value, where `i128` holds it.
    #[must_use]
    #[inline]
    pub fn to_i128(&self) -> Option<i128> {
        self.decimal().to_i128()
    }

    #[inline]
    fn decimal(&self) -> Decimal {
        Num::from_number(&self.0).decimal()
    }
}

impl Read<'_> for Integer {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        match tape.number(at) {
            Some(number) if number.is_integer() && tape.takes_integer(number) => {
                Ok(Self(number.to_number()))
            }
            _ => Err(place.refuse(tape, at, Reason::Kind(Kinds::INTEGER))),
        }
    }
}

/// 0, as of Rust's integers.
impl Default for Integer {
    #[inline]
    fn default() -> Self {
        Self(0.into())
    }
}

impl TryFrom<::serde_json::Number> for Integer {
    type Error = Refused;

    #[inline]
    fn try_from(number: ::serde_json::Number) -> Result<Self, Refused> {
        if Num::from_number(&number).is_integer() {
            Ok(Self(number))
        } else {
            Err(Refused::by_type(Reason::Kind(Kinds::INTEGER)))
        }
    }
}

impl ::core::str::FromStr for Integer {
    type Err = Refused;

    /// Reads a JSON number without a fraction.
    #[inline]
    fn from_str(text: &str) -> Result<Self, Refused> {
        let number: Result<::serde_json::Number, _> = text.parse();
        number.map_or_else(
            |_| Err(Refused::by_type(Reason::Kind(Kinds::INTEGER))),
            Self::try_from,
        )
    }
}

impl PartialEq for Integer {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Integer {}

impl PartialOrd for Integer {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Integer {
    #[inline]
    fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
        self.decimal().compare(&other.decimal())
    }
}

impl ::core::hash::Hash for Integer {
    fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
        let mut key = Vec::new();
        self.decimal().push_key(&mut key);
        key.hash(state);
    }
}

/// Rust's integers become integers of any size, are compared with them, and are made of those
/// that they hold.
macro_rules! integer_primitives {
    ($integer:ident: $($primitive:ident)*) => {$(
        impl From<$primitive> for $integer {
            #[inline]
            fn from(value: $primitive) -> Self {
                Self(value.into())
            }
        }

        impl TryFrom<&$integer> for $primitive {
            type Error = Refused;

            #[inline]
            fn try_from(value: &$integer) -> Result<Self, Refused> {
                let held = value.to_i128().and_then(|it| Self::try_from(it).ok());
                held.ok_or_else(|| Refused::by_type(Reason::Range(concat!("a `", stringify!($primitive), "`"))))
            }
        }

        impl TryFrom<$integer> for $primitive {
            type Error = Refused;

            #[inline]
            fn try_from(value: $integer) -> Result<Self, Refused> {
                Self::try_from(&value)
            }
        }

        impl PartialEq<$primitive> for $integer {
            #[inline]
            fn eq(&self, other: &$primitive) -> bool {
                self.cmp(&Self::from(*other)).is_eq()
            }
        }

        impl PartialEq<$integer> for $primitive {
            #[inline]
            fn eq(&self, other: &$integer) -> bool {
                other == self
            }
        }

        impl PartialOrd<$primitive> for $integer {
            #[inline]
            fn partial_cmp(&self, other: &$primitive) -> Option<::core::cmp::Ordering> {
                self.partial_cmp(&Self::from(*other))
            }
        }

        impl PartialOrd<$integer> for $primitive {
            #[inline]
            fn partial_cmp(&self, other: &$integer) -> Option<::core::cmp::Ordering> {
                $integer::from(*self).partial_cmp(other)
            }
        }
    )*};
}

integer_primitives! { Integer: i8 u8 i16 u16 i32 u32 i64 u64 isize usize }

impl From<Integer> for ::serde_json::Number {
    #[inline]
    fn from(integer: Integer) -> Self {
        integer.0
    }
}

impl ::core::fmt::Display for Integer {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(&self.0, f)
    }
}

impl ::serde::Serialize for Integer {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(&self.0, serializer)
    }
}
