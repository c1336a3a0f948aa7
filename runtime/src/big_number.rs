//! Numbers of any digits.
use super::*;

/// A JSON number, kept with every digit: `numbers = "exact"`.
///
/// It is written as it was read (`1.50` stays `1.50`), and equal to and ordered with other
/// numbers by its value: `1` is `1.0`. A double is the shortest number that it is read from.
///
/// # Examples
///
/// ```
/// use isoschema_runtime::BigNumber;
///
/// let price = BigNumber::try_from(9.99)?;
/// assert!(price > 9 && price < 10.0 && price == 9.99);
/// assert_eq!(price.as_f64(), 9.99);
/// assert_eq!(BigNumber::from(12), 12.0);
/// # Ok::<(), isoschema_runtime::Refused>(())
/// ```
#[derive(Clone)]
pub struct BigNumber(::serde_json::Number);

impl BigNumber {
    /// The number as `serde_json` holds it.
    #[must_use]
    #[inline]
    pub const fn as_number(&self) -> &::serde_json::Number {
        &self.0
    }

    /// The nearest double; infinite beyond the range of doubles.
    #[must_use]
    #[inline]
    pub fn as_f64(&self) -> f64 {
        self.num().to_f64()
    }

    /// Whether there is no fractional part: `3`, `3.0`, `3e2`.
    #[must_use]
    #[inline]
    pub fn is_integer(&self) -> bool {
        self.num().is_integer()
    }

    #[inline]
    fn num(&self) -> Num {
        Num::from_number(&self.0)
    }
}

impl Read<'_> for BigNumber {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        <::serde_json::Number as Read<'_>>::read(tape, at, place).map(Self)
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, place: &'static Place) -> Option<Self> {
        <::serde_json::Number as Read<'_>>::scan(scanner, place).map(Self)
    }
}

/// 0, as of Rust's numbers.
impl Default for BigNumber {
    #[inline]
    fn default() -> Self {
        Self(0.into())
    }
}

impl From<::serde_json::Number> for BigNumber {
    #[inline]
    fn from(number: ::serde_json::Number) -> Self {
        Self(number)
    }
}

impl From<BigNumber> for ::serde_json::Number {
    #[inline]
    fn from(number: BigNumber) -> Self {
        number.0
    }
}

impl From<BigNumber> for ::serde_json::Value {
    #[inline]
    fn from(number: BigNumber) -> Self {
        Self::Number(number.0)
    }
}

impl From<Number> for BigNumber {
    #[inline]
    fn from(number: Number) -> Self {
        Self(number.into())
    }
}

impl From<BigNumber> for f64 {
    /// The nearest double.
    #[inline]
    fn from(number: BigNumber) -> Self {
        number.as_f64()
    }
}

impl ::core::str::FromStr for BigNumber {
    type Err = Refused;

    /// Reads a JSON number.
    #[inline]
    fn from_str(text: &str) -> Result<Self, Refused> {
        let number = text.parse().map(Self);
        number.map_err(|_| Refused::by_type(Reason::Kind(Kinds::NUMBER)))
    }
}

impl ::core::fmt::Display for BigNumber {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(&self.0, f)
    }
}

impl ::core::fmt::Debug for BigNumber {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(&self.0, f)
    }
}

impl ::serde::Serialize for BigNumber {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(&self.0, serializer)
    }
}

impl PartialEq for BigNumber {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for BigNumber {}

impl PartialOrd for BigNumber {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for BigNumber {
    #[inline]
    fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
        self.num().decimal().compare(&other.num().decimal())
    }
}

impl ::core::hash::Hash for BigNumber {
    fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
        let mut key = Vec::new();
        self.num().decimal().push_key(&mut key);
        key.hash(state);
    }
}

/// Doubles become numbers where they are finite, and are compared with them.
macro_rules! big_number_doubles {
    ($number:ident: $($double:ty)*) => {$(
        impl TryFrom<$double> for $number {
            type Error = Refused;

            #[inline]
            fn try_from(value: $double) -> Result<Self, Refused> {
                Num::finite(value.into()).map(|number| Self(number.to_number()))
            }
        }

        impl PartialOrd<$double> for $number {
            #[inline]
            fn partial_cmp(&self, other: &$double) -> Option<::core::cmp::Ordering> {
                match Self::try_from(*other) {
                    Ok(other) => Some(self.cmp(&other)),
                    // Infinities lie outside of all numbers.
                    Err(_) => 0.0.partial_cmp(other),
                }
            }
        }
    )*};
}

/// Integers are numbers, and are compared with them.
macro_rules! big_number_integers {
    ($number:ident: $($integer:ty)*) => {$(
        impl From<$integer> for $number {
            #[inline]
            fn from(value: $integer) -> Self {
                Self(value.into())
            }
        }

        impl PartialOrd<$integer> for $number {
            #[inline]
            fn partial_cmp(&self, other: &$integer) -> Option<::core::cmp::Ordering> {
                Some(self.cmp(&Self::from(*other)))
            }
        }
    )*};
}

/// Comparison on either side.
macro_rules! big_number_compared {
    ($number:ident: $($other:ty)*) => {$(
        impl PartialEq<$other> for $number {
            #[inline]
            fn eq(&self, other: &$other) -> bool {
                self.partial_cmp(other) == Some(::core::cmp::Ordering::Equal)
            }
        }

        impl PartialEq<$number> for $other {
            #[inline]
            fn eq(&self, other: &$number) -> bool {
                other == self
            }
        }

        impl PartialOrd<$number> for $other {
            #[inline]
            fn partial_cmp(&self, other: &$number) -> Option<::core::cmp::Ordering> {
                other.partial_cmp(self).map(::core::cmp::Ordering::reverse)
            }
        }
    )*};
}

big_number_doubles! { BigNumber: f32 f64 }
big_number_integers! { BigNumber: i8 u8 i16 u16 i32 u32 i64 u64 isize usize }
big_number_compared! { BigNumber: f32 f64 i8 u8 i16 u16 i32 u32 i64 u64 isize usize }
