//! [`Diff`] → Markdown for a pull request.

use std::fmt::Write as _;

use super::text::{api, broken, change, counts, is_told, release, verdict};
use super::{Cause, Diff, Evidence, SchemaDiff, Step};
use crate::words::{as_code, shown};

/// Longer values are left to the JSON output.
const LONGEST: usize = 400;

/// The whole text.
pub(super) fn markdown(diff: &Diff) -> String {
    let mut out = String::new();
    let (_, word) = verdict(diff.verdict);
    let _ = writeln!(out, "## Schemas: {word}\n");
    let _ = writeln!(
        out,
        "{} → {}: {}; {}.",
        code(&diff.old),
        code(&diff.new),
        counts(diff),
        release(diff)
    );
    let told: Vec<&SchemaDiff> = diff.schemas.iter().filter(|s| is_told(s)).collect();
    if !told.is_empty() {
        out.push_str("\n| schema | values | breaks |\n|---|---|---|\n");
        for schema in &told {
            let was = schema.renamed_from.as_ref();
            let was = was.map_or_else(String::new, |was| format!(" (was {})", code(was)));
            let _ = writeln!(
                out,
                "| {}{was} | {} | {} |",
                code(&schema.name),
                schema.relation.word(),
                broken(schema)
            );
        }
    }
    for schema in told {
        details(schema, &mut out);
    }
    if !diff.api.changes.is_empty() {
        out.push_str("\n### Rust types\n\n");
        for change in &diff.api.changes {
            let mark = if change.step == Step::Major {
                "**breaks**"
            } else {
                "fits"
            };
            let _ = writeln!(out, "- {mark}: {}", code(&api(change)));
        }
    }
    if let Some(doubt) = &diff.api.doubt {
        let _ = writeln!(out, "\n{}", code(doubt));
    }
    out
}

fn details(schema: &SchemaDiff, out: &mut String) {
    let own: Vec<_> = schema
        .locations
        .iter()
        .filter(|location| location.cause == Cause::Here || location.doubt.is_some())
        .collect();
    if own.is_empty() && schema.notes.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n### {}\n", code(&schema.name));
    for location in own {
        let _ = writeln!(
            out,
            "- {}: {}",
            code(&location.location),
            location.relation.word()
        );
        for one in &location.changes {
            let _ = writeln!(out, "  - {}", code(&change(one, "")));
        }
        for (word, evidence) in [("gone", &location.lost), ("new", &location.gained)] {
            if let Some(Evidence {
                witness: Some(witness),
                ..
            }) = evidence
            {
                let _ = writeln!(out, "  - {word}, for example {}", code(witness));
            }
        }
        if let Some(doubt) = &location.doubt {
            let _ = writeln!(out, "  - not decided: {}", code(doubt));
        }
    }
    for note in &schema.notes {
        let _ = writeln!(out, "- note: {}", code(&change(note, &note.location)));
    }
}

/// Text as code, whatever is in it, if not all of what is long.
fn code(text: &str) -> String {
    let mut text = shown(text).into_owned();
    if text.chars().count() > LONGEST {
        text = text.chars().take(LONGEST).collect();
        text.push('…');
    }
    as_code(&text)
}
