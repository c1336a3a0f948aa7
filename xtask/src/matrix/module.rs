//! A set and a configuration → a generated module.

use std::path::PathBuf;

use isoschema::config::Config;
use isoschema::diagnostics::{Diagnostics, Kind};
use isoschema::emit::Link;
use isoschema::{Generator, SchemarsFeature};

use super::draw::Set;
use super::settings::{PROGRAMS, Settings};

/// A generated module.
pub(crate) struct Module {
    /// What its name is made of.
    pub(crate) number: usize,
    /// Which set it is of.
    pub(crate) set: usize,
    pub(crate) settings: Settings,
    /// Which of [`PROGRAMS`] it is in.
    pub(crate) program: usize,
    /// Its files below `src`.
    pub(crate) files: Vec<(PathBuf, String)>,
    pub(crate) roots: Vec<Root>,
    /// What the compiler says against it.
    pub(crate) faults: Vec<String>,
    /// Whether it compiles all the same.
    pub(crate) compiles: bool,
}

/// The type of a document.
pub(crate) struct Root {
    /// The document's name.
    pub(crate) schema: String,
    pub(crate) rust: String,
    pub(crate) borrowed: bool,
}

/// Why there is no module.
pub(crate) struct Refusal {
    /// Whether it is a finding whatever the schema.
    pub(crate) fault: bool,
    /// Whether the configuration is to blame.
    pub(crate) configuration: bool,
    pub(crate) shown: String,
}

/// What the engine says where it, or typify under it, stopped at a panic.
const FAULTS: [&str; 2] = ["fault of its own", "typify panicked"];

/// The name of the module with this number.
pub(crate) fn name(number: usize) -> String {
    format!("m{number:04}")
}

/// Generates the module of this number.
pub(crate) fn generate(
    schemas: &Set,
    set: usize,
    settings: &Settings,
    program: usize,
    number: usize,
) -> Result<Module, Refusal> {
    let common = &PROGRAMS[program];
    let mut generator = Generator::new();
    for (name, text) in schemas.texts() {
        generator = generator.text(name, text);
    }
    let config = Config::parse("isoschema.toml", &settings.toml(common))
        .map_err(|problems| refusal(&problems))?;
    generator = generator.configure(config);
    if common.schemars {
        generator = generator.schemars(SchemarsFeature::Named("schemars".to_owned()));
    }
    let generated = generator
        .generate()
        .map_err(|problems| refusal(&problems))?;
    let roots = generated.report.roots.iter();
    Ok(Module {
        number,
        set,
        settings: settings.clone(),
        program,
        files: generated.files(&format!("{}.rs", name(number)), Link::Mod),
        roots: roots
            .map(|root| Root {
                schema: root.schema.clone(),
                rust: root.rust.clone(),
                borrowed: root.borrowed,
            })
            .collect(),
        faults: Vec::new(),
        compiles: true,
    })
}

fn refusal(problems: &Diagnostics) -> Refusal {
    let shown = problems.render();
    Refusal {
        fault: FAULTS.iter().any(|fault| shown.contains(fault)),
        configuration: problems
            .iter()
            .all(|problem| problem.kind == Kind::Configuration),
        shown,
    }
}
