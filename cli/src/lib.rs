//! The command `isoschema`: command line → the engine.
//!
//! A thin layer: what a command does is a call of [`isoschema`], as a build
//! script would make it. Each command is a file with its flags and its work;
//! [`Command`] is the list of them, and what else has a command line, such as
//! this repository's `xtask`, takes them from there.

#![warn(clippy::disallowed_methods)]

pub mod check;
pub mod completions;
mod corrected;
mod definitions;
pub mod diff;
pub mod emit;
pub mod explain;
pub mod format;
pub mod generate;
mod github;
pub mod init;
mod input;
pub mod lint;
pub mod man;
mod notes;
mod output;
mod page;
mod reading;
pub mod refresh;
pub mod report;
mod shown;
mod status;
#[cfg(test)]
mod tests;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub use reading::{Reading, draft};
pub use status::{Done, Failure, Status, ended};

/// What everybody uses.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Turns schemas into one self-contained Rust module
    Generate(generate::Generate),
    /// Writes a stand-alone crate for a folder of schemas, with its own proof
    Emit(emit::Emit),
    /// Fetches the schemas anew, all of them or none
    Refresh(refresh::Refresh),
    /// Says what changed between two states of schemas, and what that means
    Diff(diff::Diff),
    /// Says where real payloads do not fit a schema
    Check(check::Check),
    /// Says what became of a place in the schemas
    Explain(explain::Explain),
    /// Warns of what is allowed in schemas and surely not meant
    Lint(lint::Lint),
    /// Writes a page to look at: the types, their schemas, documents
    Report(report::Report),
    /// Makes a crate around a folder of schemas
    Init(init::Init),
    /// Prints what makes a shell complete the commands
    Completions(completions::Completions),
    /// Prints the manual's page, or writes one for each command
    Man(man::Man),
}

impl Command {
    /// Does it, says on standard error why it could not be done, and gives the
    /// exit status.
    #[must_use]
    pub fn ended(&self) -> ExitCode {
        ended(self.run())
    }

    fn run(&self) -> Done {
        match self {
            Self::Generate(command) => command.run(),
            Self::Emit(command) => command.run(),
            Self::Refresh(command) => command.run().map(Status::from),
            Self::Diff(command) => command.run(),
            Self::Check(command) => command.run(),
            Self::Explain(command) => command.run(),
            Self::Lint(command) => command.run(),
            Self::Report(command) => command.run(),
            Self::Init(command) => command.run(),
            Self::Completions(command) => command.run(),
            Self::Man(command) => command.run(),
        }
    }
}

/// Exact Rust types from JSON Schemas and OpenAPI documents.
///
/// The exit status is 0 where a command did what it was told and found
/// nothing, 1 where it found what it looks for, and 2 where it could not run.
#[derive(Debug, Parser)]
#[command(name = "isoschema", version)]
struct Isoschema {
    #[command(subcommand)]
    command: Command,
}

/// Runs the command line of `isoschema`.
#[must_use]
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    // Usage errors end here, with status 2.
    let told = Isoschema::parse_from(arguments.into_iter().map(input::told));
    told.command.ended()
}
