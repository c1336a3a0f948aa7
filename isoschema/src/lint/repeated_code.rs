//! `repeated-code`: an `enum` that names a value twice.

use std::collections::HashSet;

use super::{Finding, Schema};
use crate::load::json::Json;

pub(super) fn repeated(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    let codes = schema.json.get("enum").and_then(Json::as_array);
    let mut seen = HashSet::new();
    for (index, code) in codes.into_iter().flatten().enumerate() {
        if !seen.insert(code.canonical()) {
            found.push(Finding {
                suffix: format!("/enum/{index}"),
                reason: format!("{} stands here twice", code.to_value()),
                help: "leave one out, or correct it".to_owned(),
            });
        }
    }
}
