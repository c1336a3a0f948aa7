//! The integer formats of the OpenAPI registry: how wide each is.

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

/// The least and the greatest integer of a format.
#[must_use]
pub fn of(format: &str) -> Option<(i128, i128)> {
    let found = WIDTHS.iter().find(|(name, ..)| *name == format);
    found.map(|(_, least, most)| (*least, *most))
}
