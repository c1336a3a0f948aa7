//! One fault of a document.

use std::borrow::Cow;
use std::fmt::{self, Write as _};
use std::sync::Arc;

use crate::load::json::{Json, JsonKind};
use crate::load::number::Decimal;
use crate::names::nearest::misspelt;
use crate::rules::location::Location;
use crate::words::{quoted, shown as shown_text};

/// The longest value that is shown.
const LONGEST: usize = 60;

/// One fault of a document.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Fault {
    /// The JSON Pointer of the value (RFC 6901); empty for the document.
    pub pointer: String,
    /// The value's path as people write it: `data.items[3].price`.
    pub path: String,
    /// The value, its end cut off where it is long; `None` for a member that
    /// is missing.
    pub found: Option<String>,
    /// The value itself, where it is small; for proposals.
    pub value: Option<serde_json::Value>,
    /// The name of its type, for proposals.
    pub kind: &'static str,
    /// What is wrong with it, in words that follow the value: `is below 1`.
    pub wanted: String,
    /// The keyword that asks for it; empty where a schema is `false`, and
    /// where the text is not JSON.
    pub keyword: &'static str,
    /// The schema that has the keyword.
    pub schema: Option<Location>,
    /// The names of members that are missing or too many.
    pub names: Vec<String>,
    /// What is probably meant: a code, a declared member, or where a member is
    /// missing, one that is there under another name.
    pub near: Option<String>,
    /// The values that a `const` or an `enum` asks for.
    pub codes: Arc<[serde_json::Value]>,
    /// What made the rule apply, where something had to.
    pub because: Option<String>,
    /// How many other alternatives could have been meant as well: those beside the
    /// fault's own, and where that one is sure, those beside what it stands in.
    pub others: usize,
    /// The alternatives that were tried.
    pub arms: Vec<Arm>,
}

/// An alternative that was tried.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Arm {
    /// Where its schema stands.
    pub schema: Location,
    /// Why it does not fit.
    pub faults: Arc<[Fault]>,
}

/// Where a value stands in its document.
#[derive(Debug, Clone)]
pub struct Place {
    /// The JSON Pointer (RFC 6901).
    pub pointer: String,
    /// The path as people write it.
    pub path: String,
}

impl Fault {
    /// A fault of a value, by a keyword of a schema.
    #[must_use]
    pub fn new(
        Place { pointer, path }: Place,
        value: &Json,
        keyword: &'static str,
        schema: &Location,
        wanted: String,
    ) -> Self {
        Self {
            pointer,
            path,
            found: Some(shown(value)),
            value: is_small(value).then(|| value.to_value()),
            kind: type_name(value),
            wanted,
            keyword,
            schema: Some(schema.clone()),
            ..Self::default()
        }
    }

    /// A fault of the text itself.
    #[must_use]
    pub fn of_document(wanted: String) -> Self {
        Self {
            path: "(root)".to_owned(),
            wanted,
            ..Self::default()
        }
    }

    /// The same of a member that is not there.
    #[must_use]
    pub fn missing(mut self, name: &str) -> Self {
        self.found = None;
        self.names.push(name.to_owned());
        self
    }

    /// The same with the alternatives that were tried.
    #[must_use]
    pub fn arms(mut self, arms: Vec<Arm>) -> Self {
        self.arms = arms;
        self
    }

    /// The same with what is probably meant.
    #[must_use]
    pub fn near(mut self, near: Option<&str>) -> Self {
        self.near = near.map(str::to_owned);
        self
    }

    /// The same of a value that is none of these.
    #[must_use]
    pub fn of_codes(mut self, codes: Arc<[serde_json::Value]>) -> Self {
        if let Some(serde_json::Value::String(text)) = &self.value {
            let texts = codes.iter().filter_map(serde_json::Value::as_str);
            self.near = misspelt(text, texts).map(str::to_owned);
        }
        self.codes = codes;
        self
    }

    /// `document#/pointer/keyword` of what asks for it.
    #[must_use]
    pub fn location(&self) -> String {
        match &self.schema {
            None => String::new(),
            Some(schema) if self.keyword.is_empty() => schema.to_string(),
            Some(schema) => format!("{schema}/{}", self.keyword),
        }
    }

    /// The fault in one line, the alternatives left out: what is wrong, what made
    /// the rule apply, how many other forms there are, and what is probably meant.
    #[must_use]
    pub fn line(&self) -> String {
        let mut out = format!("{}: ", self.path);
        if let Some(found) = &self.found {
            out.push_str(found);
            out.push(' ');
        }
        out.push_str(&self.wanted);
        if let Some(because) = &self.because {
            let _ = write!(out, ", {because}");
        }
        match self.others {
            0 => {}
            1 => out.push_str(", or another form"),
            count => _ = write!(out, ", or one of {count} other forms"),
        }
        match &self.near {
            Some(near) if self.found.is_none() => {
                let _ = write!(out, ": is {} meant?", quoted(near));
            }
            Some(near) => _ = write!(out, ": did you mean {}?", quoted(near)),
            None => {}
        }
        if self.schema.is_some() {
            let _ = write!(out, " [{}]", self.location());
        }
        match shown_text(&out) {
            Cow::Borrowed(_) => out,
            Cow::Owned(escaped) => escaped,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line())
    }
}

/// More codes than this are only counted.
const MOST_CODES: usize = 8;

/// Values as a list, its end counted where it is long.
#[must_use]
pub fn listed(codes: &[serde_json::Value]) -> String {
    let first = codes.iter().take(MOST_CODES);
    let mut list: Vec<String> = first.map(|code| shortened(code.to_string())).collect();
    if codes.len() > MOST_CODES {
        list.push(format!("{} more", codes.len() - MOST_CODES));
    }
    list.join(", ")
}

/// The beginning of a value as JSON.
#[must_use]
pub fn shown(value: &Json) -> String {
    shortened(value.to_compact(4 * LONGEST))
}

fn shortened(mut text: String) -> String {
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
    text
}

/// Whether a value is worth keeping for a proposal.
fn is_small(value: &Json) -> bool {
    match &value.kind {
        JsonKind::Null | JsonKind::Bool(_) => true,
        JsonKind::Number(text) => text.len() < 40,
        JsonKind::String(text) => text.len() < 400,
        JsonKind::Array(items) => items.is_empty(),
        JsonKind::Object(members) => members.is_empty(),
    }
}

/// What `type` calls a value.
fn type_name(value: &Json) -> &'static str {
    match &value.kind {
        JsonKind::Number(token) if Decimal::parse(token).is_integer() => "integer",
        JsonKind::Number(_) => "number",
        JsonKind::Null => "null",
        JsonKind::Bool(_) => "boolean",
        JsonKind::String(_) => "string",
        JsonKind::Array(_) => "array",
        JsonKind::Object(_) => "object",
    }
}
