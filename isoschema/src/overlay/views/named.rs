//! The schemas of several documents that have names, and which of them a reference leads to.

use std::collections::HashMap;

use super::files::{Files, Place, is_extension};
use crate::load::document::{Document, Format, Origin, stem};
use crate::load::json::{Json, JsonKind, escape, unescape};
use crate::load::uri;
use crate::overlay::schemas;

/// Where schemas with names stand in what is no whole document of its kind.
const CONTAINERS: [&str; 3] = ["/definitions", "/$defs", "/components/schemas"];

/// What gives a place a meaning of its own, which a copy of it would have twice.
const ANCHORED: [&str; 5] = ["$anchor", "$dynamicAnchor", "$id", "$recursiveAnchor", "id"];

/// The schemas of the documents that have names, or that something refers to.
pub(super) struct Named<'f> {
    pub(super) files: &'f Files<'f>,
    pub(super) list: Vec<Part>,
    by_place: HashMap<Place, usize>,
    /// Where the forms go, by document.
    containers: Vec<String>,
}

/// A schema with a name.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) place: Place,
    /// What a form of it is made of: the schema without what belongs to the document.
    pub(super) json: Json,
    /// Whether a copy of it says the same.
    pub(super) has_forms: bool,
}

impl<'f> Named<'f> {
    /// Those of the documents, and those that schemas at some places lead to.
    pub(super) fn of(files: &'f Files<'f>, places: &[Place]) -> Self {
        let mut named = Self {
            files,
            list: Vec::new(),
            by_place: HashMap::new(),
            containers: Vec::new(),
        };
        for document in files.documents.iter() {
            let containers = containers(document);
            let is_there = |it: &&&str| document.json.pointer(it).is_some();
            let container = containers.iter().find(is_there).unwrap_or(&containers[0]);
            named.containers.push((*container).to_owned());
        }
        for (index, document) in files.meant() {
            if document.format == Format::Schema && document.origin == Origin::Schemas {
                named.push((index, String::new()));
            }
            for container in containers(document) {
                let members = document.json.pointer(container).and_then(Json::as_object);
                for name in members.into_iter().flat_map(|all| all.keys()) {
                    named.push((index, format!("{container}/{}", escape(name))));
                }
            }
        }
        for place in places {
            if let Some(json) = files.json(place) {
                named.met(place.0, json);
            }
        }
        let mut next = 0;
        while let Some(part) = named.list.get(next) {
            let json = part.json.clone();
            named.met(part.place.0, &json);
            next += 1;
        }
        named
    }

    /// Takes what a schema refers to.
    fn met(&mut self, document: usize, json: &Json) {
        let mut targets = Vec::new();
        schemas::visit(json, |json, at| {
            if is_extension(at) {
                return;
            }
            let target = json.get("$ref").and_then(Json::as_str);
            targets.extend(target.and_then(|it| self.files.target(document, it)));
            let mapping = json.get("discriminator").and_then(|it| it.get("mapping"));
            for target in mapping.and_then(Json::as_object).into_iter().flatten() {
                let target = target.1.as_str();
                targets.extend(target.and_then(|it| self.mapped(document, it)));
            }
        });
        for target in targets {
            self.push(target);
        }
    }

    fn push(&mut self, place: Place) {
        if self.by_place.contains_key(&place) {
            return;
        }
        let Some(json) = self.files.json(&place) else {
            return;
        };
        let document = self.files.document(place.0);
        let mut json = json.clone();
        if let JsonKind::Object(members) = &mut json.kind
            && place.1.is_empty()
        {
            members.retain(|name, _| {
                !matches!(name.as_str(), "$schema" | "$id" | "$defs" | "definitions")
            });
        }
        // The forms stand in its document.
        let mut has_forms = document.json.as_object().is_some();
        schemas::visit(&json, |inner, at| {
            // A member may have any of these names, and a value that tells alternatives apart.
            if !at.ends_with("/properties") && !at.ends_with("/mapping") {
                let said = |it: &str| inner.get(it);
                let is_said = |it: &Json| it.as_str().is_some() || it.as_bool().is_some();
                has_forms &= !ANCHORED.into_iter().filter_map(said).any(is_said);
            }
        });
        self.by_place.insert(place.clone(), self.list.len());
        self.list.push(Part {
            name: name(document, &place.1),
            place,
            json,
            has_forms,
        });
    }

    /// The schema that a reference in a document leads to.
    pub(super) fn target(&self, document: usize, reference: &str) -> Option<usize> {
        let place = self.files.target(document, reference)?;
        self.by_place.get(&place).copied()
    }

    /// The place of what a discriminator's mapping names: by the name of a schema, or by a reference.
    pub(super) fn mapped(&self, document: usize, target: &str) -> Option<Place> {
        let container = &self.containers[document];
        let by_name = (document, format!("{container}/{}", escape(target)));
        if self.files.json(&by_name).is_some() {
            return Some(by_name);
        }
        self.files.target(document, target)
    }

    /// The schema at a place.
    pub(super) fn at(&self, place: &Place) -> Option<usize> {
        self.by_place.get(place).copied()
    }

    /// Where a form of a document's schema stands.
    pub(super) fn form_at(&self, document: usize, name: &str) -> String {
        format!("{}/{}", self.containers[document], escape(name))
    }
}

/// A reference to a place in the same document.
pub(super) fn reference(pointer: &str) -> String {
    format!("#{}", uri::fragment(pointer))
}

/// Where a document may have schemas with names.
fn containers(document: &Document) -> Vec<&'static str> {
    match document.format.components() {
        Some(components) if !document.is_part => vec![components],
        _ => CONTAINERS.to_vec(),
    }
}

/// What a schema is called: by its name, or that of its file, and for one that is inside of another by the way to it, too.
fn name(document: &Document, pointer: &str) -> String {
    let file = || {
        let file = stem(&document.path).rsplit('/').next().unwrap_or_default();
        file.to_owned()
    };
    let inside = containers(document).into_iter().find_map(|container| {
        let inside = pointer.strip_prefix(container)?;
        inside.strip_prefix('/')
    });
    let tokens = inside.or(pointer.strip_prefix('/')).unwrap_or_default();
    let mut all = tokens.split('/').map(unescape);
    let Some(mut name) = all.next().filter(|it| !it.is_empty()) else {
        return file();
    };
    for token in all {
        let is_step = matches!(&*token, "properties" | "allOf" | "anyOf" | "oneOf");
        if !is_step && !token.bytes().all(|it| it.is_ascii_digit()) {
            let mut chars = token.chars();
            name.extend(chars.next().into_iter().flat_map(char::to_uppercase));
            name.push_str(chars.as_str());
        }
    }
    name
}
