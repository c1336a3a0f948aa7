//! [`Json`] → its text.

use std::fmt::Write as _;

use super::json::{Json, JsonKind};

/// What is still to be written.
enum Rest<'a> {
    Items(std::slice::Iter<'a, Json>),
    Members(indexmap::map::Iter<'a, String, Json>),
}

impl Json {
    /// The value as a text: members in their order, numbers as they are
    /// written, two spaces a level, a line break at the end. Every text with
    /// this value, this order and these numbers gives the same text.
    ///
    /// ```
    /// let (json, _) = isoschema::load::parse_text("a.json", r#"{"a":[1.0,{}],"b":"\u00e9"}"#).unwrap();
    /// assert_eq!(json.to_text(), "{\n  \"a\": [\n    1.0,\n    {}\n  ],\n  \"b\": \"é\"\n}\n");
    /// ```
    #[must_use]
    pub fn to_text(&self) -> String {
        text(self)
    }

    /// The value as a text without blanks, its numbers and its order as in the schema; not much more
    /// of it than so many letters.
    #[must_use]
    pub fn to_compact(&self, most: usize) -> String {
        let mut out = String::new();
        compact(self, most, &mut out);
        out
    }
}

fn compact(json: &Json, most: usize, out: &mut String) {
    let quote = |text: &str, out: &mut String| {
        let short: String = text.chars().take(most).collect();
        out.push_str(&serde_json::Value::String(short).to_string());
    };
    match &json.kind {
        JsonKind::Null => out.push_str("null"),
        JsonKind::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        JsonKind::Number(token) => out.push_str(token),
        JsonKind::String(text) => quote(text, out),
        JsonKind::Array(items) => {
            out.push('[');
            for (index, item) in items.iter().enumerate() {
                if out.len() > most {
                    return;
                }
                out.push_str(if index > 0 { "," } else { "" });
                compact(item, most, out);
            }
            out.push(']');
        }
        JsonKind::Object(members) => {
            out.push('{');
            for (index, (name, member)) in members.iter().enumerate() {
                if out.len() > most {
                    return;
                }
                out.push_str(if index > 0 { "," } else { "" });
                quote(name, out);
                out.push(':');
                compact(member, most, out);
            }
            out.push('}');
        }
    }
}

/// Iterative, as the parser is: nesting costs no stack.
fn text(json: &Json) -> String {
    let mut out = String::new();
    let mut open = Vec::new();
    begin(json, &mut out, &mut open);
    while let Some(rest) = open.last_mut() {
        let first = out.ends_with(['[', '{']);
        let (name, json) = match rest {
            Rest::Items(items) => (None, items.next()),
            Rest::Members(members) => members
                .next()
                .map_or((None, None), |(name, json)| (Some(name), Some(json))),
        };
        let Some(json) = json else {
            let close = match rest {
                Rest::Items(_) => ']',
                Rest::Members(_) => '}',
            };
            open.pop();
            line(&mut out, open.len());
            out.push(close);
            continue;
        };
        if !first {
            out.push(',');
        }
        line(&mut out, open.len());
        if let Some(name) = name {
            string(name, &mut out);
            out.push_str(": ");
        }
        begin(json, &mut out, &mut open);
    }
    out.push('\n');
    out
}

fn begin<'a>(json: &'a Json, out: &mut String, open: &mut Vec<Rest<'a>>) {
    match &json.kind {
        JsonKind::Null => out.push_str("null"),
        JsonKind::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
        JsonKind::Number(token) => out.push_str(token),
        JsonKind::String(text) => string(text, out),
        JsonKind::Array(items) if items.is_empty() => out.push_str("[]"),
        JsonKind::Object(members) if members.is_empty() => out.push_str("{}"),
        JsonKind::Array(items) => {
            out.push('[');
            open.push(Rest::Items(items.iter()));
        }
        JsonKind::Object(members) => {
            out.push('{');
            open.push(Rest::Members(members.iter()));
        }
    }
}

fn line(out: &mut String, level: usize) {
    out.push('\n');
    for _ in 0..level {
        out.push_str("  ");
    }
}

fn string(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            '\0'..='\u{1f}' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(letter));
            }
            _ => out.push(letter),
        }
    }
    out.push('"');
}
