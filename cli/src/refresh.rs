//! What is published → the schemas folder.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use indicatif::{ProgressBar, ProgressStyle};
use isoschema::diagnostics::Kind;
use isoschema::diff::{self, Audience, Side};
use isoschema::read::LIMIT;
use isoschema::refresh::{self, Event, Outcome};
use isoschema::words::{counted, shown};

use crate::Failure;
use crate::shown::{is_coloured, rendered};

/// Fetches the schemas anew, all of them or none.
///
/// Where they come from stands in `[upstream]` of `isoschema.toml`. The
/// exit status is 0 where it is done, 2 where it failed, and nothing was
/// changed; with `--check`, 1 where files and lock do not agree.
#[derive(Debug, Args)]
pub struct Refresh {
    /// The folder of schemas
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    pub schemas: PathBuf,
    /// Takes the schemas from a folder or another URL
    #[arg(long, value_name = "DIR|URL")]
    pub from: Option<String>,
    /// Says whether the files are what the lock records; fetches nothing
    #[arg(long)]
    pub check: bool,
    /// Fetches nothing: checks and records the files that are there
    #[arg(long, conflicts_with = "check")]
    pub offline: bool,
    /// Replaces files that were edited by hand
    #[arg(long, conflicts_with = "check")]
    pub discard_edits: bool,
    /// Follows redirects to this host; may be repeated
    #[arg(long = "allow-redirects-to", value_name = "HOST")]
    pub redirect_hosts: Vec<String>,
    /// Trusts the root certificates of this file (PEM), in place of those that
    /// are built in [default: `SSL_CERT_FILE` of the environment]
    #[arg(long, value_name = "FILE")]
    pub ca_file: Option<PathBuf>,
    /// How long one request may take
    #[arg(long, value_name = "SECONDS", default_value_t = 30.0)]
    pub timeout: f64,
    /// How often a request is made again when it failed in passing
    #[arg(long, value_name = "COUNT", default_value_t = 4)]
    pub retries: u32,
    /// How long before the first time; each further wait is twice as long
    #[arg(long, value_name = "SECONDS", default_value_t = 0.5)]
    pub retry_wait: f64,
    /// How many bytes a document may have that is fetched, or a file that is
    /// read; all together sixteen times that
    #[arg(long, value_name = "BYTES", default_value_t = LIMIT)]
    pub max_size: u64,
    /// How many schemas may come of the roots
    #[arg(long, value_name = "COUNT", default_value_t = 5_000)]
    pub max_schemas: usize,
    /// How long all requests may take together
    #[arg(long, value_name = "SECONDS", default_value_t = 900.0)]
    pub max_time: f64,
}

/// What a refresh has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refreshed {
    /// The folder is another one.
    Changed,
    /// It is as it was.
    AsItWas,
    /// With `--check`: files and lock do not agree.
    Disagrees,
}

impl Refresh {
    /// Refreshes the folder, or says whether it is what was fetched.
    ///
    /// # Errors
    ///
    /// Why it could not be done, for standard error; nothing was changed.
    pub fn run(&self) -> Result<Refreshed, Failure> {
        let work = self.work()?;
        if self.check {
            return check(&work);
        }
        let mut progress = Progress::new();
        let mut sides = None;
        let outcome = work.run(&mut |event| {
            if let Event::Ready { old, new } = event {
                sides = compared(old, new, self.max_size);
            }
            progress.tell(event);
        });
        progress.bar.finish_and_clear();
        let outcome = outcome.map_err(rendered)?;
        report(&outcome);
        if let Some((old, new)) = sides {
            let found = diff::diff(&old, &new, Audience::Everyone);
            println!("\n{}", found.to_text(is_coloured(&std::io::stdout())));
        }
        Ok(match outcome.report {
            Some(_) => Refreshed::Changed,
            None => Refreshed::AsItWas,
        })
    }

    fn work(&self) -> Result<refresh::Refresh, Failure> {
        let mut work = refresh::Refresh::new(&self.schemas)
            .timeout(seconds(self.timeout)?)
            .retries(self.retries, seconds(self.retry_wait)?)
            .max_size(self.max_size)
            .max_schemas(self.max_schemas)
            .max_time(seconds(self.max_time)?);
        if let Some(from) = &self.from {
            work = work.from(from);
        }
        if self.offline {
            work = work.offline();
        }
        if self.discard_edits {
            work = work.discard_edits();
        }
        if let Some(file) = &self.ca_file {
            work = work.root_certificates(file);
        }
        for host in &self.redirect_hosts {
            work = work.allow_redirects_to(host);
        }
        Ok(work)
    }
}

/// Whether the folder is what was fetched.
fn check(work: &refresh::Refresh) -> Result<Refreshed, Failure> {
    let checked = match work.check() {
        Ok(checked) => checked,
        // What was changed is what this looks for.
        Err(found) if found.iter().all(|it| it.kind == Kind::Upstream) => {
            eprintln!("{}", rendered(found));
            return Ok(Refreshed::Disagrees);
        }
        Err(problems) => return Err(rendered(problems)),
    };
    let (files, are) = (counted(checked.files, "file"), are(checked.files));
    println!("{files} {are} fetched");
    for path in checked.own {
        println!("  {} was not fetched: it is your own", shown(&path));
    }
    Ok(Refreshed::AsItWas)
}

/// Both states, where the old one is one: before the first refresh, there may
/// be nothing to compare with.
fn compared(old: &Path, new: &Path, max_size: u64) -> Option<(Side, Side)> {
    let old = Side::open_up_to(old, max_size).ok()?.labelled("before");
    let new = Side::open_up_to(new, max_size).ok()?.labelled("now");
    Some((old, new))
}

fn seconds(seconds: f64) -> Result<Duration, Failure> {
    Duration::try_from_secs_f64(seconds)
        .map_err(|_| format!("{seconds} is no number of seconds").into())
}

/// How files are that are as they were.
fn are(count: usize) -> &'static str {
    if count == 1 {
        "is as it was"
    } else {
        "are as they were"
    }
}

fn report(outcome: &Outcome) {
    let schemas = counted(outcome.schemas, "schema");
    if outcome.report.is_none() {
        let all = if outcome.schemas == 1 {
            "as it was"
        } else {
            "all as they were"
        };
        println!("{schemas}, {all}");
        return;
    }
    let changed = outcome.changes.len();
    if outcome.schemas == 1 && changed == 1 {
        println!("{schemas}, another now");
    } else {
        println!("{schemas}, {changed} of them another now");
    }
    for change in &outcome.changes {
        let what = match (&change.before, &change.after) {
            (None, _) => "new    ",
            (_, None) => "gone   ",
            _ => "changed",
        };
        println!("  {what}  {}", shown(&change.path));
    }
    let corrections = outcome.report.iter().flat_map(|report| &report.corrections);
    for correction in corrections {
        println!(
            "  corrected  {}: {}",
            shown(&correction.schema),
            shown(&correction.reason)
        );
    }
}

/// What is shown while it works: a bar on a terminal, else a line each.
struct Progress {
    bar: ProgressBar,
    lines: bool,
}

impl Progress {
    fn new() -> Self {
        let lines = !std::io::stderr().is_terminal();
        let bar = if lines {
            ProgressBar::hidden()
        } else {
            let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}");
            ProgressBar::new(0).with_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()))
        };
        Self { bar, lines }
    }

    fn tell(&mut self, event: &Event<'_>) {
        let line = match event {
            Event::Known(count) => {
                self.bar.set_length(*count as u64);
                return;
            }
            Event::Fetched {
                schema,
                size,
                unchanged,
            } => {
                self.bar.inc(1);
                let note = if *unchanged { ", unchanged" } else { "" };
                format!("{schema}  {}{note}", counted(size, "byte"))
            }
            Event::Retry { url, reason, wait } => {
                let line = format!("{url}: {reason}; again in {:.1} s", wait.as_secs_f64());
                self.bar.println(shown(&line));
                line
            }
            Event::Confirming => "asking once more whether anything has changed".to_owned(),
            Event::Changed { schemas } => {
                self.bar.set_position(0);
                format!("it has: fetching all again, for {}", schemas.join(", "))
            }
            Event::Generating => "generating the types".to_owned(),
            Event::Replaced => "the folder is replaced".to_owned(),
            _ => return,
        };
        let line = shown(&line);
        if self.lines {
            eprintln!("{line}");
        } else {
            self.bar.set_message(line.into_owned());
        }
    }
}
