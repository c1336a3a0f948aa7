//! Schemas that stand in documents of other kinds → a file for each.
//!
//! Each is in the words of a draft, and refers to the others by their files, so that any
//! validator can follow it.

use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::load::document::{Documents, Origin, stem};
use crate::load::json::{Json, JsonKind, unescape};
use crate::load::uri;
use crate::resolve::dialect::{Dialect, Draft};
use crate::resolve::plain;
use crate::rules::location::Location;
use crate::rules::standing::Standing;

use super::parts::SchemaFile;

/// The files, as they are made.
pub(super) struct Apart<'a> {
    pub(super) documents: &'a Documents,
    /// How schemas are read, and where they refer to.
    pub(super) standing: &'a HashMap<Location, Standing>,
    /// The documents' values, with all that the configuration changes.
    pub(super) values: &'a HashMap<Arc<str>, Json>,
    paths: HashMap<Location, String>,
    taken: HashSet<String>,
    open: VecDeque<Location>,
}

impl<'a> Apart<'a> {
    pub(super) fn new(
        documents: &'a Documents,
        standing: &'a HashMap<Location, Standing>,
        values: &'a HashMap<Arc<str>, Json>,
    ) -> Self {
        Self {
            documents,
            standing,
            values,
            paths: HashMap::new(),
            taken: HashSet::new(),
            open: VecDeque::new(),
        }
    }

    /// The path of the file for a schema that is called so.
    pub(super) fn file(&mut self, location: &Location, name: &str) -> String {
        if let Some(known) = self.paths.get(location) {
            return known.clone();
        }
        let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "._-/".contains(letter);
        let plain: String = name
            .chars()
            .map(|letter| if is_plain(letter) { letter } else { '-' })
            .collect();
        let parts = plain
            .split('/')
            .filter(|part| !part.trim_matches('.').is_empty());
        let plain = parts.collect::<Vec<_>>().join("/");
        let plain = if plain.is_empty() { "schema" } else { &plain };
        let mut stem = plain.to_owned();
        let mut number = 1;
        // Some file systems take large letters for small ones.
        while !self.taken.insert(stem.to_ascii_lowercase()) {
            number += 1;
            stem = format!("{plain}-{number}");
        }
        let path = format!("{stem}.json");
        self.paths.insert(location.clone(), path.clone());
        self.open.push_back(location.clone());
        path
    }

    /// All files, with those of schemas that others refer to.
    pub(super) fn finish(mut self) -> Vec<SchemaFile> {
        let mut files = Vec::new();
        while let Some(location) = self.open.pop_front() {
            let value = self.values.get(&location.document);
            let Some(json) = value.and_then(|it| it.pointer(&location.pointer)) else {
                continue;
            };
            let mut json = json.clone();
            let standing = self.standing.get(&location);
            let default = Dialect::of(Draft::Draft2020);
            let dialect = standing.map_or(default, |it| it.dialect);
            if let JsonKind::Bool(verdict) = json.kind {
                // It says no draft otherwise.
                let never = [(
                    "not".to_owned(),
                    Json::new(JsonKind::Object(IndexMap::new())),
                )];
                let members = if verdict { None } else { Some(never) };
                json.kind = JsonKind::Object(members.into_iter().flatten().collect());
            }
            let path = self.paths.get(&location).cloned().unwrap_or_default();
            plain::each(&mut json, dialect, |members, inner| {
                let place = Location {
                    document: Arc::clone(&location.document),
                    pointer: format!("{}{inner}", location.pointer),
                };
                self.refer(members, &place, &path);
                if !dialect.openapi30 {
                    members.shift_remove(dialect.id_keyword());
                }
                plain::translate(members, dialect);
            });
            plain::declare(&mut json, plain::draft(dialect));
            let text = json.to_text();
            files.push(SchemaFile { path, text });
        }
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files
    }

    /// Has a schema in a file refer to the file of another.
    fn refer(&mut self, members: &mut IndexMap<String, Json>, place: &Location, from: &str) {
        let Some(reference) = members.get_mut("$ref") else {
            return;
        };
        let standing = self.standing.get(place);
        let Some(target) = standing.and_then(|it| it.reference.as_ref()) else {
            return;
        };
        let document = self.documents.by_path(&target.document);
        if document.is_none_or(|it| it.origin == Origin::BuiltIn) {
            return;
        }
        let (path, rest) = self.home(target);
        let whole = uri::between(from, &path);
        let fragment = uri::fragment(&rest);
        reference.kind = JsonKind::String(match rest.as_str() {
            "" => whole,
            _ => format!("{whole}#{fragment}"),
        });
    }

    /// The file that a schema is in, and where in it.
    fn home(&mut self, target: &Location) -> (String, String) {
        let mut around = target.clone();
        loop {
            if let Some(path) = self.paths.get(&around) {
                let rest = target.pointer.get(around.pointer.len()..);
                return (path.clone(), rest.unwrap_or_default().to_owned());
            }
            let Some(end) = around.pointer.rfind('/') else {
                break;
            };
            around.pointer.truncate(end);
        }
        let name = match target.pointer.rsplit_once('/') {
            Some((_, key)) => unescape(key),
            None => stem(&target.document).to_owned(),
        };
        (self.file(target, &name), String::new())
    }
}
