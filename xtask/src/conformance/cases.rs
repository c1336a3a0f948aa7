//! The project's own cases → groups.
//!
//! A case is a folder `KEYWORD/NAME` with a `schema.json`, an array of valid
//! documents in `accepted.json` and one of invalid ones in `refused.json`. It
//! may have an `isoschema.toml`, a folder `remotes/`, which is served as the
//! official suite's, and a program `use.rs`, which does with the types what a
//! person would. Its schema names its draft if it is not 2020-12.

use std::fs;
use std::path::{Path, PathBuf};

use isoschema::load::parse_text;
use isoschema::read;
use isoschema::resolve::Draft;

use super::suite::{Group, Test, raw};
use crate::Failure;
use crate::cli::Conformance;

/// What stands for the draft's folder in tables.
pub(crate) const OWN: &str = "cases";

/// Every case below a folder that the flags select.
pub(crate) fn read(folder: &Path, command: &Conformance) -> Result<Vec<Group>, Failure> {
    let mut groups = Vec::new();
    for (keyword, folder) in folders(folder)? {
        if !command.keywords.is_empty() && !command.keywords.contains(&keyword) {
            continue;
        }
        for (name, folder) in folders(&folder)? {
            let mut tests = Vec::new();
            add(&folder.join("accepted.json"), true, &mut tests)?;
            add(&folder.join("refused.json"), false, &mut tests)?;
            let program = folder.join("use.rs");
            groups.push(Group {
                draft_name: OWN,
                draft: Draft::Draft2020,
                keyword: keyword.clone(),
                description: name,
                schema: text(&folder.join("schema.json"))?,
                tests,
                remotes: folder.join("remotes"),
                program: program.exists().then(|| text(&program)).transpose()?,
                own: Some(folder),
            });
        }
    }
    Ok(groups)
}

/// The folders in a folder, by name.
fn folders(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder)
        .map_err(|error| format!("{}: cannot be read: {error}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        if let Some(name) = name.filter(|_| path.is_dir()) {
            found.push((name.to_owned(), path));
        }
    }
    found.sort();
    Ok(found)
}

/// The documents of one file.
fn add(path: &Path, valid: bool, tests: &mut Vec<Test>) -> Result<(), Failure> {
    let content = text(path)?;
    let shown = path.display().to_string();
    let (json, _) = parse_text(&shown, &content).map_err(|error| error.to_string())?;
    let documents = json
        .as_array()
        .ok_or_else(|| format!("{shown}: not an array of documents"))?;
    for (number, document) in documents.iter().enumerate() {
        tests.push(Test {
            description: format!(
                "{} document {number}",
                if valid { "accepted" } else { "refused" }
            ),
            data: raw(document, &content),
            valid,
        });
    }
    Ok(())
}

fn text(path: &Path) -> Result<String, Failure> {
    read::text(path, read::LIMIT)
        .map_err(|error| format!("{}: cannot be read: {error}", path.display()).into())
}
