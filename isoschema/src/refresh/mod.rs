//! What the vendor publishes → the schemas folder, all of it or nothing.
//!
//! A [`Refresh`] fetches the schemas that `[upstream]` of `isoschema.toml`
//! names and all that they refer to, brings each into one canonical form,
//! generates the types from the new set in a folder of its own, and only then
//! exchanges that folder with the one in use, in one step. Interrupted at any
//! point, the folder holds the old set or the new one. The configuration, the
//! overlays and schemas that were not fetched stay as they are.
//!
//! What was fetched is recorded in `isoschema.lock`: [`check`] says from it,
//! without any network, whether the files are still what was fetched.

mod address;
mod check;
mod client;
mod collect;
mod document;
mod event;
mod lock;
mod openapi;
mod plan;
mod pool;
mod references;
mod source;
mod stage;
mod time;
mod tls;
mod yaml;

use std::collections::BTreeSet;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

pub use check::{Checked, check};
pub use event::Event;
pub use lock::{LOCK, Lock, Locked};

use crate::config::Config;
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::generator::Generator;
use crate::report::Report;
use client::{Client, Policy};
use collect::{Fetch, Set};
use plan::Plan;
use source::Source;
use stage::Stage;

/// How often a set that changes while it is fetched is fetched again.
const SETS: usize = 3;

/// Brings a schemas folder up to date with what is published.
///
/// ```no_run
/// let outcome = isoschema::refresh::Refresh::new("schemas")
///     .run(&mut |event| eprintln!("{event:?}"))
///     .unwrap_or_else(|problems| panic!("{}", problems.render()));
/// println!("{} files changed", outcome.changes.len());
/// ```
#[derive(Debug, Clone)]
pub struct Refresh {
    schemas: PathBuf,
    from: Option<String>,
    offline: bool,
    discard_edits: bool,
    threads: usize,
    policy: Policy,
    generator: Generator,
}

/// What a refresh did.
#[derive(Debug)]
#[non_exhaustive]
pub struct Outcome {
    /// How many schemas there are now that were fetched.
    pub schemas: usize,
    /// What changed, in the order of the names.
    pub changes: Vec<Change>,
    /// What became of the schemas, where anything changed.
    pub report: Option<Report>,
}

/// A file that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// Its path in the schemas folder.
    pub path: String,
    /// Its text before; none for a new file.
    pub before: Option<String>,
    /// Its text now; none for a file that is gone.
    pub after: Option<String>,
}

impl Refresh {
    /// A refresh of a folder from where its configuration says.
    #[must_use]
    pub fn new(schemas: impl Into<PathBuf>) -> Self {
        Self {
            schemas: schemas.into(),
            from: None,
            offline: false,
            discard_edits: false,
            threads: 6,
            policy: Policy {
                timeout: Duration::from_secs(30),
                retries: 4,
                backoff: Duration::from_millis(500),
                max_size: 16 << 20,
                allowed: Vec::new(),
                roots: None,
            },
            generator: Generator::new(),
        }
    }

    /// Takes the schemas from a folder or another URL: of the files' folder,
    /// or with `{name}` for a schema's name; for an OpenAPI document, its own
    /// or that of its folder.
    #[must_use]
    pub fn from(mut self, place: impl Into<String>) -> Self {
        self.from = Some(place.into());
        self
    }

    /// Fetches nothing: what is there is checked, brought into form and
    /// recorded.
    #[must_use]
    pub fn offline(mut self) -> Self {
        self.offline = true;
        self
    }

    /// Replaces files that were edited by hand, in place of refusing to.
    #[must_use]
    pub fn discard_edits(mut self) -> Self {
        self.discard_edits = true;
        self
    }

    /// Follows redirects to this host, given as `HOST` or `HOST:PORT`.
    #[must_use]
    pub fn allow_redirects_to(mut self, host: impl Into<String>) -> Self {
        self.policy.allowed.push(host.into().to_ascii_lowercase());
        self
    }

    /// How long one request may take, to the last byte; 30 seconds if not set.
    #[must_use]
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.policy.timeout = timeout;
        self
    }

    /// How often a request is made again when the connection breaks or the
    /// server is busy, and how long before the first time; each further wait
    /// is twice as long. 4 times and half a second if not set.
    #[must_use]
    pub fn retries(mut self, retries: u32, wait: Duration) -> Self {
        self.policy.retries = retries;
        self.policy.backoff = wait;
        self
    }

    /// The largest document that is taken, in bytes; 16 MiB if not set.
    #[must_use]
    pub fn max_size(mut self, bytes: u64) -> Self {
        self.policy.max_size = bytes;
        self
    }

    /// Trusts the root certificates of a PEM file in place of those that are
    /// built in, which are Mozilla's. Where it is not set, the environment's
    /// `SSL_CERT_FILE` names the file, if there is one.
    #[must_use]
    pub fn root_certificates(mut self, file: impl Into<PathBuf>) -> Self {
        self.policy.roots = Some(file.into());
        self
    }

    /// How many requests are made at once; 6 if not set.
    #[must_use]
    pub fn threads(mut self, threads: usize) -> Self {
        self.threads = threads;
        self
    }

    /// The generator that the new schemas must please, where it is not set up
    /// by `isoschema.toml` alone.
    #[must_use]
    pub fn generator(mut self, generator: Generator) -> Self {
        self.generator = generator;
        self
    }

    /// Does it, and tells of each step.
    ///
    /// # Errors
    ///
    /// Everything that kept it from happening; the folder then is as it was
    /// before.
    pub fn run(&self, tell: &mut dyn FnMut(&Event<'_>)) -> Result<Outcome, Diagnostics> {
        let stage = Stage::open(&self.schemas, tell)?;
        let config = Config::of_folder(&self.schemas)?;
        let lock = Lock::of_folder(&self.schemas)?;
        let source = Source::settle(&config, &self.schemas, self.from.as_deref())?;
        let roots = source.roots(&config)?;
        let client = Client::new(self.policy.clone())?;
        let held = lock.clone().unwrap_or_default();
        let fetch = Fetch {
            client: &client,
            source: &source,
            roots: &roots,
            schemas: &self.schemas,
            lock: &held,
            offline: self.offline,
            threads: self.threads,
            draft: config.default_draft,
        };
        let mut sets = 0;
        let (set, plan) = loop {
            let set = fetch.set(tell)?;
            let plan = Plan::new(&self.schemas, &held, &set, self.offline)?;
            if plan.changes.is_empty() || fetch.confirm(&set, tell)? {
                break (set, plan);
            }
            sets += 1;
            if sets == SETS {
                let reason = "the schemas keep changing while they are fetched";
                let place = source.place("NAME");
                return Err(Diagnostic::of_file(Kind::Upstream, place, reason)
                    .help("run it again later; nothing was changed")
                    .into());
            }
            tell(&Event::Changed);
        };
        if !self.discard_edits {
            plan.refuse_edits(&self.schemas, lock.as_ref())?;
        }
        let schemas = set.items.len();
        if plan.changes.is_empty() && lock.as_ref() == Some(&plan.lock) {
            return Ok(Outcome {
                schemas,
                changes: Vec::new(),
                report: None,
            });
        }
        let report = self.replace(&stage, &set, &plan, tell)?;
        Ok(Outcome {
            schemas,
            changes: plan.changes,
            report: Some(report),
        })
    }

    /// Makes the new folder, tries it and puts it into place.
    fn replace(
        &self,
        stage: &Stage,
        set: &Set,
        plan: &Plan,
        tell: &mut dyn FnMut(&Event<'_>),
    ) -> Result<Report, Diagnostics> {
        let wrong = |error: &io::Error| {
            let shown = self.schemas.display().to_string();
            let reason = format!("the folder cannot be replaced: {error}");
            Diagnostics::from(Diagnostic::of_file(Kind::File, shown, reason))
        };
        let ours: BTreeSet<String> = plan
            .changes
            .iter()
            .map(|change| change.path.clone())
            .chain([LOCK.to_owned()])
            .collect();
        let mut written: Vec<(String, String)> = set
            .items
            .iter()
            .map(|(name, item)| (format!("{name}.json"), item.text.clone()))
            .filter(|(path, _)| ours.contains(path))
            .collect();
        written.push((LOCK.to_owned(), plan.lock.to_text()));
        tell(&Event::Staging);
        let tried = stage
            .fill(&written, &plan.gone, tell)
            .map_err(|error| wrong(&error))
            .and_then(|()| {
                tell(&Event::Generating);
                self.generate(stage, set)
            });
        let report = tried.inspect_err(|_| stage.discard())?;
        tell(&Event::Ready {
            old: &stage.schemas,
            new: &stage.beside,
        });
        stage.exchange().map_err(|error| {
            stage.discard();
            wrong(&error)
        })?;
        tell(&Event::Replaced);
        // The new folder is in place: what is left of the old one, the next
        // run removes.
        let _ = stage.clear(&ours, tell);
        Ok(report)
    }

    /// Generates the types from the new folder; what is wrong is told of the
    /// folder that it stands for.
    fn generate(&self, stage: &Stage, set: &Set) -> Result<Report, Diagnostics> {
        let generator = self.generator.clone().schemas(&stage.beside);
        match generator.generate() {
            Ok(generated) => Ok(generated.report),
            Err(problems) => {
                let beside = stage.beside.display().to_string();
                let schemas = self.schemas.display().to_string();
                let mut all = Collector::default();
                for mut problem in problems {
                    if let Some(rest) = problem.document.strip_prefix(&beside) {
                        problem.document = Arc::from(format!("{schemas}{rest}"));
                    }
                    all.push(problem);
                }
                all.extend(set.missing.iter().cloned());
                Err(all.finish(()).err().unwrap_or_else(|| {
                    let reason = "the types cannot be generated";
                    Diagnostic::of_file(Kind::Upstream, schemas, reason).into()
                }))
            }
        }
    }
}
