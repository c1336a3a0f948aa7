//! One OpenAPI document → the schemas that are taken from it.

use std::sync::Arc;

use super::client::{Answer, Received};
use super::collect::{Fetch, Item, Set};
use super::event::Event;
use super::failure::Failure;
use super::lock::{Locked, sha256};
use super::pool::{self, Job, Tell};
use super::source::is_url;
use super::{openapi, references};
use crate::diagnostics::text::Text;
use crate::diagnostics::{Diagnostic, Diagnostics, Kind};
use crate::load::json::Json;
use crate::load::parse::parse_schema;
use crate::load::repeated::RepeatedMembers;
use crate::load::yaml;

impl Fetch<'_> {
    /// The schemas of an OpenAPI document.
    pub(super) fn of_openapi(&self, place: &str, tell: &mut Tell<'_>) -> Result<Set, Diagnostics> {
        if self.offline && is_url(place) {
            let reason = "an OpenAPI document is not kept, and --offline fetches nothing";
            return Err(Diagnostic::of_file(Kind::Upstream, place, reason)
                .help("give a file: --from FILE")
                .into());
        }
        let mut result = None;
        let job = Job {
            name: place.to_owned(),
            place: place.to_owned(),
            known: self.known(place).cloned(),
        };
        pool::run(self.client, 1, vec![job], tell, &mut |job, answer, _| {
            result = Some((job.known, answer));
            Vec::new()
        });
        let (document, set, unchanged) = match result {
            Some((_, Ok(Answer::Document(received)))) => {
                let document = locked(place, &received);
                (document, self.taken(place, received)?, false)
            }
            Some((Some(known), Ok(Answer::Unchanged))) => (known, self.kept()?, true),
            Some((_, Err(failure))) => return Err(failure.diagnostic(place).into()),
            _ => return Err(Failure::skipped().diagnostic(place).into()),
        };
        tell(&Event::Fetched {
            schema: place,
            size: usize::try_from(document.size).unwrap_or(usize::MAX),
            unchanged,
        });
        tell(&Event::Known(set.items.len()));
        Ok(Set {
            document: Some(document),
            roots: Some(self.roots.to_vec()),
            ..set
        })
    }

    /// What the lock says of the document, where the folder holds just what is
    /// to be taken from it.
    fn known(&self, place: &str) -> Option<&Locked> {
        let document = self.lock.document.as_ref()?;
        let same = document.url == place
            && self.lock.roots.as_deref() == Some(self.roots)
            && self
                .lock
                .files
                .iter()
                .all(|(path, locked)| self.is_intact(path, locked));
        same.then_some(document)
    }

    /// The files that are there, where the document has not changed.
    fn kept(&self) -> Result<Set, Diagnostics> {
        let mut set = Set::default();
        for (path, locked) in &self.lock.files {
            let text = self.held.known(path)?;
            let name = path.strip_suffix(".json").unwrap_or(path).to_owned();
            set.items.insert(name, item(text, locked.url.clone()));
        }
        Ok(set)
    }

    /// The schemas of a document that was received: the roots, and what they
    /// lead to.
    fn taken(&self, place: &str, received: Received) -> Result<Set, Diagnostics> {
        let (json, text) = parsed(place, received.text, self.repeated)?;
        let mut files = openapi::files(&json, &text).map_err(|problem| *problem)?;
        let mut set = Set::default();
        let mut open: Vec<String> = self.roots.to_vec();
        if open.is_empty() {
            open = files.keys().cloned().collect();
        }
        while let Some(name) = open.pop() {
            let Some(json) = files.remove(&name) else {
                if self.roots.contains(&name) && !set.items.contains_key(&name) {
                    let reason = format!("it has no schema `{name}`, which is one of the roots");
                    let problem = Diagnostic::of_file(Kind::Upstream, place, reason);
                    return Err(problem.help("correct `roots` in isoschema.toml").into());
                }
                continue;
            };
            open.extend(references::names(&json, &name, None, self.draft));
            let url = format!("{place}#/components/schemas/{name}");
            set.items.insert(name, item(json.to_text(), url));
        }
        Ok(set)
    }
}

/// A document in JSON or in YAML, where its name does not say which. An object
/// of JSON and a flow mapping of YAML begin alike: what is no JSON is YAML.
fn parsed(
    place: &str,
    text: String,
    repeated: RepeatedMembers,
) -> Result<(Json, Arc<Text>), Diagnostics> {
    let path = place.split(['?', '#']).next().unwrap_or(place);
    let is_named = |ending: &str| path.ends_with(ending);
    let is_yaml = is_named(".yaml") || is_named(".yml");
    let begins = text.trim_start_matches('\u{feff}').trim_start();
    let is_json = begins.starts_with('{') && !is_yaml;
    let problem = match parse_schema(place, &text, repeated) {
        Ok(parsed) => return Ok(parsed),
        Err(problems) if is_json && is_named(".json") => return Err(problems),
        Err(problems) => problems,
    };
    let text = Arc::new(Text::new(place, text));
    match yaml::parse(&text) {
        Ok(json) => Ok((json, text)),
        Err(_) if is_json => Err(problem),
        Err(problem) => Err((*problem).into()),
    }
}

/// A schema of the document. What it is known by is the document's.
fn item(text: String, place: String) -> Item {
    Item {
        text,
        place,
        etag: None,
        last_modified: None,
    }
}

/// What the lock is to say of a document.
fn locked(place: &str, received: &Received) -> Locked {
    Locked {
        url: place.to_owned(),
        etag: received.etag.clone(),
        last_modified: received.last_modified.clone(),
        sha256: sha256(received.text.as_bytes()),
        size: received.text.len() as u64,
        fetched: None,
    }
}
