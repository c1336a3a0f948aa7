//! `no-schema`: a file of the folder that says nothing of a document, such as
//! `package-lock.json`, or a document for schemas that holds none.

use indexmap::IndexMap;

use super::{Finding, Schema};
use crate::keywords::table::{is_annotation, spelling};
use crate::load::document::{Document, Format};
use crate::load::json::Json;

/// What a schema says of itself.
const OWN: [&str; 6] = ["$schema", "$id", "id", "$defs", "definitions", "$ref"];

/// What holds schemas that are called something.
const HOLDERS: [&str; 2] = ["$defs", "definitions"];

pub(super) fn no_schema(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    let Some(members) = schema.json.as_object() else {
        return;
    };
    let says = |key: &str| OWN.contains(&key) || spelling(key).is_some();
    let is_document = schema.is_root && schema.document.is_schema();
    let is_empty = |key: &&&str| {
        let held = members.get(**key).and_then(Json::as_object);
        held.is_some_and(IndexMap::is_empty)
    };
    let asserts = |key: &String| key == "$ref" || spelling(key).is_some();
    let has_definitions = |key: &&str| members.contains_key(*key) && !is_empty(&key);
    if is_document
        && let Some(empty) = HOLDERS.iter().find(is_empty)
        && !members.keys().any(asserts)
        && !HOLDERS.iter().any(has_definitions)
    {
        found.push(Finding {
            suffix: format!("/{empty}"),
            reason: format!(
                "no schema is in `{empty}`, nor a keyword beside it: every document fits"
            ),
            help: format!("a type comes of each schema that has a name in `{empty}`"),
        });
        return;
    }
    // One that is empty, or only documented, says that anything fits.
    if is_document
        && !members.keys().any(|key| says(key))
        && !members.keys().all(|key| is_annotation(key))
    {
        found.push(Finding {
            suffix: String::new(),
            reason: "no keyword of a schema is in this file: every document fits it".to_owned(),
            help: "move it out of the folder, or say what it is by `$schema`".to_owned(),
        });
    }
}

/// What a document that is no schema itself holds none in.
pub(super) fn empty(document: &Document) -> Finding {
    let (what, places) = match document.format {
        Format::OpenApi30 | Format::OpenApi31 => (
            "OpenAPI document",
            "`components/schemas` and in what its operations carry",
        ),
        Format::Swagger2 => (
            "Swagger document",
            "`definitions` and in what its operations carry",
        ),
        Format::AsyncApi => (
            "AsyncAPI document",
            "`components/schemas` and in its messages",
        ),
        Format::Kubernetes => (
            "custom resource definition",
            "`schema` of each of its versions",
        ),
        Format::Schema | Format::Lines => ("document", "each of its lines"),
    };
    Finding {
        suffix: String::new(),
        reason: format!("this {what} holds no schema: there is no type in it"),
        help: format!(
            "schemas are looked for in {places}; those of other places are named by FILE#/POINTER"
        ),
    }
}
