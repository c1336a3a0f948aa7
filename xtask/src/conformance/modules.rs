//! Groups → generated modules.

use std::collections::HashMap;

use isoschema::config::{Config, Numbers, Support};
use isoschema::{Generator, Report, SchemarsFeature};

use super::suite::{Group, REMOTES};
use crate::cli::Also;
use crate::programs::parallel;

/// What the generator gave for a group.
pub(crate) enum Made {
    /// Nothing, for this reason.
    Refused(String),
    /// A module.
    Module {
        /// Which.
        index: usize,
        /// What its report says.
        report: Box<Report>,
    },
}

/// A generated module; groups that give the same text, and have no other
/// program, share one.
pub(crate) struct Module {
    /// The name of its file.
    pub(crate) name: String,
    pub(crate) text: String,
    /// The program that is compiled with it, where there is one.
    pub(crate) program: Option<String>,
    /// Whether it is compiled with numbers that keep every digit.
    pub(crate) digits: bool,
    /// Whether the root's type has a borrowing form.
    pub(crate) borrowed: bool,
    /// What the compiler says against it.
    pub(crate) fault: Option<String>,
    /// The compiler's warnings.
    pub(crate) warnings: Vec<String>,
}

/// All modules, and which group has which.
pub(crate) struct Modules {
    pub(crate) made: Vec<Made>,
    pub(crate) modules: Vec<Module>,
}

/// Generates a module for each group.
pub(crate) fn generate(groups: &[Group], also: Also) -> Modules {
    let results = parallel::each("generating", groups, |group| one(group, also));
    let mut all = Modules {
        made: Vec::new(),
        modules: Vec::new(),
    };
    let mut known: HashMap<(String, bool, Option<&str>), usize> = HashMap::new();
    for (group, result) in groups.iter().zip(results) {
        all.made.push(match result {
            Err(reason) => Made::Refused(reason),
            Ok(generated) => {
                let digits = group.needs_digits();
                let modules = &mut all.modules;
                let index = *known
                    .entry((generated.text.clone(), digits, group.program.as_deref()))
                    .or_insert_with(|| {
                        modules.push(Module {
                            name: format!("m{:04}", modules.len()),
                            text: generated.text,
                            program: group.program.clone(),
                            digits,
                            borrowed: generated.report.roots.iter().all(|root| root.borrowed),
                            fault: None,
                            warnings: Vec::new(),
                        });
                        modules.len() - 1
                    });
                Made::Module {
                    index,
                    report: Box::new(generated.report),
                }
            }
        });
    }
    all
}

/// What is generated of a group, or why nothing is.
type Generated = Result<isoschema::Generated, String>;

/// The file that a module is recorded in.
pub(crate) const MODULE: &str = "expected.rs";

/// The name of a group's schema.
pub(crate) const SCHEMA: &str = "schema.json";

/// The configuration that a group asks for.
pub(crate) fn settings(group: &Group) -> Result<Config, String> {
    let file = group.own.as_ref().map(|own| own.join("isoschema.toml"));
    if let Some(file) = file.filter(|file| file.is_file()) {
        return Config::read(&file).map_err(|problems| problems.render());
    }
    let mut config = Config::new();
    if group.asserts_formats() {
        config = config.assert_formats();
    }
    if group.asserts_content() {
        config = config.assert_content();
    }
    if group.needs_digits() {
        config = config.exact_integers().numbers(Numbers::Exact);
    }
    Ok(config)
}

pub(crate) fn one(group: &Group, also: Also) -> Generated {
    let mut generator = Generator::new()
        .text(SCHEMA, group.schema.as_str())
        .root_name("Root")
        .configure(settings(group)?)
        .default_draft(group.draft)
        .support(Support::Module("crate::support".to_owned()));
    if also.derived {
        generator = generator.schemars(SchemarsFeature::Named("schemars".to_owned()));
    }
    if also.borrowed {
        generator = generator.borrowed();
    }
    if group.remotes.is_dir() {
        generator = generator.remote_base(REMOTES, &group.remotes);
    }
    generator.generate().map_err(|problems| problems.render())
}
