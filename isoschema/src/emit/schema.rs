//! A document and the configuration → the schema that the types are exact for.

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;

use crate::generated::Generated;
use crate::keywords::table::Word;
use crate::load::document::{Document, Format, Origin};
use crate::load::json::{Json, JsonKind};
use crate::load::uri;
use crate::resolve::dialect::Draft;

use super::apart::Apart;
use super::parts::SchemaFile;

/// The text of a schema that types were generated for, with all that the
/// configuration changes in it:
/// corrections applied, opened enums open, and its draft named where the
/// configuration gives it one. Those of its references that strictly read
/// lead nowhere are written as others can follow them. It is the vendor's
/// text, byte for byte, where nothing of this applies, but for a line break at
/// its end.
#[must_use]
pub fn schema_text(document: &Document, generated: &Generated) -> String {
    let (mut json, mut changed) = settled(document, generated);
    let config = &generated.config;
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

/// The files of the schemas that types were generated for, and the path of each root's, by its name: the
/// documents themselves, or, where schemas stand in documents of other kinds, a file for each schema.
pub(super) fn schema_files(generated: &Generated) -> (Vec<SchemaFile>, HashMap<String, String>) {
    let roots = &generated.roots;
    if generated.standing.is_empty() {
        let own = generated.documents.iter();
        let own = own.filter(|document| document.origin == Origin::Schemas);
        let files = own.map(|document| SchemaFile {
            path: document.path.to_string(),
            text: schema_text(document, generated),
        });
        let paths = roots
            .iter()
            .map(|(name, _)| (name.clone(), format!("{name}.json")));
        return (files.collect(), paths.collect());
    }
    let documents = generated.documents.iter();
    let values = documents.map(|it| (Arc::clone(&it.path), settled(it, generated).0));
    let values = values.collect();
    let mut apart = Apart::new(&generated.documents, &generated.standing, &values);
    let paths = roots.iter().map(|(name, location)| {
        let path = apart.file(location, name);
        (name.clone(), path)
    });
    let paths = paths.collect();
    (apart.finish(), paths)
}

/// A document with all that the configuration changes in it but for its draft, and whether that is anything.
fn settled(document: &Document, generated: &Generated) -> (Json, bool) {
    let config = &generated.config;
    let mut json = document.json.clone();
    let mut changed = !document.corrections.is_empty();
    for one in generated.assumed.get(&document.path).into_iter().flatten() {
        if let Some(reference) = json.pointer_mut(&one.pointer) {
            reference.kind = JsonKind::String(one.target.clone());
            changed = true;
        }
    }
    for (place, _) in config.open_enums() {
        let (name, pointer) = place.split_once('#').unwrap_or((place, ""));
        if name == document.name
            && let Some(schema) = json.pointer_mut(&uri::decode(pointer))
        {
            changed |= open(schema);
        }
    }
    (json, changed)
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
        let either = object(Word::AnyOf.name(), Json::new(arms));
        // In an `allOf`, it cannot meet alternatives of the schema's own.
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
