//! Command line → the engine: `generate` one module, `emit` a whole crate.
//!
//! A thin layer: what a command does is a call of `isoschema`, as a build
//! script would make it.

mod cli;
mod conformance;
mod emit;
mod generate;
mod reading;

use std::process::ExitCode;

use clap::Parser as _;

/// What ends a command: a text for standard error.
type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let done = match cli::Cli::parse().command {
        cli::Command::Generate(command) => generate::generate(&command),
        cli::Command::Conformance(command) => conformance::conformance(&command),
        cli::Command::Emit(command) => emit::emit(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
