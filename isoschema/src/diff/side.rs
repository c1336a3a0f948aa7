//! A file, a folder or texts → one side of a comparison.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::config::settings::Config;
use crate::diagnostics::Diagnostics;
use crate::judge::Judge;
use crate::kit::Sources;
use crate::load::document::{Document, Documents, Origin};
use crate::load::json::{Json, escape, unescape};
use crate::load::parse::parse_text;
use crate::load::source::Source;
use crate::names::name::Name;
use crate::read;
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::rules::operation::Operation;
use crate::rules::rule::Rules;
use crate::stack::on_large_stack;
use crate::{front, plan};

use super::api::Api;
use super::prepared::sources;

/// One state of a folder of schemas, resolved.
#[derive(Debug)]
pub struct Side {
    label: String,
    /// Every document that was read, prepared for the comparison.
    pub(super) sources: Sources,
    /// Where each schema stands: its document's name and its pointer.
    pub(super) roots: BTreeMap<String, Spot>,
    /// The named definitions of all documents, and whether a root leads there.
    pub(super) definitions: BTreeMap<Spot, bool>,
    /// The Rust types, or why there are none.
    pub(super) api: Result<Api, Diagnostics>,
    /// What the schemas ask for, and the rule of each place.
    rules: Rules,
    places: HashMap<Spot, RuleId>,
    /// The name of each file's document.
    files: HashMap<String, String>,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Spot {
    /// The document's name.
    pub(crate) document: String,
    /// Its file, as people know it.
    pub(crate) file: String,
    /// The pointer inside it.
    pub(crate) pointer: String,
}

impl Spot {
    /// A place inside this one.
    pub(super) fn inside(&self, suffix: &str) -> Self {
        Self {
            document: self.document.clone(),
            file: self.file.clone(),
            pointer: format!("{}{suffix}", self.pointer),
        }
    }
}

impl std::fmt::Display for Spot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}#{}", self.file, self.pointer)
    }
}

impl Side {
    /// Reads a schema file, which may refer to the files beside it, or a
    /// folder of schemas with its `isoschema.toml`.
    ///
    /// # Errors
    ///
    /// What the engine says about schemas that it cannot read or resolve.
    pub fn open(path: impl AsRef<Path>) -> Result<Self, Diagnostics> {
        Self::open_up_to(path, read::LIMIT)
    }

    /// As [`Side::open`], with files of at most so many bytes.
    ///
    /// # Errors
    ///
    /// As for [`Side::open`].
    pub fn open_up_to(path: impl AsRef<Path>, max_size: u64) -> Result<Self, Diagnostics> {
        let (label, source, config) = lying(path.as_ref(), max_size)?;
        Self::of(label, &source, &config)
    }

    /// As [`Side::open_up_to`], for a state before another one: where each has
    /// one schema, under whatever name, these are two states of the same, and
    /// its type has the name of the other one.
    ///
    /// # Errors
    ///
    /// As for [`Side::open`].
    pub fn open_before(
        newer: &Self,
        path: impl AsRef<Path>,
        max_size: u64,
    ) -> Result<Self, Diagnostics> {
        let (label, source, config) = lying(path.as_ref(), max_size)?;
        Self::before(newer, label, &source, &config)
    }

    /// Schemas that are in memory, each with the name of its file.
    ///
    /// # Errors
    ///
    /// As for [`Side::open`].
    pub fn texts<N: Into<String>, T: Into<String>>(
        texts: impl IntoIterator<Item = (N, T)>,
    ) -> Result<Self, Diagnostics> {
        let texts = texts
            .into_iter()
            .map(|(name, text)| (name.into(), text.into()));
        let source = Source::texts(texts);
        Self::of("texts".to_owned(), &source, &Config::new())
    }

    /// Any source, under a configuration.
    ///
    /// # Errors
    ///
    /// As for [`Side::open`].
    pub fn of(label: String, source: &Source, config: &Config) -> Result<Self, Diagnostics> {
        Self::read(label, source, config, None)
    }

    /// As [`Side::of`] and [`Side::open_before`].
    ///
    /// # Errors
    ///
    /// As for [`Side::open`].
    pub fn before(
        newer: &Self,
        label: String,
        source: &Source,
        config: &Config,
    ) -> Result<Self, Diagnostics> {
        Self::read(label, source, config, newer.root_type().as_deref())
    }

    /// The type of the one schema.
    fn root_type(&self) -> Option<String> {
        let (_, spot) = self.only_root()?;
        let types = self.api.as_ref().ok()?.types.iter();
        let place = spot.to_string();
        let mut found = types.filter(|(_, ty)| ty.location == place);
        found.next().map(|(name, _)| name.clone())
    }

    /// The one schema, where there is one.
    pub(super) fn only_root(&self) -> Option<(&String, &Spot)> {
        let mut roots = self.roots.iter();
        roots.next().filter(|_| self.roots.len() == 1)
    }

    fn read(
        label: String,
        source: &Source,
        config: &Config,
        root_type: Option<&str>,
    ) -> Result<Self, Diagnostics> {
        on_large_stack(|| {
            let (documents, mut rules, _) = front::rules(source, config)?;
            let sources = sources(&documents, &rules, config);
            let roots = roots(&documents, &rules);
            let definitions = definitions(&documents, &rules);
            if let (Some(name), [root]) = (root_type, &rules.roots[..]) {
                let id = root.rule.0 as usize;
                if let Some(rule) = rules.rules.get_mut(id) {
                    rule.rust_name = Some(Name::of_camel(name));
                }
            }
            let places = places(&documents, &rules);
            let files = documents.iter();
            let files = files.map(|it| (it.path.to_string(), it.name.clone()));
            let files = files.collect();
            let api = plan::plan(rules.clone(), config).map(|model| Api::of(&model));
            Ok(Self {
                label,
                sources,
                roots,
                definitions,
                api,
                rules,
                places,
                files,
            })
        })
    }

    /// The operations of the documents that have some.
    pub(super) fn operations(&self) -> &[Operation<RuleId>] {
        &self.rules.operations
    }

    /// A location as a place that can be compared.
    pub(super) fn spot_of(&self, location: &Location) -> Option<Spot> {
        let file = location.document.to_string();
        Some(Spot {
            document: self.files.get(&file)?.clone(),
            file,
            pointer: location.pointer.clone(),
        })
    }

    /// The place of a pointer into a bundle.
    pub(super) fn spot_in_bundle(&self, pointer: &str) -> Option<Spot> {
        let inside = pointer.strip_prefix("/$defs/")?;
        let end = inside.find('/').unwrap_or(inside.len());
        let document = unescape(&inside[..end]);
        let (file, _) = self.files.iter().find(|(_, name)| **name == document)?;
        Some(Spot {
            document,
            file: file.clone(),
            pointer: inside[end..].to_owned(),
        })
    }

    /// Why a document does not fit the schema of a place: a place in the
    /// document, and words that follow the value there.
    pub(super) fn refused(&self, spot: &Spot, document: &str) -> Option<(String, String)> {
        let rule = *self.places.get(spot)?;
        let (json, _) = parse_text("witness", document).ok()?;
        let judged = Judge::new(&self.rules).judge_here(rule, &json);
        let fault = judged.faults.first()?.told().into_iter().next()?;
        let because = fault.because.map(|because| format!(", {because}"));
        let words = format!("{}{}", fault.wanted, because.unwrap_or_default());
        Some((fault.pointer, words))
    }

    /// The schema of a place, written `document#/pointer`, as it is compared.
    #[must_use]
    pub fn schema(&self, location: &str) -> Option<&serde_json::Value> {
        let (file, pointer) = location.split_once('#')?;
        let document = self.files.get(file)?;
        self.sources.documents().get(document)?.pointer(pointer)
    }

    /// What this side is called in texts.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    /// Gives the side another name in texts.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }
}

/// What lies at a path: its name, and how it is read.
fn lying(path: &Path, max_size: u64) -> Result<(String, Source, Config), Diagnostics> {
    let (source, config) = if path.is_file() {
        let folder = match path.parent() {
            Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
            _ => PathBuf::from("."),
        };
        (Source::file(path).schemas(folder), Config::new())
    } else {
        (Source::folder(path), Config::of_folder(path)?)
    };
    let label = path.display().to_string();
    Ok((label, source.max_size(max_size), config))
}

/// Where each schema stands, by its name.
pub(crate) fn roots(documents: &Documents, rules: &Rules) -> BTreeMap<String, Spot> {
    let mut roots = BTreeMap::new();
    for root in &rules.roots {
        let location = &rules.get(root.rule).location;
        let document = documents
            .by_path(&location.document)
            .filter(|document| document.origin == Origin::Schemas)
            .map(|document| spot(document, &location.pointer));
        if let Some(spot) = document {
            roots.insert(root.name.clone(), spot);
        }
    }
    roots
}

/// A place in a document.
fn spot(document: &Document, pointer: &str) -> Spot {
    Spot {
        document: document.name.clone(),
        file: document.path.to_string(),
        pointer: pointer.to_owned(),
    }
}

/// The rule of each place.
fn places(documents: &Documents, rules: &Rules) -> HashMap<Spot, RuleId> {
    let all = rules.all();
    let written = all.filter(|(_, rule)| !rule.made);
    written
        .filter_map(|(id, rule)| {
            let document = documents.by_path(&rule.location.document)?;
            Some((spot(document, &rule.location.pointer), id))
        })
        .collect()
}

/// The named definitions, and whether a root leads there.
fn definitions(documents: &Documents, rules: &Rules) -> BTreeMap<Spot, bool> {
    let mut reached: HashSet<RuleId> = HashSet::new();
    let mut open: Vec<RuleId> = rules.roots.iter().map(|root| root.rule).collect();
    while let Some(id) = open.pop() {
        if reached.insert(id) {
            open.extend(rules.get(id).inner().into_iter().map(|(_, inner)| inner));
        }
    }
    let reached: HashSet<&Location> = reached.iter().map(|id| &rules.get(*id).location).collect();
    let mut out = BTreeMap::new();
    let own = documents.iter().filter(|it| it.origin == Origin::Schemas);
    for document in own {
        for keyword in ["$defs", "definitions"] {
            let named = document.json.get(keyword).and_then(Json::as_object);
            for name in named.into_iter().flat_map(|named| named.keys()) {
                let pointer = format!("/{keyword}/{}", escape(name));
                let place = Location {
                    document: document.path.as_ref().into(),
                    pointer: pointer.clone(),
                };
                let spot = spot(document, &pointer);
                out.insert(spot, reached.contains(&place));
            }
        }
    }
    out
}
