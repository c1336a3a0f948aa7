//! What may be a schema in a document that holds some, and its changes.

use std::sync::Arc;

use indexmap::IndexMap;

use super::correction::Correction;
use super::place::{find_mut, settle};
use crate::diagnostics::text::Span;
use crate::load::document::Document;
use crate::load::json::{Json, JsonKind, escape};

/// What holds values, in which nothing is a schema.
const VALUES: [&str; 5] = ["const", "default", "enum", "example", "examples"];

/// What holds members that may be called anything, `default` for instance.
const NAMED: [&str; 8] = [
    "$defs",
    "channels",
    "definitions",
    "headers",
    "messages",
    "parameters",
    "responses",
    "schemas",
];

/// Whether the members of an object may be called anything.
fn holds_names(at: &str) -> bool {
    let mut tokens = at.rsplit('/');
    let last = tokens.next().unwrap_or_default();
    // A member of this name is a schema.
    let is_member = tokens.next() == Some("properties");
    last == "properties" || NAMED.contains(&last) && !is_member
}

/// Goes through a document in its order, and hands over each value that is in no example, default or
/// listed value, with its JSON Pointer.
pub(super) fn visit<'d>(document: &'d Json, mut found: impl FnMut(&'d Json, &str)) {
    let mut stack = vec![(document, String::new())];
    while let Some((json, at)) = stack.pop() {
        found(json, &at);
        match &json.kind {
            JsonKind::Object(members) => {
                let are_named = holds_names(&at);
                let inner = members.iter().rev();
                let inner = inner.filter(|(name, _)| are_named || !VALUES.contains(&name.as_str()));
                stack.extend(inner.map(|(name, inner)| (inner, format!("{at}/{}", escape(name)))));
            }
            JsonKind::Array(items) => {
                let inner = items.iter().enumerate().rev();
                stack.extend(inner.map(|(index, inner)| (inner, format!("{at}/{index}"))));
            }
            _ => {}
        }
    }
}

/// Changes the schemas at some places, and notes a correction for each, with the reason that
/// `change` gives; whether the types' documentation tells of it, too.
pub(super) fn correct<T>(
    document: &mut Document,
    found: impl IntoIterator<Item = (String, T)>,
    is_told: bool,
    mut change: impl FnMut(&mut IndexMap<String, Json>, T) -> String,
) {
    for (pointer, what) in found {
        let schema = find_mut(&mut document.json, &pointer);
        let Ok(JsonKind::Object(members)) = schema.map(|it| &mut it.kind) else {
            continue;
        };
        let reason = change(members, what);
        document.corrections.push(Correction {
            overlay: Arc::clone(&document.path),
            reason,
            pointers: vec![pointer],
            is_told,
        });
    }
}

/// Has a schema state a keyword, as if it stood where that is which it comes of.
pub(super) fn state(
    members: &mut IndexMap<String, Json>,
    keyword: &str,
    mut value: Json,
    span: Span,
) {
    settle(&mut value, span, None);
    members.insert(keyword.to_owned(), value);
}
