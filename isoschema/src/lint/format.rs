//! `unknown-format`: a `format` that nobody knows.

use super::{Finding, Schema};
use crate::formats;
use crate::load::json::Json;
use crate::names::nearest::misspelt;

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

/// What Kubernetes says of an integer or a text.
const EITHER: &str = "int-or-string";

/// Whether a schema is about numbers, and nothing else but null.
fn is_of_numbers(json: &Json) -> bool {
    let Some(types) = json.get("type") else {
        return false;
    };
    let types: Vec<&str> = match (types.as_str(), types.as_array()) {
        (Some(only), _) => vec![only],
        (None, Some(types)) => types.iter().filter_map(Json::as_str).collect(),
        (None, None) => Vec::new(),
    };
    let is_number = |ty: &&str| ["integer", "number"].contains(ty);
    types.iter().any(is_number) && types.iter().all(|ty| is_number(ty) || *ty == "null")
}

pub(super) fn unknown(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    let Some(format) = schema.json.get("format").and_then(Json::as_str) else {
        return;
    };
    let is_configured = || schema.config.types.formats.contains_key(format);
    if formats::known(format).is_some() || REGISTRY.contains(&format) || is_configured() {
        return;
    }
    if format == EITHER {
        let is_text = schema.json.get("type").and_then(Json::as_str) == Some("string");
        found.extend(is_text.then(|| Finding {
            suffix: "/format".to_owned(),
            reason: format!("`{EITHER}` lets no integer through where the `type` is `string`"),
            help: "of an integer or a text, definitions of Kubernetes say `x-kubernetes-int-or-string: true` and no \
                   `type`"
                .to_owned(),
        }));
        return;
    }
    let help = match misspelt(format, formats::names().chain(REGISTRY)) {
        Some(near) => format!("did you mean `{near}`?"),
        None if is_of_numbers(schema.json) => {
            "`minimum` and `maximum` say what every tool checks; `int64` and the like give numbers their type in OpenAPI documents".to_owned()
        }
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
