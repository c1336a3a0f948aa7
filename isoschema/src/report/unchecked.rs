//! What a document says beside its schemas, and no type checks.

use std::collections::HashSet;

use crate::enforce::ty::display;
use crate::load::document::{Documents, Format};
use crate::load::json::Json;
use crate::plan::model::Model;
use crate::words::listed;

use super::WeakenedEntry;

/// The lists of Kubernetes whose items differ by some of their members (`x-kubernetes-list-type: map`):
/// no keyword of a schema says so.
pub(super) fn entries(documents: &Documents, model: &Model) -> Vec<WeakenedEntry> {
    let mut seen = HashSet::new();
    let mut entries = Vec::new();
    for (rule, used) in model.rules.rules.iter().zip(&model.used) {
        let document = documents.by_path(&rule.location.document);
        let document = document.filter(|it| it.format == Format::Kubernetes);
        let json = document.and_then(|it| it.json.pointer(&rule.location.pointer));
        let (Some(json), Some(used)) = (json, used) else {
            continue;
        };
        let said = json.get("x-kubernetes-list-type").and_then(Json::as_str);
        if said != Some("map") || !seen.insert(&rule.location) {
            continue;
        }
        let keys = json
            .get("x-kubernetes-list-map-keys")
            .and_then(Json::as_array);
        let keys = keys.into_iter().flatten().filter_map(Json::as_str);
        let keys: Vec<String> = keys.map(|key| format!("`{key}`")).collect();
        entries.push(WeakenedEntry {
            promise: "accept",
            schema: rule.location.to_string(),
            rust: display(model, used),
            reason: format!(
                "that no two items are alike by {} is not checked",
                listed(&keys, "and")
            ),
        });
    }
    entries
}
