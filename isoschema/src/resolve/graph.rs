//! The graph of schemas: what stands where, and what refers to what.

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;

use super::dialect::Dialect;
use crate::load::document::Documents;
use crate::load::json::Json;
use crate::rules::operation::Operation;

/// The index of a [`Node`] in [`Graph::nodes`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NodeId(pub u32);

/// The index of a [`Resource`] in [`Graph::resources`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ResourceId(pub u32);

/// A schema with an identifier of its own, and the schemas inside it up to
/// the next such one.
#[derive(Debug)]
pub struct Resource {
    /// Its URI: what relative references inside it start from.
    pub uri: String,
    /// The document that it stands in.
    pub document: usize,
    /// The JSON Pointer of its root.
    pub pointer: String,
    /// Schemas by `$anchor`, `$dynamicAnchor` and, up to draft 7, by an
    /// identifier that is only a fragment.
    pub anchors: IndexMap<String, NodeId>,
    /// Schemas by `$dynamicAnchor`; by [`RECURSIVE`] the root, where
    /// `$recursiveAnchor` is true.
    pub dynamic: IndexMap<String, NodeId>,
}

/// The name that stands for `$recursiveAnchor: true` among dynamic anchors;
/// no anchor can have it.
pub const RECURSIVE: &str = "";

/// One schema.
#[derive(Debug)]
pub struct Node {
    /// The document's index.
    pub document: usize,
    /// The JSON Pointer inside the document.
    pub pointer: String,
    /// The resource that it belongs to.
    pub resource: ResourceId,
    /// How it is to be read.
    pub dialect: Dialect,
    /// Its key among definitions.
    pub entry: Option<String>,
    /// Its anchor.
    pub anchor: Option<String>,
    /// The schemas inside it, and whether they take part in its evaluation.
    pub children: Vec<(NodeId, bool)>,
    /// Its references, resolved.
    pub references: Vec<Reference>,
}

/// A reference and where it leads.
#[derive(Debug, Clone)]
pub struct Reference {
    /// The target in the absence of dynamic scope.
    pub target: NodeId,
    /// The dynamic anchor that the dynamic scope is asked for first.
    pub dynamic: Option<String>,
}

/// The references that strictly read lead nowhere, by the paths of the
/// documents that they stand in.
pub type Assumptions = IndexMap<Arc<str>, Vec<Assumed>>;

/// A reference that strictly read leads nowhere, and what it is taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assumed {
    /// Its JSON Pointer in its document.
    pub pointer: String,
    /// How it is written.
    pub reference: String,
    /// A reference that leads there strictly: by the path of the file.
    pub target: String,
    /// What makes it that.
    pub reason: &'static str,
}

/// Every schema of a run.
#[derive(Debug, Default)]
pub struct Graph {
    /// The documents.
    pub documents: Documents,
    /// The schemas.
    pub nodes: Vec<Node>,
    /// The resources.
    pub resources: Vec<Resource>,
    /// The schemas to generate root types for, with their names.
    pub roots: Vec<(String, NodeId)>,
    /// The operations of the documents that have some.
    pub operations: Vec<Operation<NodeId>>,
    /// Every definition of the documents that types are generated for.
    pub definitions: Vec<NodeId>,
    /// The references that strictly read lead nowhere, and yet are followed.
    pub assumed: Assumptions,
    pub(super) index: HashMap<(usize, String), NodeId>,
}

impl Graph {
    /// A schema.
    #[must_use]
    pub fn node(&self, id: NodeId) -> &Node {
        &self.nodes[id.0 as usize]
    }

    /// A resource.
    #[must_use]
    pub fn resource(&self, id: ResourceId) -> &Resource {
        &self.resources[id.0 as usize]
    }

    /// The schema at a place, where one is known there.
    #[must_use]
    pub fn at(&self, document: usize, pointer: &str) -> Option<NodeId> {
        self.index.get(&(document, pointer.to_owned())).copied()
    }

    /// A schema's text.
    #[must_use]
    pub fn json(&self, id: NodeId) -> Option<&Json> {
        let node = self.node(id);
        self.documents
            .get(node.document)
            .json
            .pointer(&node.pointer)
    }
}
