//! How much of two schemas is the same.

use std::collections::BTreeSet;

use serde_json::Value;

use super::places::{children, own};

/// Of a larger schema, only so many facts are looked at.
const MOST_FACTS: usize = 2_000;

/// What a schema says, each keyword by itself; annotations and its own
/// definitions left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Facts(BTreeSet<String>);

impl Facts {
    /// Those of a schema. With `formats`, `format` asserts.
    pub(super) fn of(schema: &Value, formats: bool) -> Self {
        let mut facts = BTreeSet::new();
        let mut open = vec![(String::new(), schema)];
        while let Some((place, schema)) = open.pop() {
            for (keyword, value) in own(schema, formats) {
                facts.extend(said(&place, &keyword, &value));
            }
            if facts.len() > MOST_FACTS {
                break;
            }
            let inner = children(schema).into_iter();
            let inner = inner.filter(|(suffix, _)| !is_definition(suffix));
            open.extend(inner.map(|(suffix, child)| (format!("{place}{suffix}"), child)));
        }
        Self(facts)
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    /// Each of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// How many of all facts both have, in percent.
    pub(super) fn likeness(&self, other: &Self) -> usize {
        let shared = self.0.intersection(&other.0).count();
        let all = self.0.len() + other.0.len() - shared;
        (100 * shared).checked_div(all).unwrap_or(100)
    }
}

/// Whether a place inside a schema is a named definition.
pub(super) fn is_definition(inside: &str) -> bool {
    ["/$defs/", "/definitions/"]
        .iter()
        .any(|it| inside.starts_with(it))
}

/// What a keyword says at a place: of names and codes, each by itself.
fn said(place: &str, keyword: &str, value: &Value) -> Vec<String> {
    let one = |value: &str| format!("{place} {keyword} {value}");
    match value {
        Value::Array(values) => values.iter().map(|value| one(&value.to_string())).collect(),
        Value::Object(members) => members.keys().map(|name| one(name)).collect(),
        // Where the same is, its file and its folder aside.
        Value::String(reference) if keyword.ends_with("ef") => {
            let name = reference.rsplit(['/', '#']).find(|part| !part.is_empty());
            let name = name.unwrap_or_default();
            vec![one(name.strip_suffix(".json").unwrap_or(name))]
        }
        other => vec![one(&other.to_string())],
    }
}
