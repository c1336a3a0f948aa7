//! What tests need that let cargo build what was generated.

#![allow(dead_code, reason = "no test needs all of it")]

mod apart;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use isoschema::Generator;
use isoschema::emit::Crate;

pub(crate) use apart::apart;

/// An empty folder of a test's own.
pub(crate) fn folder(name: &str) -> io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// The folders of the cases, `KEYWORD/NAME`.
pub(crate) fn cases() -> io::Result<Vec<PathBuf>> {
    let mut cases = Vec::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    for keyword in fs::read_dir(root)? {
        for case in fs::read_dir(keyword?.path())? {
            cases.push(case?.path());
        }
    }
    cases.sort();
    Ok(cases)
}

/// How many documents the proof of an emitted crate draws for each schema. These
/// tests draw as many as the project's own proof, which says when they are too few.
const DOCUMENTS: &str = "ISOSCHEMA_DOCUMENTS";

/// Runs cargo in a folder, with the dependencies that are compiled already.
pub(crate) fn cargo(folder: &Path, words: &[&str]) -> io::Result<Output> {
    // The versions that are there already.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    if lock.exists() && !folder.join("Cargo.lock").exists() {
        fs::copy(lock, folder.join("Cargo.lock"))?;
    }
    let mut command = Command::new(env!("CARGO"));
    apart(&mut command).args(words).current_dir(folder);
    command.env("CARGO_NET_OFFLINE", "true");
    if std::env::var_os(DOCUMENTS).is_none() {
        command.env(DOCUMENTS, "200");
    }
    command.output()
}

/// What a command that went well has printed.
pub(crate) fn succeeded(output: &Output) -> String {
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    let shown = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{shown}\n{errors}");
    // Generated code is free of warnings too.
    assert!(!errors.contains("warning"), "{errors}");
    shown
}

/// Asks clippy, pedantic as it can be, about a crate.
pub(crate) fn clippy(folder: &Path) -> io::Result<()> {
    let words = ["clippy", "--color=never", "--", "-Wclippy::pedantic"];
    succeeded(&cargo(folder, &words)?);
    Ok(())
}

/// Writes the crate of a schemas folder.
pub(crate) fn write(schemas: &Path, out: &Path) -> Result<(), String> {
    Crate::configured()
        .generator(Generator::new().schemas(schemas))
        .write(out)
        .map(|_| ())
        .map_err(|problems| problems.render())
}

/// The text of every file.
pub(crate) fn files(folder: &Path) -> io::Result<Vec<(PathBuf, String)>> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
            } else {
                found.push((path.clone(), fs::read_to_string(path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}
