//! Follows references, and reports every one that leads nowhere.

use std::sync::Arc;

use super::beside::meant;
use super::dialect::{Dialect, Draft};
use super::find::Miss;
use super::graph::{Assumed, NodeId, RECURSIVE, Reference, ResourceId};
use super::index::Builder;
use crate::diagnostics::{Diagnostic, Kind};
use crate::load::document::stem;
use crate::load::document::{Document, Origin};
use crate::load::json::{Json, escape, unescape};
use crate::load::places::astray;
use crate::load::uri;
use crate::names::nearest::nearest;

/// A resource that a reference was taken to name, and why.
#[derive(Clone, Copy)]
struct Assumption {
    resource: ResourceId,
    how: &'static str,
}

/// A schema, its resource, and how it was found where that is no matter of
/// course.
type Target = (NodeId, ResourceId, Option<Assumption>);

/// Where documents define what they refer to.
const DEFINITIONS: [&str; 4] = ["/$defs", "/definitions", "/components/schemas", "/schemas"];

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
                Ok((target, resource, how)) => {
                    if let Some(how) = how {
                        self.assume(id, &format!("{pointer}/{keyword}"), text, how);
                    }
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

    fn target(&mut self, from: NodeId, text: &str) -> Result<Target, Miss> {
        let (reference, fragment) = uri::split(text);
        let node = self.graph.node(from);
        let (own, document) = (node.resource, node.document);
        let (resource, how) = if reference.is_empty() {
            (own, None)
        } else {
            self.resource(own, document, reference)?
        };
        let (target, held) = self.fragment(resource, fragment, document)?;
        let how = how.map(|how| Assumption { resource, how });
        Ok((target, held, how))
    }

    /// Notes a reference that leads where RFC 3986 does not lead it.
    fn assume(&mut self, from: NodeId, at: &str, text: &str, assumption: Assumption) {
        let node = self.graph.node(from);
        let held = self.loader.documents.get(node.document);
        let resource = self.graph.resource(assumption.resource);
        let target = self.loader.documents.get(resource.document);
        let inside = matches!(target.origin, Origin::Schemas | Origin::Folder);
        let whole = if inside && resource.pointer.is_empty() {
            // From where a relative `$id` has moved the base to.
            let base = uri::to_path(&self.graph.resource(node.resource).uri);
            uri::between(base.as_deref().unwrap_or(&held.path), &target.path)
        } else {
            resource.uri.clone()
        };
        let fragment = text.find('#').map_or("", |at| &text[at..]);
        let all = self.graph.assumed.entry(Arc::clone(&held.path));
        all.or_default().push(Assumed {
            pointer: at.to_owned(),
            reference: text.to_owned(),
            target: format!("{whole}{fragment}"),
            reason: assumption.how,
        });
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
            return Err(Miss::Nothing(format!("anchor `{decoded}` in {name}"), near));
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
    pub(super) fn place(&mut self, document: usize, pointer: &str) -> Option<NodeId> {
        let held = Arc::clone(self.loader.documents.get(document));
        let (inner, _) = meant(&held, pointer, Dialect::of(self.default))?;
        let pointer = format!("{pointer}{inner}");
        let known = self.graph.at(document, &pointer);
        known.or_else(|| self.walk_unknown(document, &pointer))
    }

    /// A pointer into a collection of named schemas that the document does
    /// not have: `NAME.json` beside the document, or a loaded document with components.
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
                        Err(miss @ (Miss::Reported | Miss::Broken(_))) => return Err(miss),
                        Err(_) => {}
                    }
                }
            }
            let component = format!("/components/schemas/{}{inner}", escape(&name));
            for index in self.described.clone() {
                if let Some(id) = self.place(index, &component) {
                    return Ok((id, self.graph.node(id).resource));
                }
            }
            looked_for = format!("{looked_for}, nor {name}.json beside it");
            if let Some(near) = self.near_pointer(&held, full) {
                return Err(Miss::Nothing(looked_for, Some(near)));
            }
            let stem = |file: String| stem(&file).to_owned();
            let near = self.suggest(&name, |this| {
                let files = this.loader.beside(&held);
                files.into_iter().map(stem).collect()
            });
            return Err(Miss::Nothing(looked_for, near));
        }
        Err(Miss::Nothing(looked_for, self.near_pointer(&held, full)))
    }

    /// Where the schema that a pointer names stands among other definitions of the
    /// document, or the key that its first missing token was probably meant to be.
    pub(super) fn near_pointer(&mut self, held: &Document, pointer: &str) -> Option<String> {
        let elsewhere = pointer.rsplit_once('/').and_then(|(_, name)| {
            let mut places = DEFINITIONS.iter().map(|place| format!("{place}/{name}"));
            places.find(|place| held.json.pointer(place).is_some())
        });
        if let Some(elsewhere) = elsewhere {
            return Some(format!("#{elsewhere}"));
        }
        // `#/` is a member without a name, and hardly ever meant.
        if let Some(before) = pointer.strip_suffix('/')
            && held.json.pointer(before).is_some()
        {
            return Some(format!("#{before}"));
        }
        let (there, json, token) = astray(&held.json, pointer)?;
        let members = json.as_object()?;
        let near = self.suggest(&token, |_| members.keys().cloned().collect())?;
        let near = format!("{there}/{}", escape(&near));
        // The rest of the pointer may be right.
        let rest = pointer
            .get(there.len() + 1..)
            .and_then(|rest| rest.split_once('/'));
        let whole = rest.map(|(_, rest)| format!("{near}/{rest}"));
        let whole = whole.filter(|whole| held.json.pointer(whole).is_some());
        Some(format!("#{}", whole.unwrap_or(near)))
    }

    /// The nearest of some names, as long as not too many were looked for: a
    /// thousand dangling references need no thousand searches.
    pub(super) fn suggest(
        &mut self,
        name: &str,
        candidates: impl FnOnce(&Self) -> Vec<String>,
    ) -> Option<String> {
        self.suggestions = self.suggestions.checked_sub(1)?;
        let candidates = candidates(self);
        nearest(name, candidates.iter().map(String::as_str)).map(str::to_owned)
    }

    /// Reports a reference that leads nowhere.
    pub(super) fn report(
        &mut self,
        held: &Document,
        at: &str,
        keyword: &str,
        value: &Json,
        miss: Miss,
    ) {
        let text = value.as_str().unwrap_or_default();
        let (kind, reason, way_out) = match miss {
            Miss::Reported => return,
            Miss::Outside => (
                Kind::Outside,
                format!("`{text}` leads out of the schemas folder, and is not followed"),
                "copy the schema into the folder and refer to it there, or take a folder that holds both"
                    .to_owned(),
            ),
            Miss::Ambiguous(uri, documents) => {
                let [one, other] = documents.map(|index| &self.loader.documents.get(index).path);
                (
                    Kind::AmbiguousIdentifier,
                    format!("`{text}`: {one} and {other} both claim the identifier `{uri}`"),
                    "give each document an `$id` of its own".to_owned(),
                )
            }
            Miss::Broken(path) => (
                Kind::DanglingReference,
                format!("`{text}` leads to {path}, which could not be read"),
                "mend that file: what is wrong with it is reported at its place".to_owned(),
            ),
            Miss::Nothing(looked_for, near) => {
                let unread: Vec<&str> = self.loader.unread().take(4).collect();
                let remote = looked_for.starts_with("http");
                let folder = looked_for.rfind('/').map_or("", |at| &looked_for[..=at]);
                let stands = format!(
                    "say which folder stands for its URL (remote base: `--remote-base {folder}=FOLDER`)"
                );
                let way_out = match near {
                    Some(near) if remote => format!("did you mean `{near}`? Or {stands}"),
                    Some(near) => format!("did you mean `{near}`?"),
                    None if !unread.is_empty() => {
                        format!("it may be in what could not be read: {}", unread.join(", "))
                    }
                    None if remote => format!(
                        "nothing is fetched: put the document into the schemas folder, or {stands}"
                    ),
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
pub(super) fn canonical(pointer: &str) -> String {
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
