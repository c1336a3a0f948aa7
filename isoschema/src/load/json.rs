//! JSON values that know where they stand in their text.

use std::fmt::Write as _;

use indexmap::IndexMap;

use super::number;
use crate::diagnostics::text::Span;

/// A JSON value and its place in the text that it was read from.
#[derive(Debug, Clone)]
pub struct Json {
    /// The value's bytes.
    pub span: Span,
    /// For a member of an object: the bytes of its name.
    pub key: Option<Span>,
    /// The value.
    pub kind: JsonKind,
}

/// What a JSON value is.
#[derive(Debug, Clone)]
pub enum JsonKind {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number, as it is written.
    Number(Box<str>),
    /// A string, its escapes decoded.
    String(String),
    /// An array.
    Array(Vec<Json>),
    /// An object, its members in the order of the text.
    Object(IndexMap<String, Json>),
}

impl Json {
    /// A value that stands in no text.
    #[must_use]
    pub fn new(kind: JsonKind) -> Self {
        Self {
            span: Span::default(),
            key: None,
            kind,
        }
    }

    /// The place of the member's name if this is a member, else of the value.
    #[must_use]
    pub fn key_span(&self) -> Span {
        self.key.unwrap_or(self.span)
    }

    /// An object's member.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        self.as_object()?.get(key)
    }

    /// A string's text.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            JsonKind::String(text) => Some(text),
            _ => None,
        }
    }

    /// A boolean's value.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        match self.kind {
            JsonKind::Bool(value) => Some(value),
            _ => None,
        }
    }

    /// A number's token.
    #[must_use]
    pub fn as_number(&self) -> Option<&str> {
        match &self.kind {
            JsonKind::Number(text) => Some(text),
            _ => None,
        }
    }

    /// An array's items.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Self]> {
        match &self.kind {
            JsonKind::Array(items) => Some(items),
            _ => None,
        }
    }

    /// An object's members.
    #[must_use]
    pub fn as_object(&self) -> Option<&IndexMap<String, Self>> {
        match &self.kind {
            JsonKind::Object(members) => Some(members),
            _ => None,
        }
    }

    /// What kind of value it is, in words: `a string`.
    #[must_use]
    pub fn kind_name(&self) -> &'static str {
        match self.kind {
            JsonKind::Null => "null",
            JsonKind::Bool(_) => "a boolean",
            JsonKind::Number(_) => "a number",
            JsonKind::String(_) => "a string",
            JsonKind::Array(_) => "an array",
            JsonKind::Object(_) => "an object",
        }
    }

    /// One step of a JSON Pointer, its token decoded.
    #[must_use]
    pub fn step(&self, token: &str) -> Option<&Self> {
        match &self.kind {
            JsonKind::Object(members) => members.get(token),
            JsonKind::Array(items) => items.get(index(token)?),
            _ => None,
        }
    }

    /// What a JSON Pointer (RFC 6901) leads to.
    ///
    /// ```
    /// let (json, _) = isoschema::load::parse_text("a.json", r#"{"a/b": [1, 2]}"#).unwrap();
    /// assert_eq!(json.pointer("/a~1b/1").unwrap().as_number(), Some("2"));
    /// assert!(json.pointer("/a~1b/01").is_none());
    /// ```
    #[must_use]
    pub fn pointer(&self, pointer: &str) -> Option<&Self> {
        if pointer.is_empty() {
            return Some(self);
        }
        pointer
            .strip_prefix('/')?
            .split('/')
            .try_fold(self, |json, token| json.step(&unescape(token)))
    }

    /// What a JSON Pointer leads to, to be changed.
    pub(crate) fn pointer_mut(&mut self, pointer: &str) -> Option<&mut Self> {
        if pointer.is_empty() {
            return Some(self);
        }
        let mut tokens = pointer.strip_prefix('/')?.split('/').map(unescape);
        tokens.try_fold(self, |json, token| match &mut json.kind {
            JsonKind::Object(members) => members.get_mut(&token),
            JsonKind::Array(items) => items.get_mut(index(&token)?),
            _ => None,
        })
    }

    /// The same value for `serde_json`. Numbers beyond its range are rounded
    /// as it would read them; a number too large for a double becomes null.
    #[must_use]
    pub fn to_value(&self) -> serde_json::Value {
        use serde_json::Value;
        match &self.kind {
            JsonKind::Null => Value::Null,
            JsonKind::Bool(value) => Value::Bool(*value),
            JsonKind::Number(text) => {
                serde_json::from_str::<serde_json::Number>(text).map_or(Value::Null, Value::Number)
            }
            JsonKind::String(text) => Value::String(text.clone()),
            JsonKind::Array(items) => Value::Array(items.iter().map(Self::to_value).collect()),
            JsonKind::Object(members) => Value::Object(
                members
                    .iter()
                    .map(|(name, value)| (name.clone(), value.to_value()))
                    .collect(),
            ),
        }
    }

    /// Whether both are the same JSON value: numbers by their exact values,
    /// objects without regard to order.
    #[must_use]
    pub fn same_value(&self, other: &Self) -> bool {
        match (&self.kind, &other.kind) {
            (JsonKind::Null, JsonKind::Null) => true,
            (JsonKind::Bool(a), JsonKind::Bool(b)) => a == b,
            (JsonKind::Number(a), JsonKind::Number(b)) => number::same(a, b),
            (JsonKind::String(a), JsonKind::String(b)) => a == b,
            (JsonKind::Array(a), JsonKind::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same_value(b))
            }
            (JsonKind::Object(a), JsonKind::Object(b)) => {
                a.len() == b.len()
                    && a.iter()
                        .all(|(name, a)| b.get(name).is_some_and(|b| a.same_value(b)))
            }
            _ => false,
        }
    }
}

impl Json {
    /// A text that is the same for the same value, as [`Json::same_value`] has
    /// it, and for no other.
    #[must_use]
    pub fn canonical(&self) -> String {
        let mut out = String::new();
        self.write_canonical(&mut out);
        out
    }

    fn write_canonical(&self, out: &mut String) {
        match &self.kind {
            JsonKind::Null => out.push('n'),
            JsonKind::Bool(value) => out.push(if *value { 't' } else { 'f' }),
            JsonKind::Number(token) => {
                let decimal = number::Decimal::parse(token);
                let sign = if decimal.negative { "-" } else { "" };
                let _ = write!(out, "#{sign}{}e{}", decimal.digits, decimal.exponent);
            }
            JsonKind::String(text) => write_quoted(text, out),
            JsonKind::Array(items) => {
                out.push('[');
                for item in items {
                    item.write_canonical(out);
                    out.push(',');
                }
                out.push(']');
            }
            JsonKind::Object(members) => {
                let mut members: Vec<_> = members.iter().collect();
                members.sort_unstable_by_key(|(name, _)| *name);
                out.push('{');
                for (name, member) in members {
                    write_quoted(name, out);
                    member.write_canonical(out);
                    out.push(',');
                }
                out.push('}');
            }
        }
    }
}

fn write_quoted(text: &str, out: &mut String) {
    let _ = write!(out, "{text:?}");
}

/// The index that a token of a JSON Pointer is in an array (RFC 6901, section 4).
pub(crate) fn index(token: &str) -> Option<usize> {
    let canonical = token == "0" || !token.starts_with('0');
    let digits = canonical && token.bytes().all(|byte| byte.is_ascii_digit());
    token.parse().ok().filter(|_| digits)
}

/// Decodes one token of a JSON Pointer: `~1` is `/`, `~0` is `~`.
#[must_use]
pub fn unescape(token: &str) -> String {
    if token.contains('~') {
        token.replace("~1", "/").replace("~0", "~")
    } else {
        token.to_owned()
    }
}

/// Whether a JSON Pointer leads to what is inside of what another one leads to.
pub(crate) fn is_below(pointer: &str, around: &str) -> bool {
    let rest = pointer.strip_prefix(around);
    rest.is_some_and(|rest| rest.starts_with('/'))
}

/// Encodes one token of a JSON Pointer.
#[must_use]
pub fn escape(token: &str) -> String {
    if token.contains(['~', '/']) {
        token.replace('~', "~0").replace('/', "~1")
    } else {
        token.to_owned()
    }
}
