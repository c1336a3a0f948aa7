//! Whether a JSON text that was read and written is still the same value.

use serde_json::Value;

/// What differs between a text and the text that was written for it, if
/// anything does.
pub(crate) fn loss(before: &str, after: &str) -> Result<Option<String>, serde_json::Error> {
    let (old, new): (Value, Value) = (serde_json::from_str(before)?, serde_json::from_str(after)?);
    if !same(&old, &new) {
        return Ok(Some(format!("the value is now {after}")));
    }
    // Reading both texts could misread a number on both sides: its digits
    // tell.
    let (old, new) = (numbers(before), numbers(after));
    let lost = old.iter().zip(&new).find(|(old, new)| old != new);
    Ok(lost
        .map(|(old, new)| format!("the number {old} became {new}; `numbers = \"exact\"` keeps it")))
}

/// Whether two values are equal, numbers aside from their form: 200.0 is 200.
fn same(old: &Value, new: &Value) -> bool {
    match (old, new) {
        (Value::Number(old), Value::Number(new)) => old == new || old.as_f64() == new.as_f64(),
        (Value::Array(old), Value::Array(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| same(old, new))
        }
        (Value::Object(old), Value::Object(new)) => {
            old.len() == new.len()
                && old
                    .iter()
                    .all(|(name, old)| new.get(name).is_some_and(|new| same(old, new)))
        }
        _ => old == new,
    }
}

/// The numbers of a JSON text, each in one form, sorted: members may have
/// another order.
fn numbers(text: &str) -> Vec<String> {
    let mut numbers = Vec::new();
    // Every second part is outside of strings, once escaped quotes are gone.
    let text = text.replace("\\\\", "").replace("\\\"", "");
    for outside in text.split('"').step_by(2) {
        let tokens = outside.split(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c)));
        numbers.extend(
            tokens
                .filter(|token| token.starts_with(|c: char| c == '-' || c.is_ascii_digit()))
                .map(normal),
        );
    }
    numbers.sort_unstable();
    numbers
}

/// A number as its digits and a power of ten: `200.0` and `2e2` are `2e2`.
fn normal(token: &str) -> String {
    let (sign, size) = match token.strip_prefix('-') {
        Some(size) => ("-", size),
        None => ("", token),
    };
    let (mantissa, exponent) = size.split_once(['e', 'E']).unwrap_or((size, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let digits = digits.trim_start_matches('0');
    let short = digits.trim_end_matches('0');
    let zeros = i64::try_from(digits.len() - short.len()).unwrap_or(i64::MAX);
    let places = i64::try_from(fraction.len()).unwrap_or(i64::MAX);
    let exponent: i64 = exponent.parse().unwrap_or(i64::MAX);
    if short.is_empty() {
        return "0".to_owned();
    }
    let exponent = exponent.saturating_sub(places).saturating_add(zeros);
    format!("{sign}{short}e{exponent}")
}
