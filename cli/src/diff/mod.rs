//! Two states of schemas → what changed, and the exit status that says so.

mod html;
mod sides;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use isoschema::diff::{
    About, Audience, Diff as Found, OperationChange, Question, Relation, Surface, Verdict,
    diff as compare,
};
use isoschema::read::LIMIT;

use crate::github::annotation;
use crate::shown::{is_coloured, print};
use crate::{Done, Status};

/// Says what changed between two states of schemas, and what that means.
///
/// The exit status is 0 where nothing was found of what `--fail-on` names, 1
/// where something was, 2 where the sides could not be compared.
#[derive(Debug, Args)]
pub struct Diff {
    /// A file or a folder, REVISION:PATH for one in git, FILE#/POINTER, `-` for
    /// standard input, or a git revision of NEW
    #[arg(value_name = "OLD", required_unless_present = "against")]
    pub old: Option<PathBuf>,
    /// The same, but for a revision alone; `schemas` where it is not given
    #[arg(value_name = "NEW")]
    pub new: Option<PathBuf>,
    /// The old side is what the other was at this git revision
    #[arg(long, value_name = "REVISION", visible_alias = "baseline-rev")]
    pub against: Option<String>,
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
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
    /// Says in a prover's own words what could not be decided
    #[arg(long)]
    pub explain: bool,
}

/// How the outcome is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For a pull request
    Markdown,
    /// A page with both sides
    Html,
    /// As annotations of a GitHub workflow
    Github,
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
        let against = self.against.as_deref();
        let (new, old) = sides::open(
            self.old.as_deref(),
            self.new.as_deref(),
            against,
            self.max_size,
        )?;
        let audience = match self.audience {
            DiffAudience::Readers => Audience::Readers,
            DiffAudience::Writers => Audience::Writers,
            DiffAudience::Everyone => Audience::Everyone,
        };
        let question = Question::from(audience)
            .about(self.about.into())
            .surface(self.surface.map_or(Surface::Reached, Surface::from));
        let mut found = compare(&old, &new, question);
        if self.explain {
            found = found.explained();
        }
        let text = match self.format {
            DiffFormat::Text => found.to_text(is_coloured(&std::io::stdout())),
            DiffFormat::Json => found.to_json() + "\n",
            DiffFormat::Markdown => found.to_markdown(),
            DiffFormat::Html => html::page(&found, &old, &new),
            DiffFormat::Github => annotations(&found, self.newer()),
        };
        print(&text)?;
        Ok(Status::found(
            self.fail_on.iter().any(|what| what.is_in(&found)),
        ))
    }

    /// The new side, as it is written.
    fn newer(&self) -> Option<&Path> {
        let alone = self.old.as_deref().filter(|_| self.against.is_some());
        self.new.as_deref().or(alone)
    }
}

impl FailOn {
    fn is_in(self, found: &Found) -> bool {
        let schemas = found.schemas.iter();
        let schemas = schemas.map(|it| (it.breaks_readers, it.breaks_writers));
        let changes = found.operations.iter().flat_map(|it| &it.changes);
        let changes = changes.map(|it| (it.breaks_readers, it.breaks_writers));
        let mut all = schemas.chain(changes);
        match self {
            Self::Any => found.verdict.status() > 0,
            Self::Breaking => found.verdict == Verdict::Breaking,
            Self::BreakingReaders => all.any(|(readers, _)| readers),
            Self::BreakingWriters => all.any(|(_, writers)| writers),
            Self::Undecided => !found.undecided.is_empty(),
        }
    }
}

/// An annotation for each schema that differs, at its file.
fn annotations(found: &Found, new: Option<&Path>) -> String {
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
        let file = sides::file(new, document);
        let title = format!("{}: {}", schema.name, word(schema.relation));
        let file = file.display().to_string();
        out.push_str(&annotation(level, &file, None, &title, &places.join("\n")));
    }
    for one in &found.operations {
        let is_breaking = one.changes.iter().any(OperationChange::is_breaking);
        let level = if is_breaking { "error" } else { "warning" };
        let document = one.location.split('#').next();
        let file = sides::file(new, document).display().to_string();
        let words: Vec<String> = one.changes.iter().map(ToString::to_string).collect();
        out.push_str(&annotation(
            level,
            &file,
            None,
            &one.operation,
            &words.join("\n"),
        ));
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
