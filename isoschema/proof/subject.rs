//! What is judged, and the schemas that it is judged by.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::OnceLock;

use serde_json::Value;

use super::asserted::{Asserted, Formats};
use super::bundle::{Index, bundle};

/// One generated type.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    /// The file stem of its schema.
    pub name: &'static str,
    /// The name of the Rust type.
    pub rust: &'static str,
    /// Reads a JSON text into the type and writes it back, or gives the
    /// reader's error.
    pub rewrite: fn(&str) -> Result<String, String>,
    /// The schema that schemars derives from the type.
    pub derived: fn() -> Value,
}

/// All source schemas of a run, by file stem.
#[derive(Debug, Clone, Default)]
pub struct Sources {
    documents: BTreeMap<String, Value>,
    asserted: Asserted,
    index: OnceLock<Index>,
}

impl Sources {
    /// No schemas yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a schema under its file stem, or a remote one under its URI.
    #[must_use]
    pub fn with(mut self, name: &str, schema: Value) -> Self {
        self.documents.insert(name.to_owned(), schema);
        self.index = OnceLock::new();
        self
    }

    /// Says that `format` asserts, as the configuration may ask for.
    #[must_use]
    pub fn asserting_formats(mut self) -> Self {
        self.asserted.formats = Formats::All;
        self
    }

    /// Says what asserts only where the configuration asks for it.
    #[must_use]
    pub fn asserting(mut self, asserted: Asserted) -> Self {
        self.asserted = asserted;
        self
    }

    /// Reads every `*.json` file of a folder; deeper files go by
    /// `folder/stem`.
    ///
    /// # Errors
    ///
    /// A file that cannot be read or is not JSON, with its path.
    pub fn from_folder(folder: &Path) -> Result<Self, String> {
        let mut sources = Self::new();
        sources.read_folder(folder, "")?;
        Ok(sources)
    }

    fn read_folder(&mut self, folder: &Path, prefix: &str) -> Result<(), String> {
        let entries =
            std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry
                .map_err(|error| format!("{}: {error}", folder.display()))?
                .path();
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            if path.is_dir() {
                self.read_folder(&path, &format!("{prefix}{stem}/"))?;
            } else if path
                .extension()
                .is_some_and(|extension| extension == "json")
            {
                let text = std::fs::read_to_string(&path)
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                let schema = serde_json::from_str(text.trim_start_matches('\u{feff}'))
                    .map_err(|error| format!("{}: {error}", path.display()))?;
                self.documents.insert(format!("{prefix}{stem}"), schema);
            }
        }
        Ok(())
    }

    /// The schemas by file stem.
    pub fn documents(&self) -> &BTreeMap<String, Value> {
        &self.documents
    }

    /// Whether a `format` asserts.
    pub fn formats(&self) -> bool {
        self.asserted.formats != Formats::None
    }

    /// One self-contained schema: every document that `name` leads to lies
    /// under `$defs`, by its stem, every reference is local, and what is an
    /// annotation is left out where a validator may take it for more.
    ///
    /// # Errors
    ///
    /// A reference that leads nowhere, or a construct whose meaning a bundle
    /// cannot keep (a dynamic reference with several anchors, mixed drafts).
    pub fn bundle(&self, name: &str) -> Result<Value, String> {
        let index = self.index.get_or_init(|| Index::new(&self.documents));
        bundle(&self.documents, index, name, self.asserted)
    }

    /// The validator of a bundle or of a derived schema.
    ///
    /// # Errors
    ///
    /// What the validator says about a schema that it cannot compile.
    pub fn validator(&self, schema: &Value) -> Result<jsonschema::Validator, String> {
        self.asserted.validator(schema)
    }
}
