//! A generator → a whole crate on disk.

use std::path::Path;
use std::sync::Arc;

use crate::config::kinds::{Layout, Visibility};
use crate::config::package::is_version;
use crate::config::settings::Config;
use crate::diagnostics::text::Span;
use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::generated::Generated;
use crate::generator::{Generator, SchemarsFeature};
use crate::write::tree::write_tree;

use super::changelog::changelog;
use super::krate::crate_files;
use super::parts::{CrateParts, FRONT, RootType, TYPES};
use super::schema::schema_files;
use super::tree::Link;

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
    name: Option<String>,
    generator: Generator,
}

impl Crate {
    /// A crate of this name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: Some(name.into()),
            generator: Generator::new(),
        }
    }

    /// A crate of the name that the configuration gives it, in `[emit]`.
    #[must_use]
    pub fn configured() -> Self {
        Self {
            name: None,
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
        let package = &generated.config.package;
        let Some(name) = self.name.as_ref().or(package.name.as_ref()) else {
            return Err(refused(
                &generated.config,
                None,
                "the crate has no name",
                NAME,
            ));
        };
        if !is_version(package.version()) {
            let reason = "the crate's version is not three numbers";
            return Err(refused(&generated.config, None, reason, NAME));
        }
        if generated.config.types.visibility == Visibility::Crate {
            let config = &generated.config;
            let reason = "a crate whose types are `pub(crate)` gives nobody anything";
            let help = "leave `visibility` out of [types], or make it \"pub\"; `pub(crate)` is for \
                        modules of a crate: `generate`, or a build script";
            let at = config.types.visibility_at;
            return Err(refused(config, at, reason, help));
        }
        let (schemas, paths) = schema_files(&generated);
        let path = |name: &str| {
            let known = paths.get(name).cloned();
            known.unwrap_or_else(|| format!("{name}.json"))
        };
        let roots: Vec<RootType> = generated
            .report
            .roots
            .iter()
            .map(|root| RootType {
                schema: path(&root.schema),
                rust: root.rust.clone(),
                weakened: root.weakened,
                borrowed: root.borrowed,
                speaks: root.speaks,
            })
            .collect();
        let undecided: Vec<(String, String)> = generated
            .report
            .undecided
            .iter()
            .map(|entry| (path(&entry.schema), entry.reason.clone()))
            .collect();
        // One file stays apart from the crate's front; several are its modules.
        let types = &generated.config.types;
        let root = match types.layout {
            Layout::File if types.modules.of.is_empty() => TYPES,
            _ => FRONT,
        };
        let files = crate_files(&CrateParts {
            name,
            module: &generated.text,
            sources: &generated.files(root, Link::Mod),
            schemas: &schemas,
            roots: &roots,
            formats: generated.config.formats(),
            content: generated.config.assert_content,
            undecided: &undecided,
            package,
            changelog: &changelog(folder, generator.limit(), &schemas, &generated.config),
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

const NAME: &str =
    "say so in `isoschema.toml`: [emit] with name = \"vendor-schemas\", version = \"0.1.0\"";

/// What the configuration says, or leaves out, and a crate cannot have.
fn refused(config: &Config, at: Option<Span>, reason: &str, help: &str) -> Diagnostics {
    let problem = match (&config.text, at) {
        (Some(text), Some(span)) => Diagnostic::at(Kind::Configuration, text, span, reason),
        (Some(text), None) => {
            Diagnostic::of_file(Kind::Configuration, Arc::clone(text.name()), reason)
        }
        (None, _) => Diagnostic::of_file(Kind::Configuration, "the configuration", reason),
    };
    problem.help(help).into()
}
