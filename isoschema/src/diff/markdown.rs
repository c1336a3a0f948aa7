//! [`Diff`] → Markdown for a comment on a change request.
//!
//! What breaks stands first and open; what does not is folded.

use std::fmt::Write as _;

use super::words::{api, broken, change, document, doubt, is_cause, is_told, moved, verdict};
use super::{ApiChange, Diff, Evidence, LocationDiff, SchemaDiff, Step};
use crate::words::{as_code, counted, shown};

/// Longer values are left to the JSON output.
const LONGEST: usize = 400;

/// The whole text.
pub(super) fn markdown(diff: &Diff) -> String {
    let mut out = String::new();
    let (_, word) = verdict(diff.verdict);
    let _ = writeln!(out, "## Schemas: {word}\n");
    let _ = writeln!(
        out,
        "{} → {}: {}.",
        code(&diff.old),
        code(&diff.new),
        diff.summary()
    );
    let told: Vec<&SchemaDiff> = diff.schemas.iter().filter(|s| is_told(s)).collect();
    if !told.is_empty() {
        out.push_str("\n| schema | values | breaks |\n|---|---|---|\n");
        for schema in &told {
            let was = schema.renamed_from.as_ref().zip(schema.similarity);
            let was = was.map_or_else(String::new, |(was, percent)| {
                format!(" (was {}, {percent} % the same)", code(was))
            });
            let _ = writeln!(
                out,
                "| {}{was} | {} | {} |",
                code(&schema.name),
                schema.relation.word(),
                broken(schema)
            );
        }
    }
    if !diff.operations.is_empty() {
        out.push_str("\n### Operations\n\n");
        for one in &diff.operations {
            for change in &one.changes {
                let mark = mark(change.is_breaking());
                let line = change.to_string();
                let _ = writeln!(out, "- {mark}: {} {}", code(&one.operation), shown(&line));
            }
        }
    }
    if !diff.moves.is_empty() {
        out.push_str("\n### Moved or renamed, as it seems\n\n");
        for one in &diff.moves {
            let _ = writeln!(out, "- {}", code(&moved(one)));
        }
    }
    for schema in &told {
        details(diff, schema, &mut out);
    }
    rust(diff, &mut out);
    folded("note", &notes(&told), &mut out);
    if !diff.next.is_empty() {
        out.push_str("\n### What to do next\n\n");
        for step in &diff.next {
            let _ = writeln!(out, "- {}", shown(step));
        }
    }
    out
}

fn mark(breaks: bool) -> &'static str {
    if breaks { "**breaks**" } else { "fits" }
}

/// The changes of the Rust types: those that break, the others folded.
fn rust(diff: &Diff, out: &mut String) {
    let line = |change: &ApiChange| {
        let mark = mark(change.step == Step::Major);
        format!("- {mark}: {}\n", code(&api(change)))
    };
    let all = diff.api.changes.iter();
    let (breaks, fits): (Vec<_>, Vec<_>) = all.partition(|it| it.step == Step::Major);
    if !breaks.is_empty() || diff.api.doubt.is_some() {
        out.push_str("\n### Rust types\n\n");
        out.extend(breaks.into_iter().map(line));
        if let Some(why) = &diff.api.doubt {
            let _ = writeln!(out, "{}", code(why));
        }
    }
    let fits: Vec<String> = fits.into_iter().map(line).collect();
    folded("harmless Rust change", &fits, out);
}

/// Lines that are counted, and shown to those who ask.
fn folded(what: &str, lines: &[String], out: &mut String) {
    if lines.is_empty() {
        return;
    }
    let _ = writeln!(
        out,
        "\n<details><summary>{}</summary>\n\n{}\n</details>",
        counted(lines.len(), what),
        lines.concat()
    );
}

fn notes(told: &[&SchemaDiff]) -> Vec<String> {
    let notes = told.iter().flat_map(|schema| &schema.notes);
    notes
        .map(|note| format!("- {}\n", code(&change(note, &note.location))))
        .collect()
}

fn details(diff: &Diff, schema: &SchemaDiff, out: &mut String) {
    let own: Vec<&LocationDiff> = schema.locations.iter().filter(|it| is_cause(it)).collect();
    if own.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n### {}\n", code(&schema.name));
    for location in own {
        let _ = writeln!(
            out,
            "- {}: {}",
            code(location.place()),
            location.relation.word()
        );
        for one in &location.changes {
            let _ = writeln!(out, "  - {}", code(&change(one, "")));
        }
        for (is_gone, evidence) in [(true, &location.lost), (false, &location.gained)] {
            if let Some(evidence) = evidence {
                example(is_gone, evidence, out);
            }
        }
        if let Some(why) = &location.doubt {
            let why = doubt(diff, why);
            let _ = writeln!(out, "  - {}", if diff.explained { code(&why) } else { why });
        }
    }
}

/// A document that one side takes alone: short on a line, else as a block in which
/// the place that the other side refuses is marked.
fn example(is_gone: bool, evidence: &Evidence, out: &mut String) {
    let Some(witness) = &evidence.witness else {
        return;
    };
    let (word, when) = if is_gone {
        ("gone", "now")
    } else {
        ("new", "before")
    };
    let refused = evidence.refused.as_ref();
    let why = refused.map_or_else(String::new, |why| format!("refused {when}: {}", shown(why)));
    match document(witness, evidence.place.as_deref()) {
        Some(lines)
            if lines
                .mark
                .is_some_and(|it| lines.lines.len() > 1 || it.1 > 0) =>
        {
            let _ = writeln!(out, "  - {word}, for example\n\n    ```text");
            for line in lines.annotated(&why) {
                // No line of it ends the block.
                let _ = writeln!(out, "    {line}");
            }
            out.push_str("    ```\n");
        }
        lines => {
            let shown = lines.map_or_else(|| witness.clone(), |it| it.lines.concat());
            let dash = if why.is_empty() { "" } else { ", " };
            let why = if why.is_empty() { why } else { code(&why) };
            let _ = writeln!(out, "  - {word}, for example {}{dash}{why}", code(&shown));
        }
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
