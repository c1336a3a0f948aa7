//! Command line → what this repository does beside what `isoschema` does for
//! everybody.
//!
//! A thin layer: what a command does is a call of `isoschema`, as a build
//! script would make it.

#![warn(clippy::disallowed_methods)]

mod bench_report;
mod carry;
mod cli;
mod conformance;
mod matrix;
mod programs;
mod refresh;

use std::process::ExitCode;

use clap::Parser as _;
use isoschema_cli::{Failure, Status, ended};

fn main() -> ExitCode {
    let done = match cli::Cli::parse().command {
        cli::Command::Everybody(isoschema_cli::Command::Refresh(command)) => {
            return ended(refresh::refresh(&command).map(Status::from));
        }
        cli::Command::Everybody(command) => return command.ended(),
        cli::Command::Conformance(command) => conformance::conformance(&command),
        cli::Command::Matrix(command) => matrix::matrix(&command),
        cli::Command::Carry => carry::carry(),
        cli::Command::BenchReport(command) => bench_report::bench_report(&command),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}
