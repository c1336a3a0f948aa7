//! What both kinds of drawing write: strings, numbers and any JSON.

use std::fmt::Write as _;

use arbitrary::{Result, Unstructured};

/// Writes a string, now and then with every character as an escape.
pub(crate) fn string(bytes: &mut Unstructured<'_>, text: &str, out: &mut String) -> Result<()> {
    let escaped = bytes.ratio(1_u8, 16)?;
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' if !escaped => {
                out.push('\\');
                out.push(c);
            }
            c if escaped || c < ' ' => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
    Ok(())
}

/// Numbers at which something ends.
const EDGES: [&str; 30] = [
    "0",
    "-0",
    "0.0",
    "1",
    "-1",
    "2",
    "3",
    "6",
    "0.1",
    "0.5",
    "1.5",
    "19.99",
    "1e-7",
    "1e300",
    "9007199254740991",
    "9007199254740993",
    "9007199254740992.0",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "18446744073709551615",
    "18446744073709551616",
    "170141183460469231731687303715884105727",
    "-170141183460469231731687303715884105728",
    "-170141183460469231731687303715884105729",
    "340282366920938463463374607431768211456",
    "1e39",
    "0.0000000000000000000000000000000000000001",
    "1e400",
    "-1E-400",
];

/// Writes any number.
pub(crate) fn number(bytes: &mut Unstructured<'_>, out: &mut String) -> Result<()> {
    match bytes.int_in_range(0..=7_u8)? {
        0..=2 => {
            let _ = write!(out, "{}", bytes.int_in_range(-4..=12_i8)?);
        }
        3 => {
            let _ = write!(out, "{}", bytes.arbitrary::<i64>()?);
        }
        4 => {
            let _ = write!(out, "{}", bytes.arbitrary::<u64>()?);
        }
        5 => {
            let value = bytes.arbitrary::<f64>()?;
            if value.is_finite() {
                let _ = write!(out, "{value:e}");
            } else {
                out.push('7');
            }
        }
        _ => out.push_str(bytes.choose(&EDGES)?),
    }
    Ok(())
}

/// Writes the same number in another form, or one beside it.
pub(crate) fn number_near(
    bytes: &mut Unstructured<'_>,
    token: &str,
    out: &mut String,
) -> Result<()> {
    let plain = !token.contains(['.', 'e', 'E']);
    match bytes.int_in_range(0..=9_u8)? {
        0 if plain => {
            let _ = write!(out, "{token}.0");
        }
        1 if plain => {
            let _ = write!(out, "{token}e0");
        }
        2 if plain => {
            let _ = write!(out, "{token}0E-1");
        }
        3 if plain => {
            let _ = write!(out, "{token}.5");
        }
        4 | 5 => {
            if let Ok(value) = token.parse::<i64>() {
                let step = bytes.int_in_range(-2..=2_i64)?;
                let _ = write!(out, "{}", value.saturating_add(step));
            } else {
                let value = token.parse::<f64>().unwrap_or_default();
                let _ = write!(out, "{}", serde_json::Value::from(value * 1.5));
            }
        }
        6 => {
            let factor = bytes.int_in_range(-3..=9_i64)?;
            match token.parse::<i64>().map(|value| value.checked_mul(factor)) {
                Ok(Some(value)) => {
                    let _ = write!(out, "{value}");
                }
                _ => out.push_str(token),
            }
        }
        _ => out.push_str(token),
    }
    Ok(())
}

/// A short text of characters that matter, or an arbitrary one.
pub(crate) fn text(bytes: &mut Unstructured<'_>) -> Result<String> {
    const PIECES: [char; 16] = [
        'a', 'b', 'c', 'x', 'y', 'A', 'Z', '0', '5', ' ', '_', '/', 'é', '𝒳', '\u{0}', '"',
    ];
    if bytes.ratio(1_u8, 8)? {
        let text: String = bytes.arbitrary()?;
        return Ok(text);
    }
    let length = bytes.int_in_range(0..=6_u8)?;
    (0..length)
        .map(|_| bytes.choose(&PIECES).copied())
        .collect()
}

/// Writes any JSON.
pub(crate) fn any(
    bytes: &mut Unstructured<'_>,
    names: &[String],
    depth: usize,
    out: &mut String,
) -> Result<()> {
    let kinds = if depth == 0 { 4 } else { 6 };
    match bytes.int_in_range(0..=kinds)? {
        0 => out.push_str("null"),
        1 => out.push_str(if bytes.arbitrary()? { "true" } else { "false" }),
        2 => number(bytes, out)?,
        3 => {
            let text = text(bytes)?;
            string(bytes, &text, out)?;
        }
        4 => out.push_str(if bytes.arbitrary()? { "{}" } else { "[]" }),
        5 => {
            out.push('[');
            for index in 0..bytes.int_in_range(1..=4_u8)? {
                out.push_str(if index == 0 { "" } else { "," });
                any(bytes, names, depth - 1, out)?;
            }
            out.push(']');
        }
        _ => {
            out.push('{');
            for index in 0..bytes.int_in_range(1..=4_u8)? {
                out.push_str(if index == 0 { "" } else { "," });
                member_name(bytes, names, out)?;
                any(bytes, names, depth - 1, out)?;
            }
            out.push('}');
        }
    }
    Ok(())
}

/// Writes a name with its colon: a known one, or any.
pub(crate) fn member_name(
    bytes: &mut Unstructured<'_>,
    names: &[String],
    out: &mut String,
) -> Result<()> {
    if names.is_empty() || bytes.ratio(1_u8, 4)? {
        let name = text(bytes)?;
        string(bytes, &name, out)?;
    } else {
        let name = bytes.choose(names)?;
        string(bytes, name, out)?;
    }
    out.push(':');
    Ok(())
}
