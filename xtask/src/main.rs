//! Command line → the engine: `generate` one module, `emit` a whole crate.
//!
//! A thin layer: what a command does is a call of `isoschema`, as a build
//! script would make it.

#![warn(clippy::disallowed_methods)]

mod bench_report;
mod carry;
mod check;
mod cli;
mod conformance;
mod diff;
mod emit;
mod generate;
mod matrix;
mod programs;
mod reading;
mod refresh;

use std::process::ExitCode;

use clap::Parser as _;

/// What ends a command: a text for standard error.
type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    // What a failed command ends with; where 1 and 2 are answers, it is 3.
    let mut failed = ExitCode::FAILURE;
    let done = match cli::Cli::parse().command {
        cli::Command::Generate(command) => generate::generate(&command).map(succeeded),
        cli::Command::Conformance(command) => conformance::conformance(&command).map(succeeded),
        cli::Command::Matrix(command) => matrix::matrix(&command).map(succeeded),
        cli::Command::Carry => carry::carry().map(succeeded),
        cli::Command::Emit(command) => emit::emit(&command).map(succeeded),
        cli::Command::BenchReport(command) => bench_report::bench_report(&command).map(succeeded),
        cli::Command::Refresh(command) => refresh::refresh(&command),
        cli::Command::Diff(command) => {
            failed = ExitCode::from(3);
            diff::diff(&command)
        }
        cli::Command::Check(command) => {
            failed = ExitCode::from(3);
            check::check(&command)
        }
    };
    match done {
        Ok(status) => status,
        Err(failure) => {
            eprintln!("{failure}");
            failed
        }
    }
}

fn succeeded((): ()) -> ExitCode {
    ExitCode::SUCCESS
}
