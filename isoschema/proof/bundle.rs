//! Many documents → one schema whose references are all local.
//!
//! The bundle is `{"$ref": "#/$defs/NAME", "$defs": {NAME: …, …}}`: each
//! document lies under its file stem, so that an error's schema path names the
//! document. References are resolved here, by the rules of RFC 3986 and of
//! JSON Schema (`$id`, `$anchor`, pointers), by file name, and for refs that
//! dangle into `#/components/schemas/NAME` by the stem `NAME`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::asserted::Asserted;
use super::uri::{escape, percent_decode, percent_encode, resolve, unescape};

/// Keywords that map names to schemas.
pub const MAPS: [&str; 6] = [
    "properties",
    "patternProperties",
    "$defs",
    "definitions",
    "dependentSchemas",
    "dependencies",
];

/// Keywords whose values are data, not schemas.
const DATA: [&str; 5] = ["enum", "const", "default", "example", "examples"];

/// A draft of JSON Schema, in the order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Draft {
    /// Draft 4.
    Four,
    /// Draft 6.
    Six,
    /// Draft 7.
    Seven,
    /// Draft 2019-09.
    Nineteen,
    /// Draft 2020-12, and whatever names no draft.
    Twenty,
}

/// The draft that a document names in `$schema`.
pub fn draft_of(document: &Value) -> Draft {
    match document.get("$schema").and_then(Value::as_str) {
        Some(uri) if uri.contains("draft-04") => Draft::Four,
        Some(uri) if uri.contains("draft-06") => Draft::Six,
        Some(uri) if uri.contains("draft-07") => Draft::Seven,
        Some(uri) if uri.contains("2019-09") => Draft::Nineteen,
        _ => Draft::Twenty,
    }
}

type Spot = (String, String);

/// Where the identifiers of all documents lead.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Absolute URI of a resource → its document and pointer.
    resources: BTreeMap<String, Spot>,
    /// Resource URI and anchor → document and pointer.
    anchors: BTreeMap<(String, String), Spot>,
    /// Dynamic anchor → how many there are.
    dynamic: BTreeMap<String, usize>,
    recursive: usize,
}

impl Index {
    /// Reads every document once.
    pub fn new(documents: &BTreeMap<String, Value>) -> Self {
        let mut index = Self::default();
        for (stem, document) in documents {
            let base = file_uri(stem);
            index
                .resources
                .insert(base.clone(), (stem.clone(), String::new()));
            let draft = draft_of(document);
            scan(document, draft, stem, &base, "", false, &mut index);
        }
        index
    }
}

/// Bundles what `name` leads to.
///
/// # Errors
///
/// See [`Sources::bundle`](super::Sources::bundle).
pub fn bundle(
    documents: &BTreeMap<String, Value>,
    index: &Index,
    name: &str,
    asserted: Asserted,
) -> Result<Value, String> {
    let root = documents
        .get(name)
        .ok_or_else(|| format!("no schema named {name}"))?;
    let mut done = Map::new();
    let mut seen = BTreeSet::from([name.to_owned()]);
    let mut waiting = vec![name.to_owned()];
    while let Some(stem) = waiting.pop() {
        let Some(document) = documents.get(&stem) else {
            continue;
        };
        let draft = draft_of(document);
        if draft != draft_of(root) {
            return Err(format!("{stem} is of another draft than {name}"));
        }
        let mut rewriting = Rewriting {
            documents,
            index,
            stem: &stem,
            draft,
            asserted,
            found: Vec::new(),
        };
        let rewritten = rewriting.schema(document, &file_uri(&stem), false)?;
        for target in rewriting.found {
            if seen.insert(target.clone()) {
                waiting.push(target);
            }
        }
        done.insert(stem, rewritten);
    }
    let mut whole = json!({"$ref": local(name, ""), "$defs": done});
    if let (Some(dialect), Value::Object(members)) = (root.get("$schema"), &mut whole) {
        members.insert("$schema".to_owned(), dialect.clone());
    }
    Ok(whole)
}

/// Where a document lies: a name that is a URI says so itself.
fn file_uri(stem: &str) -> String {
    if stem.contains("://") {
        stem.to_owned()
    } else {
        format!("file:///{stem}.json")
    }
}

fn own_id(object: &Map<String, Value>, draft: Draft) -> Option<&str> {
    if draft <= Draft::Seven && object.get("$ref").is_some_and(Value::is_string) {
        return None;
    }
    let key = if draft == Draft::Four { "id" } else { "$id" };
    object.get(key).and_then(Value::as_str)
}

fn scan(
    value: &Value,
    draft: Draft,
    stem: &str,
    base: &str,
    at: &str,
    map: bool,
    index: &mut Index,
) {
    let mut base = base.to_owned();
    match value {
        Value::Object(object) => {
            if !map {
                if let Some(id) = own_id(object, draft) {
                    let (uri, anchor) = id.split_once('#').unwrap_or((id, ""));
                    if !uri.is_empty() {
                        base = resolve(&base, uri);
                        index
                            .resources
                            .insert(base.clone(), (stem.to_owned(), at.to_owned()));
                    }
                    if !anchor.is_empty() {
                        index.anchors.insert(
                            (base.clone(), anchor.to_owned()),
                            (stem.to_owned(), at.to_owned()),
                        );
                    }
                }
                for key in ["$anchor", "$dynamicAnchor"] {
                    if let Some(anchor) = object.get(key).and_then(Value::as_str) {
                        index.anchors.insert(
                            (base.clone(), anchor.to_owned()),
                            (stem.to_owned(), at.to_owned()),
                        );
                        if key == "$dynamicAnchor" {
                            *index.dynamic.entry(anchor.to_owned()).or_default() += 1;
                        }
                    }
                }
                if object.get("$recursiveAnchor") == Some(&Value::Bool(true)) {
                    index.recursive += 1;
                }
            }
            for (key, child) in object {
                if map || !DATA.contains(&key.as_str()) {
                    let here = format!("{at}/{}", escape(key));
                    let inner = !map && MAPS.contains(&key.as_str());
                    scan(child, draft, stem, &base, &here, inner, index);
                }
            }
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                scan(
                    item,
                    draft,
                    stem,
                    &base,
                    &format!("{at}/{number}"),
                    false,
                    index,
                );
            }
        }
        _ => {}
    }
}

struct Rewriting<'a> {
    documents: &'a BTreeMap<String, Value>,
    index: &'a Index,
    stem: &'a str,
    draft: Draft,
    asserted: Asserted,
    found: Vec<String>,
}

impl Rewriting<'_> {
    fn schema(&mut self, value: &Value, base: &str, map: bool) -> Result<Value, String> {
        match value {
            Value::Object(object) if map => self.members(object, base, true),
            Value::Object(object) => {
                let base =
                    match own_id(object, self.draft).map(|id| id.split('#').next().unwrap_or("")) {
                        Some(uri) if !uri.is_empty() => resolve(base, uri),
                        _ => base.to_owned(),
                    };
                self.members(object, &base, false)
            }
            Value::Array(items) => items
                .iter()
                .map(|item| self.schema(item, base, false))
                .collect::<Result<_, _>>()
                .map(Value::Array),
            other => Ok(other.clone()),
        }
    }

    fn members(
        &mut self,
        object: &Map<String, Value>,
        base: &str,
        map: bool,
    ) -> Result<Value, String> {
        let mut out = Map::new();
        let mut more = Vec::new();
        for (key, value) in object {
            if map {
                out.insert(key.clone(), self.schema(value, base, false)?);
                continue;
            }
            match (key.as_str(), value) {
                ("$id" | "$schema" | "$anchor" | "$dynamicAnchor", Value::String(_))
                | ("$vocabulary" | "$recursiveAnchor", _) => {}
                ("id", Value::String(_)) if self.draft == Draft::Four => {}
                ("$ref", Value::String(reference)) => {
                    out.insert(key.clone(), Value::String(self.target(reference, base)?));
                }
                ("$dynamicRef", Value::String(reference)) => {
                    let anchor = reference.rsplit('#').next().unwrap_or_default();
                    if self.index.dynamic.get(anchor).copied().unwrap_or(0) > 1 {
                        return Err(format!("{}: several dynamic anchors {anchor}", self.stem));
                    }
                    more.push(json!({"$ref": self.target(reference, base)?}));
                }
                ("$recursiveRef", Value::String(reference)) => {
                    if self.index.recursive > 1 {
                        return Err(format!("{}: several recursive anchors", self.stem));
                    }
                    more.push(json!({"$ref": self.target(reference, base)?}));
                }
                (word, _)
                    if self
                        .asserted
                        .leaves(word, value, self.draft >= Draft::Seven) => {}
                (word, _) if DATA.contains(&word) => {
                    out.insert(key.clone(), value.clone());
                }
                (word, _) => {
                    let inner = MAPS.contains(&word);
                    out.insert(key.clone(), self.schema(value, base, inner)?);
                }
            }
        }
        if !map && self.draft == Draft::Nineteen && out.contains_key("unevaluatedItems") {
            more.extend(unseen(&mut out));
        }
        if !more.is_empty() {
            if let Some(Value::Array(parts)) = out.get_mut("allOf") {
                parts.extend(more);
            } else {
                out.insert("allOf".to_owned(), Value::Array(more));
            }
        }
        Ok(Value::Object(out))
    }

    fn target(&mut self, reference: &str, base: &str) -> Result<String, String> {
        let (uri, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let fragment = percent_decode(fragment);
        let dangling = || format!("{}: the reference {reference} leads nowhere", self.stem);
        let (stem, start) = self.resource(uri, base).ok_or_else(dangling)?;
        let (stem, pointer) = if fragment.is_empty() || fragment.starts_with('/') {
            let pointer = format!("{start}{fragment}");
            if self
                .documents
                .get(&stem)
                .is_some_and(|document| document.pointer(&pointer).is_some())
            {
                (stem, pointer)
            } else {
                self.component(&fragment).ok_or_else(dangling)?
            }
        } else {
            let absolute = if uri.is_empty() {
                base.to_owned()
            } else {
                resolve(base, uri)
            };
            self.index
                .anchors
                .get(&(absolute, fragment.clone()))
                .cloned()
                .ok_or_else(dangling)?
        };
        self.found.push(stem.clone());
        Ok(local(&stem, &pointer))
    }

    fn resource(&self, uri: &str, base: &str) -> Option<Spot> {
        let absolute = if uri.is_empty() {
            base.to_owned()
        } else {
            resolve(base, uri)
        };
        if let Some(spot) = self.index.resources.get(&absolute) {
            return Some(spot.clone());
        }
        // A document with an `$id` may still be named by its file's name.
        let beside = resolve(&file_uri(self.stem), uri);
        let stem = beside.strip_prefix("file:///")?;
        let stem = percent_decode(stem.strip_suffix(".json").unwrap_or(stem));
        self.documents
            .contains_key(&stem)
            .then_some((stem, String::new()))
    }

    fn component(&self, fragment: &str) -> Option<Spot> {
        let rest = fragment.strip_prefix("/components/schemas/")?;
        let (name, rest) = rest
            .split_once('/')
            .map_or((rest, String::new()), |(name, rest)| {
                (name, format!("/{rest}"))
            });
        let name = unescape(name);
        self.documents.get(&name)?.pointer(&rest)?;
        Some((name, rest))
    }
}

/// `contains` as draft 2019-09 has it, where it has not looked at the items that it finds.
fn unseen(schema: &mut Map<String, Value>) -> Option<Value> {
    let keywords = ["contains", "minContains", "maxContains"];
    let taken = keywords.iter().filter_map(|it| schema.remove_entry(*it));
    let taken: Map<String, Value> = taken.collect();
    (!taken.is_empty()).then(|| json!({"not": {"not": taken}}))
}

fn local(stem: &str, pointer: &str) -> String {
    format!(
        "#{}",
        percent_encode(&format!("/$defs/{}{pointer}", escape(stem)))
    )
}
