//! Two states of schemas → what changed, and the exit status that says so.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use isoschema::diff::{
    About, Audience, Diff as Found, Question, Relation, Revision, SchemaDiff, Side, Surface,
    Verdict, diff as compare,
};
use isoschema::read::LIMIT;

use crate::format::Format;
use crate::github::annotation;
use crate::input::{From, Input};
use crate::shown::{is_coloured, print, rendered};
use crate::{Done, Failure, Status};

/// Says what changed between two states of schemas, and what that means.
///
/// The exit status is 0 where nothing was found of what `--fail-on` names, 1
/// where something was, 2 where the sides could not be compared.
#[derive(Debug, Args)]
pub struct Diff {
    /// A file, a folder, FILE#/POINTER, `-` for standard input, or a git revision of NEW
    #[arg(value_name = "OLD")]
    pub old: PathBuf,
    /// A file, a folder, FILE#/POINTER, or `-` for standard input
    #[arg(value_name = "NEW", default_value = "schemas")]
    pub new: PathBuf,
    /// How many bytes a schema's file may have
    #[arg(long, value_name = "BYTES", default_value_t = LIMIT)]
    pub max_size: u64,
    /// For whom a change may break something
    #[arg(long = "for", value_name = "WHO", value_enum, default_value_t = DiffAudience::Everyone)]
    pub audience: DiffAudience,
    /// What is compared, and what the verdict and the exit status are about
    #[arg(long, value_name = "WHAT", value_enum, default_value_t = DiffAbout::All)]
    pub about: DiffAbout,
    /// Which schemas others use; without it the documents, and the definitions that none of them leads to
    #[arg(long, value_name = "WHICH", value_enum)]
    pub surface: Option<DiffSurface>,
    /// What the exit status is 1 for; several with commas between them
    #[arg(
        long,
        value_name = "WHAT",
        value_enum,
        value_delimiter = ',',
        default_value = "any"
    )]
    pub fail_on: Vec<FailOn>,
    /// How the outcome is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Who is asked whether a change breaks something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffAudience {
    /// Those who read documents: wider breaks
    Readers,
    /// Those who write documents: narrower breaks
    Writers,
    /// Both
    Everyone,
}

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffAbout {
    /// The values that schemas accept
    Values,
    /// The Rust types
    Rust,
    /// Both
    All,
}

impl std::convert::From<DiffAbout> for About {
    fn from(about: DiffAbout) -> Self {
        match about {
            DiffAbout::Values => Self::Values,
            DiffAbout::Rust => Self::Rust,
            DiffAbout::All => Self::All,
        }
    }
}

/// Which schemas others use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffSurface {
    /// The documents
    Roots,
    /// The documents and every named definition
    All,
}

impl std::convert::From<DiffSurface> for Surface {
    fn from(surface: DiffSurface) -> Self {
        match surface {
            DiffSurface::Roots => Self::Roots,
            DiffSurface::All => Self::All,
        }
    }
}

/// What is a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum FailOn {
    /// Values or Rust types differ, or may
    Any,
    /// Something breaks those who are asked
    Breaking,
    /// The values of a schema break those who read
    BreakingReaders,
    /// The values of a schema break those who write
    BreakingWriters,
    /// Something could not be decided
    Undecided,
}

impl Diff {
    /// Compares the sides and prints the outcome.
    pub(crate) fn run(&self) -> Done {
        let new = side(&Input::of(&self.new), &self.new, self.max_size, None)?;
        let old = Input::of(&self.old);
        let old = match &old.from {
            From::File(file) if !file.exists() => self.revision()?,
            _ => side(&old, &self.old, self.max_size, Some(&new))?,
        };
        let audience = match self.audience {
            DiffAudience::Readers => Audience::Readers,
            DiffAudience::Writers => Audience::Writers,
            DiffAudience::Everyone => Audience::Everyone,
        };
        let question = Question::from(audience)
            .about(self.about.into())
            .surface(self.surface.map_or(Surface::Reached, Surface::from));
        let found = compare(&old, &new, question);
        let text = match self.format {
            Format::Text => found.to_text(is_coloured(&std::io::stdout())),
            Format::Json => found.to_json() + "\n",
            Format::Markdown => found.to_markdown(),
            Format::Github => annotations(&found, &self.new),
        };
        print(&text)?;
        Ok(Status::found(
            self.fail_on.iter().any(|what| what.is_in(&found)),
        ))
    }

    /// OLD as a git revision of the folder that NEW is, or of the file.
    fn revision(&self) -> Result<Side, Failure> {
        let file = self.new.is_file();
        let folder = if file {
            self.new.parent().filter(|p| !p.as_os_str().is_empty())
        } else {
            Some(self.new.as_path())
        };
        let folder = folder.unwrap_or(Path::new("."));
        let old = self.old.to_string_lossy();
        let copy = Revision::of_up_to(folder, &old, self.max_size).map_err(rendered)?;
        let path = match (file, self.new.file_name()) {
            (true, Some(name)) => copy.folder().join(name),
            _ => copy.folder().to_owned(),
        };
        let label = format!("{} at {old}", self.new.display());
        Ok(Side::open_up_to(path, self.max_size)
            .map_err(rendered)?
            .labelled(label))
    }
}

impl FailOn {
    fn is_in(self, found: &Found) -> bool {
        let any = |holds: fn(&SchemaDiff) -> bool| found.schemas.iter().any(holds);
        match self {
            Self::Any => found.verdict.status() > 0,
            Self::Breaking => found.verdict == Verdict::Breaking,
            Self::BreakingReaders => any(|schema| schema.breaks_readers),
            Self::BreakingWriters => any(|schema| schema.breaks_writers),
            Self::Undecided => !found.undecided.is_empty(),
        }
    }
}

/// A side that lies there, before another one.
fn side(input: &Input, path: &Path, limit: u64, newer: Option<&Side>) -> Result<Side, Failure> {
    let side = match (&input.from, newer) {
        (From::Folder(path) | From::File(path), Some(newer)) if input.pointer.is_empty() => {
            Side::open_before(newer, path, limit)
        }
        (From::Folder(path) | From::File(path), None) if input.pointer.is_empty() => {
            Side::open_up_to(path, limit)
        }
        (_, newer) => {
            let (source, config) = input.source(limit)?;
            let label = path.display().to_string();
            match newer {
                Some(newer) => Side::before(newer, label, &source, &config),
                None => Side::of(label, &source, &config),
            }
        }
    };
    side.map_err(rendered)
}

/// An annotation for each schema that differs, at its file.
fn annotations(found: &Found, new: &Path) -> String {
    let mut out = String::new();
    for schema in &found.schemas {
        let level = match schema.relation {
            Relation::Equal => continue,
            _ if schema.breaks_readers || schema.breaks_writers => "error",
            _ => "warning",
        };
        let places: Vec<String> = schema
            .locations
            .iter()
            .map(|place| format!("{}: {}", place.location, word(place.relation)))
            .collect();
        let document = schema.locations.first().map(|place| {
            place
                .location
                .split_once('#')
                .map_or(place.location.as_str(), |(file, _)| file)
        });
        let file = match document {
            Some(document) if new.is_dir() => new.join(document),
            _ => new.to_owned(),
        };
        let title = format!("{}: {}", schema.name, word(schema.relation));
        let file = file.display().to_string();
        out.push_str(&annotation(level, &file, None, &title, &places.join("\n")));
    }
    out
}

/// A relation in a word; for people who are to look at it, what is unknown was not decided.
fn word(relation: Relation) -> &'static str {
    match relation {
        Relation::Unknown => "undecided",
        known => known.word(),
    }
}
