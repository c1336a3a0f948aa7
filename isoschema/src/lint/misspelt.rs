//! `misspelt-keyword`: a keyword that no draft knows, near one that is known.

use std::sync::LazyLock;

use super::{Finding, Schema};
use crate::keywords::table::Word;
use crate::load::json::escape;
use crate::names::nearest::nearest_within;

const COMMENT: &str = "$comment";

/// What says something of a schema and asserts nothing.
const NOTES: [&str; 35] = [
    "$anchor",
    COMMENT,
    "$defs",
    "$dynamicAnchor",
    "$id",
    "$recursiveAnchor",
    "$schema",
    "$vocabulary",
    "contentSchema",
    "default",
    "definitions",
    "deprecated",
    "description",
    "discriminator",
    "enumNames",
    "errorMessage",
    "example",
    "examples",
    "externalDocs",
    "id",
    "links",
    "markdownDescription",
    "media",
    "name",
    "note",
    "notes",
    "nullable",
    "readOnly",
    "readonly",
    "title",
    "titles",
    "version",
    "writeOnly",
    "writeonly",
    "xml",
];

/// Every name that means something.
static KNOWN: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let spellings = Word::ALL.iter().flat_map(|word| word.spellings());
    spellings.map(|it| it.name).chain(NOTES).collect()
});

pub(super) fn misspelt(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    for key in schema.json.as_object().into_iter().flat_map(|it| it.keys()) {
        let is_own = || schema.config.keywords.iter().any(|it| it.name() == key);
        if KNOWN.contains(&key.as_str()) || is_marked(key) || is_own() {
            continue;
        }
        // A short name is near too many.
        let limit = if key.chars().count() < 8 { 1 } else { 2 };
        // `$default` is what some tool calls its own, and a comment says nothing, however it is spelt.
        let is_meant = |it: &&str| {
            it.len() > 3 && *it != COMMENT && (it.starts_with('$') || !key.starts_with('$'))
        };
        let meant = KNOWN.iter().copied().filter(is_meant);
        if let Some(near) = nearest_within(key, limit, meant) {
            found.push(Finding {
                suffix: format!("/{}", escape(key)),
                reason: format!("no draft knows the keyword `{key}`: it says nothing"),
                help: format!("did you mean `{near}`?"),
            });
        }
    }
}

/// Whether a name is marked as somebody's own: `x-order`, `$$description`, `_comment`, `//note`.
fn is_marked(key: &str) -> bool {
    key.starts_with("x-") || key.starts_with("$$") || key.starts_with(['_', '@', '/', '#'])
}
