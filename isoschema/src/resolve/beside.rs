//! A schema with its format beside it: what it is written in, and where it stands.

use super::dialect::{Dialect, Draft};
use crate::load::document::{Document, Format};
use crate::load::json::Json;

/// What a message's payload is written in.
#[derive(PartialEq)]
pub(super) enum Spoken {
    /// What the document is written in.
    AsAround,
    By(Dialect),
    /// What is no schema in JSON.
    Other,
}

/// A schema with its format beside it, as 3.x has it ("Multi Format Schema Object"): the format, and the schema.
pub(super) fn wrapped(json: &Json) -> Option<(&str, &Json)> {
    let format = json.get("schemaFormat")?.as_str()?;
    Some((format, json.get("schema")?))
}

/// Where the schema stands that is meant by a place in a document, behind that place, and what it is read by; nothing
/// where it is none in JSON.
pub(super) fn meant(
    document: &Document,
    pointer: &str,
    around: Dialect,
) -> Option<(&'static str, Dialect)> {
    let json = document.json.pointer(pointer);
    let is_meant = document.format == Format::AsyncApi && !document.is_schema();
    let Some((format, schema)) = json.filter(|_| is_meant).and_then(wrapped) else {
        return Some(("", around));
    };
    match spoken(Some(format), schema) {
        Spoken::AsAround => Some(("/schema", around)),
        Spoken::By(dialect) => Some(("/schema", dialect)),
        Spoken::Other => None,
    }
}

/// What a `schemaFormat` names.
pub(super) fn spoken(format: Option<&str>, schema: &Json) -> Spoken {
    let Some(format) = format else {
        return Spoken::AsAround;
    };
    let (media, parameters) = format.split_once(';').unwrap_or((format, ""));
    let version = parameters.rsplit('=').next().unwrap_or_default().trim();
    match media.trim().split('+').next() {
        Some("application/vnd.aai.asyncapi") => Spoken::AsAround,
        Some("application/vnd.oai.openapi") if version.starts_with("3.0") => {
            Spoken::By(Dialect::of_format(Format::OpenApi30, Draft::Draft2020))
        }
        Some("application/schema") => {
            // What it says itself goes before.
            let own = schema.get("$schema").and_then(Json::as_str);
            let own = own.and_then(Dialect::known);
            let named = own.or_else(|| Draft::by_name(version).map(Dialect::of));
            named.map_or(Spoken::AsAround, Spoken::By)
        }
        _ => Spoken::Other,
    }
}
