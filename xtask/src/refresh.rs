//! What is published → the schemas folder.

use std::io::IsTerminal as _;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use isoschema::diff::{self, Audience, Side};
use isoschema::refresh::{self, Event, Outcome};
use isoschema::words::{counted, shown};

use crate::Failure;
use crate::carry;
use crate::cli::Refresh;
use crate::reading::rendered;

/// Refreshes the folder, or says whether it is what was fetched.
pub(crate) fn refresh(command: &Refresh) -> Result<ExitCode, Failure> {
    let mut work = refresh::Refresh::new(&command.schemas)
        .timeout(seconds(command.timeout)?)
        .retries(command.retries, seconds(command.retry_wait)?)
        .max_size(command.max_size)
        .max_schemas(command.max_schemas)
        .max_time(seconds(command.max_time)?);
    if command.check {
        let checked = work.check().map_err(rendered)?;
        let (files, are) = (counted(checked.files, "file"), are(checked.files));
        println!("{files} {are} fetched");
        for path in checked.own {
            println!("  {} was not fetched: it is your own", shown(&path));
        }
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(from) = &command.from {
        work = work.from(from);
    }
    if command.offline {
        work = work.offline();
    }
    if command.discard_edits {
        work = work.discard_edits();
    }
    if let Some(file) = &command.ca_file {
        work = work.root_certificates(file);
    }
    for host in &command.redirect_hosts {
        work = work.allow_redirects_to(host);
    }
    let mut progress = Progress::new();
    let mut sides = None;
    let outcome = work.run(&mut |event| {
        if let Event::Ready { old, new } = event {
            sides = compared(old, new, command.max_size);
        }
        progress.tell(event);
    });
    progress.bar.finish_and_clear();
    let outcome = outcome.map_err(rendered)?;
    report(&outcome);
    if let Some((old, new)) = sides {
        let colour = std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none();
        let found = diff::diff(&old, &new, Audience::Everyone);
        println!("\n{}", found.to_text(colour));
    }
    if outcome.report.is_some() && carry::belongs(&command.schemas) {
        carry::carry()?;
    }
    Ok(ExitCode::SUCCESS)
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
