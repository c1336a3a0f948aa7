//! Integers of any size.
use super::*;

/// An integer of any size, kept with every digit.
///
/// Without `serde_json`'s feature `arbitrary_precision` documents hold no
/// integers beyond 64 bits, and neither does this type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Integer(::serde_json::Number);

impl Integer {
    /// The number as `serde_json` holds it.
    #[must_use]
    pub const fn as_number(&self) -> &::serde_json::Number {
        &self.0
    }

    /// The value, where `i128` holds it.
    #[must_use]
    pub fn to_i128(&self) -> Option<i128> {
        Num::from_number(&self.0).decimal().to_i128()
    }
}

impl Read<'_> for Integer {
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
    fn default() -> Self {
        Self(0.into())
    }
}

impl TryFrom<::serde_json::Number> for Integer {
    type Error = Refused;

    fn try_from(number: ::serde_json::Number) -> Result<Self, Refused> {
        if Num::from_number(&number).is_integer() {
            Ok(Self(number))
        } else {
            Err(Refused::by_type(Reason::Kind(Kinds::INTEGER)))
        }
    }
}

impl From<i64> for Integer {
    fn from(value: i64) -> Self {
        Self(value.into())
    }
}

impl From<u64> for Integer {
    fn from(value: u64) -> Self {
        Self(value.into())
    }
}

impl From<i32> for Integer {
    fn from(value: i32) -> Self {
        Self(value.into())
    }
}

impl From<Integer> for ::serde_json::Number {
    fn from(integer: Integer) -> Self {
        integer.0
    }
}

impl ::core::fmt::Display for Integer {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(&self.0, f)
    }
}

impl ::serde::Serialize for Integer {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        ::serde::Serialize::serialize(&self.0, serializer)
    }
}
