//! Schemas that stand where the drafts expect none: on lines, where somebody points, where a reference leads.

use std::sync::Arc;

use super::dialect::Dialect;
use super::graph::NodeId;
use super::index::{Around, Builder};
use crate::diagnostics::{Diagnostic, Kind};
use crate::keywords::table::spelling;
use crate::load::document::Document;
use crate::load::json::Json;
use crate::load::places;

impl Builder {
    /// Walks schemas that stand one after the other, each a resource of its own.
    pub(super) fn lines(&mut self, index: usize, document: &Document, dialect: Dialect) {
        let lines = document.json.as_array().map_or(0, <[Json]>::len);
        for line in 0..lines {
            let pointer = format!("/{line}");
            let around = Around {
                resource: self.unnamed_resource(index, pointer.clone(), document.uri.clone()),
                dialect,
                parent: None,
            };
            self.walk(index, document, pointer, around);
        }
    }

    /// Takes up the schemas that stand at a pointer in the one document.
    pub(super) fn roots_at(&mut self, pattern: &str) {
        let Some(document) = self.loader.documents.iter().next() else {
            return;
        };
        let places = places::matching(&document.json, pattern);
        if places.is_empty() {
            let reason = format!("there is nothing at `{pattern}`");
            let mut problem = Diagnostic::at(
                Kind::Configuration,
                &document.text,
                document.json.span,
                reason,
            );
            problem.help = places::near(&document.json, pattern);
            self.problems.push(problem);
            return;
        }
        for place in places {
            // A schema that is held in another one is known already.
            let known = self.graph.at(0, &place.pointer);
            if let Some(id) = known.or_else(|| self.walk_meant(0, &place.pointer)) {
                self.graph.nodes[id.0 as usize].entry = Some(place.name.clone());
                self.graph.roots.push((place.name, id));
                self.enqueue(id);
            }
        }
    }

    /// Walks a schema that stands where the drafts expect none, since a
    /// reference leads to it.
    pub(super) fn walk_unknown(&mut self, document: usize, pointer: &str) -> Option<NodeId> {
        self.walk_apart(document, pointer, false)
    }

    /// The same of one that somebody points at: `#/$defs/NAME` in it leads to a definition of its own first, then of the document.
    fn walk_meant(&mut self, document: usize, pointer: &str) -> Option<NodeId> {
        self.walk_apart(document, pointer, true)
    }

    fn walk_apart(&mut self, document: usize, pointer: &str, is_whole: bool) -> Option<NodeId> {
        let held = Arc::clone(self.loader.documents.get(document));
        held.json.pointer(pointer)?;
        let mut outer = pointer;
        let known = loop {
            outer = &outer[..outer.rfind('/')?];
            if let Some(id) = self.graph.at(document, outer) {
                break Some(id);
            }
            if outer.is_empty() {
                break None;
            }
        };
        let mut around = match known {
            Some(id) => Around {
                resource: self.graph.node(id).resource,
                dialect: self.graph.node(id).dialect,
                parent: None,
            },
            None => Around {
                resource: *self.inside.get(&(document, held.uri.clone()))?,
                dialect: self.spoken[document],
                parent: None,
            },
        };
        if is_whole {
            let base = self.graph.resource(around.resource).uri.clone();
            around.resource = self.unnamed_resource(document, pointer.to_owned(), base);
        }
        self.walk(document, &held, pointer.to_owned(), around);
        let id = self.graph.at(document, pointer)?;
        let within = known.map(|_| &pointer[outer.len()..]);
        if let Some(key) = defined(pointer, within) {
            self.graph.nodes[id.0 as usize].entry = Some(crate::load::unescape(key));
        }
        Some(id)
    }
}

/// The name of a definition at a pointer, where it is one: `#/$defs/NAME` is a name in every draft, also where `$defs` is not
/// a keyword yet; so are what a file holds side by side, as `#/NAME`, and what a schema holds under words of its own,
/// as `#/refs/NAME` or `#/$defs/group/NAME`: there, the pointer from that schema on.
fn defined<'p>(pointer: &'p str, within: Option<&str>) -> Option<&'p str> {
    let (holder, key) = pointer.rsplit_once('/')?;
    let is_list = matches!(
        holder.rsplit('/').next(),
        Some("$defs" | "definitions" | "schemas" | "")
    );
    let is_word = |token: &str| spelling(token).is_none() && token.parse::<usize>().is_err();
    let holds = within.is_some_and(|within| within.split('/').skip(1).all(is_word));
    (is_list || holds).then_some(key)
}
