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
pub(crate) mod check;
mod client;
mod collect;
mod document;
mod event;
mod failure;
mod held;
mod lock;
mod openapi;
mod outcome;
mod plan;
mod pool;
mod references;
mod source;
mod tls;

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

pub use check::{Checked, check};
pub use event::Event;
pub use lock::{LOCK, Lock, Locked};
pub use outcome::{Change, Outcome};

use crate::config::settings::Config;
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::generator::Generator;
use crate::read;
use crate::report::Report;
use crate::write::stage::{Stage, Touched};
use client::{Client, Policy};
use collect::{Fetch, Set};
use held::Held;
use plan::Plan;
use source::Source;

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
                max_size: read::LIMIT,
                max_schemas: 5_000,
                max_time: Duration::from_secs(900),
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

    /// The largest document that is taken, and the largest file of the folder
    /// that is read, in bytes; 16 MiB if not set.
    #[must_use]
    pub fn max_size(mut self, bytes: u64) -> Self {
        self.policy.max_size = bytes;
        self
    }

    /// How many schemas may come of the roots; 5,000 if not set. All of them
    /// together may have sixteen times [`Refresh::max_size`].
    #[must_use]
    pub fn max_schemas(mut self, count: usize) -> Self {
        self.policy.max_schemas = count;
        self
    }

    /// How long all requests may take together, with what is waited between
    /// them; 15 minutes if not set.
    #[must_use]
    pub fn max_time(mut self, time: Duration) -> Self {
        self.policy.max_time = time;
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
        let stage = Stage::open(&self.schemas, "refresh", Duration::ZERO, &mut told(tell))
            .and_then(|stage| {
                if stage.folder.is_dir() {
                    Ok(stage)
                } else {
                    Err(io::Error::other("there is no such folder"))
                }
            })
            .map_err(|error| {
                let shown = self.schemas.display().to_string();
                let reason = format!("this folder cannot be refreshed: {error}");
                Diagnostic::of_file(Kind::File, shown, reason)
            })?;
        let config = Config::of_folder(&self.schemas)?;
        let lock = Lock::of_folder(&self.schemas)?;
        let source = Source::settle(&config, &self.schemas, self.from.as_deref())?;
        let roots = source.roots(&config)?;
        let client = Client::new(self.policy.clone())?;
        let locked = lock.clone().unwrap_or_default();
        let held = self.held();
        let fetch = Fetch {
            client: &client,
            source: &source,
            roots: &roots,
            held,
            lock: &locked,
            offline: self.offline,
            threads: self.threads,
            draft: config.default_draft,
            repeated: config.repeated_members,
        };
        let mut sets = 0;
        let (set, plan) = loop {
            let set = fetch.set(tell)?;
            let plan = Plan::new(held, &locked, &set, self.offline)?;
            if plan.changes.is_empty() {
                break (set, plan);
            }
            let changed = fetch.changed(&set, tell)?;
            if changed.is_empty() {
                break (set, plan);
            }
            sets += 1;
            if sets == SETS {
                return Err(unsteady(&source, &changed).into());
            }
            tell(&Event::Changed { schemas: &changed });
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

    /// Says whether the schemas are those that the lock records, as [`check`]
    /// does, with files of at most [`Refresh::max_size`].
    ///
    /// # Errors
    ///
    /// Those of [`check`].
    pub fn check(&self) -> Result<Checked, Diagnostics> {
        check::checked(self.held())
    }

    fn held(&self) -> Held<'_> {
        Held {
            folder: &self.schemas,
            limit: self.policy.max_size,
        }
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
        let changed = plan.changes.iter();
        let lock = plan.lock.to_text();
        let written: Vec<(&str, &str)> = changed
            .clone()
            .filter_map(|change| Some((change.path.as_str(), change.after.as_deref()?)))
            .chain([(LOCK, lock.as_str())])
            .collect();
        let gone = plan.gone.iter().map(String::as_str).collect();
        let ours = changed
            .map(|change| change.path.as_str())
            .chain([LOCK])
            .collect();
        tell(&Event::Staging);
        let filled = stage.fill(&written, &gone, &mut told(tell));
        let tried = filled.map_err(|error| wrong(&error)).and_then(|()| {
            tell(&Event::Generating);
            self.generate(stage, set)
        });
        let report = tried.inspect_err(|_| stage.discard())?;
        tell(&Event::Ready {
            old: &stage.folder,
            new: &stage.beside,
        });
        stage.exchange().map_err(|error| {
            stage.discard();
            wrong(&error)
        })?;
        tell(&Event::Replaced);
        // The new folder is in place: what is left of the old one, the next
        // run removes.
        let _ = stage.clear(&ours, &mut told(tell));
        Ok(report)
    }

    /// Generates the types from the new folder; what is wrong is told of the
    /// folder that it stands for.
    fn generate(&self, stage: &Stage, set: &Set) -> Result<Report, Diagnostics> {
        let generator = self.generator.clone().schemas(&stage.beside);
        let generator = generator.max_size(self.policy.max_size);
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

/// What a stage does, as events.
fn told(tell: &mut dyn FnMut(&Event<'_>)) -> impl FnMut(Touched, &Path) {
    |touched, path| {
        tell(&match touched {
            Touched::Staged => Event::Staged(path),
            Touched::Removed => Event::Removed(path),
        });
    }
}

/// What to say where a set is never the same twice.
fn unsteady(source: &Source, changed: &[String]) -> Diagnostic {
    const SHOWN: usize = 5;

    let mut names = changed[..changed.len().min(SHOWN)].join(", ");
    if changed.len() > SHOWN {
        names.push_str(", …");
    }
    let place = source.place(changed.first().map_or("NAME", String::as_str));
    let reason = format!("the schemas keep changing while they are fetched: {names}");
    Diagnostic::of_file(Kind::Upstream, place, reason).help(
        "run it again later; nothing was changed. Where the vendor's server makes up another \
         schema for each request, there is no set to be had",
    )
}
