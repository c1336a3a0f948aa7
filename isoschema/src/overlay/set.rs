//! All corrections of a run, and their application to documents.

use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::correction::Correction;
use super::elsewhere::{self, Elsewhere};
use super::merge::merge;
use super::overlaid::{Change, Overlay};
use super::patch::Step;
use super::place::Failed;
use super::{discriminator, extensions, implied, nullable, widths};
use crate::config::kinds::{Discriminators, Nullable};
use crate::diagnostics::{Collector, Diagnostic, Kind};
use crate::load::document::{Document, Documents, Origin};
use crate::load::json::{Json, is_below};
use crate::names::nearest::nearest;

/// All corrections of a run.
#[derive(Debug, Default)]
pub(crate) struct Overlays {
    list: Vec<Overlay>,
    by_schema: HashMap<String, Vec<usize>>,
    met: Vec<bool>,
    discriminators: Discriminators,
    implies_types: bool,
    nullable: Nullable,
    /// The documents that were read.
    loaded: HashSet<String>,
    /// What they say of others, which are still to be read.
    waiting: Vec<Elsewhere>,
}

impl Overlays {
    /// Takes more corrections.
    pub(crate) fn extend(&mut self, overlays: impl IntoIterator<Item = Overlay>) {
        for overlay in overlays {
            let index = self.list.len();
            let own = self.by_schema.entry(overlay.schema.clone());
            own.or_default().push(index);
            self.list.push(overlay);
            self.met.push(false);
        }
    }

    /// Reads `overlays/*.json` of a schemas folder, in the order of the names.
    /// Gives the files and the folder that were read.
    pub(crate) fn read_folder(&mut self, schemas: &Path, problems: &mut Collector) -> Vec<PathBuf> {
        let folder = schemas.join("overlays");
        let listed = match std::fs::read_dir(&folder) {
            Ok(entries) => entries.collect::<Result<Vec<_>, _>>(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Vec::new(),
            Err(error) => Err(error),
        };
        let mut files: Vec<PathBuf> = match listed {
            Ok(entries) => entries.into_iter().map(|entry| entry.path()).collect(),
            Err(error) => {
                let shown = folder.display().to_string();
                let reason = format!("this folder cannot be read: {error}");
                problems.push(Diagnostic::of_file(Kind::File, shown, reason));
                return Vec::new();
            }
        };
        files.retain(|path| {
            let hidden = path
                .file_name()
                .is_some_and(|name| name.to_string_lossy().starts_with('.'));
            let json = path
                .extension()
                .is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
            json && !hidden
        });
        files.sort();
        for path in &files {
            match Overlay::read(path) {
                Ok(overlays) => self.extend(overlays),
                Err(wrong) => problems.extend(wrong),
            }
        }
        files.push(folder);
        files
    }

    /// Reads discriminators so.
    pub(crate) fn discriminators(mut self, discriminators: Discriminators) -> Self {
        self.discriminators = discriminators;
        self
    }

    /// Whether keywords of one kind imply their type.
    pub(crate) fn implying_types(mut self, implies: bool) -> Self {
        self.implies_types = implies;
        self
    }

    /// What `nullable` is read as.
    pub(crate) fn nullable(mut self, nullable: Nullable) -> Self {
        self.nullable = nullable;
        self
    }

    /// Applies every correction of a document.
    pub(crate) fn apply(&mut self, document: &mut Document, problems: &mut Collector) {
        if document.origin == Origin::BuiltIn {
            return;
        }
        self.apply_own(document, problems);
        extensions::correct(document);
        if self.nullable == Nullable::Meant {
            nullable::correct(document);
        }
        if self.implies_types {
            implied::correct(document);
        }
        if self.discriminators == Discriminators::Constant {
            discriminator::correct(document, &self.loaded, &mut self.waiting);
            elsewhere::correct(document, &mut self.waiting);
        }
        widths::correct(document);
        self.loaded.insert(document.uri.clone());
    }

    /// Applies the corrections that somebody wrote for it.
    fn apply_own(&mut self, document: &mut Document, problems: &mut Collector) {
        let Some(own) = self.by_schema.get(&document.name) else {
            return;
        };
        for index in own {
            let (Some(overlay), Some(met)) = (self.list.get(*index), self.met.get_mut(*index))
            else {
                continue;
            };
            *met = true;
            let applied = match &overlay.change {
                Change::Merge(patch) => Ok(merge(&mut document.json, patch)),
                Change::Patch(steps) => patched(&mut document.json, steps),
            };
            match applied {
                Ok(pointers) if pointers.is_empty() => problems.push(overlay.changes_nothing()),
                Ok(pointers) => document.corrections.push(Correction {
                    overlay: Arc::clone(overlay.text.name()),
                    reason: overlay.reason.clone(),
                    pointers,
                    is_told: true,
                }),
                Err((step, failed)) => problems.push(overlay.failed(step, failed)),
            }
        }
    }

    /// Reports the corrections of schemas that are not there.
    pub(crate) fn report_unmet(&self, documents: &Documents, problems: &mut Collector) {
        for (overlay, met) in self.list.iter().zip(&self.met) {
            if *met {
                continue;
            }
            let schema = &overlay.schema;
            let reason = format!("there is no schema `{schema}` to correct");
            let mut problem = Diagnostic::at(Kind::Overlay, &overlay.text, overlay.named, reason)
                .pointer(format!("{}/schema", overlay.pointer));
            let names = documents.iter().map(|document| document.name.as_str());
            problem.help = Some(match nearest(schema, names) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "a schema is named by its file without `.json`; remove the correction if the \
                     schema is gone (it was made because: {})",
                    overlay.reason
                ),
            });
            problems.push(problem);
        }
    }
}

impl Overlay {
    fn changes_nothing(&self) -> Diagnostic {
        let reason = format!(
            "this correction of `{}` no longer changes anything (it was made because: {})",
            self.schema, self.reason
        );
        Diagnostic::at(Kind::Overlay, &self.text, self.span, reason)
            .pointer(self.pointer.as_str())
            .help("the schema says so by itself now: remove the correction")
    }

    fn failed(&self, step: &Step, failed: Failed) -> Diagnostic {
        let reason = format!("cannot correct `{}`: {}", self.schema, failed.reason);
        let help = failed.help.unwrap_or_else(|| {
            format!(
                "see whether the vendor has changed the schema, then adapt the correction or \
                 remove it (it was made because: {})",
                self.reason
            )
        });
        Diagnostic::at(Kind::Overlay, &self.text, step.span, reason)
            .pointer(step.pointer.as_str())
            .help(help)
    }
}

/// Goes through the steps. Gives the pointers of what was changed, none if
/// the steps together change nothing.
fn patched<'a>(root: &mut Json, steps: &'a [Step]) -> Result<Vec<String>, (&'a Step, Failed)> {
    let mut pointers: Vec<&str> = steps.iter().flat_map(Step::changes).collect();
    pointers.sort_unstable();
    pointers.dedup();
    // Everything that can change lies under the container that they share.
    let around = shared(&pointers);
    let before = root.pointer(around).cloned();
    for step in steps {
        step.apply(root).map_err(|failed| (step, failed))?;
    }
    let after = root.pointer(around);
    let same = match (&before, after) {
        (Some(before), Some(after)) => before.same_value(after),
        (before, after) => before.is_none() && after.is_none(),
    };
    if same {
        return Ok(Vec::new());
    }
    Ok(pointers.into_iter().map(str::to_owned).collect())
}

/// The innermost container of all of these pointers.
fn shared<'a>(pointers: &[&'a str]) -> &'a str {
    let parent = |pointer: &'a str| pointer.rsplit_once('/').map_or("", |(parent, _)| parent);
    let mut around = pointers.first().map_or("", |first| parent(first));
    for pointer in pointers {
        while !(around.is_empty() || is_below(pointer, around)) {
            around = parent(around);
        }
    }
    around
}
