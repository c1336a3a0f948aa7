//! What a schema says of its places → documentation of Rust.

use std::fmt::Write as _;

use indexmap::IndexMap;

use crate::keywords::literal::shown;
use crate::rules::notes::Notes;

pub(super) use super::markdown::{code, markdown};
pub(super) use crate::shape::lines;

/// The documentation of an item: what the schema says of it and what it
/// limits, or else a sentence, and where it stands.
pub(super) fn item(
    notes: &Notes,
    otherwise: &str,
    limited: Option<&str>,
    location: &str,
) -> String {
    let mut text = said((notes, true), otherwise, limited);
    text.push_str("\n\nSchema: ");
    text.push_str(&code(location));
    for place in &notes.places {
        text.push_str(", ");
        text.push_str(&code(&place.to_string()));
    }
    text.push('.');
    if notes.deprecated {
        text.push_str("\n\nDeprecated.");
    }
    corrected(notes, &mut text);
    text
}

/// Why the schema is not the one that was published.
fn corrected(notes: &Notes, text: &mut String) {
    for reason in &notes.corrections {
        text.push_str("\n\nCorrected: ");
        let reason: Vec<&str> = reason.split_whitespace().collect();
        text.push_str(&markdown(&reason.join(" ")));
    }
}

/// The documentation of a member: what the schema says of it and what it
/// limits, or else a sentence.
pub(super) fn member(
    notes: &Notes,
    otherwise: &str,
    limited: Option<&str>,
    elsewhere: Option<&str>,
) -> String {
    // Where several places have one type, each has words of its own for its member.
    let is_inside = notes.places.is_empty();
    let mut text = said((notes, is_inside), otherwise, limited);
    if let Some(format) = &notes.format {
        let format = code(format);
        // Where it is asserted, it is among the limits.
        if !text.contains(&format!("the format {format}")) {
            text.push_str("\n\nFormat: ");
            text.push_str(&format);
            text.push('.');
        }
    }
    if let Some(default) = &notes.default {
        let default = shown(default);
        if default.len() <= 80 {
            text.push_str("\n\nDefault: ");
            text.push_str(&code(&default));
            text.push('.');
        }
    }
    if let Some(example) = notes.examples.first() {
        let example = shown(example);
        if example.len() <= 80 {
            text.push_str("\n\nExample: ");
            text.push_str(&code(&example));
            text.push('.');
        }
    }
    for (flag, word) in [
        (notes.read_only, "Read-only."),
        (notes.write_only, "Write-only."),
    ] {
        if flag {
            text.push_str("\n\n");
            text.push_str(word);
        }
    }
    if let Some(elsewhere) = elsewhere {
        let _ = write!(text, "\n\nDeclared by {}.", code(elsewhere));
    }
    corrected(notes, &mut text);
    text
}

/// What a schema says of itself, the description or else the title, and what
/// it limits; or else a sentence that says both. What stands for several places that say
/// different things has the words of each.
fn said((notes, has_places): (&Notes, bool), otherwise: &str, limited: Option<&str>) -> String {
    if has_places && !notes.told_apart.is_empty() {
        let mut places: IndexMap<String, Vec<String>> = IndexMap::new();
        for (place, words) in &notes.told_apart {
            let words: Vec<&str> = words.split_whitespace().collect();
            let places = places.entry(words.join(" ")).or_default();
            places.push(code(&place.to_string()));
        }
        let each = places
            .iter()
            .map(|(words, places)| format!("\n- {}: {}", places.join(", "), markdown(words)));
        return format!("{otherwise}\n{}", each.collect::<String>());
    }
    let words = notes.words().map(markdown);
    let words = words.filter(|text| !text.trim().is_empty());
    match (words, limited) {
        (None, _) => otherwise.to_owned(),
        (Some(words), None) => words,
        (Some(words), Some(limited)) => format!("{words}\n\n{limited}"),
    }
}

/// The derives that every module finds by their names, in whose documentation a type of such a name is meant.
const DERIVES: [&str; 9] = [
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// A link to a type of the module.
pub(super) fn to_type(name: &str) -> String {
    if DERIVES.contains(&name) {
        format!("[`{name}`](type@{name})")
    } else {
        format!("[`{name}`]")
    }
}
