//! Integers for literals of generated code.

use super::model::Integer;

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
