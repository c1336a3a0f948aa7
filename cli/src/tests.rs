//! The flags as the documentation states them.

use std::path::PathBuf;

use clap::CommandFactory as _;
use isoschema::resolve::Draft;

use super::*;
use crate::diff::{DiffAudience, DiffFormat};

fn parse(line: &str) -> Result<Command, clap::Error> {
    let words = ["isoschema"].into_iter().chain(line.split(' '));
    Isoschema::try_parse_from(words).map(|told| told.command)
}

#[test]
fn the_definition_is_sound() {
    Isoschema::command().debug_assert();
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
    assert_eq!(diff.new, None);
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
