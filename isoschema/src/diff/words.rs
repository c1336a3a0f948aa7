//! What was found, in words that every kind of text for people has.

use std::fmt::{self, Write as _};

use serde_json::Value;

use crate::words::counted;

use super::brief::brief;
use super::document::Lines;
use super::{
    ApiChange, ApiChangeKind, Cause, Change, Diff, Evidence, LocationDiff, Move, Moved,
    OperationChange, Relation, SchemaDiff, Step, Verdict,
};

/// Values longer than this are shown without what is inside of them.
pub(super) const LONGEST: usize = 160;

impl fmt::Display for Change {
    /// The keyword, and what it was and is: `maxLength: 3 -> 5`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&change(self, ""))
    }
}

impl fmt::Display for ApiChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&api(self))
    }
}

impl fmt::Display for Move {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&moved(self))
    }
}

impl fmt::Display for OperationChange {
    /// What changed, whom it breaks, and a document that shows it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)?;
        for (word, evidence) in [("gone", &self.lost), ("new", &self.gained)] {
            if let Some(witness) = evidence.as_ref().and_then(|it| it.witness.as_ref()) {
                write!(f, ", {word} for example {witness}")?;
            }
        }
        match whom(self.breaks_readers, self.breaks_writers) {
            "" => Ok(()),
            who => write!(f, ", breaks {who}"),
        }
    }
}

impl OperationChange {
    /// Whether it breaks anybody.
    #[must_use]
    pub fn is_breaking(&self) -> bool {
        self.breaks_readers || self.breaks_writers
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(verdict(*self).1)
    }
}

impl SchemaDiff {
    /// Whom the change breaks, in words; empty where it breaks nobody.
    #[must_use]
    pub fn breaks(&self) -> &'static str {
        broken(self)
    }

    /// Whether there is anything to tell: values, a name or annotations differ.
    #[must_use]
    pub fn is_told(&self) -> bool {
        is_told(self)
    }
}

impl LocationDiff {
    /// Where it is; of what is gone, where it was.
    #[must_use]
    pub fn place(&self) -> &str {
        let was = self
            .was
            .as_ref()
            .filter(|_| self.relation == Relation::Removed);
        was.unwrap_or(&self.location)
    }

    /// Whether the location is told of by itself, and not by what is inside of it
    /// or what it refers to.
    #[must_use]
    pub fn is_cause(&self) -> bool {
        is_cause(self)
    }

    /// Why it is not decided, in plain words.
    #[must_use]
    pub fn doubted(&self, diff: &Diff) -> Option<String> {
        Some(doubt(diff, self.doubt.as_ref()?))
    }
}

impl Evidence {
    /// The witness as a document for people, with the place that is refused
    /// marked.
    #[must_use]
    pub fn document(&self) -> Option<Lines> {
        document(self.witness.as_ref()?, self.place.as_deref())
    }
}

impl Diff {
    /// How many schemas fared how, and what release that asks for.
    #[must_use]
    pub fn summary(&self) -> String {
        let counts = counts(self).map_or_else(String::new, |counts| counts + "; ");
        format!("{counts}{}", release(self))
    }
}

/// Whether there is anything to tell about a schema.
pub(super) fn is_told(schema: &SchemaDiff) -> bool {
    schema.relation != Relation::Equal
        || schema.similarity.is_some()
        || !schema.notes.is_empty()
        || !schema.locations.is_empty()
}

/// Whether a location is told of: what is in doubt, wherever the cause stands.
pub(super) fn is_cause(location: &LocationDiff) -> bool {
    location.cause == Cause::Here || location.doubt.is_some()
}

/// What a schema was called, and how that is known.
pub(super) fn was(schema: &SchemaDiff) -> Option<String> {
    // What each side has alone is one schema, whatever it is called.
    let (earlier, percent) = (schema.renamed_from.as_ref()?, schema.similarity?);
    Some(format!("was {earlier} ({percent} % the same)"))
}

/// What seems to be the same under another name or at another place.
pub(super) fn moved(one: &Move) -> String {
    let what = match one.what {
        Moved::Schema => "schema",
        Moved::Definition => "definition",
        Moved::Property => "property",
    };
    let values = match one.relation {
        Relation::Equal => "the same values".to_owned(),
        Relation::Unknown => "values not decided".to_owned(),
        other => format!("{} values", other.word()),
    };
    format!(
        "{what} {} -> {}: {values}, schemas {} % the same, names {} %",
        one.old, one.new, one.similarity, one.names
    )
}

/// Why something is not decided: in the words of a prover, if these are asked
/// for.
pub(super) fn doubt(diff: &Diff, doubt: &str) -> String {
    if diff.explained {
        return format!("not decided: {doubt}");
    }
    "not decided: no proof that the values are the same, and no document that shows a difference"
        .to_owned()
}

/// A witness as a document.
pub(super) fn document(witness: &str, place: Option<&str>) -> Option<Lines> {
    let value: Value = serde_json::from_str(witness).ok()?;
    Some(Lines::of(&value, place))
}

/// Whom a schema's change breaks.
pub(super) fn broken(schema: &SchemaDiff) -> &'static str {
    whom(schema.breaks_readers, schema.breaks_writers)
}

fn whom(readers: bool, writers: bool) -> &'static str {
    match (readers, writers) {
        (true, true) => "those who read and those who write",
        (true, false) => "those who read",
        (false, true) => "those who write",
        (false, false) => "",
    }
}

/// A keyword's change: lists by what came and what went.
pub(super) fn change(change: &Change, location: &str) -> String {
    let place = if location.is_empty() { "" } else { " " };
    let head = format!("{location}{place}{}: ", change.keyword);
    head + &changed(change)
}

fn changed(change: &Change) -> String {
    match (&change.old, &change.new) {
        (Some(Value::Array(old)), Some(Value::Array(new))) => {
            let only = |sign: char, here: &[Value], there: &[Value]| {
                let here = here.iter().filter(|it| !there.contains(it));
                let parts = here.map(|it| format!("{sign}{}", brief(it, LONGEST)));
                parts.collect::<Vec<_>>()
            };
            let parts = [only('-', old, new), only('+', new, old)].concat();
            if parts.is_empty() {
                return "in another order".to_owned();
            }
            some(parts)
        }
        (Some(Value::Object(old)), Some(Value::Object(new))) => {
            let gone = old.keys().filter(|key| !new.contains_key(*key));
            let mut parts: Vec<String> = gone.map(|key| format!("-{key}")).collect();
            let come = new.iter().filter(|(key, _)| !old.contains_key(*key));
            parts.extend(come.map(|(key, value)| format!("+{key} {}", brief(value, LONGEST))));
            let other = new.iter().filter_map(|(key, value)| {
                let old = old.get(key).filter(|old| *old != value)?;
                let sides = [old, value].map(|it| brief(it, LONGEST / 2));
                Some(format!("{key} {} -> {}", sides[0], sides[1]))
            });
            parts.extend(other);
            some(parts)
        }
        (old, new) => {
            let shown = |value: &Option<Value>| {
                let value = value.as_ref();
                value.map_or_else(|| "none".to_owned(), |it| brief(it, LONGEST))
            };
            format!("{} -> {}", shown(old), shown(new))
        }
    }
}

/// As many parts as are short enough, each whole; the others counted.
fn some(parts: Vec<String>) -> String {
    let mut out = String::new();
    let all = parts.len();
    for (index, part) in parts.into_iter().enumerate() {
        if index > 0 && out.chars().count() + part.chars().count() > 2 * LONGEST {
            let _ = write!(out, " and {} more", all - index);
            break;
        }
        out.push_str(if index > 0 { " " } else { "" });
        out.push_str(&part);
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

/// How many schemas fared how, where they were asked about.
pub(super) fn counts(diff: &Diff) -> Option<String> {
    if diff.schemas.is_empty() {
        return None;
    }
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
    let all = counted(diff.schemas.len(), "schema");
    Some(format!("{all}: {}", parts.join(", ")))
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
    let notes = || diff.schemas.iter().flat_map(|schema| &schema.notes);
    let is_noted = notes().next().is_some();
    let is_default = notes().any(|note| note.keyword == "default");
    match (diff.verdict, diff.step) {
        (Verdict::Breaking, _) => "the next release is a major one",
        (Verdict::Compatible, _) => "the next release is a minor one",
        (Verdict::Undecided, _) => "what could not be decided has to be looked at",
        (Verdict::Equal, Some(Step::Patch)) if diff.api.changes.is_empty() && is_default => {
            "defaults changed, which `…_or_default()` gives, and no values: a patch release"
        }
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
