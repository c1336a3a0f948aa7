//! A place in a document that is no schema, and where a reference from it leads.

use std::sync::Arc;

use super::super::find::Miss;
use super::super::index::Builder;
use super::super::link::canonical;
use crate::load::document::{Document, stem};
use crate::load::json::{Json, JsonKind, escape, unescape};
use crate::load::uri;
use crate::rules::location::Location;

/// A place in a document.
#[derive(Clone)]
pub(super) struct Place {
    pub(super) held: Arc<Document>,
    pub(super) document: usize,
    pub(super) pointer: String,
}

impl Place {
    /// All of a document.
    pub(super) fn whole(document: usize, held: &Arc<Document>) -> Self {
        Self {
            held: Arc::clone(held),
            document,
            pointer: String::new(),
        }
    }

    /// What stands there.
    pub(super) fn json(&self) -> Option<&Json> {
        self.held.json.pointer(&self.pointer)
    }

    /// A text that stands there under a name.
    pub(super) fn text(&self, key: &str) -> Option<&str> {
        self.json()?.get(key)?.as_str()
    }

    /// Whether `true` stands there under a name.
    pub(super) fn is_true(&self, key: &str) -> bool {
        let flag = self.json().and_then(|it| it.get(key)?.as_bool());
        flag == Some(true)
    }

    /// The same as a location.
    pub(super) fn location(&self) -> Location {
        Location {
            document: self.held.path.clone(),
            pointer: self.pointer.clone(),
        }
    }

    /// The place of a member, where it is there.
    pub(super) fn step(&self, key: &str) -> Option<Self> {
        self.json()?.step(key)?;
        Some(self.inner(key))
    }

    fn inner(&self, key: &str) -> Self {
        Self {
            held: Arc::clone(&self.held),
            document: self.document,
            pointer: format!("{}/{}", self.pointer, escape(key)),
        }
    }

    /// The places of all members under a name, or of all items.
    pub(super) fn each(&self, key: &str) -> Vec<(String, Self)> {
        self.step(key).map_or_else(Vec::new, |it| it.all())
    }

    /// The places of all members, extensions left out, or of all items.
    pub(super) fn all(&self) -> Vec<(String, Self)> {
        let place = |key: String| {
            let inner = self.inner(&key);
            (key, inner)
        };
        match self.json().map(|json| &json.kind) {
            Some(JsonKind::Object(members)) => {
                let keys = members.keys().filter(|key| !key.starts_with("x-"));
                keys.cloned().map(place).collect()
            }
            Some(JsonKind::Array(items)) => {
                let keys = (0..items.len()).map(|index| index.to_string());
                keys.map(place).collect()
            }
            _ => Vec::new(),
        }
    }

    /// What it is called where it stands: its key, or its file's name; nothing where that is a
    /// number.
    pub(super) fn own_name(&self) -> Option<String> {
        let name = if let Some((_, key)) = self.pointer.rsplit_once('/') {
            unescape(key)
        } else {
            let file = stem(&self.held.path);
            file.rsplit('/').next().unwrap_or(file).to_owned()
        };
        let is_name = name.starts_with(|first: char| first.is_alphabetic());
        Some(name).filter(|_| is_name)
    }
}

impl Builder {
    /// Where a reference leads that stands in no schema.
    pub(super) fn leads_to(
        &mut self,
        document: usize,
        text: &str,
    ) -> Result<(usize, String), Miss> {
        let (reference, fragment) = uri::split(text);
        let held = Arc::clone(self.loader.documents.get(document));
        let target = if reference.is_empty() {
            document
        } else {
            let nothing = || Miss::Nothing(text.to_owned(), None);
            let own = *self
                .inside
                .get(&(document, held.uri.clone()))
                .ok_or_else(nothing)?;
            let (resource, _) = self.resource(own, document, reference)?;
            self.graph.resource(resource).document
        };
        let found = Arc::clone(self.loader.documents.get(target));
        let decoded = canonical(&uri::decode(fragment));
        let written = canonical(fragment);
        for pointer in [decoded.clone(), written] {
            if found.json.pointer(&pointer).is_some() {
                return Ok((target, pointer));
            }
        }
        let near = self.near_pointer(&found, &decoded);
        let looked_for = format!("#{decoded} in {}", found.path);
        Err(Miss::Nothing(looked_for, near))
    }
}
