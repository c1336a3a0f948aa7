//! The formats of numbers of the OpenAPI registry: how wide each is.

/// The formats, each with its least and its greatest integer.
const WIDTHS: [(&str, i128, i128); 8] = [
    ("int8", i8::MIN as i128, i8::MAX as i128),
    ("int16", i16::MIN as i128, i16::MAX as i128),
    ("int32", i32::MIN as i128, i32::MAX as i128),
    ("int64", i64::MIN as i128, i64::MAX as i128),
    ("uint8", 0, u8::MAX as i128),
    ("uint16", 0, u16::MAX as i128),
    ("uint32", 0, u32::MAX as i128),
    ("uint64", 0, u64::MAX as i128),
];

/// A Rust float, by the format that names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Float {
    /// `float`: `f32`
    F32,
    /// `double`: `f64`
    F64,
}

impl Float {
    /// What a format names.
    #[must_use]
    pub fn of(format: &str) -> Option<Self> {
        match format {
            "float" => Some(Self::F32),
            "double" => Some(Self::F64),
            _ => None,
        }
    }

    /// The type's name in Rust.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::F32 => "f32",
            Self::F64 => "f64",
        }
    }
}

/// The least and the greatest integer of a format.
#[must_use]
pub fn of(format: &str) -> Option<(i128, i128)> {
    let found = WIDTHS.iter().find(|(name, ..)| *name == format);
    found.map(|(_, least, most)| (*least, *most))
}

/// The bounds that a format gives a schema. Of 64 bits there are none, as of integers without a
/// format: what the type does not hold is refused, but 0 is the least of what has no sign.
#[must_use]
pub fn bounds(format: &str) -> Option<(Option<i128>, Option<i128>)> {
    let (least, most) = of(format)?;
    let is_widest = most >= i64::MAX.into();
    let least = Some(least).filter(|least| !is_widest || *least == 0);
    Some((least, Some(most).filter(|_| !is_widest)))
}
