//! Documents that say nothing of a value, and have definitions: these are what types are for.

use std::collections::HashMap;

use super::graph::NodeId;
use super::index::Builder;
use crate::keywords::table::spelling;
use crate::load::document::{Document, Origin};

/// Where definitions stand.
const LISTS: [&str; 2] = ["$defs", "definitions"];

impl Builder {
    /// The definitions of a document that says nothing but these; none where it says something itself, or
    /// where a definition is called as one of another document is, or as a document: then it is called by its file.
    pub(super) fn only_definitions(&self, id: NodeId) -> Vec<(String, NodeId)> {
        let members = self.graph.node(id);
        let document = self.loader.documents.get(members.document);
        if !says_nothing_itself(document) {
            return Vec::new();
        }
        let named = self.named.get_or_init(|| self.counted());
        let inner = members.children.iter().filter_map(|(child, _)| {
            let name = self.graph.node(*child).entry.clone();
            name.map(|name| (name, *child))
        });
        let found: Vec<(String, NodeId)> = inner.collect();
        let are_own = found.iter().all(|(name, _)| named.get(name) == Some(&1));
        if are_own { found } else { Vec::new() }
    }

    /// How many documents, or definitions of documents with nothing else, have each name.
    fn counted(&self) -> HashMap<String, usize> {
        let mut counts = HashMap::new();
        let mut count = |name: &str| *counts.entry(name.to_owned()).or_default() += 1;
        let schemas = self.loader.documents.iter();
        for document in schemas.filter(|it| it.origin == Origin::Schemas) {
            let lists = LISTS.iter().filter_map(|list| document.json.get(list));
            let definitions = lists.filter_map(|list| list.as_object());
            let mut names = definitions.flat_map(|it| it.keys()).peekable();
            if says_nothing_itself(document) && names.peek().is_some() {
                names.for_each(|name| count(name));
            } else {
                count(&document.name);
            }
        }
        counts
    }
}

/// Whether no keyword of a document is about a value.
fn says_nothing_itself(document: &Document) -> bool {
    let says_more = |name: &String| !LISTS.contains(&name.as_str()) && spelling(name).is_some();
    let json = document.json.as_object();
    json.is_some_and(|it| !it.keys().any(says_more))
}
