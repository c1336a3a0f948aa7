//! `no-schema`: a file of the folder that says nothing of a document, such as
//! `package-lock.json`.

use super::{Finding, Schema};
use crate::keywords::table::{is_annotation, spelling};

/// What a schema says of itself.
const OWN: [&str; 6] = ["$schema", "$id", "id", "$defs", "definitions", "$ref"];

pub(super) fn no_schema(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    let Some(members) = schema.json.as_object() else {
        return;
    };
    let says = |key: &str| OWN.contains(&key) || spelling(key).is_some();
    let is_document = schema.is_root && schema.document.is_schema();
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
