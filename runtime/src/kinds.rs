//! The kinds of JSON values.

/// A set of JSON kinds; whole numbers are a kind of their own.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Kinds(pub(crate) u8);

impl Kinds {
    pub const NONE: Self = Self(0);
    pub const NULL: Self = Self(1);
    pub const BOOLEAN: Self = Self(2);
    /// Numbers without a fractional part, `3.0` included.
    pub const INTEGER: Self = Self(4);
    /// Numbers with a fractional part.
    pub const FRACTION: Self = Self(8);
    pub const NUMBER: Self = Self(4 | 8);
    pub const STRING: Self = Self(16);
    pub const ARRAY: Self = Self(32);
    pub const OBJECT: Self = Self(64);

    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub const fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl ::core::fmt::Debug for Kinds {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Display::fmt(self, f)
    }
}

impl ::core::fmt::Display for Kinds {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
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
        let mut between = "";
        for (kind, name) in names {
            if rest.contains(kind) {
                rest.0 &= !kind.0;
                ::core::write!(f, "{between}{name}")?;
                between = " or ";
            }
        }
        f.write_str(if between.is_empty() { "nothing" } else { "" })
    }
}
