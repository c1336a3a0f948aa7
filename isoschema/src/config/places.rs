//! Settings by the schema that they are about.

use std::collections::HashMap;

use super::modules::is_module;
use super::paths::foreign_path;
use super::setting::Setting;
use super::settings::Config;
use crate::diagnostics::{Collector, Diagnostic, Kind};
use crate::load::document::{Document, Origin};
use crate::load::places::near;
use crate::load::uri;
use crate::names::name::Name;
use crate::names::nearest::nearest;
use crate::resolve::graph::{Graph, NodeId};

/// The settings that are about single schemas.
#[derive(Debug, Default)]
pub(crate) struct Places {
    /// Rust names.
    pub(crate) names: HashMap<NodeId, Name>,
    /// Open enums.
    pub(crate) open: HashMap<NodeId, Setting>,
    /// Types from elsewhere.
    pub(crate) replaced: HashMap<NodeId, String>,
}

impl Places {
    /// Finds the schemas that the settings are about; a setting for a place
    /// that does not exist is reported.
    pub(crate) fn find(config: &Config, graph: &Graph, problems: &mut Collector) -> Self {
        let mut places = Self::default();
        let finder = Finder { config, graph };
        for (place, setting) in &config.names {
            if setting.spans.is_none() && !Name::is_type(&setting.value) {
                let reason = format!("`{}` is not a name for a Rust type", setting.value);
                problems.push(finder.problem(setting, reason));
                continue;
            }
            match finder.node(place, setting) {
                Ok(id) => _ = places.names.insert(id, Name::of_camel(&setting.value)),
                Err(problem) => problems.push(*problem),
            }
        }
        for (place, setting) in &config.open_enums {
            match finder.node(place, setting) {
                Ok(id)
                    if graph
                        .json(id)
                        .is_some_and(|json| json.get("enum").is_some()) =>
                {
                    places.open.insert(id, setting.clone());
                }
                Ok(_) => {
                    let reason = format!("there is no `enum` at `{place}` to open");
                    problems.push(finder.problem(setting, reason));
                }
                Err(problem) => problems.push(*problem),
            }
        }
        for (document, setting) in &config.types.modules.of {
            if setting.spans.is_none() && !is_module(&setting.value) {
                let reason = format!("`{}` is not a name for a module", setting.value);
                problems.push(finder.problem(setting, reason));
            } else if let Err(problem) = finder.document(document, setting) {
                problems.push(*problem);
            }
        }
        places.replaced(config, &finder, problems);
        places
    }

    /// A problem with a setting.
    pub(crate) fn problem(config: &Config, setting: &Setting, reason: String) -> Diagnostic {
        match (&config.text, setting.spans) {
            (Some(text), Some((key, _))) => Diagnostic::at(Kind::Configuration, text, key, reason),
            _ => Diagnostic::of_file(Kind::Configuration, "the configuration in code", reason),
        }
    }

    fn replaced(&mut self, config: &Config, finder: &Finder<'_>, problems: &mut Collector) {
        let mut taken: HashMap<String, &str> = HashMap::new();
        for (place, setting) in &config.types.replaced {
            let path = match foreign_path(&setting.value) {
                Ok(path) => quote::quote! { #path }.to_string(),
                Err(reason) => {
                    problems.push(finder.problem(setting, reason));
                    continue;
                }
            };
            if let Some(other) = taken.insert(path, place) {
                let reason = format!("`{}` stands for `{other}` already", setting.value);
                let help = "one type stands for one schema: let the others refer to that by `$ref`, \
                            or wrap the type";
                problems.push(finder.problem(setting, reason).help(help));
                continue;
            }
            match finder.node(place, setting) {
                Ok(id) => _ = self.replaced.insert(id, setting.value.clone()),
                Err(problem) => problems.push(*problem),
            }
        }
    }
}

struct Finder<'a> {
    config: &'a Config,
    graph: &'a Graph,
}

impl Finder<'_> {
    fn problem(&self, setting: &Setting, reason: String) -> Diagnostic {
        Places::problem(self.config, setting, reason)
    }

    /// The document of this name.
    fn document(&self, name: &str, setting: &Setting) -> Result<usize, Box<Diagnostic>> {
        let documents = &self.graph.documents;
        let ours = |document: &Document| document.origin == Origin::Schemas;
        let index = documents.iter().position(|d| ours(d) && d.name == name);
        let Some(index) = index else {
            let reason = format!("there is no schema `{name}`");
            let mut problem = self.problem(setting, reason);
            let names = documents
                .iter()
                .filter(|d| ours(d))
                .map(|d| d.name.as_str());
            let mut files = documents.iter().filter(|d| ours(d));
            let file = files.find(|d| without_here(&d.path) == without_here(name));
            problem.help = match file {
                Some(file) => Some(format!(
                    "a file's name stands here without its ending: `{}`",
                    file.name
                )),
                None => nearest(name, names).map(|near| format!("did you mean `{near}`?")),
            };
            return Err(Box::new(problem));
        };
        Ok(index)
    }

    fn node(&self, place: &str, setting: &Setting) -> Result<NodeId, Box<Diagnostic>> {
        let (name, pointer) = place.split_once('#').unwrap_or((place, ""));
        let index = self.document(name, setting)?;
        let json = &self.graph.documents.get(index).json;
        let pointer = uri::decode(pointer);
        if json.pointer(&pointer).is_none() {
            let reason = format!("`{name}` has nothing at `{pointer}`");
            let mut problem = self.problem(setting, reason);
            problem.help = near(json, &pointer);
            return Err(Box::new(problem));
        }
        self.graph.at(index, &pointer).ok_or_else(|| {
            let reason = format!("what stands at `{pointer}` in `{name}` is not a schema");
            Box::new(self.problem(setting, reason))
        })
    }
}

/// A path without the folder that it begins in.
fn without_here(path: &str) -> &str {
    path.strip_prefix("./").unwrap_or(path)
}
