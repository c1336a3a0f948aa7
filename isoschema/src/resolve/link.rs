//! Follows references, and reports every one that leads nowhere.

use std::sync::Arc;

use super::dialect::Draft;
use super::graph::{NodeId, RECURSIVE, Reference, ResourceId};
use super::index::Builder;
use super::{nearest, uri};
use crate::diagnostics::{Diagnostic, Kind};
use crate::load::{Document, Fetched, Json, JsonKind, escape, unescape};

/// Why a reference leads nowhere.
enum Miss {
    /// Nothing is there: what was looked for, and what there is instead.
    Nothing(String, Option<String>),
    /// It may not be read.
    Outside,
    /// Two documents claim the URI.
    Ambiguous(String),
    /// The target is broken, which is reported by itself.
    Reported,
}

impl Builder {
    pub(super) fn enqueue(&mut self, id: NodeId) {
        if self.queued.insert(id) {
            self.queue.push_back(id);
        }
    }

    /// Follows every reference of every queued schema and of what it leads to.
    pub(super) fn follow(&mut self) {
        loop {
            while let Some(id) = self.queue.pop_front() {
                self.link(id);
            }
            // A dynamic reference may lead to any resource with its anchor.
            let mut candidates = Vec::new();
            for resource in &self.graph.resources {
                for (name, id) in &resource.dynamic {
                    if self.dynamic.contains(name) {
                        candidates.push(*id);
                    }
                }
            }
            for id in candidates {
                self.enqueue(id);
            }
            if self.queue.is_empty() {
                return;
            }
        }
    }

    fn link(&mut self, id: NodeId) {
        let node = self.graph.node(id);
        let (document, dialect) = (node.document, node.dialect);
        // A definition is followed when something leads to it; those of the
        // schemas themselves have been queued from the start.
        let evaluated = node.children.iter().filter(|(_, evaluated)| *evaluated);
        let children: Vec<NodeId> = evaluated.map(|(child, _)| *child).collect();
        let pointer = node.pointer.clone();
        for child in children {
            self.enqueue(child);
        }
        let held = Arc::clone(self.loader.documents.get(document));
        let Some(json) = held.json.pointer(&pointer) else {
            return;
        };
        for keyword in ["$ref", "$dynamicRef", "$recursiveRef"] {
            let spoken = match keyword {
                "$ref" => true,
                "$dynamicRef" => dialect.since(Draft::Draft2020),
                _ => dialect.draft == Draft::Draft2019,
            };
            let value = json.get(keyword).filter(|_| spoken);
            let Some((value, text)) = value.and_then(|value| Some((value, value.as_str()?))) else {
                continue;
            };
            match self.target(id, text) {
                Ok((target, resource)) => {
                    let dynamic = self.dynamic_name(keyword, text, target, resource);
                    self.dynamic.extend(dynamic.clone());
                    self.enqueue(target);
                    let references = &mut self.graph.nodes[id.0 as usize].references;
                    references.push(Reference { target, dynamic });
                }
                Err(miss) => self.report(&held, &pointer, keyword, value, miss),
            }
        }
    }

    /// The name that a dynamic reference asks the dynamic scope for: only
    /// where the target that it has without one carries that anchor itself.
    fn dynamic_name(
        &self,
        keyword: &str,
        text: &str,
        target: NodeId,
        resource: ResourceId,
    ) -> Option<String> {
        let name = match keyword {
            "$dynamicRef" => uri::decode(uri::split(text).1),
            "$recursiveRef" => RECURSIVE.to_owned(),
            _ => return None,
        };
        if keyword == "$dynamicRef" && (name.is_empty() || name.starts_with('/')) {
            return None;
        }
        let anchored = self.graph.resource(resource).dynamic.get(&name);
        (anchored == Some(&target)).then_some(name)
    }

    fn target(&mut self, from: NodeId, text: &str) -> Result<(NodeId, ResourceId), Miss> {
        let (reference, fragment) = uri::split(text);
        let node = self.graph.node(from);
        let (own, document) = (node.resource, node.document);
        let resource = if reference.is_empty() {
            own
        } else {
            self.resource(own, document, reference)?
        };
        self.fragment(resource, fragment, document)
    }

    /// The resource that the part of a reference before `#` names.
    fn resource(
        &mut self,
        own: ResourceId,
        document: usize,
        text: &str,
    ) -> Result<ResourceId, Miss> {
        let held = Arc::clone(self.loader.documents.get(document));
        let base = self.graph.resource(own).uri.clone();
        let first = match uri::resolve(&base, text) {
            Ok(target) if target == base => return Ok(own),
            Ok(target) => self.by_uri(document, &target),
            Err(uri::Refusal::Outside) => Err(Miss::Outside),
            Err(uri::Refusal::Malformed) => Err(Miss::Nothing(text.to_owned(), None)),
        };
        // Where an `$id` has moved the base, a file is still found beside the
        // file that refers to it.
        if let Err(Miss::Nothing(..)) = first
            && base != held.uri
            && let Ok(target) = uri::resolve(&held.uri, text)
            && let Ok(found) = self.by_uri(document, &target)
        {
            return Ok(found);
        }
        match first {
            Err(Miss::Nothing(looked_for, None)) => {
                let name = text.rsplit('/').next().unwrap_or(text);
                let near = self.suggest(name, |this| this.loader.beside(&held));
                Err(Miss::Nothing(looked_for, near))
            }
            other => other,
        }
    }

    fn by_uri(&mut self, document: usize, target: &str) -> Result<ResourceId, Miss> {
        if let Some(found) = self.inside.get(&(document, target.to_owned())) {
            return Ok(*found);
        }
        if self.ambiguous.contains(target) {
            return Err(Miss::Ambiguous(target.to_owned()));
        }
        if let Some(found) = self.by_uri.get(target) {
            return Ok(*found);
        }
        match self.loader.fetch(target) {
            Fetched::Found(index) => {
                self.walk_new();
                let uri = self.loader.documents.get(index).uri.clone();
                let found = self.inside.get(&(index, uri)).copied();
                found.ok_or(Miss::Reported)
            }
            Fetched::Broken => Err(Miss::Reported),
            Fetched::Outside => Err(Miss::Outside),
            Fetched::Missing(looked_for) => {
                if self.loader.fetch_whole_folder() {
                    self.walk_new();
                    if let Some(found) = self.by_uri.get(target) {
                        return Ok(*found);
                    }
                }
                Err(Miss::Nothing(looked_for, None))
            }
        }
    }

    /// The schema that the part of a reference behind `#` names.
    fn fragment(
        &mut self,
        resource: ResourceId,
        fragment: &str,
        from: usize,
    ) -> Result<(NodeId, ResourceId), Miss> {
        let decoded = uri::decode(fragment);
        let held = self.graph.resource(resource);
        let document = held.document;
        if !decoded.is_empty() && !decoded.starts_with('/') {
            if let Some(found) = held.anchors.get(&decoded) {
                return Ok((*found, resource));
            }
            let slash = format!("{}/{decoded}", held.pointer);
            if self
                .loader
                .documents
                .get(document)
                .json
                .pointer(&slash)
                .is_some()
            {
                let looked_for = format!("anchor `{decoded}`");
                return Err(Miss::Nothing(looked_for, Some(format!("#/{decoded}"))));
            }
            let near = self.suggest(&decoded, |this| {
                let anchors = &this.graph.resource(resource).anchors;
                anchors.keys().cloned().collect()
            });
            let name = &self.loader.documents.get(document).path;
            return Err(Miss::Nothing(
                format!("the anchor `{decoded}` in {name}"),
                near,
            ));
        }
        let root = held.pointer.clone();
        let mut tried = vec![format!("{root}{}", canonical(&decoded))];
        if decoded != fragment {
            tried.push(format!("{root}{}", canonical(fragment)));
        }
        // Many write pointers from the document's root into an embedded
        // resource.
        if !root.is_empty() {
            tried.push(canonical(&decoded));
        }
        for pointer in &tried {
            if let Some(found) = self.place(document, pointer) {
                let resource = self.graph.node(found).resource;
                return Ok((found, resource));
            }
        }
        self.component(&decoded, document, from, &tried[0])
    }

    /// The schema at a place in a document, expected there or not.
    fn place(&mut self, document: usize, pointer: &str) -> Option<NodeId> {
        let known = self.graph.at(document, pointer);
        known.or_else(|| self.walk_unknown(document, pointer))
    }

    /// A pointer into a collection of named schemas that the document does
    /// not have: `NAME.json` beside the document, or a loaded OpenAPI document.
    fn component(
        &mut self,
        pointer: &str,
        document: usize,
        from: usize,
        full: &str,
    ) -> Result<(NodeId, ResourceId), Miss> {
        let held = Arc::clone(self.loader.documents.get(document));
        let prefixes = ["/components/schemas/", "/definitions/", "/$defs/"];
        let rest = prefixes
            .iter()
            .find_map(|prefix| pointer.strip_prefix(prefix));
        let mut looked_for = format!("#{full} in {}", held.path);
        if let Some(rest) = rest {
            let (name, inner) = match rest.find('/') {
                Some(at) => (&rest[..at], &rest[at..]),
                None => (rest, ""),
            };
            let name = unescape(name);
            let inner = canonical(inner);
            for index in [document, from] {
                let base = self.loader.documents.get(index).uri.clone();
                let target = (!name.contains('/'))
                    .then(|| uri::to_path(&base))
                    .flatten()
                    .map(|path| {
                        let directory = path.rfind('/').map_or("", |at| &path[..=at]);
                        uri::of_path(&format!("{directory}{name}.json"))
                    });
                if let Some(target) = target {
                    match self.by_uri(index, &target) {
                        Ok(found) => {
                            let answer = self.graph.resource(found).document;
                            if let Some(id) = self.place(answer, &inner) {
                                return Ok((id, self.graph.node(id).resource));
                            }
                        }
                        Err(Miss::Reported) => return Err(Miss::Reported),
                        Err(_) => {}
                    }
                }
            }
            let component = format!("/components/schemas/{}{inner}", escape(&name));
            for index in self.openapi.clone() {
                if let Some(id) = self.place(index, &component) {
                    return Ok((id, self.graph.node(id).resource));
                }
            }
            looked_for = format!("{looked_for}, nor {name}.json beside it");
            let stem = |file: String| file.strip_suffix(".json").unwrap_or(&file).to_owned();
            let near = self.suggest(&name, |this| {
                let files = this.loader.beside(&held);
                files.into_iter().map(stem).collect()
            });
            if near.is_some() {
                return Err(Miss::Nothing(looked_for, near));
            }
        }
        Err(Miss::Nothing(looked_for, self.near_pointer(&held, full)))
    }

    /// The key that the first missing token of a pointer was probably meant
    /// to be.
    fn near_pointer(&mut self, held: &Document, pointer: &str) -> Option<String> {
        let mut json = &held.json;
        let mut there = String::new();
        for token in pointer.split('/').skip(1) {
            let token = unescape(token);
            if let Some(next) = json.step(&token) {
                there = format!("{there}/{}", escape(&token));
                json = next;
                continue;
            }
            let JsonKind::Object(members) = &json.kind else {
                return None;
            };
            let near = self.suggest(&token, |_| members.keys().cloned().collect())?;
            return Some(format!("#{there}/{}", escape(&near)));
        }
        None
    }

    /// The nearest of some names, as long as not too many were looked for: a
    /// thousand dangling references need no thousand searches.
    fn suggest(
        &mut self,
        name: &str,
        candidates: impl FnOnce(&Self) -> Vec<String>,
    ) -> Option<String> {
        self.suggestions = self.suggestions.checked_sub(1)?;
        let candidates = candidates(self);
        nearest(name, candidates.iter().map(String::as_str)).map(str::to_owned)
    }

    fn report(&mut self, held: &Document, at: &str, keyword: &str, value: &Json, miss: Miss) {
        let text = value.as_str().unwrap_or_default();
        let (kind, reason, way_out) = match miss {
            Miss::Reported => return,
            Miss::Outside => (
                Kind::Outside,
                format!("`{text}` leads out of the schemas folder, and is not followed"),
                "copy the schema into the folder and refer to it there".to_owned(),
            ),
            Miss::Ambiguous(uri) => (
                Kind::AmbiguousIdentifier,
                format!("`{text}`: more than one document claims the identifier `{uri}`"),
                "give each document an `$id` of its own".to_owned(),
            ),
            Miss::Nothing(looked_for, near) => {
                let way_out = match near {
                    Some(near) => format!("did you mean `{near}`?"),
                    None if text.starts_with("http") => {
                        "nothing is fetched: put the document into the schemas folder, or say \
                         which folder stands for its URL (remote base)"
                            .to_owned()
                    }
                    None => "add the schema, or correct the reference".to_owned(),
                };
                let reason = format!("`{text}` leads nowhere: there is no {looked_for}");
                (Kind::DanglingReference, reason, way_out)
            }
        };
        let diagnostic = Diagnostic::at(kind, &held.text, value.span, reason)
            .pointer(format!("{at}/{keyword}"))
            .help(way_out);
        self.problems.push(diagnostic);
    }
}

/// A pointer with each token escaped the one way that the index uses.
fn canonical(pointer: &str) -> String {
    let Some(tokens) = pointer.strip_prefix('/') else {
        return String::new();
    };
    let escaped = tokens.split('/').map(|token| escape(&unescape(token)));
    escaped.fold(String::new(), |mut all, token| {
        all.push('/');
        all.push_str(&token);
        all
    })
}
