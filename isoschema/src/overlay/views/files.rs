//! The documents that refer to one another, and where their references lead.

use std::collections::HashMap;

use crate::load::document::{Document, Documents, Format, Origin};
use crate::load::json::{Json, escape, unescape};
use crate::load::loader::Loader;
use crate::load::uri::{completed, decode, resolve, split};
use crate::overlay::schemas;

/// So many references are followed from one to the next.
pub(super) const FOLLOWED: usize = 32;

/// A place in one of several documents.
pub(super) type Place = (usize, String);

/// Documents by what references call them.
pub(super) struct Files<'d> {
    pub(super) documents: &'d Documents,
    by_uri: HashMap<String, usize>,
}

/// Reads what the documents refer to, and what that refers to. What is wrong with it matters to nobody until
/// the reference is followed for a type.
pub(super) fn load(loader: &mut Loader) {
    let mut index = 0;
    while index < loader.documents.len() {
        let document = loader.documents.get(index);
        let format = document.format;
        for uri in is_meant(document)
            .then(|| outer(document))
            .into_iter()
            .flatten()
        {
            let is_there = |uri: &str, loader: &mut Loader| loader.look_ahead(uri, format);
            if !is_there(&uri, loader) {
                completed(&uri).any(|uri| is_there(&uri, loader));
            }
        }
        index += 1;
    }
}

/// The URIs of the documents that one refers to.
fn outer(document: &Document) -> Vec<String> {
    let mut found = Vec::new();
    let mut note = |target: Option<&Json>| {
        let target = target.and_then(Json::as_str).map(|it| split(it).0);
        let target = target.filter(|it| !it.is_empty());
        found.extend(target.and_then(|it| resolve(&document.uri, it).ok()));
    };
    schemas::visit(&document.json, |json, at| {
        if !is_extension(at) {
            note(json.get("$ref"));
            let mapping = json.get("discriminator").and_then(|it| it.get("mapping"));
            let mapping = mapping.and_then(Json::as_object);
            // A name may look as a file's.
            let targets = mapping.into_iter().flat_map(|all| all.values());
            let is_file = |it: &&Json| it.as_str().is_some_and(|it| it.contains(['.', '/']));
            targets.filter(is_file).for_each(|it| note(Some(it)));
        }
    });
    found
}

/// Whether forms are of use for what a document holds.
pub(super) fn is_meant(document: &Document) -> bool {
    document.origin != Origin::BuiltIn
        && !matches!(document.format, Format::Kubernetes | Format::Lines)
}

/// Whether a place is in an extension, which holds no schema.
pub(super) fn is_extension(at: &str) -> bool {
    let outer = std::iter::once("").chain(at.split('/'));
    let mut places = outer.zip(at.split('/'));
    places.any(|(outer, own)| own.starts_with("x-") && outer != "properties")
}

impl<'d> Files<'d> {
    pub(super) fn of(documents: &'d Documents) -> Self {
        let mut by_uri = HashMap::new();
        for (index, document) in documents.iter().enumerate() {
            by_uri.insert(document.uri.clone(), index);
        }
        for (index, document) in documents.iter().enumerate() {
            for claim in Loader::claims(document) {
                if let Ok(claim) = resolve(&document.uri, split(claim).0) {
                    by_uri.entry(claim).or_insert(index);
                }
            }
        }
        Self { documents, by_uri }
    }

    /// The documents whose schemas may have forms.
    pub(super) fn meant(&self) -> impl Iterator<Item = (usize, &'d Document)> {
        let all = self.documents.iter().enumerate();
        all.filter(|(_, document)| is_meant(document))
    }

    pub(super) fn document(&self, index: usize) -> &'d Document {
        self.documents.get(index)
    }

    /// What stands at a place.
    pub(super) fn json(&self, (document, pointer): &Place) -> Option<&'d Json> {
        self.document(*document).json.pointer(pointer)
    }

    /// Where a reference in a document leads; nowhere, where it is none by a JSON Pointer.
    pub(super) fn target(&self, document: usize, reference: &str) -> Option<Place> {
        let (file, fragment) = split(reference);
        let pointer = canonical(&decode(fragment))?;
        let index = if file.is_empty() {
            document
        } else {
            self.named(document, file)?
        };
        let place = (index, pointer);
        (is_meant(self.document(index)) && self.json(&place).is_some()).then_some(place)
    }

    fn named(&self, document: usize, file: &str) -> Option<usize> {
        let own = self.document(document);
        let bases = Loader::claims(own).filter_map(|claim| resolve(&own.uri, claim).ok());
        let bases = bases.chain([own.uri.clone()]);
        let mut uris = bases.filter_map(|base| resolve(&base, file).ok());
        uris.find_map(|uri| {
            let known = |uri: &str| self.by_uri.get(uri).copied();
            known(&uri).or_else(|| completed(&uri).find_map(|uri| known(&uri)))
        })
    }

    /// The place itself, or what it refers to in turn.
    pub(super) fn followed(&self, place: Place) -> Place {
        let mut place = place;
        for _ in 0..FOLLOWED {
            let target = self.json(&place).and_then(|it| it.get("$ref")?.as_str());
            match target.and_then(|it| self.target(place.0, it)) {
                Some(next) => place = next,
                None => break,
            }
        }
        place
    }
}

/// A pointer with each token escaped in one way; nothing where it is none.
fn canonical(pointer: &str) -> Option<String> {
    if pointer.is_empty() {
        return Some(String::new());
    }
    let tokens = pointer.strip_prefix('/')?.split('/');
    Some(tokens.fold(String::new(), |all, token| {
        format!("{all}/{}", escape(&unescape(token)))
    }))
}
