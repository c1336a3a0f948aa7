//! A generator → a whole crate on disk.

use std::path::Path;

use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::generator::{Generated, Generator, SchemarsFeature};
use crate::load::Origin;
use crate::write::write_tree;

use super::krate::{CrateParts, RootType, SchemaFile, crate_files};
use super::schema::schema_text;

/// Writes a stand-alone crate: manifest, sources, schemas, documentation and
/// the tests that prove it.
///
/// ```no_run
/// isoschema::emit::Crate::new("vendor-schemas")
///     .generator(isoschema::Generator::new().schemas("schemas"))
///     .write("vendor-schemas".as_ref())
///     .unwrap_or_else(|problems| panic!("{}", problems.render()));
/// ```
#[derive(Debug, Clone)]
pub struct Crate {
    name: String,
    generator: Generator,
}

impl Crate {
    /// A crate of this name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            generator: Generator::new(),
        }
    }

    /// What generates its types.
    #[must_use]
    pub fn generator(mut self, generator: Generator) -> Self {
        self.generator = generator;
        self
    }

    /// Writes the crate into a folder, and gives what was generated.
    ///
    /// # Errors
    ///
    /// As [`Generator::generate`]; and a name that cargo refuses, or a folder
    /// that cannot be written or holds something else.
    pub fn write(&self, folder: &Path) -> Result<Generated, Diagnostics> {
        let generator = self
            .generator
            .clone()
            .schemars(SchemarsFeature::Named("schemars".to_owned()));
        let generated = generator.generate()?;
        let schemas: Vec<SchemaFile> = generated
            .documents
            .iter()
            .filter(|document| document.origin == Origin::Schemas)
            .map(|document| SchemaFile {
                path: document.path.to_string(),
                text: schema_text(document, &generated.config),
            })
            .collect();
        let roots: Vec<RootType> = generated
            .report
            .roots
            .iter()
            .map(|root| RootType {
                schema: format!("{}.json", root.schema),
                rust: root.rust.clone(),
            })
            .collect();
        let undecided: Vec<(String, String)> = generated
            .report
            .undecided
            .iter()
            .map(|entry| (entry.schema.clone(), entry.reason.clone()))
            .collect();
        let files = crate_files(&CrateParts {
            name: &self.name,
            module: &generated.text,
            schemas: &schemas,
            roots: &roots,
            formats: generated.config.formats() == &crate::config::Formats::All,
            undecided: &undecided,
        })
        .map_err(|error| {
            Diagnostic::of_file(Kind::Name, "Cargo.toml", error.to_string())
                .help("give the crate another name")
        })?;
        write_tree(folder, &files).map_err(|error| {
            Diagnostic::of_file(Kind::File, folder.display().to_string(), error.to_string())
                .help("give an empty folder, or one that an earlier run wrote")
        })?;
        Ok(generated)
    }
}
