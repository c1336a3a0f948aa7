//! JSON text ↔ a tree that keeps every number's token and every member, in
//! order and repeated ones too.

use std::fmt::Write as _;

use serde_json::Value;

use super::number::same_number;

/// A JSON document as its text says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doc {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, as written.
    Number(String),
    /// A string, decoded.
    Text(String),
    /// An array.
    List(Vec<Doc>),
    /// An object's members in their order.
    Object(Vec<(String, Doc)>),
}

/// How a tree is written as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without white space.
    Compact,
    /// With white space wherever JSON allows it.
    Spaced,
    /// Every character that is not ASCII, and the solidus, as an escape.
    Escaped,
}

impl Doc {
    /// Reads a text.
    ///
    /// # Errors
    ///
    /// Where the text stops being JSON, as a byte offset.
    pub fn parse(text: &str) -> Result<Self, String> {
        let mut scanner = Scanner { text, at: 0 };
        let doc = scanner.value(0)?;
        scanner.space();
        if scanner.at < text.len() {
            return Err(format!("text behind the document at byte {}", scanner.at));
        }
        Ok(doc)
    }

    /// The tree of a `serde_json` value.
    pub fn from_value(value: &Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(number) => Self::Number(number.to_string()),
            Value::String(text) => Self::Text(text.clone()),
            Value::Array(items) => Self::List(items.iter().map(Self::from_value).collect()),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), Self::from_value(value)))
                    .collect(),
            ),
        }
    }

    /// The text of the tree.
    pub fn to_text(&self, style: Style) -> String {
        let mut out = String::new();
        self.write(style, &mut out);
        out
    }

    fn write(&self, style: Style, out: &mut String) {
        let space = if style == Style::Spaced { " \n\t" } else { "" };
        match self {
            Self::Null => out.push_str("null"),
            Self::Bool(value) => out.push_str(if *value { "true" } else { "false" }),
            Self::Number(token) => out.push_str(token),
            Self::Text(text) => write_string(text, style, out),
            Self::List(items) => {
                out.push('[');
                for (index, item) in items.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    out.push_str(space);
                    item.write(style, out);
                }
                out.push_str(space);
                out.push(']');
            }
            Self::Object(members) => {
                out.push('{');
                for (index, (name, value)) in members.iter().enumerate() {
                    out.push_str(if index == 0 { "" } else { "," });
                    out.push_str(space);
                    write_string(name, style, out);
                    out.push_str(space);
                    out.push(':');
                    out.push_str(space);
                    value.write(style, out);
                }
                out.push_str(space);
                out.push('}');
            }
        }
    }

    /// Calls a function on every number token of the tree.
    pub fn numbers(&self, visit: &mut impl FnMut(&str)) {
        match self {
            Self::Number(token) => visit(token),
            Self::List(items) => items.iter().for_each(|item| item.numbers(visit)),
            Self::Object(members) => members.iter().for_each(|(_, value)| value.numbers(visit)),
            Self::Null | Self::Bool(_) | Self::Text(_) => {}
        }
    }

    /// Where and how another tree differs as a JSON value: members in any
    /// order, numbers by [`same_number`]. `None` where it does not.
    pub fn difference(&self, after: &Self) -> Option<String> {
        let mut path = String::new();
        self.differ(after, &mut path)
    }

    fn differ(&self, after: &Self, path: &mut String) -> Option<String> {
        let here = path.len();
        match (self, after) {
            (Self::Number(before), Self::Number(after)) => (!same_number(before, after))
                .then(|| format!("{path}: {before} came back as {after}")),
            (Self::List(before), Self::List(after)) if before.len() == after.len() => {
                for (index, (before, after)) in before.iter().zip(after).enumerate() {
                    let _ = write!(path, "/{index}");
                    let found = before.differ(after, path);
                    if found.is_some() {
                        return found;
                    }
                    path.truncate(here);
                }
                None
            }
            (Self::Object(before), Self::Object(after)) => {
                let mut sorted: Vec<_> = before.iter().collect();
                let mut others: Vec<_> = after.iter().collect();
                sorted.sort_by(|left, right| left.0.cmp(&right.0));
                others.sort_by(|left, right| left.0.cmp(&right.0));
                let names = |members: &[&(String, Self)]| -> Vec<String> {
                    members.iter().map(|(name, _)| name.clone()).collect()
                };
                if sorted.len() != others.len()
                    || sorted
                        .iter()
                        .zip(&others)
                        .any(|(left, right)| left.0 != right.0)
                {
                    return Some(format!(
                        "{path}: members {:?} came back as {:?}",
                        names(&sorted),
                        names(&others)
                    ));
                }
                for (before, after) in sorted.iter().zip(&others) {
                    let _ = write!(path, "/{}", before.0);
                    let found = before.1.differ(&after.1, path);
                    if found.is_some() {
                        return found;
                    }
                    path.truncate(here);
                }
                None
            }
            (before, after) => (before != after).then(|| {
                format!(
                    "{path}: {} came back as {}",
                    before.to_text(Style::Compact),
                    after.to_text(Style::Compact)
                )
            }),
        }
    }
}

fn write_string(text: &str, style: Style, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '/' if style == Style::Escaped => out.push_str("\\/"),
            c if c < ' ' || (style == Style::Escaped && !c.is_ascii()) => {
                for unit in c.encode_utf16(&mut [0; 2]) {
                    let _ = write!(out, "\\u{unit:04x}");
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
}

impl Scanner<'_> {
    fn peek(&self) -> u8 {
        self.text.as_bytes().get(self.at).copied().unwrap_or(0)
    }

    fn space(&mut self) {
        while matches!(self.peek(), b' ' | b'\n' | b'\t' | b'\r') {
            self.at += 1;
        }
    }

    fn wrong<T>(&self) -> Result<T, String> {
        Err(format!("not JSON at byte {}", self.at))
    }

    fn take(&mut self, wanted: u8) -> Result<(), String> {
        self.space();
        if self.peek() == wanted {
            self.at += 1;
            return Ok(());
        }
        self.wrong()
    }

    fn value(&mut self, depth: usize) -> Result<Doc, String> {
        if depth > 2_000 {
            return Err("nested too deeply to compare".to_owned());
        }
        self.space();
        match self.peek() {
            b'{' => {
                self.at += 1;
                let mut members = Vec::new();
                self.space();
                if self.peek() == b'}' {
                    self.at += 1;
                    return Ok(Doc::Object(members));
                }
                loop {
                    self.space();
                    let name = self.string()?;
                    self.take(b':')?;
                    members.push((name, self.value(depth + 1)?));
                    self.space();
                    if self.peek() != b',' {
                        break;
                    }
                    self.at += 1;
                }
                self.take(b'}')?;
                Ok(Doc::Object(members))
            }
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                self.space();
                if self.peek() == b']' {
                    self.at += 1;
                    return Ok(Doc::List(items));
                }
                loop {
                    items.push(self.value(depth + 1)?);
                    self.space();
                    if self.peek() != b',' {
                        break;
                    }
                    self.at += 1;
                }
                self.take(b']')?;
                Ok(Doc::List(items))
            }
            b'"' => self.string().map(Doc::Text),
            b'-' | b'0'..=b'9' => {
                let start = self.at;
                while matches!(self.peek(), b'-' | b'+' | b'.' | b'e' | b'E' | b'0'..=b'9') {
                    self.at += 1;
                }
                Ok(Doc::Number(self.text[start..self.at].to_owned()))
            }
            _ => {
                for (word, doc) in [
                    ("null", Doc::Null),
                    ("true", Doc::Bool(true)),
                    ("false", Doc::Bool(false)),
                ] {
                    if self.text[self.at..].starts_with(word) {
                        self.at += word.len();
                        return Ok(doc);
                    }
                }
                self.wrong()
            }
        }
    }

    fn string(&mut self) -> Result<String, String> {
        let start = self.at;
        if self.peek() != b'"' {
            return self.wrong();
        }
        self.at += 1;
        while self.peek() != b'"' {
            if self.at >= self.text.len() {
                return self.wrong();
            }
            self.at += if self.peek() == b'\\' { 2 } else { 1 };
        }
        self.at += 1;
        let token = self.text.get(start..self.at).unwrap_or_default();
        serde_json::from_str(token).map_err(|error| format!("{error} at byte {start}"))
    }
}
