//! Rust's integers, and literals of them.

use crate::config::kinds::Integers;

/// A Rust integer type, by what it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Integer {
    /// `i8`
    I8,
    /// `u8`
    U8,
    /// `i16`
    I16,
    /// `u16`
    U16,
    /// `i32`
    I32,
    /// `u32`
    U32,
    /// `i64`
    I64,
    /// `u64`
    U64,
    /// `i128`, where no bound says less: all of `i64` and `u64`.
    I128,
    /// `support::Integer`, where no bound says less and every digit counts.
    Any,
}

impl Integer {
    /// The type of an integer without narrower bounds.
    pub(super) fn widest(integers: Integers) -> Self {
        match integers {
            Integers::Wide => Self::I128,
            Integers::Exact => Self::Any,
            Integers::I64 => Self::I64,
        }
    }
}

/// An integer that the Rust type it is written for holds. Nothing else becomes
/// a literal of that type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Native(i128);

impl Native {
    pub(super) fn new(integer: Integer, value: i128) -> Option<Self> {
        let (least, most) = integer.holds()?;
        (least <= value && value <= most).then_some(Self(value))
    }

    /// The integer.
    #[must_use]
    pub const fn value(self) -> i128 {
        self.0
    }
}
