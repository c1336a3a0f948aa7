//! Values without a schema: texts, numbers, names and small trees that readers
//! get wrong.

use fastrand::Rng;

use super::text::Doc;

const TEXTS: [&str; 22] = [
    "",
    "a",
    "A",
    "text",
    "two words",
    "0",
    "1.0",
    "true",
    "null",
    "Ünïcödé",
    "日本語",
    "👩‍👩‍👧",
    "𝒳",
    "e\u{301}",
    "\"quoted\"",
    "back\\slash",
    "line\nbreak",
    "tab\t",
    "nul\0",
    "\u{7f}\u{2028}",
    "</script>",
    "2025-06-30",
];

const NAMES: [&str; 14] = [
    "unknown",
    "x-extra",
    "",
    "é",
    "__proto__",
    "type",
    "$ref",
    "extra",
    "0",
    "a b",
    "a/b~c",
    "\"",
    "Unknown",
    "日本",
];

const NUMBERS: [&str; 32] = [
    "0",
    "1",
    "-1",
    "2",
    "10000",
    "200.0",
    "1e2",
    "1E+2",
    "100e-2",
    "0.5",
    "-0.5",
    "19.99",
    "0.1",
    "0.30000000000000004",
    "1e-7",
    "1.5e300",
    "2.5e-10",
    "123456.789",
    "-0",
    "0.0",
    "127",
    "128",
    "255",
    "256",
    "-129",
    "32768",
    "65536",
    "2147483648",
    "4294967296",
    "9007199254740993",
    "9223372036854775807",
    "18446744073709551615",
];

const EXTREMES: [&str; 6] = [
    "18446744073709551616",
    "-9223372036854775809",
    "1e19",
    "9007199254740993.0",
    "123456789012345678901234567890",
    "0.1000000000000000055511151231257827",
];

/// A text of about this length in scalar values.
pub fn text(least: usize, most: Option<usize>, rng: &mut Rng) -> String {
    if least == 0 || rng.u8(..4) == 0 {
        let known = TEXTS[rng.usize(..TEXTS.len())];
        let length = known.chars().count();
        if length >= least && most.is_none_or(|most| length <= most) {
            return known.to_owned();
        }
    }
    let top = most.unwrap_or(least + 12).max(least);
    // The edges are where readers err.
    let length = match rng.u8(..6) {
        0 => least,
        1 if top <= 20_000 => top,
        _ => rng.usize(least..=top.min(least + 40)),
    };
    exactly(length, rng)
}

/// A text of exactly this length in scalar values; one in three has characters
/// that take more than one byte or UTF-16 unit.
pub fn exactly(length: usize, rng: &mut Rng) -> String {
    let alphabet: &[char] = match rng.u8(..3) {
        0 => &['a', 'é', '語', '𝒳', '😀'],
        _ => &['a', 'b', 'C', 'D', '1', ' ', '-'],
    };
    (0..length)
        .map(|_| alphabet[rng.usize(..alphabet.len())])
        .collect()
}

/// A number token.
pub fn number(whole: bool, rng: &mut Rng) -> String {
    loop {
        let token = match rng.u8(..20) {
            0 => EXTREMES[rng.usize(..EXTREMES.len())].to_owned(),
            1..=2 => rng.i32(..).to_string(),
            3 => rng.i64(..).to_string(),
            4 if !whole => loop {
                let double = f64::from_bits(rng.u64(..));
                if double.is_finite() {
                    break format!("{double:e}");
                }
            },
            5..=6 if !whole => format!("{}.{:02}", rng.i32(-9999..9999), rng.u8(..100)),
            _ => NUMBERS[rng.usize(..NUMBERS.len())].to_owned(),
        };
        if !whole || is_whole(&token) {
            return token;
        }
    }
}

fn is_whole(token: &str) -> bool {
    super::number::integer_form(token)
        || super::number::Decimal::parse(token)
            .is_some_and(|value| super::number::integer_form(&value.token()))
}

/// A member name that schemas seldom declare.
pub fn name(rng: &mut Rng) -> String {
    if rng.u8(..8) == 0 {
        exactly(rng.usize(1..30), rng)
    } else {
        NAMES[rng.usize(..NAMES.len())].to_owned()
    }
}

/// Any small value.
pub fn any(depth: usize, rng: &mut Rng) -> Doc {
    match rng.u8(..if depth > 2 { 6 } else { 9 }) {
        0 => Doc::Null,
        1 => Doc::Bool(rng.bool()),
        2..=3 => Doc::Number(number(false, rng)),
        4..=5 => Doc::Text(text(0, None, rng)),
        6 => Doc::List((0..rng.usize(..4)).map(|_| any(depth + 1, rng)).collect()),
        _ => {
            let mut members: Vec<(String, Doc)> = Vec::new();
            for _ in 0..rng.usize(..4) {
                let name = name(rng);
                if members.iter().all(|(known, _)| *known != name) {
                    members.push((name, any(depth + 1, rng)));
                }
            }
            Doc::Object(members)
        }
    }
}
