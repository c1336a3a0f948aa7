//! JSON Pointers into documents that are being changed.

use crate::diagnostics::text::Span;
use crate::load::json::{self, Json, JsonKind, unescape};
use crate::load::places::{astray, near};
use crate::words::counted;

/// Why a correction cannot be applied, and what to do.
#[derive(Debug)]
pub(super) struct Failed {
    pub(super) reason: String,
    pub(super) help: Option<String>,
}

impl Failed {
    pub(super) fn new(reason: impl Into<String>) -> Self {
        Self {
            reason: reason.into(),
            help: None,
        }
    }
}

/// Whether a text is a JSON Pointer (RFC 6901, section 3).
pub(super) fn is_pointer(text: &str) -> bool {
    let escapes = text.split('~').skip(1);
    (text.is_empty() || text.starts_with('/'))
        && escapes.into_iter().all(|rest| rest.starts_with(['0', '1']))
}

/// The pointer of a place's container, and the place's own token.
pub(super) fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, token) = pointer.rsplit_once('/')?;
    Some((parent, unescape(token)))
}

/// What a pointer leads to.
pub(super) fn find<'a>(root: &'a Json, pointer: &str) -> Result<&'a Json, Failed> {
    root.pointer(pointer).ok_or_else(|| missing(root, pointer))
}

/// What a pointer leads to, to be changed.
pub(super) fn find_mut<'a>(root: &'a mut Json, pointer: &str) -> Result<&'a mut Json, Failed> {
    if root.pointer(pointer).is_none() {
        return Err(missing(root, pointer));
    }
    root.pointer_mut(pointer)
        .ok_or_else(|| Failed::new(format!("there is nothing at `{pointer}`")))
}

/// An index into an array, up to the one behind its end.
pub(super) fn index(token: &str, length: usize) -> Option<usize> {
    json::index(token).filter(|at| *at <= length)
}

/// Says where a pointer leaves the document.
fn missing(root: &Json, pointer: &str) -> Failed {
    let Some((there, json, token)) = astray(root, pointer) else {
        return Failed::new(format!("`{pointer}` is no JSON Pointer"));
    };
    let why = match &json.kind {
        JsonKind::Array(items) => {
            format!("the array `{there}` has {}", counted(items.len(), "item"))
        }
        JsonKind::Object(_) if there.is_empty() => format!("the schema has no member `{token}`"),
        JsonKind::Object(_) => format!("`{there}` has no member `{token}`"),
        _ => format!("`{there}` is {}", json.kind_name()),
    };
    Failed {
        reason: format!("there is nothing at `{pointer}`: {why}"),
        help: near(root, pointer),
    }
}

/// Gives a value that comes from elsewhere a place in the document's text,
/// for the diagnostics that later stages may have about it.
pub(super) fn settle(json: &mut Json, span: Span, key: Option<Span>) {
    let mut open = vec![json];
    while let Some(json) = open.pop() {
        json.span = span;
        json.key = key;
        match &mut json.kind {
            JsonKind::Array(items) => open.extend(items),
            JsonKind::Object(members) => open.extend(members.values_mut()),
            _ => {}
        }
    }
}

/// How many levels of arrays and objects a value has.
pub(super) fn depth(json: &Json) -> usize {
    let mut deepest = 0;
    let mut open = vec![(json, 0)];
    while let Some((json, level)) = open.pop() {
        let inner = level + 1;
        match &json.kind {
            JsonKind::Array(items) => open.extend(items.iter().map(|item| (item, inner))),
            JsonKind::Object(members) => open.extend(members.values().map(|item| (item, inner))),
            _ => continue,
        }
        deepest = deepest.max(inner);
    }
    deepest
}

/// A value for a message: short.
pub(super) fn shown(json: &Json) -> String {
    let text = json.to_value().to_string();
    if text.chars().count() <= 60 {
        return format!("`{text}`");
    }
    let start: String = text.chars().take(56).collect();
    format!("`{start}…`")
}
