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
fn check_knows_where_documents_lie() -> Result<(), clap::Error> {
    let command = parse(
        "check a.json --schema s.json --remote-base https://example.com/=local --default-draft 4",
    )?;
    let Command::Check(command) = command else {
        panic!("{command:?}")
    };
    let base = ("https://example.com/".to_owned(), PathBuf::from("local"));
    assert_eq!(command.reading.remote_bases, [base]);
    assert_eq!(command.reading.default_draft, Some(Draft::Draft4));
    assert!(parse("check a.json --schema s.json --remote-base local").is_err());
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

/// The examples for workflows and hooks are YAML, and their commands are commands.
#[test]
fn examples_for_others_are_read() -> Result<(), Box<dyn std::error::Error>> {
    let workflow = include_str!("../../examples/ci/github.yml");
    let hooks = include_str!("../../examples/ci/pre-commit-config.yaml");
    let mut commands = Vec::new();
    for (text, key, least) in [(workflow, "run", 4), (hooks, "entry", 2)] {
        let value: serde_json::Value = serde_norway::from_str(text)?;
        let before = commands.len();
        let mut open = vec![&value];
        while let Some(value) = open.pop() {
            if let Some(line) = value.get(key).and_then(|it| it.as_str()) {
                commands.extend(line.strip_prefix("isoschema ").map(str::to_owned));
            }
            match value {
                serde_json::Value::Array(items) => open.extend(items),
                serde_json::Value::Object(members) => open.extend(members.values()),
                _ => {}
            }
        }
        assert!(commands.len() >= before + least, "{key}: {commands:?}");
    }
    for command in commands {
        assert!(parse(&command).is_ok(), "{command}");
    }
    let value: serde_json::Value = serde_norway::from_str(workflow)?;
    for needed in [
        "/on/pull_request",
        "/jobs/schemas/runs-on",
        "/jobs/schemas/steps/0/uses",
    ] {
        assert!(value.pointer(needed).is_some(), "{needed}");
    }
    let value: serde_json::Value = serde_norway::from_str(hooks)?;
    let hooks = value.pointer("/repos/0/hooks").and_then(|it| it.as_array());
    for hook in hooks.ok_or("no hooks")? {
        for needed in ["id", "name", "entry", "language", "files"] {
            assert!(
                hook.get(needed).is_some_and(serde_json::Value::is_string),
                "{needed}: {hook}"
            );
        }
    }
    Ok(())
}
