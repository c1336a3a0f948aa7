//! Every command and every flag.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use isoschema::resolve::Draft;
use isoschema_cli::draft;

/// The engine's command line in this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// What `isoschema` does for everybody.
    #[command(flatten)]
    Everybody(isoschema_cli::Command),
    /// Writes the generated file that the root package carries
    Carry,
    /// Runs the official JSON Schema Test Suite against generated types
    Conformance(Conformance),
    /// Draws schemas and configurations together, and compares what their types do
    Matrix(Matrix),
    /// Runs the benches and writes their ratios into the documentation
    BenchReport(BenchReport),
}

#[derive(Debug, Args)]
pub(crate) struct Conformance {
    /// The suite's folder, with `tests` and `remotes` in it
    #[arg(long, value_name = "DIR", required_unless_present = "cases")]
    pub(crate) suite: Option<PathBuf>,
    /// A folder of own cases: `KEYWORD/NAME/{schema,accepted,refused}.json`, and
    /// `use.rs` where a program uses the types
    #[arg(long, value_name = "DIR", conflicts_with_all = ["suite", "drafts", "optional"])]
    pub(crate) cases: Option<PathBuf>,
    /// Only this draft; may be repeated
    #[arg(long = "draft", value_name = "4|6|7|2019-09|2020-12", value_parser = draft)]
    pub(crate) drafts: Vec<Draft>,
    /// Only the files of this name, such as `oneOf`; may be repeated
    #[arg(long = "keyword", value_name = "KEYWORD")]
    pub(crate) keywords: Vec<String>,
    /// The optional tests too
    #[arg(long)]
    pub(crate) optional: bool,
    #[command(flatten)]
    pub(crate) also: Also,
    /// Writes how every test fared
    #[arg(long, value_name = "FILE.json")]
    pub(crate) json: Option<PathBuf>,
    /// Where the programs are built [default: below the target folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) work: Option<PathBuf>,
}

/// The exit status is 0 where no configuration does what it must not.
#[derive(Debug, Args)]
pub(crate) struct Matrix {
    /// What the first set of schemas is drawn from; each further one is drawn
    /// from the next number
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) seed: u64,
    /// How many sets of schemas are drawn
    #[arg(long, value_name = "COUNT", default_value_t = 100)]
    pub(crate) schemas: usize,
    /// How many configurations are drawn for each, beside the default
    #[arg(long, value_name = "COUNT", default_value_t = 4)]
    pub(crate) configurations: usize,
    /// How many programs they are compiled in: each has an edition, features
    /// of `serde_json`, dates and maps of its own
    #[arg(long, value_name = "COUNT", default_value_t = usize::MAX, hide_default_value = true)]
    pub(crate) programs: usize,
    /// How many documents are drawn for each type
    #[arg(long, value_name = "COUNT", default_value_t = 60)]
    pub(crate) documents: usize,
    /// Where the programs are built [default: below the target folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) work: Option<PathBuf>,
}

/// What is asked beside the types.
#[derive(Debug, Default, Clone, Copy, Args)]
pub(crate) struct Also {
    /// Asks the schemas that schemars derives from the types, too
    #[arg(long)]
    pub(crate) derived: bool,
    /// Asks the borrowing forms of the types, too
    #[arg(long)]
    pub(crate) borrowed: bool,
}

#[derive(Debug, Args)]
pub(crate) struct BenchReport {
    /// The file with the two marks between which the report goes
    #[arg(long, value_name = "FILE.md", default_value = "docs/performance.md")]
    pub(crate) out: PathBuf,
    /// Reports what the last run found
    #[arg(long)]
    pub(crate) no_run: bool,
}

#[cfg(test)]
mod tests {
    //! The flags as the documentation states them.

    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }
}
