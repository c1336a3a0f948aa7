//! A document and the configuration → the schema that the types are exact for.

use indexmap::IndexMap;

use crate::generated::Generated;
use crate::load::document::{Document, Format};
use crate::load::json::{Json, JsonKind, unescape};
use crate::load::uri;
use crate::resolve::dialect::Draft;

/// The text of a schema that types were generated for, with all that the
/// configuration changes in it:
/// corrections applied, opened enums open, and its draft named where the
/// configuration gives it one. Those of its references that strictly read
/// lead nowhere are written as others can follow them. It is the vendor's
/// text, byte for byte, where nothing of this applies, but for a line break at
/// its end.
#[must_use]
pub fn schema_text(document: &Document, generated: &Generated) -> String {
    let config = &generated.config;
    let mut json = document.json.clone();
    let mut changed = !document.corrections.is_empty();
    for one in generated.assumed.get(&document.path).into_iter().flatten() {
        if let Some(reference) = at(&mut json, &one.pointer) {
            reference.kind = JsonKind::String(one.target.clone());
            changed = true;
        }
    }
    for (place, _) in config.open_enums() {
        let (name, pointer) = place.split_once('#').unwrap_or((place, ""));
        if name == document.name
            && let Some(schema) = at(&mut json, &uri::decode(pointer))
        {
            changed |= open(schema);
        }
    }
    if document.format == Format::Schema
        && config.default_draft != Draft::Draft2020
        && let JsonKind::Object(members) = &mut json.kind
        && !members.contains_key("$schema")
    {
        let uri = JsonKind::String(config.default_draft.uri().to_owned());
        members.shift_insert(0, "$schema".to_owned(), Json::new(uri));
        changed = true;
    }
    if changed {
        return json.to_text();
    }
    let mut text = document.text.content().to_owned();
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text
}

/// What a JSON Pointer leads to.
fn at<'a>(mut json: &'a mut Json, pointer: &str) -> Option<&'a mut Json> {
    for token in pointer.split('/').skip(1) {
        let token = unescape(token);
        json = match &mut json.kind {
            JsonKind::Object(members) => members.get_mut(&token)?,
            JsonKind::Array(items) => items.get_mut(token.parse::<usize>().ok()?)?,
            _ => return None,
        };
    }
    Some(json)
}

/// Lets a schema with an `enum` accept every other text too.
fn open(schema: &mut Json) -> bool {
    let JsonKind::Object(members) = &mut schema.kind else {
        return false;
    };
    let Some(values) = members.shift_remove("enum") else {
        return false;
    };
    let texts_only = members.get("type").and_then(Json::as_str) == Some("string");
    if !texts_only {
        let any_text = object("type", Json::new(JsonKind::String("string".to_owned())));
        let arms = JsonKind::Array(vec![any_text, object("enum", values)]);
        let either = object("anyOf", Json::new(arms));
        // In an `allOf`, it cannot meet an `anyOf` of the schema's own.
        let all = members
            .entry("allOf".to_owned())
            .or_insert_with(|| Json::new(JsonKind::Array(Vec::new())));
        if let JsonKind::Array(items) = &mut all.kind {
            items.push(either);
        }
    }
    true
}

fn object(name: &str, value: Json) -> Json {
    let members = IndexMap::from([(name.to_owned(), value)]);
    Json::new(JsonKind::Object(members))
}
