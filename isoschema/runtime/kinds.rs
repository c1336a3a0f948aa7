//! The kinds of JSON values.
use super::*;

/// A set of JSON kinds; whole numbers are a kind of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Kinds(pub(super) u8);

impl Kinds {
    pub(super) const NONE: Self = Self(0);
    pub(super) const NULL: Self = Self(1);
    pub(super) const BOOLEAN: Self = Self(2);
    /// Numbers without a fractional part, `3.0` included.
    pub(super) const INTEGER: Self = Self(4);
    /// Numbers with a fractional part.
    pub(super) const FRACTION: Self = Self(8);
    pub(super) const NUMBER: Self = Self(4 | 8);
    pub(super) const STRING: Self = Self(16);
    pub(super) const ARRAY: Self = Self(32);
    pub(super) const OBJECT: Self = Self(64);

    pub(super) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(super) const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl ::std::fmt::Debug for Kinds {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        ::std::fmt::Display::fmt(self, f)
    }
}

impl ::std::fmt::Display for Kinds {
    fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
        let names = [
            (Self::OBJECT, "an object"),
            (Self::ARRAY, "an array"),
            (Self::STRING, "a string"),
            (Self::NUMBER, "a number"),
            (Self::INTEGER, "an integer"),
            (Self::FRACTION, "a number with a fraction"),
            (Self::BOOLEAN, "a boolean"),
            (Self::NULL, "null"),
        ];
        let mut rest = *self;
        let mut first = true;
        for (kind, name) in names {
            if rest.contains(kind) {
                rest.0 &= !kind.0;
                if !first {
                    f.write_str(" or ")?;
                }
                first = false;
                f.write_str(name)?;
            }
        }
        if first {
            f.write_str("nothing")
        } else {
            Ok(())
        }
    }
}
