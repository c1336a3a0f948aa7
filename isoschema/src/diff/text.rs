//! [`Diff`] → text for people.

use std::fmt::Write as _;

use super::words::{
    LONGEST, api, broken, change, counts, document, doubt, is_cause, is_told, moved, release,
    verdict, was,
};
use super::{Cause, Diff, Evidence, LocationDiff, Relation, SchemaDiff, Step};
use crate::words::shown;

/// More locations than this are only counted, where the cause is elsewhere.
const MOST_REFERRED: usize = 4;

/// Terminal colours, or none.
struct Paint(bool);

impl Paint {
    fn put(&self, code: &str, text: &str) -> String {
        if self.0 {
            format!("\u{1b}[{code}m{text}\u{1b}[0m")
        } else {
            text.to_owned()
        }
    }

    fn relation(&self, relation: Relation) -> String {
        let code = match relation {
            Relation::Equal => "2",
            Relation::Narrower | Relation::Removed | Relation::Both => "31",
            Relation::Wider => "33",
            Relation::Added => "32",
            Relation::Unknown => "35",
        };
        self.put(code, relation.word())
    }
}

/// The whole text.
pub(super) fn text(diff: &Diff, colour: bool) -> String {
    let paint = Paint(colour);
    let mut out = String::new();
    let _ = writeln!(out, "{} -> {}", shown(&diff.old), shown(&diff.new));
    for schema in diff.schemas.iter().filter(|schema| is_told(schema)) {
        one_schema(diff, schema, &paint, &mut out);
    }
    if !diff.operations.is_empty() {
        let _ = writeln!(out, "\n{}", paint.put("1", "Operations"));
        for one in &diff.operations {
            for change in &one.changes {
                let step = step(&paint, change.is_breaking());
                let line = format!("{}: {change}", one.operation);
                let _ = writeln!(out, "  {step}  {}", shown(&line));
            }
        }
    }
    if !diff.moves.is_empty() {
        let head = paint.put("1", "Moved or renamed, as it seems");
        let _ = writeln!(out, "\n{head}");
        for one in &diff.moves {
            let _ = writeln!(out, "  {}", shown(&moved(one)));
        }
    }
    if !diff.api.changes.is_empty() {
        let _ = writeln!(out, "\n{}", paint.put("1", "Rust types"));
        for change in &diff.api.changes {
            let step = step(&paint, change.step == Step::Major);
            let _ = writeln!(out, "  {step}  {}", shown(&api(change)));
        }
    }
    if let Some(why) = &diff.api.doubt {
        let _ = writeln!(out, "\n{}", shown(why));
    }
    out.push('\n');
    if let Some(counts) = counts(diff) {
        let _ = writeln!(out, "{counts}");
    }
    let (code, word) = verdict(diff.verdict);
    let _ = writeln!(out, "{}: {}", paint.put(code, word), release(diff));
    if !diff.next.is_empty() {
        let _ = writeln!(out, "\n{}", paint.put("1", "Next"));
        for step in &diff.next {
            let _ = writeln!(out, "  {}", shown(step));
        }
    }
    out
}

fn step(paint: &Paint, breaks: bool) -> String {
    if breaks {
        paint.put("31", "breaks")
    } else {
        paint.put("32", "fits  ")
    }
}

fn one_schema(diff: &Diff, schema: &SchemaDiff, paint: &Paint, out: &mut String) {
    let _ = write!(
        out,
        "\n{}: {}",
        paint.put("1", &shown(&schema.name)),
        paint.relation(schema.relation)
    );
    if let Some(was) = was(schema) {
        let _ = write!(out, ", {}", shown(&was));
    }
    match broken(schema) {
        "" => {}
        who => _ = write!(out, ", breaks {who}"),
    }
    out.push('\n');
    for location in schema.locations.iter().filter(|it| is_cause(it)) {
        one_location(diff, location, paint, out);
    }
    let referred = schema
        .locations
        .iter()
        .filter(|l| l.cause == Cause::Referred);
    let referred: Vec<&str> = referred.map(|l| l.location.as_str()).collect();
    if !referred.is_empty() {
        out.push_str("  by what they refer to:\n");
        for location in referred.iter().take(MOST_REFERRED) {
            let _ = writeln!(out, "    {}", shown(location));
        }
        if referred.len() > MOST_REFERRED {
            let _ = writeln!(out, "    and {} more", referred.len() - MOST_REFERRED);
        }
        if schema.locations.iter().all(|l| l.cause != Cause::Here)
            && let Some(first) = schema.locations.first()
        {
            evidence(diff, first, out);
        }
    }
    for note in &schema.notes {
        let _ = writeln!(
            out,
            "  {} {}",
            paint.put("2", "note"),
            shown(&change(note, &note.location))
        );
    }
}

fn one_location(diff: &Diff, location: &LocationDiff, paint: &Paint, out: &mut String) {
    let _ = writeln!(
        out,
        "  {} {}",
        paint.relation(location.relation),
        shown(location.place())
    );
    for one in &location.changes {
        let _ = writeln!(out, "    {}", shown(&change(one, "")));
    }
    evidence(diff, location, out);
}

fn evidence(diff: &Diff, location: &LocationDiff, out: &mut String) {
    for (word, evidence) in [("gone", &location.lost), ("new", &location.gained)] {
        if let Some(evidence) = evidence {
            shown_of(word, evidence, out);
            if diff.explained {
                all_of(word, evidence, out);
            }
        }
    }
    if let Some(why) = &location.doubt {
        let _ = writeln!(out, "    {}", shown(&doubt(diff, why)));
    }
}

/// A document that one side takes alone, with the place that the other refuses
/// marked.
fn shown_of(word: &str, evidence: &Evidence, out: &mut String) {
    if let Some(witness) = &evidence.witness {
        let when = if word == "gone" { "now" } else { "before" };
        let refused = evidence.refused.as_ref();
        let why = refused.map_or_else(String::new, |why| format!("refused {when}: {why}"));
        match document(witness, evidence.place.as_deref()) {
            Some(lines) if lines.lines.len() == 1 && lines.mark.is_none_or(|it| it.1 == 0) => {
                let dash = if why.is_empty() { "" } else { ", " };
                let line = &lines.lines[0];
                let _ = writeln!(out, "    {word}: for example {line}{dash}{}", shown(&why));
            }
            Some(lines) => {
                let _ = writeln!(out, "    {word}: for example");
                for line in lines.annotated(&shown(&why)) {
                    let _ = writeln!(out, "      {line}");
                }
            }
            None => _ = writeln!(out, "    {word}: for example {}", shown(witness)),
        }
    }
}

/// All documents that one side takes alone, in the prover's own words, where these are few.
fn all_of(word: &str, evidence: &Evidence, out: &mut String) {
    // Cut off, a schema of values says other than it means.
    if let Some(schema) = &evidence.schema {
        let schema = schema.to_string();
        if schema.chars().count() <= LONGEST {
            let _ = writeln!(out, "    all that is {word}: {}", shown(&schema));
        }
    }
}
