//! A schema or another value → a short text that is whole: what is inside of it
//! is left out before its end is.

use std::fmt::Write as _;

use serde_json::Value;

use crate::words::quoted;

/// How deep a value is shown, and how many members or items of each level: the
/// first that is short enough is taken.
const VIEWS: [(usize, usize); 8] = [
    (16, 1_000),
    (6, 12),
    (4, 12),
    (3, 8),
    (2, 8),
    (2, 4),
    (1, 8),
    (1, 3),
];

/// Texts in it longer than this are cut.
const LONGEST_TEXT: usize = 60;

/// A value in so many characters, if that is not too few for anything.
pub(super) fn brief(value: &Value, longest: usize) -> String {
    let views = VIEWS.into_iter().map(|(depth, most)| {
        let mut out = String::new();
        write(value, depth, most, &mut out);
        out
    });
    let mut last = String::new();
    for text in views {
        if text.chars().count() <= longest {
            return text;
        }
        last = text;
    }
    match value {
        Value::Object(members) if !members.is_empty() => "{…}".to_owned(),
        Value::Array(items) => format!("[… {} …]", items.len()),
        _ => last,
    }
}

fn write(value: &Value, depth: usize, most: usize, out: &mut String) {
    match value {
        Value::Object(members) if members.is_empty() => out.push_str("{}"),
        Value::Object(_) if depth == 0 => out.push_str("{…}"),
        Value::Object(members) => {
            out.push('{');
            for (index, (name, member)) in members.iter().take(most).enumerate() {
                if index > 0 {
                    out.push(',');
                }
                out.push_str(&quoted(name));
                out.push(':');
                write(member, depth - 1, most, out);
            }
            rest(members.len(), most, out);
            out.push('}');
        }
        Value::Array(items) if items.is_empty() => out.push_str("[]"),
        Value::Array(_) if depth == 0 => out.push_str("[…]"),
        Value::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().take(most).enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write(item, depth - 1, most, out);
            }
            rest(items.len(), most, out);
            out.push(']');
        }
        scalar => out.push_str(&token(scalar)),
    }
}

fn rest(count: usize, most: usize, out: &mut String) {
    if count > most {
        let _ = write!(out, ",… {} more", count - most);
    }
}

/// A value without values in it; of a long text the beginning.
pub(super) fn token(value: &Value) -> String {
    match value {
        Value::String(text) if text.chars().count() > LONGEST_TEXT => {
            let mut start: String = text.chars().take(LONGEST_TEXT).collect();
            start.push('…');
            quoted(&start)
        }
        Value::String(text) => quoted(text),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_inside_goes_before_the_end() {
        let schema = json!({"type": "object", "properties": {
            "a": {"type": "string", "maxLength": 3}, "b": {"enum": ["x", "y", "z"]}
        }});
        for (longest, text) in [
            (
                200,
                r#"{"properties":{"a":{"maxLength":3,"type":"string"},"b":{"enum":["x","y","z"]}},"type":"object"}"#,
            ),
            (50, r#"{"properties":{"a":{…},"b":{…}},"type":"object"}"#),
            (35, r#"{"properties":{…},"type":"object"}"#),
            (5, "{…}"),
        ] {
            assert_eq!(brief(&schema, longest), text);
        }
        assert_eq!(brief(&json!([1, 2, 3, 4, 5]), 10), "[… 5 …]");
    }
}
