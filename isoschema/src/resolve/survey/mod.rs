//! A document that is no schema itself → the schemas that stand in it, with
//! names, and its operations.
//!
//! One file for each format says where schemas stand. What a reference leads to
//! is read on the way, so that what is split off into other files is found there.

mod asks;
mod asyncapi;
mod drafted;
mod kubernetes;
mod lines;
mod media;
mod openapi;
mod place;
mod swagger;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::dialect::Dialect;
use super::graph::NodeId;
use super::index::Builder;
use crate::load::document::{Format, Origin};
use crate::load::json::{Json, unescape};
use crate::load::places;
use crate::names::name::Name;
use crate::names::scope::Scope;
use crate::rules::operation::{METHODS, Operation};
use place::Place;

/// So many references are followed from one to the next.
const FOLLOWED: usize = 32;

/// What stands beside a reference and leaves the value as it is.
const NOTES: [&str; 8] = [
    "$comment",
    "$ref",
    "deprecated",
    "description",
    "example",
    "examples",
    "summary",
    "title",
];

/// What is found in one document.
struct Survey<'b> {
    builder: &'b mut Builder,
    found: Vec<Found>,
    seen: HashSet<NodeId>,
    operations: Vec<Operation<NodeId>>,
    /// The places of what holds operations, so that none is gone through twice.
    entered: HashSet<(usize, String)>,
}

/// A schema, and what its type is called.
struct Found {
    node: NodeId,
    name: String,
    /// What stands behind the name where that is another one's.
    kind: &'static str,
}

impl Builder {
    /// Finds the schemas in the documents that types are generated for and that are none themselves.
    pub(super) fn survey(&mut self) {
        for index in self.described.clone() {
            let document = Arc::clone(self.loader.documents.get(index));
            if document.origin != Origin::Schemas {
                continue;
            }
            let whole = Place::whole(index, &document);
            let mut survey = Survey::new(self);
            match document.format {
                Format::OpenApi30 | Format::OpenApi31 => survey.openapi(&whole),
                Format::Swagger2 => survey.swagger(&whole),
                Format::AsyncApi => survey.asyncapi(&whole),
                Format::Kubernetes => survey.kubernetes(&whole),
                Format::Lines => survey.lines(&whole),
                Format::Schema => {}
            }
            let (found, operations) = (survey.found, survey.operations);
            self.follow();
            self.named(found, &operations);
        }
    }

    /// Finds the schemas of the operations alone that a pointer into an OpenAPI document leads to:
    /// of a path, or one of them. Gives whether there are such.
    pub(super) fn survey_at(&mut self, pattern: &str) -> bool {
        let Some(document) = self.loader.documents.iter().next() else {
            return false;
        };
        let is_api = matches!(document.format, Format::OpenApi30 | Format::OpenApi31);
        if !is_api || !pattern.starts_with("/paths/") {
            return false;
        }
        let places = places::matching(&document.json, pattern);
        let meant = places.iter().filter_map(|it| operations_at(&it.pointer));
        let meant: Vec<(String, Option<String>)> = meant.collect();
        if meant.is_empty() {
            return false;
        }
        let whole = Place::whole(0, self.loader.documents.get(0));
        let mut survey = Survey::new(self);
        for (path, method) in meant {
            let item = whole.step("paths").and_then(|it| it.step(&path));
            if let Some(item) = item {
                survey.at_path(item, &path, method.as_deref());
            }
        }
        let (found, operations) = (survey.found, survey.operations);
        self.follow();
        self.named(found, &operations);
        true
    }

    /// Makes a root of each schema that is found, unless it only refers to one.
    fn named(&mut self, found: Vec<Found>, operations: &[Operation<NodeId>]) {
        let mut roots: HashSet<NodeId> = HashSet::new();
        let mut names = Scope::default();
        // What only refers to a schema of its name is that schema.
        let mut same: HashMap<(NodeId, Name), NodeId> = HashMap::new();
        for (name, id) in &self.graph.roots {
            roots.insert(*id);
            let name = names.claim(&Name::of_type(name));
            same.insert((self.end(*id, &HashSet::new()), name), *id);
        }
        // Those that have a name by themselves keep it.
        let (known, other): (Vec<_>, Vec<_>) = found.into_iter().partition(|it| {
            let end = self.end(it.node, &roots);
            end != it.node && !roots.contains(&end) && self.own_name(end).is_some()
        });
        let mut ends: HashMap<NodeId, NodeId> = HashMap::new();
        for one in known.into_iter().chain(other) {
            let end = self.end(one.node, &roots);
            let own = self.own_name(end).filter(|_| end != one.node);
            let plain = Name::of_type(own.as_deref().unwrap_or(&one.name));
            let known = own.and_then(|_| same.get(&(end, plain.clone())));
            ends.insert(one.node, known.copied().unwrap_or(end));
            if known.is_some() || !roots.insert(end) {
                continue;
            }
            let name = if names.is_free(&plain) {
                plain
            } else {
                Name::of_type(&format!("{} {}", one.name, one.kind))
            };
            let name = names.claim(&name).to_string();
            let node = &mut self.graph.nodes[end.0 as usize];
            node.entry = Some(name.clone());
            self.graph.roots.push((name, end));
        }
        let end = |id: &NodeId| ends.get(id).copied().unwrap_or(*id);
        let settled = operations.iter().map(|it| it.map(end));
        self.graph.operations.extend(settled);
    }

    /// What a schema is called where it stands.
    fn own_name(&self, id: NodeId) -> Option<String> {
        let node = self.graph.node(id);
        let place = Place {
            held: Arc::clone(self.loader.documents.get(node.document)),
            document: node.document,
            pointer: node.pointer.clone(),
        };
        // Of a document's other schemas, what holds one says nothing of it.
        let is_named = node.entry.is_some() || place.held.is_schema();
        place.own_name().filter(|_| is_named)
    }

    /// The schema that one says by a bare reference: up to one that has a type already.
    fn end(&self, mut id: NodeId, roots: &HashSet<NodeId>) -> NodeId {
        for _ in 0..FOLLOWED {
            let node = self.graph.node(id);
            let document = self.loader.documents.get(node.document);
            let json = document.json.pointer(&node.pointer);
            let is_bare = json.is_some_and(|it| is_bare(it, node.dialect));
            match node.references.first().filter(|_| is_bare) {
                Some(reference) if !roots.contains(&id) => id = reference.target,
                _ => break,
            }
        }
        id
    }
}

/// The path that a pointer into `paths` leads to, and the method of one operation; nothing where it
/// leads elsewhere.
fn operations_at(pointer: &str) -> Option<(String, Option<String>)> {
    let mut tokens = pointer.strip_prefix("/paths/")?.split('/').map(unescape);
    let (path, method) = (tokens.next()?, tokens.next());
    let is_method = method.as_deref().is_none_or(|it| METHODS.contains(&it));
    (is_method && tokens.next().is_none()).then_some((path, method))
}

/// Whether a schema is nothing but what it refers to.
fn is_bare(json: &Json, dialect: Dialect) -> bool {
    let is_note = |name: &str| NOTES.contains(&name) || name.starts_with("x-");
    let mut names = json.as_object().into_iter().flat_map(|it| it.keys());
    json.get("$ref").is_some()
        && (dialect.is_bare_reference(json) || names.all(|name| is_note(name)))
}

impl<'b> Survey<'b> {
    fn new(builder: &'b mut Builder) -> Self {
        Self {
            builder,
            found: Vec::new(),
            seen: HashSet::new(),
            operations: Vec::new(),
            entered: HashSet::new(),
        }
    }
}

impl Survey<'_> {
    /// Takes a schema up.
    fn schema(&mut self, place: &Place, name: &str, kind: &'static str) -> Option<NodeId> {
        let node = self.builder.place(place.document, &place.pointer)?;
        self.builder.enqueue(node);
        if self.seen.insert(node) {
            let name = name.to_owned();
            self.found.push(Found { node, name, kind });
        }
        Some(node)
    }

    /// The place that references lead to from one, and how it is called there; `None` where they
    /// lead nowhere, which is reported.
    fn followed(&mut self, place: Place) -> Option<(Place, Option<String>)> {
        let mut place = place;
        let mut name = None;
        for _ in 0..FOLLOWED {
            let held = Arc::clone(&place.held);
            let Some(value) = place.json()?.get("$ref") else {
                return Some((place, name));
            };
            let text = value.as_str()?;
            match self.builder.leads_to(place.document, text) {
                Ok((document, pointer)) => {
                    place = self.place(document, pointer);
                    name = place.own_name().or(name);
                }
                Err(miss) => {
                    let at = place.pointer.clone();
                    self.builder.report(&held, &at, "$ref", value, miss);
                    return None;
                }
            }
        }
        None
    }

    fn place(&self, document: usize, pointer: String) -> Place {
        Place {
            held: Arc::clone(self.builder.loader.documents.get(document)),
            document,
            pointer,
        }
    }

    /// Notes that what holds operations is gone through; whether it is the first time.
    fn enters(&mut self, place: &Place) -> bool {
        let key = (place.document, place.pointer.clone());
        self.entered.insert(key)
    }
}
