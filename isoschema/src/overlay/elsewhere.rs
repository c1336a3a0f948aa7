//! What a `discriminator` says of schemas in other documents.

use std::collections::HashSet;
use std::sync::Arc;

use indexmap::IndexSet;

use super::correction::Correction;
use super::place::find_mut;
use super::told::{Discriminator, require, said};
use crate::keywords::table::Word;
use crate::load::document::{Document, Format};
use crate::load::json::{Json, unescape};
use crate::load::uri::{completed, decode, resolve, split};

/// A constant for a schema that has not been read yet.
#[derive(Debug)]
pub(super) struct Elsewhere {
    /// The document.
    uri: String,
    /// The schema in it.
    pointer: String,
    member: String,
    values: IndexSet<String>,
    /// Whether the schema is one of OpenAPI 3.0.
    is_old: bool,
    /// The document that says so.
    by: Arc<str>,
}

/// Finds the arms of a choice that are in other documents. Of a document that is among those `loaded`
/// before, the arm says here what its member is: with the reason and the place.
pub(super) fn arms(
    document: &mut Document,
    discriminator: &Discriminator,
    loaded: &HashSet<String>,
    waiting: &mut Vec<Elsewhere>,
) -> Vec<(String, Vec<String>)> {
    let mut corrections = Vec::new();
    let is_old = document.format == Format::OpenApi30;
    for keyword in Word::names_where(Word::gives_alternatives) {
        let pointer = format!("{}/{keyword}", discriminator.at);
        let arms = document.json.pointer(&pointer).and_then(Json::as_array);
        let count = arms.map_or(0, <[Json]>::len);
        for at in (0..count).map(|index| format!("{pointer}/{index}")) {
            let Ok(arm) = find_mut(&mut document.json, &at) else {
                continue;
            };
            let Some(target) = arm.get("$ref").and_then(Json::as_str) else {
                continue;
            };
            let Ok(full) = resolve(&document.uri, target) else {
                continue;
            };
            let (uri, fragment) = split(&full);
            if target.starts_with('#') || uri == document.uri {
                continue;
            }
            let leads_there = |other: &str| resolve(&document.uri, other).as_deref() == Ok(&*full);
            let named = discriminator.names.iter();
            let named = named.filter(|(target, _)| leads_there(target));
            let mut values: IndexSet<String> = named.flat_map(|(_, all)| all.clone()).collect();
            let pointer = decode(fragment);
            if values.is_empty() {
                values.insert(name(uri, &pointer));
            }
            let member = discriminator.member.clone();
            let is_there = |uri: &str| loaded.contains(uri);
            if is_there(uri) || completed(uri).any(|uri| is_there(&uri)) {
                if require(arm, &member, &values, is_old, discriminator.span) {
                    corrections.push((said(&member, &values), vec![at]));
                }
            } else {
                waiting.push(Elsewhere {
                    uri: uri.to_owned(),
                    pointer,
                    member,
                    values,
                    is_old,
                    by: Arc::clone(&document.path),
                });
            }
        }
    }
    corrections
}

/// Gives the schemas of a document the constants that wait for them.
pub(super) fn correct(document: &mut Document, waiting: &mut Vec<Elsewhere>) {
    let uri = document.uri.clone();
    let is_meant =
        |it: &mut Elsewhere| it.uri == uri || completed(&it.uri).any(|completed| completed == uri);
    for meant in waiting.extract_if(.., is_meant).collect::<Vec<_>>() {
        let Ok(schema) = find_mut(&mut document.json, &meant.pointer) else {
            continue;
        };
        let span = schema.span;
        if require(schema, &meant.member, &meant.values, meant.is_old, span) {
            document.corrections.push(Correction {
                overlay: Arc::clone(&meant.by),
                reason: said(&meant.member, &meant.values),
                pointers: vec![meant.pointer],
                is_told: true,
            });
        }
    }
}

/// What a schema is called where no mapping says it: by the last step of the way to it, or by its file.
fn name(uri: &str, pointer: &str) -> String {
    if let Some((_, last)) = pointer.rsplit_once('/') {
        return unescape(last);
    }
    let file = uri.rsplit('/').next().unwrap_or(uri);
    decode(file.split('.').next().unwrap_or(file))
}
