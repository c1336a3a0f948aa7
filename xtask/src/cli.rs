//! Every command and every flag.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
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
    /// Turns one schema file into one self-contained Rust module
    Generate(Generate),
    /// Writes a stand-alone crate for a folder of schemas, with its own proof
    Emit(Emit),
    /// Runs the official JSON Schema Test Suite against generated types
    Conformance(Conformance),
}

#[derive(Debug, Args)]
pub(crate) struct Generate {
    /// The schema file
    #[arg(long, value_name = "FILE")]
    pub(crate) schema: PathBuf,
    /// The module to write
    #[arg(long, value_name = "FILE.rs")]
    pub(crate) out: PathBuf,
    /// The Rust name of the schema's type
    #[arg(long, value_name = "NAME")]
    pub(crate) root_name: String,
    /// Where references to other files are looked for
    #[arg(long, value_name = "DIR")]
    pub(crate) schemas: Option<PathBuf>,
    /// Writes which Rust type each schema location got, as JSON
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
    /// The crate's folder
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// The crate's name
    #[arg(long, value_name = "CRATE")]
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) reading: Reading,
}

#[derive(Debug, Args)]
pub(crate) struct Conformance {
    /// The suite's folder, with `tests` and `remotes` in it
    #[arg(long, value_name = "DIR", required_unless_present = "cases")]
    pub(crate) suite: Option<PathBuf>,
    /// A folder of own cases: `KEYWORD/NAME/{schema,accepted,refused}.json`
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
    /// Asks the schemas that schemars derives from the types, too
    #[arg(long)]
    pub(crate) derived: bool,
    /// Writes how every test fared
    #[arg(long, value_name = "FILE.json")]
    pub(crate) json: Option<PathBuf>,
    /// Records how many optional tests pass as the baseline, and the
    /// expected types of own cases
    #[arg(long)]
    pub(crate) bless: bool,
    /// Where the programs are built [default: below the target folder]
    #[arg(long, value_name = "DIR")]
    pub(crate) work: Option<PathBuf>,
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
        assert_eq!(command.root_name, "A");
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
    fn emit_needs_three_flags() {
        assert!(parse("emit --schemas s --out o --name n").is_ok());
        assert!(parse("emit --schemas s --out o").is_err());
        assert!(parse("emit --schemas s --out o --name n --remote-base local").is_err());
        assert!(parse("emit --schemas s --out o --name n --default-draft 5").is_err());
    }
}
