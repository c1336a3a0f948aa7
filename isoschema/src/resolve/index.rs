//! Walks documents: every schema, identifier and anchor in them.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::Arc;

use super::beside::meant;
use super::dialect::{Dialect, Draft};
use super::graph::{Graph, Node, NodeId, RECURSIVE, Resource, ResourceId};
use super::positions::positions;
use crate::diagnostics::Collector;
use crate::load::document::{Document, Format, Origin};
use crate::load::json::{Json, escape};
use crate::load::loader::Loader;
use crate::load::uri;

/// A graph in the making.
pub(super) struct Builder {
    pub(super) loader: Loader,
    pub(super) graph: Graph,
    pub(super) problems: Collector,
    /// Resources by URI, over all documents.
    pub(super) by_uri: HashMap<String, ResourceId>,
    /// Resources by URI inside one document, which come first.
    pub(super) inside: HashMap<(usize, String), ResourceId>,
    /// URIs that two documents claim, with the two.
    pub(super) ambiguous: HashMap<String, [usize; 2]>,
    /// Documents of the folder by their `$id`s, as these are written.
    pub(super) written: HashMap<String, Vec<usize>>,
    /// The folders that URLs stand for, by what `$id`s state.
    pub(super) stated: HashMap<String, BTreeSet<String>>,
    /// Schemas whose references are still to be followed.
    pub(super) queue: VecDeque<NodeId>,
    /// Dynamic anchors that references ask for.
    pub(super) dynamic: HashSet<String>,
    pub(super) queued: HashSet<NodeId>,
    /// The documents that are no schemas themselves.
    pub(super) described: Vec<usize>,
    /// How many documents, or definitions in place of them, have each name, once somebody asks.
    pub(super) named: OnceCell<HashMap<String, usize>>,
    /// How many suggestions may still be searched for.
    pub(super) suggestions: usize,
    pub(super) default: Draft,
    /// How the documents that have been walked are read.
    pub(super) spoken: Vec<Dialect>,
    pub(super) dialects: HashMap<String, Option<Dialect>>,
}

/// What a schema takes over from the one around it.
#[derive(Clone, Copy)]
pub(super) struct Around {
    pub(super) resource: ResourceId,
    pub(super) dialect: Dialect,
    pub(super) parent: Option<(NodeId, bool)>,
}

impl Builder {
    pub(super) fn new(loader: Loader, default: Draft) -> Self {
        Self {
            loader,
            graph: Graph::default(),
            problems: Collector::default(),
            by_uri: HashMap::new(),
            inside: HashMap::new(),
            ambiguous: HashMap::new(),
            written: HashMap::new(),
            stated: HashMap::new(),
            queue: VecDeque::new(),
            dynamic: HashSet::new(),
            queued: HashSet::new(),
            described: Vec::new(),
            named: OnceCell::new(),
            suggestions: 200,
            default,
            spoken: Vec::new(),
            dialects: HashMap::new(),
        }
    }

    pub(super) fn run(mut self) -> (Graph, Loader, Collector) {
        self.walk_new();
        let all = self.graph.nodes.len();
        for id in (0..all)
            .filter_map(|index| u32::try_from(index).ok())
            .map(NodeId)
        {
            let node = self.graph.node(id);
            let origin = self.loader.documents.get(node.document).origin;
            if origin == Origin::Schemas && self.loader.at.is_none() {
                if node.entry.is_some() {
                    self.graph.definitions.push(id);
                }
                self.enqueue(id);
            }
        }
        match self.loader.at.clone() {
            Some(pointer) if self.survey_at(&pointer) => {}
            Some(pointer) => self.roots_at(&pointer),
            None => self.survey(),
        }
        self.follow();
        self.graph.documents = self.loader.documents.clone();
        (self.graph, self.loader, self.problems)
    }

    /// Walks the documents that have been read since the last time.
    pub(super) fn walk_new(&mut self) {
        while self.spoken.len() < self.loader.documents.len() {
            let index = self.spoken.len();
            let document = Arc::clone(self.loader.documents.get(index));
            self.spoken
                .push(Dialect::of_format(document.format, self.default));
            self.document(index, &document);
        }
    }

    fn document(&mut self, index: usize, document: &Document) {
        let has_roots = document.origin == Origin::Schemas && self.loader.at.is_none();
        let mut dialect = self.spoken[index];
        let root = self.new_resource(index, String::new(), document.uri.clone());
        for claim in Loader::claims(document) {
            let (claim, _) = uri::split(claim);
            if let Ok(claimed) = uri::resolve(&document.uri, claim) {
                self.name_resource(root, claimed);
            }
            if matches!(document.origin, Origin::Schemas | Origin::Folder) {
                self.claimed(index, document, claim);
            }
        }
        let around = |dialect| Around {
            resource: root,
            dialect,
            parent: None,
        };
        if document.is_schema() {
            self.walk(index, document, String::new(), around(dialect));
            if has_roots && let Some(id) = self.graph.at(index, "") {
                let definitions = self.only_definitions(id);
                if definitions.is_empty() {
                    self.graph.roots.push((document.name.clone(), id));
                } else {
                    self.graph.roots.extend(definitions);
                }
            }
            return;
        }
        self.described.push(index);
        if let Some(declared) = document
            .json
            .get("jsonSchemaDialect")
            .and_then(Json::as_str)
        {
            dialect = self.dialect(declared, document).unwrap_or(dialect);
            self.spoken[index] = dialect;
        }
        if document.format == Format::Lines {
            self.lines(index, document, dialect);
        }
        let Some(components) = document.format.components() else {
            return;
        };
        let schemas = document.json.pointer(components);
        for name in schemas
            .and_then(Json::as_object)
            .into_iter()
            .flat_map(|map| map.keys())
        {
            let pointer = format!("{components}/{}", escape(name));
            let Some((inner, dialect)) = meant(document, &pointer, dialect) else {
                continue;
            };
            let pointer = format!("{pointer}{inner}");
            self.walk(index, document, pointer.clone(), around(dialect));
            if let Some(id) = self.graph.at(index, &pointer) {
                self.graph.nodes[id.0 as usize].entry = Some(name.clone());
                if has_roots {
                    self.graph.roots.push((name.clone(), id));
                }
            }
        }
    }

    pub(super) fn walk(
        &mut self,
        document: usize,
        held: &Document,
        pointer: String,
        around: Around,
    ) {
        let Some(json) = held.json.pointer(&pointer) else {
            return;
        };
        let mut open = vec![(json, pointer, around, None::<&str>)];
        while let Some((json, pointer, around, entry)) = open.pop() {
            let Some(id) = self.schema(document, held, json, pointer, around, entry) else {
                continue;
            };
            let node = self.graph.node(id);
            let (resource, dialect) = (node.resource, node.dialect);
            let pointer = node.pointer.clone();
            for position in positions(json, dialect).into_iter().rev() {
                let around = Around {
                    resource,
                    dialect,
                    parent: Some((id, position.evaluated)),
                };
                let inner = format!("{pointer}{}", position.suffix);
                open.push((position.json, inner, around, position.entry));
            }
        }
    }

    /// Takes one schema up; `None` if it is known already.
    fn schema(
        &mut self,
        document: usize,
        held: &Document,
        json: &Json,
        pointer: String,
        around: Around,
        entry: Option<&str>,
    ) -> Option<NodeId> {
        let id = NodeId(u32::try_from(self.graph.nodes.len()).ok()?);
        if let Some((parent, evaluated)) = around.parent {
            self.graph.nodes[parent.0 as usize]
                .children
                .push((id, evaluated));
        }
        let place = (document, pointer.clone());
        if let Some(known) = self.graph.index.get(&place).copied() {
            if let Some((parent, evaluated)) = around.parent {
                let children = &mut self.graph.nodes[parent.0 as usize].children;
                children.pop();
                children.push((known, evaluated));
            }
            return None;
        }
        let declared = json.get("$schema").and_then(Json::as_str);
        let own = declared
            .and_then(|uri| self.dialect(uri, held))
            .unwrap_or(around.dialect);
        let mut resource = around.resource;
        // What stands in no other schema says its draft itself.
        let is_outermost = around.parent.is_none();
        let is_root = is_outermost && self.graph.resource(resource).pointer == pointer;
        let mut dialect = if is_outermost { own } else { around.dialect };
        let mut anchors: Vec<&str> = Vec::new();
        let identifier = json.get(own.id_keyword()).and_then(Json::as_str);
        if let Some(identifier) = identifier.filter(|_| !own.is_bare_reference(json)) {
            let (base, fragment) = uri::split(identifier);
            let old = own.draft <= Draft::Draft7;
            if old && !fragment.is_empty() && !fragment.starts_with('/') {
                anchors.push(fragment);
            }
            if !base.is_empty()
                && (old || fragment.is_empty())
                && let Ok(resolved) = uri::resolve(&self.graph.resource(resource).uri, base)
            {
                if is_root {
                    self.graph.resources[resource.0 as usize]
                        .uri
                        .clone_from(&resolved);
                    self.name_resource(resource, resolved);
                } else if resolved != self.graph.resource(resource).uri {
                    resource = self.new_resource(document, pointer.clone(), resolved);
                    dialect = own;
                }
            }
        }
        self.graph.index.insert(place, id);
        let anchor = self.anchors(id, json, dialect, resource, &pointer, anchors);
        self.graph.nodes.push(Node {
            document,
            pointer,
            resource,
            dialect,
            entry: entry.map(str::to_owned),
            anchor,
            children: Vec::new(),
            references: Vec::new(),
        });
        Some(id)
    }

    fn anchors<'a>(
        &mut self,
        id: NodeId,
        json: &'a Json,
        dialect: Dialect,
        resource: ResourceId,
        pointer: &str,
        mut anchors: Vec<&'a str>,
    ) -> Option<String> {
        let resource = &mut self.graph.resources[resource.0 as usize];
        if dialect.since(Draft::Draft2019) {
            anchors.extend(json.get("$anchor").and_then(Json::as_str));
        }
        if dialect.since(Draft::Draft2020)
            && let Some(name) = json.get("$dynamicAnchor").and_then(Json::as_str)
        {
            anchors.push(name);
            resource.dynamic.entry(name.to_owned()).or_insert(id);
        }
        let recursive = json.get("$recursiveAnchor").and_then(Json::as_bool);
        if dialect.draft == Draft::Draft2019
            && recursive == Some(true)
            && resource.pointer == pointer
        {
            resource.dynamic.insert(RECURSIVE.to_owned(), id);
        }
        for name in &anchors {
            resource.anchors.entry((*name).to_owned()).or_insert(id);
        }
        anchors.first().map(|name| (*name).to_owned())
    }

    fn new_resource(&mut self, document: usize, pointer: String, uri: String) -> ResourceId {
        let id = self.unnamed_resource(document, pointer, uri.clone());
        self.name_resource(id, uri);
        id
    }

    /// A resource that references find once it is named.
    pub(super) fn unnamed_resource(
        &mut self,
        document: usize,
        pointer: String,
        uri: String,
    ) -> ResourceId {
        let id = ResourceId(u32::try_from(self.graph.resources.len()).unwrap_or(u32::MAX));
        self.graph.resources.push(Resource {
            uri,
            document,
            pointer,
            anchors: indexmap::IndexMap::new(),
            dynamic: indexmap::IndexMap::new(),
        });
        id
    }
}
