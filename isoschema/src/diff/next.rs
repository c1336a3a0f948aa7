//! What was found → what to do next.

use std::path::Path;

use super::{Audience, Diff, OperationChange, Relation, SchemaDiff, Step};
use crate::words::counted;

/// What to do next, the most urgent first; nothing where nothing changed.
pub(super) fn steps(diff: &Diff) -> Vec<String> {
    let mut out = Vec::new();
    let asked = |who: Audience| diff.audience == Audience::Everyone || diff.audience == who;
    let first = |breaks: fn(&SchemaDiff) -> bool| {
        let mut schemas = diff.schemas.iter();
        schemas.find(|it| breaks(it) && it.relation != Relation::Removed)
    };
    if asked(Audience::Writers)
        && let Some(schema) = first(|it| it.breaks_writers)
    {
        out.push(format!(
            "Who writes: `isoschema check PAYLOADS --schema {}` says which saved payloads are refused from now on; \
             change what writes them before the new schemas are in force.",
            asked_of(diff, schema)
        ));
    }
    if asked(Audience::Readers) && first(|it| it.breaks_readers).is_some() {
        let codes = has_new_codes(diff)
            .then_some(" `[open-enums]` in isoschema.toml takes codes that are to come.");
        out.push(format!(
            "Who reads: documents such as those under \"new\" will come; generate the types anew before they do.{}",
            codes.unwrap_or_default()
        ));
    }
    let removed = diff.schemas.iter();
    let removed = removed
        .filter(|it| it.relation == Relation::Removed && it.breaks_readers)
        .count();
    if removed > 0 {
        out.push(format!(
            "{} gone: tell those who use {}, or keep the old name beside the new one for a while.",
            counted(removed, "schema"),
            if removed == 1 { "it" } else { "them" }
        ));
    }
    let mut changes = diff.operations.iter().flat_map(|it| &it.changes);
    if changes.any(OperationChange::is_breaking) {
        out.push(
            "Who calls the operations, or answers: each line under \"Operations\" that says \"breaks\" is a change of \
             their code."
                .to_owned(),
        );
    }
    if diff.api.step == Step::Major {
        out.push(
            "Who uses the Rust types: each line that says \"breaks\" is a change of their code; release a major version."
                .to_owned(),
        );
    }
    if !diff.undecided.is_empty() {
        out.push(format!(
            "Not decided: look at the {} yourself, and judge payloads that you have by both sides with `isoschema check`; \
             `--explain` says what the proof stopped at.",
            counted(diff.undecided.len(), "place")
        ));
    }
    out
}

/// What `--schema` says of a schema: its name in a folder, or its file and the
/// place in it.
fn asked_of(diff: &Diff, schema: &SchemaDiff) -> String {
    let (file, pointer) = schema.location.split_once('#').unwrap_or_default();
    let label = diff.new.split('#').next().unwrap_or_default();
    if Path::new(label).file_name() != Path::new(file).file_name() || label.contains(':') {
        return schema.name.clone();
    }
    match pointer {
        "" => label.to_owned(),
        _ => format!("{label}#{pointer}"),
    }
}

/// Whether a list of codes has grown.
fn has_new_codes(diff: &Diff) -> bool {
    let locations = diff.schemas.iter().flat_map(|schema| &schema.locations);
    let mut changes = locations
        .filter(|location| location.gained.is_some())
        .flat_map(|location| &location.changes);
    changes.any(|change| change.keyword == "enum" && change.new.is_some())
}
