//! Payloads → where they do not fit, and the exit status that says so.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::Args;
use isoschema::load::is_listed;
use isoschema::payload::{Check as Checking, Fault, Group, Outcome, Shown};
use isoschema::words::{as_code, counted, one_or_more};

use crate::corrected;
use crate::format::Format;
use crate::github::annotation;
use crate::input::{From, Input};
use crate::reading::Reading;
use crate::shown::{is_coloured, of_file, print, rendered};
use crate::{Done, Failure, Status};

/// Says where real payloads do not fit a schema.
///
/// The exit status is 0 where all payloads fit, 1 where some do not, 2 where
/// they could not be judged.
#[derive(Debug, Args)]
pub struct Check {
    /// Regular files and folders of them, in JSON, JSON Lines (`*.jsonl`), YAML
    /// or TOML; or `-` for JSON or JSON Lines on standard input
    #[arg(value_name = "PAYLOADS", default_value = "-")]
    pub payloads: Vec<PathBuf>,
    /// The schema that the payloads are to fit: the name of one in the folder,
    /// a file, `-` for standard input, or FILE#/POINTER
    #[arg(long, value_name = "NAME|FILE")]
    pub schema: PathBuf,
    /// The folder of schemas
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    pub schemas: PathBuf,
    /// How the schema is read.
    #[command(flatten)]
    pub reading: Reading,
    /// Prints the payloads as they were probably meant, and the overlay that
    /// would accept what was seen
    #[arg(long)]
    pub suggest: bool,
    /// Writes the payloads as they were probably meant into this folder, which is
    /// empty or not there; what was checked stays as it is
    #[arg(long, value_name = "FOLDER")]
    pub fix: Option<PathBuf>,
    /// Lists the enum codes seen beyond the schema
    #[arg(long)]
    pub infer_open: bool,
    /// How many faults of each payload are printed
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    pub most: usize,
    /// How many payloads that do not fit are told of; the faults of the others are counted
    #[arg(long, value_name = "COUNT", default_value_t = 1_000)]
    pub max: usize,
    /// Prints what is wrong with a value as each of its alternatives, too
    #[arg(long)]
    pub all: bool,
    /// How the outcome is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

impl Check {
    /// Judges the payloads and prints the outcome.
    pub(crate) fn run(&self) -> Done {
        let mut checking = self.checking()?.most(self.max);
        if let Some(folder) = &self.fix {
            corrected::is_free(folder)?;
        }
        if !self.suggest && self.fix.is_none() {
            checking = checking.passing();
        }
        for path in &self.payloads {
            checking.path(path).map_err(of_file)?;
        }
        let outcome = checking.finish();
        if outcome.checked() == 0 {
            return Err("there is nothing to check: no payload came".into());
        }
        let text = match self.format {
            Format::Json => {
                let json = outcome.to_json(self.suggest, self.infer_open);
                serde_json::to_string_pretty(&json)? + "\n"
            }
            Format::Text => self.text(&outcome, is_coloured(&std::io::stdout())),
            Format::Markdown => markdown(&outcome),
            Format::Github => self.annotations(&outcome),
        };
        print(&text)?;
        if let Some(folder) = &self.fix {
            fixed(folder, &outcome)?;
        }
        Ok(Status::found(outcome.status() > 0))
    }

    /// A check against a schema of the folder, or against a file.
    fn checking(&self) -> Result<Checking, Failure> {
        let input = Input::of(&self.schema);
        // What is called as a file is one, also where it is not there.
        let is_file =
            |file: &Path| file.is_file() || is_listed(file) && !self.schemas.join(file).is_file();
        let is_stream = input.from == From::Stdin;
        if is_stream && self.payloads.iter().any(|path| path == Path::new("-")) {
            return Err("standard input is either the schema or the payloads".into());
        }
        let is_file = matches!(&input.from, From::File(file) if is_file(file));
        if is_file || is_stream || !input.pointer.is_empty() {
            let given = input.source(self.reading.max_size)?;
            let (source, config) = self.reading.source(given)?;
            return Checking::one(&source, &config).map_err(rendered);
        }
        let folder = Input::whole(From::Folder(self.schemas.clone()));
        let given = folder.source(self.reading.max_size)?;
        let (source, config) = self.reading.source(given)?;
        let name = self.schema.to_string_lossy();
        Checking::of(&source, &config, &name).map_err(rendered)
    }

    fn text(&self, outcome: &Outcome, colour: bool) -> String {
        let shown = Shown {
            most: self.most,
            all: self.all,
        };
        let mut text = outcome.to_text(shown, colour);
        if self.infer_open {
            text.push('\n');
            text.push_str(&outcome.codes_to_text());
        }
        if self.suggest {
            text.push('\n');
            text.push_str(&outcome.suggest_to_text());
        }
        text
    }

    fn annotations(&self, outcome: &Outcome) -> String {
        let mut out = String::new();
        for payload in outcome.payloads() {
            let (file, line) = (payload.file(), payload.line);
            let told = payload.faults.iter().flat_map(Fault::told);
            for fault in told.take(self.most) {
                out.push_str(&annotation(
                    "error",
                    file,
                    line,
                    &fault.location(),
                    &fault.line(),
                ));
            }
        }
        out
    }
}

/// Writes the payloads as they were probably meant, and says on standard error
/// how many there are.
fn fixed(folder: &Path, outcome: &Outcome) -> Result<(), Failure> {
    let payloads = outcome.corrected();
    if payloads.is_empty() {
        eprintln!("nothing looks misspelt: no payload to correct");
        return Ok(());
    }
    let files = corrected::write(folder, &payloads, u64::MAX)?;
    eprintln!(
        "{} corrected, {} of them fit: {} written into {}",
        counted(payloads.len(), "payload"),
        payloads.iter().filter(|it| it.fits).count(),
        counted(files, "file"),
        folder.display()
    );
    Ok(())
}

/// Where the schema refuses; nowhere, where a payload cannot even be read.
fn place(group: &Group) -> &str {
    match group.location.as_str() {
        "" => "not readable",
        location => location,
    }
}

/// The faults by their kind and place, as a table.
fn markdown(outcome: &Outcome) -> String {
    let (all, misfits) = (outcome.checked(), outcome.misfits());
    let mut out = format!(
        "## Payloads: {} checked, {misfits} {} not fit\n",
        counted(all, "payload"),
        one_or_more(misfits, "does", "do")
    );
    let groups = outcome.groups();
    if groups.is_empty() {
        return out;
    }
    out.push_str(
        "\n| faults | payloads | place in the schema | for example |\n|---:|---:|---|---|\n",
    );
    for group in groups {
        let _ = writeln!(
            out,
            "| {} | {} | {} | {} |",
            group.count,
            group.payloads,
            as_code(place(&group)),
            as_code(&group.example.line())
        );
    }
    out
}
