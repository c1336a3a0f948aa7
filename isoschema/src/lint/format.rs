//! `unknown-format`: a `format` that nobody knows.

use super::{Finding, Schema};
use crate::formats;
use crate::load::json::Json;
use crate::names::nearest::nearest;

/// Those of OpenAPI's registry that the drafts do not define.
const REGISTRY: [&str; 34] = [
    "base64",
    "base64url",
    "binary",
    "byte",
    "char",
    "color",
    "commonmark",
    "date-time-local",
    "decimal",
    "decimal128",
    "double",
    "double-int",
    "float",
    "html",
    "http-date",
    "int16",
    "int32",
    "int64",
    "int8",
    "media-range",
    "password",
    "phone",
    "sf-binary",
    "sf-boolean",
    "sf-decimal",
    "sf-integer",
    "sf-string",
    "sf-token",
    "style",
    "time-local",
    "uint16",
    "uint32",
    "uint64",
    "uint8",
];

pub(super) fn unknown(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    let Some(format) = schema.json.get("format").and_then(Json::as_str) else {
        return;
    };
    let is_configured = || schema.config.types.formats.contains_key(format);
    if formats::known(format).is_some() || REGISTRY.contains(&format) || is_configured() {
        return;
    }
    let help = match nearest(format, formats::names().chain(REGISTRY)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => {
            "a `pattern` says what every tool checks; [formats] gives a format its type".to_owned()
        }
    };
    found.push(Finding {
        suffix: "/format".to_owned(),
        reason: format!("nobody knows the format `{format}`: it says nothing"),
        help,
    });
}
