//! The dialect of a schema: what `$schema` names, or a document says of it.

use std::collections::HashSet;
use std::sync::Arc;

use super::dialect::{self, Dialect, Draft};
use super::graph::NodeId;
use super::index::Builder;
use crate::diagnostics::{Diagnostic, Kind};
use crate::load::document::Document;
use crate::load::json::{Json, escape};
use crate::load::loader::{Fetched, Loader};
use crate::load::uri;

impl Builder {
    /// Has a schema, and all that stands in it, read by a dialect.
    pub(super) fn speaks(&mut self, id: NodeId, dialect: Dialect) {
        let mut open = vec![id];
        let mut seen = HashSet::new();
        while let Some(id) = open.pop() {
            let node = &mut self.graph.nodes[id.0 as usize];
            node.dialect = dialect;
            open.extend(
                node.children
                    .iter()
                    .map(|(child, _)| *child)
                    .filter(|it| seen.insert(*it)),
            );
        }
    }

    /// The dialect that a `$schema` names; `None` for one that leads nowhere,
    /// which leaves the default in force.
    pub(super) fn dialect(&mut self, declared: &str, by: &Document) -> Option<Dialect> {
        if let Some(known) = Dialect::known(declared) {
            return Some(known);
        }
        if let Some(known) = self.dialects.get(declared) {
            return *known;
        }
        // A meta-schema that describes itself, or a circle of them, ends here.
        self.dialects.insert(declared.to_owned(), None);
        let found = self.custom_dialect(declared, by);
        self.dialects.insert(declared.to_owned(), found);
        found
    }

    fn custom_dialect(&mut self, declared: &str, by: &Document) -> Option<Dialect> {
        let (reference, _) = uri::split(declared);
        let target = uri::resolve(&by.uri, reference).ok()?;
        let claimed = |document: &Document| {
            Loader::claims(document).any(|claim| {
                uri::resolve(&document.uri, uri::split(claim).0).as_ref() == Ok(&target)
            })
        };
        let loaded = (0..self.loader.documents.len())
            .find(|index| claimed(self.loader.documents.get(*index)));
        let index = match loaded {
            Some(index) => index,
            None => match self.loader.fetch(&target) {
                Fetched::Found(index) => index,
                _ => return None,
            },
        };
        let held = Arc::clone(self.loader.documents.get(index));
        let base = held.json.get("$schema").and_then(Json::as_str);
        let base = base
            .and_then(|uri| self.dialect(uri, &held))
            .unwrap_or_else(|| Dialect::of(self.default));
        let Some(vocabulary) = held.json.get("$vocabulary") else {
            return Some(base);
        };
        if !base.since(Draft::Draft2019) {
            return Some(base);
        }
        match dialect::with_vocabulary(base, vocabulary) {
            Ok(dialect) => Some(dialect),
            Err(unknown) => {
                for uri in unknown {
                    let reason = format!("the vocabulary `{uri}` is required and not known");
                    let span = vocabulary.get(&uri).map_or(vocabulary.span, Json::key_span);
                    let diagnostic = Diagnostic::at(Kind::Dialect, &held.text, span, reason)
                        .pointer(format!("/$vocabulary/{}", escape(&uri)))
                        .help("only the vocabularies of the drafts are known; set it to false");
                    self.problems.push(diagnostic);
                }
                Some(base)
            }
        }
    }
}
