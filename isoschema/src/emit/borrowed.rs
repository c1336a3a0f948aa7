//! The borrowing forms → a module `borrowed` in each module of owned forms;
//! the outermost one has them all.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Write as _;

use crate::config::kinds::Visibility;
use crate::diagnostics::Collector;
use crate::enforce::{EnforceError, Items};
use crate::plan::model::{Model, Type};

use super::head::head;
use super::import::import;
use super::items::{items, no_items, reported, texts};
use super::layout::Distribution;
use super::lifetimes;
use super::names::Names;
use super::print::prelude::Prelude;
use super::tree::{Module, keyword};
use super::uses::used;

/// What the modules say of themselves.
const ABOUT: &str = "\
The types that hold texts, in a second form that borrows them from the
document. `into_owned` leads to the first form, `From` to either. Types
without texts have one form.";

/// The forms of one module.
#[derive(Default)]
struct Forms {
    body: String,
    machinery: String,
    types: Vec<usize>,
    /// The names that others see.
    defined: BTreeSet<String>,
    /// Which of the modules `checks` and `support` the items use.
    shared: BTreeSet<String>,
    /// Every word of the items.
    words: HashSet<String>,
    /// The paths that are imported.
    imported: BTreeSet<String>,
}

/// The borrowing forms as they come, by the modules of the owned ones.
pub(super) struct Borrowed {
    prelude: Prelude,
    homes: BTreeMap<usize, Forms>,
}

impl Borrowed {
    /// No forms so far.
    pub(super) fn new(prelude: Prelude) -> Self {
        Self {
            prelude: prelude.importing(),
            homes: BTreeMap::new(),
        }
    }

    /// Adds the form of a type whose owned one is in the module `home`.
    pub(super) fn add(
        &mut self,
        index: usize,
        home: usize,
        ty: &Type,
        made: Result<Items, EnforceError>,
        problems: &mut Collector,
    ) {
        let Some(items) = items(made, ty, problems) else {
            return;
        };
        let names = Names::of(&items);
        let completed = lifetimes::completed(items).map_err(no_items);
        let completed = reported(completed, ty, problems);
        let texts = completed.and_then(|items| texts(items, ty, &mut self.prelude, problems));
        let Some(texts) = texts else {
            return;
        };
        let forms = self.homes.entry(home).or_default();
        forms.body.push_str(&texts.definition);
        forms.machinery.push_str(&texts.machinery);
        forms.types.push(index);
        forms.defined.extend(names.defined);
        forms.shared.extend(names.shared);
        forms.words.extend(names.words);
        forms.imported.extend(self.prelude.imported());
    }

    /// Adds the forms to the modules of the owned ones.
    pub(super) fn attach(
        self,
        model: &Model,
        visibility: Visibility,
        types: &mut Distribution<'_>,
    ) {
        let mut homes = self.homes;
        if homes.is_empty() {
            return;
        }
        // The outermost module shows the forms of all others.
        homes.entry(0).or_default();
        for (&home, forms) in &homes {
            let mut body = forms.imports();
            let elsewhere = forms.elsewhere(home, &homes, model, types);
            // The outermost one has those of others by the lines that show them.
            if !elsewhere.is_empty() && home > 0 {
                let outermost = vec!["super"; types.path(home).len() + 1].join("::");
                import("", &format!("{outermost}::borrowed"), &elsewhere, &mut body);
            }
            body.push_str(&forms.body);
            body.push_str(&forms.machinery);
            if home == 0 {
                for (&other, forms) in homes.range(1..) {
                    body.push_str(match visibility {
                        Visibility::Public => "\n",
                        Visibility::Crate => "\n#[allow(unused_imports)]\n",
                    });
                    let path = format!("super::{}::borrowed", types.path(other).join("::"));
                    let names = forms.defined.iter().map(String::as_str).collect();
                    import(keyword(visibility), &path, &names, &mut body);
                }
            }
            let mut allowed = vec!["deprecated"];
            if visibility == Visibility::Crate {
                allowed.insert(0, "dead_code");
            }
            let module = Module {
                name: "borrowed".to_owned(),
                doc: ABOUT.to_owned(),
                allowed,
                visibility: keyword(visibility),
                head: head([]),
                body,
                ..Module::default()
            };
            types.attach(home, module);
        }
    }
}

impl Forms {
    /// What they use of crates and of the module around them.
    fn imports(&self) -> String {
        let mut out = String::new();
        for path in &self.imported {
            let _ = writeln!(out, "use ::{path};\n");
        }
        if !self.shared.is_empty() {
            let shared = self.shared.iter().map(String::as_str).collect();
            import("", "super", &shared, &mut out);
        }
        out
    }

    /// What they use of the forms of other modules.
    fn elsewhere<'h>(
        &self,
        home: usize,
        homes: &'h BTreeMap<usize, Forms>,
        model: &Model,
        types: &Distribution<'_>,
    ) -> BTreeSet<&'h str> {
        let used = used(model, &self.types).into_iter();
        let others: BTreeSet<usize> = used.map(|used| types.home(used)).collect();
        let others = others.into_iter().filter(|other| *other != home);
        others
            .filter_map(|other| homes.get(&other))
            .flat_map(|forms| &forms.defined)
            .map(String::as_str)
            .filter(|name| self.words.contains(*name))
            .collect()
    }
}
