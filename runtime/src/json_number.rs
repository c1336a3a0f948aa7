//! The numbers that generated types hold.
use super::*;

/// A JSON number: an integer of 64 bits, or a double.
///
/// It is `Copy`, written as it was read (`1.0` stays `1.0`), and equal to and ordered
/// with other numbers by its value, never by a rounded one: `1` is `1.0`. No number is
/// infinite or "not a number", so that numbers are totally ordered.
///
/// # Examples
///
/// ```
/// use isoschema_runtime::Number;
///
/// let price = Number::try_from(9.99)?;
/// assert!(price > 9 && price < 10.0);
/// assert_eq!(f64::from(price), 9.99);
/// assert_eq!(Number::from(12), 12.0);
/// assert_eq!("1.0".parse::<Number>()?.to_string(), "1.0");
/// assert!(Number::try_from(f64::NAN).is_err());
/// assert_eq!(Number::default(), 0);
/// # Ok::<(), isoschema_runtime::Refused>(())
/// ```
#[derive(Clone, Copy)]
pub struct Number(Kept);

#[derive(Clone, Copy)]
enum Kept {
    Unsigned(u64),
    /// Below 0.
    Negative(i64),
    /// Finite.
    Double(f64),
}

impl Number {
    /// The number as `i64`, where it is an integer that `i64` holds: `3` and `3.0`.
    #[must_use]
    #[inline]
    pub fn as_i64(self) -> Option<i64> {
        self.whole()?.try_into().ok()
    }

    /// The number as `u64`, where it is an integer that `u64` holds.
    #[must_use]
    #[inline]
    pub fn as_u64(self) -> Option<u64> {
        self.whole()?.try_into().ok()
    }

    /// The nearest double. That of an integer beyond 2^53 may be another number.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    #[inline]
    pub const fn as_f64(self) -> f64 {
        match self.0 {
            Kept::Unsigned(value) => value as f64,
            Kept::Negative(value) => value as f64,
            Kept::Double(value) => value,
        }
    }

    /// Whether there is no fractional part: `3`, `3.0`, `3e2`.
    #[must_use]
    #[inline]
    pub fn is_integer(self) -> bool {
        match self.0 {
            Kept::Unsigned(_) | Kept::Negative(_) => true,
            Kept::Double(value) => value % 1.0 == 0.0,
        }
    }

    /// The integer that it is, as far as 65 bits.
    #[allow(clippy::cast_possible_truncation)]
    #[inline]
    fn whole(self) -> Option<i128> {
        match self.0 {
            Kept::Unsigned(value) => Some(value.into()),
            Kept::Negative(value) => Some(value.into()),
            Kept::Double(value) => {
                let is_small = value.abs() <= 18_446_744_073_709_551_616.0;
                (is_small && value % 1.0 == 0.0).then_some(value as i128)
            }
        }
    }

    /// An integer that `i64` or `u64` holds.
    #[doc(hidden)]
    #[inline]
    pub const fn from_i128(value: i128) -> Self {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        Self(if value < 0 {
            Kept::Negative(value as i64)
        } else {
            Kept::Unsigned(value as u64)
        })
    }

    /// A double that is finite.
    #[doc(hidden)]
    #[inline]
    pub const fn from_finite(value: f64) -> Self {
        Self(Kept::Double(value))
    }

    /// The number on a tape, where 64 bits hold it.
    #[inline]
    fn from_num(number: &Num) -> Option<Self> {
        Some(Self(match number {
            Num::Unsigned(value) => Kept::Unsigned(*value),
            Num::Negative(value) => Kept::Negative(*value),
            Num::Float(value) => Kept::Double(*value),
            Num::Rounded(kept) => Kept::Double(kept.0),
            Num::Text(text) => return Self::from_num(&Num::rounded(text)?),
        }))
    }

    #[inline]
    fn order(self, other: Self) -> ::core::cmp::Ordering {
        match (self.whole(), other.whole()) {
            (Some(one), Some(two)) => one.cmp(&two),
            // One of them is no integer of 65 bits; where the doubles are equal, so
            // are the numbers: such a double stands for itself, and no integer
            // rounds to it.
            _ => self.as_f64().total_cmp(&other.as_f64()),
        }
    }
}

/// 0, as of Rust's numbers.
impl Default for Number {
    #[inline]
    fn default() -> Self {
        Self::from_i128(0)
    }
}

impl From<Number> for Num {
    #[inline]
    fn from(number: Number) -> Self {
        match number.0 {
            Kept::Unsigned(value) => Self::Unsigned(value),
            Kept::Negative(value) => Self::Negative(value),
            Kept::Double(value) => Self::Float(value),
        }
    }
}

impl Read<'_> for Number {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        let Some(number) = tape.number(at) else {
            return Err(place.refuse(tape, at, Reason::Kind(Kinds::NUMBER)));
        };
        Self::from_num(number).ok_or_else(|| place.beyond(tape, at, Reason::Range("f64")))
    }

    #[inline]
    fn scan(scanner: &mut Scanner<'_>, _: &'static Place) -> Option<Self> {
        Some(Self(match scanner.numeral()? {
            Num::Unsigned(value) => Kept::Unsigned(value),
            Num::Negative(value) => Kept::Negative(value),
            Num::Float(value) => Kept::Double(value),
            number => return Self::from_num(&number),
        }))
    }
}

impl<'de> ::serde::Deserialize<'de> for Number {
    fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserialize(deserializer)
    }
}

impl ::serde::Serialize for Number {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Kept::Unsigned(value) => serializer.serialize_u64(value),
            Kept::Negative(value) => serializer.serialize_i64(value),
            Kept::Double(value) => serializer.serialize_f64(value),
        }
    }
}

impl ::core::fmt::Display for Number {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(&Num::from(*self).to_number(), f)
    }
}

impl ::core::fmt::Debug for Number {
    #[inline]
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}

impl ::core::str::FromStr for Number {
    type Err = Refused;

    /// Reads a JSON number.
    #[inline]
    fn from_str(text: &str) -> Result<Self, Refused> {
        let number = Num::from_text(text.to_owned());
        let number = number.as_ref().and_then(Self::from_num);
        number.ok_or_else(|| Refused::by_type(Reason::Kind(Kinds::NUMBER)))
    }
}

impl PartialEq for Number {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.order(*other).is_eq()
    }
}

impl Eq for Number {}

impl PartialOrd for Number {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<::core::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    #[inline]
    fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
        self.order(*other)
    }
}

impl ::core::hash::Hash for Number {
    fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
        match self.whole() {
            Some(whole) => whole.hash(state),
            None => self.as_f64().to_bits().hash(state),
        }
    }
}

impl From<Number> for f64 {
    /// The nearest double.
    #[inline]
    fn from(number: Number) -> Self {
        number.as_f64()
    }
}

impl From<Number> for ::serde_json::Number {
    #[inline]
    fn from(number: Number) -> Self {
        Num::from(number).to_number()
    }
}

impl From<Number> for ::serde_json::Value {
    #[inline]
    fn from(number: Number) -> Self {
        Self::Number(number.into())
    }
}

impl TryFrom<::serde_json::Number> for Number {
    type Error = Refused;

    #[inline]
    fn try_from(number: ::serde_json::Number) -> Result<Self, Refused> {
        let number = Self::from_num(&Num::from_number(&number));
        number.ok_or_else(|| Refused::by_type(Reason::Range("f64")))
    }
}

/// Doubles become numbers where they are finite, and are compared with them.
macro_rules! number_from_doubles {
    ($number:ident: $($double:ty)*) => {$(
        impl TryFrom<$double> for $number {
            type Error = Refused;

            #[inline]
            fn try_from(value: $double) -> Result<Self, Refused> {
                if value.is_finite() {
                    Ok(Self(Kept::Double(value.into())))
                } else {
                    Err(Refused::by_type(Reason::Kind(Kinds::NUMBER)))
                }
            }
        }

        impl PartialEq<$double> for $number {
            #[inline]
            fn eq(&self, other: &$double) -> bool {
                self.partial_cmp(other) == Some(::core::cmp::Ordering::Equal)
            }
        }

        impl PartialEq<$number> for $double {
            #[inline]
            fn eq(&self, other: &$number) -> bool {
                other == self
            }
        }

        impl PartialOrd<$double> for $number {
            #[inline]
            fn partial_cmp(&self, other: &$double) -> Option<::core::cmp::Ordering> {
                match Self::try_from(*other) {
                    Ok(other) => Some(self.order(other)),
                    // Infinities lie outside of all numbers.
                    Err(_) => 0.0.partial_cmp(other),
                }
            }
        }

        impl PartialOrd<$number> for $double {
            #[inline]
            fn partial_cmp(&self, other: &$number) -> Option<::core::cmp::Ordering> {
                other.partial_cmp(self).map(::core::cmp::Ordering::reverse)
            }
        }
    )*};
}

/// Integers are numbers, and are compared with them.
macro_rules! number_from_integers {
    ($number:ident: $($integer:ty)*) => {$(
        impl From<$integer> for $number {
            // What a pointer's size holds has no other way.
            #[allow(clippy::cast_lossless)]
            #[inline]
            fn from(value: $integer) -> Self {
                Self::from_i128(value as i128)
            }
        }

        impl PartialEq<$integer> for $number {
            #[inline]
            fn eq(&self, other: &$integer) -> bool {
                *self == Self::from(*other)
            }
        }

        impl PartialEq<$number> for $integer {
            #[inline]
            fn eq(&self, other: &$number) -> bool {
                other == self
            }
        }

        impl PartialOrd<$integer> for $number {
            #[inline]
            fn partial_cmp(&self, other: &$integer) -> Option<::core::cmp::Ordering> {
                self.partial_cmp(&Self::from(*other))
            }
        }

        impl PartialOrd<$number> for $integer {
            #[inline]
            fn partial_cmp(&self, other: &$number) -> Option<::core::cmp::Ordering> {
                $number::from(*self).partial_cmp(other)
            }
        }
    )*};
}

number_from_doubles! { Number: f32 f64 }
number_from_integers! { Number: i8 u8 i16 u16 i32 u32 i64 u64 isize usize }
