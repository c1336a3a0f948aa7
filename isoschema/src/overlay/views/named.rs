//! The schemas of a document that have names, and which of them a reference leads to.

use std::collections::HashMap;

use crate::load::document::{Document, Format, stem};
use crate::load::json::{Json, JsonKind, escape};
use crate::load::uri;

/// Where definitions stand in a schema.
const DEFINITIONS: [&str; 2] = ["/definitions", "/$defs"];

/// What gives a place a meaning of its own, which a copy of it would have twice.
const ANCHORED: [&str; 5] = ["$anchor", "$dynamicAnchor", "$id", "$recursiveAnchor", "id"];

/// The schemas of a document that have names.
pub(super) struct Named {
    /// Where the forms go.
    pub(super) container: String,
    pub(super) list: Vec<Part>,
    by_pointer: HashMap<String, usize>,
    containers: Vec<String>,
}

/// A schema with a name.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) pointer: String,
    /// What a form of it is made of: the schema without what belongs to the document.
    pub(super) json: Json,
    /// Whether a copy of it says the same.
    pub(super) has_forms: bool,
}

impl Named {
    pub(super) fn of(document: &Document) -> Self {
        let json = &document.json;
        let containers: Vec<String> = match document.format.components() {
            Some(components) => vec![components.to_owned()],
            None => DEFINITIONS.map(str::to_owned).to_vec(),
        };
        let is_there = |it: &&String| json.pointer(it).is_some();
        let container = containers.iter().find(is_there).unwrap_or(&containers[0]);
        let mut named = Self {
            container: container.clone(),
            list: Vec::new(),
            by_pointer: HashMap::new(),
            containers: containers.clone(),
        };
        if document.format == Format::Schema {
            let file = stem(&document.path).rsplit('/').next().unwrap_or_default();
            let mut own = json.clone();
            if let JsonKind::Object(members) = &mut own.kind {
                members.retain(|name, _| {
                    !matches!(name.as_str(), "$schema" | "$id" | "$defs" | "definitions")
                });
            }
            named.push(file, String::new(), own);
        }
        for container in &containers {
            let members = json.pointer(container).and_then(Json::as_object);
            for (name, schema) in members.into_iter().flatten() {
                let pointer = format!("{container}/{}", escape(name));
                named.push(name, pointer, schema.clone());
            }
        }
        named
    }

    fn push(&mut self, name: &str, pointer: String, json: Json) {
        let mut has_forms = true;
        crate::overlay::schemas::visit(&json, |inner, at| {
            // A member may have any of these names, and a value that tells alternatives apart.
            if !at.ends_with("/properties") && !at.ends_with("/mapping") {
                let said = |it: &str| inner.get(it);
                let is_said = |it: &Json| it.as_str().is_some() || it.as_bool().is_some();
                has_forms &= !ANCHORED.into_iter().filter_map(said).any(is_said);
            }
        });
        self.by_pointer.insert(pointer.clone(), self.list.len());
        self.list.push(Part {
            name: name.to_owned(),
            pointer,
            json,
            has_forms,
        });
    }

    /// The schema that a reference leads into, and the rest of the way.
    pub(super) fn target(&self, reference: &str) -> Option<(usize, String)> {
        let fragment = reference.strip_prefix('#')?;
        if !fragment.is_empty() && !fragment.starts_with('/') {
            return None;
        }
        let pointer = uri::decode(fragment);
        for container in &self.containers {
            let below = pointer.strip_prefix(container.as_str());
            let Some(below) = below.and_then(|it| it.strip_prefix('/')) else {
                continue;
            };
            let end = below.find('/').unwrap_or(below.len());
            let (key, rest) = below.split_at(end);
            let known = self.by_pointer.get(&format!("{container}/{key}"));
            return known.map(|index| (*index, rest.to_owned()));
        }
        // The whole document, where that is a schema.
        self.by_pointer.get("").map(|index| (*index, pointer))
    }

    /// The schema of a name.
    pub(super) fn by_name(&self, name: &str) -> Option<usize> {
        let pointer = format!("{}/{}", self.container, escape(name));
        self.by_pointer.get(&pointer).copied()
    }
}
