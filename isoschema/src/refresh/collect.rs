//! The roots → every schema that they lead to.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::Ordering;

use super::client::{Answer, Client, Received};
use super::event::Event;
use super::held::Held;
use super::lock::{Lock, Locked, sha256};
use super::pool::{self, Job, Tell};
use super::references;
use super::source::{Source, is_url};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::load::json::Json;
use crate::load::parse::parse_schema;
use crate::load::repeated::RepeatedMembers;
use crate::resolve::dialect::Draft;
use crate::words::counted;

/// A schema that belongs to the new set.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its text in canonical form.
    pub(super) text: String,
    /// Where it comes from.
    pub(super) place: String,
    pub(super) etag: Option<String>,
    pub(super) last_modified: Option<String>,
}

/// The new set.
#[derive(Debug, Default)]
pub(super) struct Set {
    /// By name.
    pub(super) items: BTreeMap<String, Item>,
    /// The document that they all come from, if they do.
    pub(super) document: Option<Locked>,
    /// What was asked for of it.
    pub(super) roots: Option<Vec<String>>,
    /// References that lead to no document: no matter if they lead elsewhere.
    pub(super) missing: Vec<Diagnostic>,
}

/// What is needed to fetch a set.
pub(super) struct Fetch<'a> {
    pub(super) client: &'a Client,
    pub(super) source: &'a Source,
    pub(super) roots: &'a [String],
    pub(super) held: Held<'a>,
    pub(super) lock: &'a Lock,
    pub(super) offline: bool,
    pub(super) threads: usize,
    pub(super) draft: Draft,
    /// What a member means that a schema repeats.
    pub(super) repeated: RepeatedMembers,
}

impl Fetch<'_> {
    /// Fetches the set.
    pub(super) fn set(&self, tell: &mut Tell<'_>) -> Result<Set, Diagnostics> {
        if let Source::OpenApi(place) = self.source {
            return self.of_openapi(place, tell);
        }
        let mut set = Set::default();
        let mut problems = Collector::default();
        let mut seen: BTreeSet<String> = self.roots.iter().cloned().collect();
        let jobs = seen.iter().map(|name| self.job(name)).collect();
        let mut bytes = 0;
        let mut asked_by: BTreeMap<String, String> = BTreeMap::new();
        tell(&Event::Known(seen.len()));
        pool::run(
            self.client,
            self.threads,
            jobs,
            tell,
            &mut |job, result, tell| {
                let received = match result {
                    Ok(Answer::Document(received)) => self.read(&job, received, false, tell),
                    Ok(Answer::Unchanged) => self.local(&job, tell),
                    Err(failure) if self.offline && is_url(&job.place) => {
                        Err(failure.diagnostic(&job.place).into())
                    }
                    Err(failure) => {
                        if self.client.stopped.load(Ordering::Relaxed) {
                            return Vec::new();
                        }
                        let stop = failure.hopeless;
                        let missing = failure.missing;
                        let mut problem = failure.diagnostic(&job.place);
                        if let Some(by) = asked_by.get(&job.name) {
                            problem.reason = format!("{} ({by} refers to it)", problem.reason);
                            if missing {
                                set.missing.push(problem);
                                return Vec::new();
                            }
                        }
                        self.client.stopped.fetch_or(stop, Ordering::Relaxed);
                        Err(problem.into())
                    }
                };
                let (item, json) = match received {
                    Ok(received) => received,
                    Err(wrong) => {
                        problems.extend(wrong);
                        return Vec::new();
                    }
                };
                let template = self.source.template();
                let mut more = Vec::new();
                for name in references::names(&json, &job.name, template, self.draft) {
                    if seen.insert(name.clone()) {
                        more.push(self.job(&name));
                        asked_by.insert(name, job.name.clone());
                    }
                }
                bytes += item.text.len() as u64;
                if let Some(problem) = self.too_much(&job, seen.len(), bytes) {
                    // Once: what comes of the requests that are under way is the same.
                    if !self.client.stopped.fetch_or(true, Ordering::Relaxed) {
                        problems.push(problem);
                    }
                    return Vec::new();
                }
                set.items.insert(job.name, item);
                tell(&Event::Known(seen.len()));
                more
            },
        );
        problems.finish(set)
    }

    /// Fetches the set once more. Gives the names of those that are not the
    /// same, sorted.
    pub(super) fn changed(
        &self,
        set: &Set,
        tell: &mut Tell<'_>,
    ) -> Result<Vec<String>, Diagnostics> {
        if self.offline || matches!(self.source, Source::OpenApi(_)) || set.items.len() < 2 {
            return Ok(Vec::new());
        }
        tell(&Event::Confirming);
        let jobs = set.items.iter().map(|(name, item)| Job {
            name: name.clone(),
            place: item.place.clone(),
            known: (item.etag.is_some() || item.last_modified.is_some()).then(|| item.locked()),
        });
        let mut changed = Vec::new();
        let mut problems = Collector::default();
        let jobs = jobs.collect();
        pool::run(
            self.client,
            self.threads,
            jobs,
            tell,
            &mut |job, result, _| {
                match result {
                    Ok(Answer::Unchanged) => {}
                    Ok(Answer::Document(received)) => {
                        let text = parse_schema(&job.place, &received.text, self.repeated);
                        let text = text.map(|(json, _)| json.to_text()).ok();
                        if text.as_ref() != set.items.get(&job.name).map(|item| &item.text) {
                            changed.push(job.name);
                        }
                    }
                    Err(failure) if failure.missing => changed.push(job.name),
                    Err(failure) => {
                        if !self
                            .client
                            .stopped
                            .fetch_or(failure.hopeless, Ordering::Relaxed)
                        {
                            problems.push(failure.diagnostic(&job.place));
                        }
                    }
                }
                Vec::new()
            },
        );
        changed.sort();
        problems.finish(changed)
    }

    /// What to say where the set is larger than it may be: a server can make
    /// up names without end.
    fn too_much(&self, job: &Job, schemas: usize, bytes: u64) -> Option<Diagnostic> {
        let policy = &self.client.policy;
        let (count, all) = (policy.max_schemas, policy.max_size.saturating_mul(16));
        let (reason, option) = if schemas > count {
            (
                format!("more than {} come of the roots", counted(count, "schema")),
                "--max-schemas",
            )
        } else if bytes > all {
            (
                format!(
                    "the schemas have more than {} together",
                    counted(all, "byte")
                ),
                "--max-size",
            )
        } else {
            return None;
        };
        let reason = format!("{reason}; `{}` is one of them", job.name);
        Some(
            Diagnostic::of_file(Kind::Upstream, job.place.as_str(), reason).help(format!(
                "see whether this schema leads to ever new ones; where it does not, allow more ({option})"
            )),
        )
    }

    fn job(&self, name: &str) -> Job {
        let place = self.source.place(name);
        if self.offline && is_url(&place) {
            // What is there already stands for what would be fetched.
            let path = self.held.folder.join(format!("{name}.json"));
            return Job {
                name: name.to_owned(),
                place: path.display().to_string(),
                known: None,
            };
        }
        let path = format!("{name}.json");
        let locked = self.lock.files.get(&path);
        let known = locked.filter(|locked| locked.url == place && self.is_intact(&path, locked));
        Job {
            name: name.to_owned(),
            place,
            known: known.cloned(),
        }
    }

    /// Whether a file is as the lock says.
    pub(super) fn is_intact(&self, path: &str, locked: &Locked) -> bool {
        let bytes = self.held.bytes(path);
        bytes.is_ok_and(|bytes| sha256(&bytes) == locked.sha256)
    }

    /// A document that was received.
    fn read(
        &self,
        job: &Job,
        received: Received,
        unchanged: bool,
        tell: &mut Tell<'_>,
    ) -> Result<(Item, Json), Diagnostics> {
        let (json, _) = parse_schema(&job.place, &received.text, self.repeated)?;
        tell(&Event::Fetched {
            schema: &job.name,
            size: received.text.len(),
            unchanged,
        });
        let item = Item {
            text: json.to_text(),
            place: self.source.place(&job.name),
            etag: received.etag,
            last_modified: received.last_modified,
        };
        Ok((item, json))
    }

    /// The file that is there, of which the server says that it has not
    /// changed.
    fn local(&self, job: &Job, tell: &mut Tell<'_>) -> Result<(Item, Json), Diagnostics> {
        let text = self.held.known(&format!("{}.json", job.name))?;
        let known = job.known.as_ref();
        let received = Received {
            text,
            etag: known.and_then(|known| known.etag.clone()),
            last_modified: known.and_then(|known| known.last_modified.clone()),
        };
        self.read(job, received, true, tell)
    }
}

impl Item {
    /// What the lock says of it.
    pub(super) fn locked(&self) -> Locked {
        Locked {
            url: self.place.clone(),
            etag: self.etag.clone(),
            last_modified: self.last_modified.clone(),
            sha256: sha256(self.text.as_bytes()),
            size: self.text.len() as u64,
            fetched: None,
        }
    }
}
