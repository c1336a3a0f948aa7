//! Every command and every flag.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use isoschema::read::LIMIT;
use isoschema::resolve::Draft;

/// The engine's command line in this repository.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Turns schemas into one self-contained Rust module
    Generate(Generate),
    /// Writes the generated file that the root package carries
    Carry,
    /// Writes a stand-alone crate for a folder of schemas, with its own proof
    Emit(Emit),
    /// Runs the official JSON Schema Test Suite against generated types
    Conformance(Conformance),
    /// Draws schemas and configurations together, and compares what their types do
    Matrix(Matrix),
    /// Runs the benches and writes their ratios into the documentation
    BenchReport(BenchReport),
    /// Fetches the schemas anew, all of them or none
    Refresh(Refresh),
    /// Says what changed between two states of schemas, and what that means
    Diff(Diff),
    /// Says where real payloads do not fit a schema
    Check(Check),
}

#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// A schema's file or an OpenAPI document, in JSON or YAML, or a folder of schemas
    #[arg(value_name = "INPUT", required_unless_present = "schema")]
    pub(crate) input: Option<PathBuf>,
    /// The same for one file
    #[arg(long, value_name = "FILE", conflicts_with = "input")]
    pub(crate) schema: Option<PathBuf>,
    /// The module to write, or `-` for standard output; a FIFO or a device is
    /// written to as it is
    #[arg(long, value_name = "FILE.rs")]
    pub(crate) out: PathBuf,
    /// The Rust name of the schema's type [default: the file's name]; not for
    /// an OpenAPI document, whose types are named after its components
    #[arg(long, value_name = "NAME")]
    pub(crate) root_name: Option<String>,
    /// Where references to other files are looked for
    #[arg(long, value_name = "DIR")]
    pub(crate) schemas: Option<PathBuf>,
    /// Writes which Rust type each schema location got, as JSON; to the same
    /// places as the module
    #[arg(long, value_name = "FILE.json")]
    pub(crate) report: Option<PathBuf>,
    /// Derives `schemars::JsonSchema` behind this feature of the user's crate
    #[arg(long, value_name = "FEATURE")]
    pub(crate) schemars: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct Emit {
    /// The folder of schemas
    #[arg(long, value_name = "DIR")]
    pub(crate) schemas: PathBuf,
    /// The crate's folder: an empty one (but for names that begin with a dot), or
    /// one that an earlier run wrote; it is replaced in one step, with whatever
    /// else is in it kept
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// The crate's name [default: that of `[emit]` in the configuration]
    #[arg(long, value_name = "CRATE")]
    pub(crate) name: Option<String>,
    #[command(flatten)]
    pub(crate) reading: Reading,
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
#[derive(Debug, Clone, Copy, Args)]
pub(crate) struct Also {
    /// Asks the schemas that schemars derives from the types, too
    #[arg(long)]
    pub(crate) derived: bool,
    /// Asks the borrowing forms of the types, too
    #[arg(long)]
    pub(crate) borrowed: bool,
}

/// The exit status is 0 where the sides are equal, 1 where the changes are
/// compatible, 2 where they break, 3 where it could not be decided or failed.
#[derive(Debug, Args)]
pub(crate) struct Diff {
    /// A file, a folder, or a git revision of NEW
    #[arg(value_name = "OLD")]
    pub(crate) old: String,
    /// A file or a folder
    #[arg(value_name = "NEW", default_value = "schemas")]
    pub(crate) new: PathBuf,
    /// How many bytes a schema's file may have
    #[arg(long, value_name = "BYTES", default_value_t = LIMIT)]
    pub(crate) max_size: u64,
    /// For whom a change may break something
    #[arg(long = "for", value_name = "WHO", value_enum, default_value_t = DiffAudience::Everyone)]
    pub(crate) audience: DiffAudience,
    /// How the outcome is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = DiffFormat::Text)]
    pub(crate) format: DiffFormat,
}

/// Who is asked whether a change breaks something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffAudience {
    /// Those who read documents: wider breaks
    Readers,
    /// Those who write documents: narrower breaks
    Writers,
    /// Both
    Everyone,
}

/// How a comparison is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DiffFormat {
    /// For people
    Text,
    /// For programs
    Json,
    /// For a pull request
    Markdown,
}

/// The exit status is 0 where all payloads fit, 1 where some do not, 3 where
/// the check failed.
#[derive(Debug, Args)]
pub(crate) struct Check {
    /// Regular files, folders of `*.json` and `*.jsonl`, or `-` for JSON Lines
    /// on standard input
    #[arg(value_name = "PAYLOADS", default_value = "-")]
    pub(crate) payloads: Vec<PathBuf>,
    /// The schema that the payloads are to fit, by its name
    #[arg(long, value_name = "NAME")]
    pub(crate) schema: String,
    /// The folder of schemas
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    pub(crate) schemas: PathBuf,
    /// How many bytes a schema, a payload or the standard input may have
    #[arg(long, value_name = "BYTES", default_value_t = LIMIT)]
    pub(crate) max_size: u64,
    /// Prints the overlay that would accept what was seen
    #[arg(long)]
    pub(crate) suggest: bool,
    /// Lists the enum codes seen beyond the schema
    #[arg(long)]
    pub(crate) infer_open: bool,
    /// How many faults of each payload are printed
    #[arg(long, value_name = "COUNT", default_value_t = 20)]
    pub(crate) most: usize,
    /// How the outcome is printed
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
}

/// How a check is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Where the schemas come from stands in `[upstream]` of `isoschema.toml`. The
/// exit status is 0 where it is done, 1 where it failed, and nothing was
/// changed; with `--check`, 1 where files and lock do not agree.
#[derive(Debug, Args)]
pub(crate) struct Refresh {
    /// The folder of schemas
    #[arg(long, value_name = "DIR", default_value = "schemas")]
    pub(crate) schemas: PathBuf,
    /// Takes the schemas from a folder or another URL
    #[arg(long, value_name = "DIR|URL")]
    pub(crate) from: Option<String>,
    /// Says whether the files are what the lock records; fetches nothing
    #[arg(long)]
    pub(crate) check: bool,
    /// Fetches nothing: checks and records the files that are there
    #[arg(long, conflicts_with = "check")]
    pub(crate) offline: bool,
    /// Replaces files that were edited by hand
    #[arg(long, conflicts_with = "check")]
    pub(crate) discard_edits: bool,
    /// Follows redirects to this host; may be repeated
    #[arg(long = "allow-redirects-to", value_name = "HOST")]
    pub(crate) redirect_hosts: Vec<String>,
    /// Trusts the root certificates of this file (PEM), in place of those that
    /// are built in [default: `SSL_CERT_FILE` of the environment]
    #[arg(long, value_name = "FILE")]
    pub(crate) ca_file: Option<PathBuf>,
    /// How long one request may take
    #[arg(long, value_name = "SECONDS", default_value_t = 30.0)]
    pub(crate) timeout: f64,
    /// How often a request is made again when it failed in passing
    #[arg(long, value_name = "COUNT", default_value_t = 4)]
    pub(crate) retries: u32,
    /// How long before the first time; each further wait is twice as long
    #[arg(long, value_name = "SECONDS", default_value_t = 0.5)]
    pub(crate) retry_wait: f64,
    /// How many bytes a document may have that is fetched, or a file that is
    /// read; all together sixteen times that
    #[arg(long, value_name = "BYTES", default_value_t = LIMIT)]
    pub(crate) max_size: u64,
    /// How many schemas may come of the roots
    #[arg(long, value_name = "COUNT", default_value_t = 5_000)]
    pub(crate) max_schemas: usize,
    /// How long all requests may take together
    #[arg(long, value_name = "SECONDS", default_value_t = 900.0)]
    pub(crate) max_time: f64,
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

/// How schemas are read.
#[derive(Debug, Args)]
pub(crate) struct Reading {
    /// Documents under this URL lie in this folder; may be repeated
    #[arg(long = "remote-base", value_name = "URL=DIR", value_parser = remote_base)]
    pub(crate) remote_bases: Vec<(String, PathBuf)>,
    /// The draft of schemas that do not name theirs [default: 2020-12]
    #[arg(long, value_name = "4|6|7|2019-09|2020-12", value_parser = draft)]
    pub(crate) default_draft: Option<Draft>,
    /// The configuration file
    #[arg(long, value_name = "FILE.toml")]
    pub(crate) config: Option<PathBuf>,
    /// How many bytes a schema's file may have
    #[arg(long, value_name = "BYTES", default_value_t = LIMIT)]
    pub(crate) max_size: u64,
}

/// A draft by its short name.
fn draft(name: &str) -> Result<Draft, String> {
    Draft::by_name(name).ok_or_else(|| "one of 4, 6, 7, 2019-09, 2020-12".to_owned())
}

/// Splits at the first `=`: a folder may hold one, a base URL hardly.
fn remote_base(text: &str) -> Result<(String, PathBuf), String> {
    match text.split_once('=') {
        Some((url, folder)) if url.contains(':') && !folder.is_empty() => {
            Ok((url.to_owned(), PathBuf::from(folder)))
        }
        _ => Err("a URL and a folder with `=` between them, as in `https://example.com/schemas/=local/schemas`".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    //! The flags as the documentation states them.

    use clap::CommandFactory as _;

    use super::*;

    fn parse(line: &str) -> Result<Command, clap::Error> {
        let words = ["xtask"].into_iter().chain(line.split(' '));
        Cli::try_parse_from(words).map(|cli| cli.command)
    }

    #[test]
    fn the_definition_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn generate_takes_every_flag() -> Result<(), clap::Error> {
        let command = parse(
            "generate --schema a.json --out a.rs --root-name A --schemas dir \
             --remote-base http://localhost:1234=remotes --remote-base urn:x=y=z \
             --default-draft 2019-09 --config c.toml --report r.json --schemars schemars",
        )?;
        let Command::Generate(command) = command else {
            panic!("{command:?}")
        };
        assert_eq!(command.root_name.as_deref(), Some("A"));
        assert_eq!(command.reading.default_draft, Some(Draft::Draft2019));
        assert_eq!(
            command.reading.remote_bases,
            [
                ("http://localhost:1234".to_owned(), PathBuf::from("remotes")),
                ("urn:x".to_owned(), PathBuf::from("y=z")),
            ]
        );
        Ok(())
    }

    #[test]
    fn emit_needs_two_flags() {
        assert!(parse("emit --schemas s --out o --name n").is_ok());
        assert!(parse("emit --schemas s --out o").is_ok());
        assert!(parse("emit --schemas s").is_err());
        assert!(parse("emit --schemas s --out o --name n --remote-base local").is_err());
        assert!(parse("emit --schemas s --out o --name n --default-draft 5").is_err());
    }

    #[test]
    fn diff_and_check_have_defaults() -> Result<(), clap::Error> {
        let Command::Diff(diff) = parse("diff HEAD~1 --for writers --format markdown")? else {
            panic!("not the command")
        };
        assert_eq!(diff.new, PathBuf::from("schemas"));
        assert_eq!(diff.audience, DiffAudience::Writers);
        assert_eq!(diff.format, DiffFormat::Markdown);
        let Command::Check(check) = parse("check --schema order --suggest")? else {
            panic!("not the command")
        };
        assert_eq!(check.payloads, [PathBuf::from("-")]);
        assert!(check.suggest && !check.infer_open);
        assert!(parse("check a.json").is_err());
        assert!(parse("diff").is_err());
        Ok(())
    }
}
