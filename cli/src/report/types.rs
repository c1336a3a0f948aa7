//! What was generated → the types that the page shows.

use std::collections::BTreeMap;

use isoschema::Generated;
use isoschema::samples::{Miss, Samples};

use crate::definitions::{definitions, standing};
use crate::notes::notes;

/// A type of the module.
pub(super) struct Type<'a> {
    pub(super) name: &'a str,
    /// Its definition in Rust.
    pub(super) rust: String,
    /// Where its schema stands: `DOCUMENT#POINTER`.
    pub(super) place: &'a str,
    /// Its schema.
    pub(super) schema: String,
    /// The types that it holds, by their places in the list.
    pub(super) holds: Vec<usize>,
    /// What else is to be said: a heading and a text.
    pub(super) notes: Vec<(&'static str, String)>,
    /// A document that fits, where it is the type of a whole document.
    pub(super) fitting: Option<&'a str>,
    /// Documents that miss one of its constraints.
    pub(super) misses: Vec<&'a Miss>,
}

/// The types in the order of their schemas.
pub(super) fn types<'a>(
    generated: &'a Generated,
    samples: &'a BTreeMap<String, Samples>,
) -> Vec<Type<'a>> {
    let mut definitions = definitions(&generated.text);
    let mut types: Vec<Type<'a>> = Vec::new();
    let locations = generated.report.locations.iter();
    let located = locations.map(|it| (it.rust.as_str(), it.schema.as_str()));
    // A schema that is nothing but alternatives states no type.
    for (name, place) in located.chain(standing(&generated.text)) {
        let Some((name, rust)) = definitions.remove_entry(name) else {
            continue;
        };
        types.push(Type {
            name,
            rust,
            place,
            schema: schema(generated, place),
            holds: Vec::new(),
            notes: Vec::new(),
            fitting: None,
            misses: Vec::new(),
        });
    }
    types.sort_by_key(|it| it.place.matches('/').count());
    let names: BTreeMap<&str, usize> = types.iter().map(|it| it.name).zip(0..).collect();
    let places: BTreeMap<&str, usize> = types.iter().map(|it| it.place).zip(0..).collect();
    for (index, it) in types.iter_mut().enumerate() {
        it.holds = holds(&it.rust, &names, index);
    }
    for root in &generated.report.roots {
        let Some(samples) = samples.get(&root.schema) else {
            continue;
        };
        if let Some(index) = names.get(root.rust.as_str()) {
            types[*index].fitting = samples.fitting.as_deref();
        }
        for miss in &samples.misses {
            let place = miss.schema.to_string();
            if let Some(index) = around(&place, &places) {
                types[index].misses.push(miss);
            }
        }
    }
    for (schema, head, text) in notes(&generated.report) {
        if let Some(index) = places.get(schema) {
            types[*index].notes.push((head, text));
        }
    }
    for entry in &generated.report.values {
        if let Some(index) = around(&entry.schema, &places) {
            let text = format!("{}: {}", entry.schema, entry.reason);
            types[index].notes.push(("a raw value", text));
        }
    }
    for shown in &mut types {
        // Several documents may have the type, and in several dynamic scopes
        // one place is several rules.
        shown.notes.dedup();
        shown
            .misses
            .sort_by(|a, b| (&a.schema, &a.error).cmp(&(&b.schema, &b.error)));
        shown
            .misses
            .dedup_by(|a, b| (&a.schema, &a.error) == (&b.schema, &b.error));
    }
    types
}

/// The text of a schema.
fn schema(generated: &Generated, place: &str) -> String {
    let (document, pointer) = place.split_once('#').unwrap_or((place, ""));
    let document = generated.documents.by_path(document);
    let schema = document.and_then(|it| it.json.pointer(pointer));
    schema.map_or_else(String::new, isoschema::load::Json::to_text)
}

/// The types whose names a definition speaks of.
fn holds(rust: &str, names: &BTreeMap<&str, usize>, own: usize) -> Vec<usize> {
    let code = rust.lines().map(str::trim_start);
    let code = code.filter(|line| !line.starts_with("///") && !line.starts_with("#["));
    let words = code.flat_map(|line| line.split(|it: char| !it.is_alphanumeric() && it != '_'));
    let mut held: Vec<usize> = words.filter_map(|word| names.get(word).copied()).collect();
    held.retain(|index| *index != own);
    held.sort_unstable();
    held.dedup();
    held
}

/// The type whose schema a place is in, the innermost one.
fn around(place: &str, places: &BTreeMap<&str, usize>) -> Option<usize> {
    let mut place = place;
    loop {
        if let Some(index) = places.get(place) {
            return Some(*index);
        }
        place = place.rsplit_once('/')?.0;
    }
}
