//! Items → a module, one type at a time.
//!
//! The module names what it needs in its first lines. It can be a file of its own or be brought in by `include!`, so
//! it has no inner attributes.

use std::collections::{BTreeMap, BTreeSet};

use crate::config::kinds::{Dates, Layout, Modules, Support, Visibility};
use crate::diagnostics::{Collector, Diagnostics};
use crate::enforce::{EnforceError, Features, Items, Predicates};
use crate::formats::ready::{self, Needed};
use crate::plan::model::{Model, Shape};
use crate::rules::rule::Rules;

use super::borrowed::Borrowed;
use super::head::head;
use super::import::import;
use super::items::{items, texts};
use super::layout::Distribution;
use super::operations;
use super::print::{self, prelude::Prelude};
use super::runtime;
use super::tree::{Module, keyword};

/// What a module is made of beside its types.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    /// The schemas that the module was generated from.
    pub(crate) inputs: Vec<String>,
    /// Where the types have what all types share.
    pub(crate) support: Support,
    /// Which modules the types are in.
    pub(crate) layout: Layout,
    /// The modules of single documents.
    pub(crate) modules: Modules,
    /// The crates that the configuration names.
    pub(crate) crates: BTreeSet<String>,
}

/// Writes the module that holds a model, from the items of its types as they are made:
/// all of them at once would need several times the memory.
pub(crate) struct Emitter<'m> {
    frame: &'m Frame,
    model: &'m Model,
    features: &'m Features,
    types: Distribution<'m>,
    prelude: Prelude,
    borrowed: Borrowed,
    problems: Collector,
}

impl<'m> Emitter<'m> {
    /// A module without types.
    pub(crate) fn new(frame: &'m Frame, model: &'m Model, features: &'m Features) -> Self {
        let visibility = features.visibility;
        let crates = &frame.crates;
        Self {
            frame,
            model,
            features,
            types: Distribution::new(model, frame.layout, &frame.modules, visibility, crates),
            prelude: prelude(model, visibility),
            borrowed: Borrowed::new(prelude(model, visibility)),
            problems: Collector::default(),
        }
    }

    /// Adds the items of a type.
    pub(crate) fn owned(&mut self, index: usize, made: Result<Items, EnforceError>) {
        let ty = &self.model.types[index];
        let Some(items) = items(made, ty, &mut self.problems) else {
            return;
        };
        self.types.names(index, &items);
        if let Some(texts) = texts(items, ty, &mut self.prelude, &mut self.problems) {
            self.types.add(index, &texts);
        }
    }

    /// Adds the items of a type's borrowing form.
    pub(crate) fn borrowing(&mut self, index: usize, made: Result<Items, EnforceError>) {
        let ty = &self.model.types[index];
        let home = self.types.home(index);
        self.borrowed.add(index, home, ty, made, &mut self.problems);
    }

    /// The module, with the predicates that its types call.
    ///
    /// # Errors
    ///
    /// What no code can be given for; each with its schema location.
    pub(crate) fn finish(mut self, checks: Predicates) -> Result<Module, Diagnostics> {
        let visibility = self.features.visibility;
        self.borrowed
            .attach(self.model, visibility, &mut self.types);
        let module = finished(self.types, checks, self.frame, self.model, self.features);
        self.problems.finish(module)
    }
}

/// What shortens paths in a module that has a model's types.
fn prelude(model: &Model, visibility: Visibility) -> Prelude {
    let names = model.types.iter().map(|ty| ty.name.as_str());
    Prelude::without(names, visibility)
}

/// The types, with what stands around them.
fn finished(
    types: Distribution<'_>,
    checks: Predicates,
    frame: &Frame,
    model: &Model,
    features: &Features,
) -> Module {
    let mut module = types.finish();
    module.head = head(frame.inputs.iter().map(String::as_str));
    module
        .children
        .extend(operations::module(model, features.visibility));
    if !checks.items.is_empty() {
        let mut body = String::new();
        let mut imported = BTreeSet::new();
        // What a module of its own has is `pub` for the module around it.
        let mut prelude = prelude(model, Visibility::Public);
        for check in checks.items {
            let check = print::near(prelude.shortened(check), &mut imported);
            body.push_str(&print::machinery(check));
        }
        let mut imported = Vec::from_iter(imported);
        imported.sort_by_key(|name| name != "self");
        let imported = imported.join(", ");
        body.insert_str(0, &format!("use super::support::{{{imported}}};\n"));
        module.children.push(Module {
            name: "checks".to_owned(),
            doc: "The predicates of the schemas.".to_owned(),
            comment: "Editions before 2024 have no chains of `let`.".to_owned(),
            allowed: vec!["clippy::collapsible_if"],
            is_machinery: true,
            head: head([]),
            body,
            ..Module::default()
        });
    }
    let text = module.text();
    let shared = shared(&text, model);
    if !shared.is_empty() {
        // A private module need not use them.
        module.after.push_str("\n#[allow(unused_imports)]\n");
        let visibility = keyword(features.visibility);
        import(visibility, "self::support", &shared, &mut module.after);
    }
    let dates = dates(&model.rules, features);
    let crates = crates(model);
    if frame.support != Support::Crate {
        // What the macros of a module's own crate make says no more than a line of itself.
        module.allow("clippy::missing_errors_doc");
        for needed in &crates {
            module.body.insert_str(0, &named(needed));
        }
    }
    match &frame.support {
        Support::Module(path) => module.after.insert_str(0, &format!("\nuse {path};\n")),
        Support::Crate => {
            let wanted = runtime::Wanted {
                patterns: checks.has_patterns,
                formats: checks.has_formats,
                maps: model.maps,
                dates,
            };
            let mut import = runtime::import(&wanted, features.visibility);
            import.push_str(&runtime::import_types(crates.iter().map(|it| it.name)));
            module.body.insert_str(0, &import);
        }
        Support::Pasted => {
            let form = runtime::Form {
                schemars: features.schemars.as_deref(),
                dates,
                visibility: features.visibility,
                taken: Some(model.types.iter().map(|ty| ty.name.as_str()).collect()),
            };
            module.children.push(form.module(&text));
        }
    }
    module
}

/// What fields hold of what all generated types share: people name it as they name the types.
fn shared(text: &str, model: &Model) -> BTreeSet<&'static str> {
    const HELD: [&str; 11] = [
        "AdditionalProperties",
        "BigNumber",
        "Bytes",
        "Date",
        "DateTime",
        "Duration",
        "Integer",
        "Number",
        "OffsetDateTime",
        "Operation",
        "Parsed",
    ];
    let ends = |rest: &str| !rest.starts_with(|it: char| it.is_alphanumeric() || it == '_');
    let is_held = |name: &&str| {
        let mut uses = text.split("support::").skip(1);
        uses.any(|rest| rest.strip_prefix(*name).is_some_and(ends))
    };
    let is_free = |name: &&str| model.types.iter().all(|ty| ty.name.as_str() != *name);
    // The lists and maps of the types have its methods, too.
    let is_read = ["document", "record", "newtype", "codes"]
        .iter()
        .any(|made| text.contains(&format!("support::{made}!")));
    let json = is_read.then_some("Json");
    let held = HELD.into_iter().filter(is_held);
    held.chain(json).filter(is_free).collect()
}

/// The crates whose types texts of a format are read as, of those that are known.
fn crates(model: &Model) -> Vec<&'static Needed> {
    let mut found: BTreeMap<&str, &'static Needed> = BTreeMap::new();
    for ty in &model.types {
        if let Shape::Foreign(foreign) = &ty.shape
            && let Some(needed) = ready::crate_of(&foreign.path).filter(|_| foreign.of_format)
        {
            found.insert(needed.name, needed);
        }
    }
    found.into_values().collect()
}

/// The line that rustc shows where a crate is not there.
fn named(needed: &Needed) -> String {
    let Needed { name, entry } = needed;
    format!("\n#[allow(unused_imports)]\nuse ::{name} as _; // Cargo.toml: {name} = {entry}\n")
}

/// The library that texts are converted with, if any text means a date.
fn dates(rules: &Rules, features: &Features) -> Dates {
    if rules.rules.iter().any(|rule| rule.temporal.is_some()) {
        features.dates
    } else {
        Dates::String
    }
}
