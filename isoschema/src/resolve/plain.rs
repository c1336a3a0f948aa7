//! A schema of any dialect → the same in the words of a draft that others read.

use indexmap::IndexMap;

use super::dialect::{Dialect, Draft};
use super::positions::positions;
use crate::keywords::table::spelling;
use crate::load::json::{Json, JsonKind};

/// The draft in which a schema of a dialect is written for others. OpenAPI 3.0
/// agrees with draft 6 but for `nullable` and for bounds that are exclusive.
#[must_use]
pub(crate) fn draft(dialect: Dialect) -> Draft {
    if dialect.openapi30 {
        Draft::Draft6
    } else {
        dialect.draft
    }
}

/// Names the draft that a schema is to be read by.
pub(crate) fn declare(schema: &mut Json, draft: Draft) {
    if let JsonKind::Object(members) = &mut schema.kind
        && !members.contains_key("$schema")
    {
        let uri = Json::new(JsonKind::String(draft.uri().to_owned()));
        members.shift_insert(0, "$schema".to_owned(), uri);
    }
}

/// Changes a schema and each one inside it, of which the pointer is given.
pub(crate) fn each(
    schema: &mut Json,
    dialect: Dialect,
    mut change: impl FnMut(&mut IndexMap<String, Json>, &str),
) {
    let mut pointers = Vec::new();
    let mut open = vec![(&*schema, String::new())];
    while let Some((json, pointer)) = open.pop() {
        for inner in positions(json, dialect) {
            open.push((inner.json, format!("{pointer}{}", inner.suffix)));
        }
        pointers.push(pointer);
    }
    for pointer in pointers {
        if let Some(JsonKind::Object(members)) =
            schema.pointer_mut(&pointer).map(|json| &mut json.kind)
        {
            change(members, &pointer);
        }
    }
}

/// Says what one schema object says by the words of OpenAPI 3.0 in those of draft 6.
pub(crate) fn translate(members: &mut IndexMap<String, Json>, dialect: Dialect) {
    if !dialect.openapi30 {
        return;
    }
    let nullable = members.get("nullable").and_then(Json::as_bool);
    if nullable.is_some() {
        members.shift_remove("nullable");
    }
    // Without a `type`, `nullable` says nothing.
    if nullable == Some(true)
        && let Some(kind) = members.get_mut("type")
    {
        let mut kinds = match &kind.kind {
            JsonKind::Array(kinds) => kinds.clone(),
            _ => vec![kind.clone()],
        };
        if !kinds.iter().any(|kind| kind.as_str() == Some("null")) {
            kinds.push(Json::new(JsonKind::String("null".to_owned())));
        }
        kind.kind = JsonKind::Array(kinds);
    }
    for (keyword, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        match members.get(keyword).and_then(Json::as_bool) {
            Some(true) => {
                // The bound takes the keyword's place; `true` alone says nothing.
                match members.shift_remove(bound) {
                    Some(limit) => _ = members.insert(keyword.to_owned(), limit),
                    None => _ = members.shift_remove(keyword),
                }
            }
            Some(false) => _ = members.shift_remove(keyword),
            None => {}
        }
    }
    // Draft 6 knows words that OpenAPI 3.0 does not.
    let read = ["exclusiveMinimum", "exclusiveMaximum"];
    members.retain(|name, _| {
        let known = spelling(name).filter(|_| !read.contains(&name.as_str()));
        known.is_none_or(|known| known.is_spoken(dialect))
    });
}
