//! The keys of `isoschema.toml`, by the tables that they stand in.

use crate::lint::level::NAMES;

/// The tables.
pub(super) const TABLES: [&str; 9] = [
    "names",
    "open-enums",
    "formats",
    "overlays",
    "upstream",
    "generate",
    "types",
    "emit",
    "lints",
];

/// Those of `[generate]`.
pub(super) const GENERATE: [&str; 8] = [
    "default-draft",
    "discriminators",
    "imply-type",
    "integers",
    "nullable",
    "numbers",
    "repeated-members",
    "views",
];

/// Those of `[types]`.
pub(super) const TYPES: [&str; 12] = [
    "builders",
    "borrowed",
    "visibility",
    "derives",
    "attributes",
    "non-exhaustive",
    "maps",
    "layout",
    "modules",
    "dates",
    "replace",
    "support",
];

/// Those of `[emit]`.
pub(super) const EMIT: [&str; 11] = [
    "name",
    "version",
    "description",
    "license",
    "copyright",
    "authors",
    "repository",
    "homepage",
    "keywords",
    "categories",
    "dependencies",
];

/// Those of `[upstream]`.
pub(super) const UPSTREAM: [&str; 3] = ["base", "openapi", "roots"];

/// Those of `[formats]` beside the names of formats.
pub(super) const FORMATS: [&str; 2] = ["assert", "content"];

/// The table that a key stands in, which was found in the one of these keys.
pub(super) fn table_of(key: &str, own: &[&str]) -> Option<&'static str> {
    let all: [(&str, &[&str]); 6] = [
        ("generate", &GENERATE),
        ("types", &TYPES),
        ("emit", &EMIT),
        ("upstream", &UPSTREAM),
        ("formats", &FORMATS),
        ("lints", &NAMES),
    ];
    let spelled = key.replace('_', "-");
    let mut found = all
        .into_iter()
        .filter(|(_, keys)| keys.contains(&spelled.as_str()) && !own.contains(&spelled.as_str()));
    found.next().map(|(table, _)| table)
}
