//! [`Diff`] → text for people.

use std::fmt::Write as _;

use serde_json::Value;

use super::{
    ApiChange, ApiChangeKind, Cause, Change, Diff, Evidence, LocationDiff, Relation, SchemaDiff,
    Step, Verdict,
};
use crate::words::{counted, shown};

/// Values longer than this are cut.
const LONGEST: usize = 160;

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
        one_schema(schema, &paint, &mut out);
    }
    if !diff.api.changes.is_empty() {
        let _ = writeln!(out, "\n{}", paint.put("1", "Rust types"));
        for change in &diff.api.changes {
            let step = match change.step {
                Step::Major => paint.put("31", "breaks"),
                _ => paint.put("32", "fits  "),
            };
            let _ = writeln!(out, "  {step}  {}", shown(&api(change)));
        }
    }
    if let Some(doubt) = &diff.api.doubt {
        let _ = writeln!(out, "\n{}", shown(doubt));
    }
    let _ = writeln!(out, "\n{}", counts(diff));
    let (code, word) = verdict(diff.verdict);
    let _ = writeln!(out, "{}: {}", paint.put(code, word), release(diff));
    out
}

fn one_schema(schema: &SchemaDiff, paint: &Paint, out: &mut String) {
    let _ = write!(
        out,
        "\n{}: {}",
        paint.put("1", &shown(&schema.name)),
        paint.relation(schema.relation)
    );
    if let Some(earlier) = &schema.renamed_from {
        let _ = write!(out, ", was {}", shown(earlier));
    }
    match broken(schema) {
        "" => {}
        who => _ = write!(out, ", breaks {who}"),
    }
    out.push('\n');
    let own = schema.locations.iter();
    // What is in doubt is told wherever the cause stands.
    for location in own.filter(|l| l.cause == Cause::Here || l.doubt.is_some()) {
        one_location(location, paint, out);
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
            evidence(first, out);
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

fn one_location(location: &LocationDiff, paint: &Paint, out: &mut String) {
    let _ = writeln!(
        out,
        "  {} {}",
        paint.relation(location.relation),
        shown(&location.location)
    );
    for one in &location.changes {
        let _ = writeln!(out, "    {}", shown(&change(one, "")));
    }
    evidence(location, out);
}

fn evidence(location: &LocationDiff, out: &mut String) {
    for (word, evidence) in [("gone", &location.lost), ("new", &location.gained)] {
        if let Some(evidence) = evidence {
            let _ = writeln!(out, "    {word}: {}", shown(&said(evidence)));
        }
    }
    if let Some(doubt) = &location.doubt {
        let _ = writeln!(out, "    not decided: {}", shown(&shortened(doubt)));
    }
}

fn said(evidence: &Evidence) -> String {
    let mut parts = Vec::new();
    if let Some(witness) = &evidence.witness {
        parts.push(format!("for example {}", shortened(witness)));
    }
    // Cut off, a schema says nothing; the JSON output has it.
    if let Some(schema) = &evidence.schema {
        let schema = schema.to_string();
        if schema.chars().count() <= LONGEST {
            parts.push(format!("all of {schema}"));
        }
    }
    parts.join("; ")
}

/// Whether there is anything to tell about a schema.
pub(super) fn is_told(schema: &SchemaDiff) -> bool {
    schema.relation != Relation::Equal || !schema.notes.is_empty() || !schema.locations.is_empty()
}

/// Whom a schema's change breaks.
pub(super) fn broken(schema: &SchemaDiff) -> &'static str {
    match (schema.breaks_readers, schema.breaks_writers) {
        (true, true) => "those who read and those who write",
        (true, false) => "those who read",
        (false, true) => "those who write",
        (false, false) => "",
    }
}

/// A keyword's change: lists by what came and what went.
pub(super) fn change(change: &Change, location: &str) -> String {
    let mut out = String::new();
    if !location.is_empty() {
        let _ = write!(out, "{location} ");
    }
    let _ = write!(out, "{}: ", change.keyword);
    match (&change.old, &change.new) {
        (Some(Value::Array(old)), Some(Value::Array(new))) => {
            let mut parts = Vec::new();
            parts.extend(
                old.iter()
                    .filter(|v| !new.contains(v))
                    .map(|v| format!("-{v}")),
            );
            parts.extend(
                new.iter()
                    .filter(|v| !old.contains(v))
                    .map(|v| format!("+{v}")),
            );
            if parts.is_empty() {
                parts.push("in another order".to_owned());
            }
            out.push_str(&shortened(&parts.join(" ")));
        }
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let mut parts = Vec::new();
            let gone = old.keys().filter(|key| !new.contains_key(*key));
            parts.extend(gone.map(|key| format!("-{key}")));
            let come = new.iter().filter(|(key, _)| !old.contains_key(*key));
            parts.extend(come.map(|(key, value)| format!("+{key} {value}")));
            let other = new
                .iter()
                .filter(|(key, value)| old.get(*key).is_some_and(|old| old != *value));
            parts.extend(other.map(|(key, _)| format!("{key} changed")));
            out.push_str(&shortened(&parts.join(" ")));
        }
        (old, new) => {
            let shown = |value: &Option<Value>| {
                value
                    .as_ref()
                    .map_or_else(|| "none".to_owned(), |v| shortened(&v.to_string()))
            };
            let _ = write!(out, "{} -> {}", shown(old), shown(new));
        }
    }
    out
}

/// A change of the Rust types in words.
pub(super) fn api(change: &ApiChange) -> String {
    use ApiChangeKind as Kind;
    let item = &change.item;
    let old = change.old.as_deref().unwrap_or("none");
    let new = change.new.as_deref().unwrap_or("none");
    match change.what {
        Kind::TypeAdded => format!("{item} is new: {new}"),
        Kind::TypeRemoved | Kind::FieldRemoved => format!("{item} is gone: {old}"),
        Kind::TypeRenamed | Kind::FieldRenamed => format!("{item} was called {old}"),
        Kind::TypeReshaped => format!("{item} was {old} and is {new}"),
        Kind::FieldAdded => format!("{item} is a new field: {new}"),
        Kind::RequiredFieldAdded => format!("{item} is a new field that must be given: {new}"),
        Kind::FieldChanged | Kind::VariantChanged | Kind::InnerChanged => {
            format!("{item} was {old} and is {new}")
        }
        Kind::VariantAdded => format!("{item} is a new variant"),
        Kind::VariantRemoved => format!("{item} is a variant no more"),
        Kind::FieldsHidden => format!("the fields of {item} are private now"),
        Kind::FieldsShown => format!("the fields of {item} are public now"),
        Kind::ConstraintChanged => format!("{item} checks other constraints: {old} -> {new}"),
    }
}

/// How many schemas fared how.
pub(super) fn counts(diff: &Diff) -> String {
    let all = [
        Relation::Equal,
        Relation::Narrower,
        Relation::Wider,
        Relation::Both,
        Relation::Unknown,
        Relation::Added,
        Relation::Removed,
    ];
    let parts: Vec<String> = all
        .into_iter()
        .filter_map(|relation| {
            let schemas = diff.schemas.iter();
            let count = schemas.filter(|s| s.relation == relation).count();
            (count > 0).then(|| format!("{count} {}", relation.word()))
        })
        .collect();
    format!(
        "{}: {}",
        counted(diff.schemas.len(), "schema"),
        parts.join(", ")
    )
}

/// A verdict's colour and word.
pub(super) fn verdict(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Equal => ("32", "equal"),
        Verdict::Compatible => ("32", "compatible"),
        Verdict::Breaking => ("31", "breaking"),
        Verdict::Undecided => ("35", "undecided"),
    }
}

/// What release is asked for.
pub(super) fn release(diff: &Diff) -> &'static str {
    let is_noted = diff.schemas.iter().any(|schema| !schema.notes.is_empty());
    match (diff.verdict, diff.step) {
        (Verdict::Breaking, _) => "the next release is a major one",
        (Verdict::Compatible, _) => "the next release is a minor one",
        (Verdict::Undecided, _) => "what could not be decided has to be looked at",
        (Verdict::Equal, Some(Step::Patch)) if diff.api.changes.is_empty() => {
            "only documentation changed: a patch release"
        }
        (Verdict::Equal, Some(Step::Patch)) if is_noted => {
            "the same values, documented and checked in other words: a patch release"
        }
        (Verdict::Equal, Some(Step::Patch)) => {
            "the same values, checked in other words: a patch release"
        }
        (Verdict::Equal, _) => "nothing to release",
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let mut out: String = text.chars().take(LONGEST).collect();
    out.push('…');
    out
}
