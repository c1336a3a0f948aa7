//! What a crate with types and their proof is made of.

use std::path::PathBuf;

use crate::config::package::Package;
use crate::config::settings::Formats;

/// What a stand-alone crate is made of.
#[derive(Debug, Clone, Copy)]
pub struct CrateParts<'a> {
    /// The package's name.
    pub name: &'a str,
    /// The generated module, whole.
    pub module: &'a str,
    /// Its files: first the module's own, [`TYPES`] or, where it is the
    /// crate's outermost one, [`FRONT`].
    pub sources: &'a [(PathBuf, String)],
    /// The schema files.
    pub schemas: &'a [SchemaFile],
    /// The types that stand for whole documents.
    pub roots: &'a [RootType],
    /// The `format`s that the configuration makes assert.
    pub formats: &'a Formats,
    /// Whether it makes `contentEncoding` and `contentMediaType` assert.
    pub content: bool,
    /// The schemas (by their paths below `schemas/`) that the comparison may
    /// leave undecided, each with the reason.
    pub undecided: &'a [(String, String)],
    /// What the crate says of itself.
    pub package: &'a Package,
    /// The text of `CHANGELOG.md`.
    pub changelog: &'a str,
}

/// A schema file that goes into the crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaFile {
    /// Its path below `schemas/`, `/`-separated.
    pub path: String,
    /// Its text, with the configuration's corrections in it: the proof takes
    /// it for what the types must equal.
    pub text: String,
}

/// A type that stands for a whole document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RootType {
    /// The schema's path below `schemas/`, as in [`SchemaFile::path`].
    pub schema: String,
    /// The type's Rust name.
    pub rust: String,
    /// Whether an option weakens a promise for it: then it has no proof.
    pub weakened: bool,
    /// Whether it has a borrowing form.
    pub borrowed: bool,
    /// Whether the schema says anything of a whole document, beside what it
    /// defines.
    pub speaks: bool,
}

/// The path of the crate's outermost module.
pub(super) const FRONT: &str = "src/lib.rs";

/// The path of a module that holds all types.
pub(super) const TYPES: &str = "src/types.rs";
