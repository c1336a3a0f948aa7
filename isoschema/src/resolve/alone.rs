//! A document that says nothing of a value, and has definitions: these are what types are for.

use super::graph::NodeId;
use super::index::Builder;
use crate::keywords::table::spelling;
use crate::load::document::Origin;

impl Builder {
    /// The definitions of the one document where it says nothing but these; none where it says something itself.
    pub(super) fn only_definitions(&self, id: NodeId) -> Vec<(String, NodeId)> {
        let members = self.graph.node(id);
        let documents = &self.loader.documents;
        let schemas = documents.iter().filter(|it| it.origin == Origin::Schemas);
        // Among others, each is called by its file.
        let is_alone = schemas.count() == 1;
        let json = documents.get(members.document).json.as_object();
        let says_more = |name: &String| {
            let is_list = matches!(name.as_str(), "$defs" | "definitions");
            !is_list && spelling(name).is_some()
        };
        if !is_alone || json.is_none_or(|it| it.keys().any(says_more)) {
            return Vec::new();
        }
        let inner = members.children.iter().filter_map(|(child, _)| {
            let name = self.graph.node(*child).entry.clone();
            name.map(|name| (name, *child))
        });
        inner.collect()
    }
}
