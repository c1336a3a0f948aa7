//! What a schema object says without asserting it.

use indexmap::IndexMap;

use crate::load::json::Json;

use super::location::Location;

/// What is said of one value of an `enum`.
#[derive(Debug, Clone, Default)]
pub struct Code {
    /// The name of its variant.
    pub name: Option<String>,
    /// What documents it.
    pub text: Option<String>,
}

/// What a schema object says without asserting it.
#[derive(Debug, Clone, Default)]
pub struct Notes {
    /// `title`.
    pub title: Option<String>,
    /// `description`.
    pub description: Option<String>,
    /// `default`.
    pub default: Option<Json>,
    /// `example` and `examples`.
    pub examples: Vec<Json>,
    /// `deprecated: true`.
    pub deprecated: bool,
    /// `readOnly: true`.
    pub read_only: bool,
    /// `writeOnly: true`.
    pub write_only: bool,
    /// `format`, asserted or not.
    pub format: Option<String>,
    /// Why the schema was corrected, for each correction that touches it.
    pub corrections: Vec<String>,
    /// The other places that state the same.
    pub places: Vec<Location>,
    /// What each of the places says of itself, where they say different things.
    pub told_apart: Vec<(Location, String)>,
    /// What is said of each value of an `enum`, by the value's canonical text.
    pub codes: IndexMap<String, Code>,
}

impl Notes {
    /// What it says of itself, for people: the description, or else the title.
    #[must_use]
    pub fn words(&self) -> Option<&str> {
        self.description.as_deref().or(self.title.as_deref())
    }
}
