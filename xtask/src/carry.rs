//! What the root package's build script writes → the files that the package
//! carries.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use isoschema::read;
use isoschema::write::{remove_stale, write_if_changed};
use serde_json::Value;

use crate::Failure;

/// The folder in the package, for those who build it without a generator.
const CARRIED: &str = "src/generated";

/// The module in it; what it brings in is in the folder beside.
const MODULE: &str = "types.rs";

/// Builds the package and copies what its build script wrote.
pub(crate) fn carry() -> Result<(), Failure> {
    let package = package();
    let written = written(&package)?;
    let carried = package.join(CARRIED);
    let files = files(&written).map_err(|error| format!("{}: {error}", written.display()))?;
    let mut changed = false;
    for path in &files {
        let from = written.join(path);
        let text = read::text(&from, read::LIMIT)
            .map_err(|error| format!("{}: cannot be read: {error}", from.display()))?;
        let to = carried.join(path);
        changed |= write_if_changed(&to, &text)
            .map_err(|error| format!("{}: cannot be written: {error}", to.display()))?;
    }
    let kept = files.iter().map(|path| carried.join(path)).collect();
    changed |= remove_stale(&carried, &kept)?;
    println!(
        "{CARRIED} is {}",
        if changed { "written" } else { "as it was" }
    );
    Ok(())
}

/// The files of the module in a folder, by their paths in it.
fn files(folder: &Path) -> io::Result<BTreeSet<PathBuf>> {
    let mut files = BTreeSet::from([PathBuf::from(MODULE)]);
    let mut open = vec![Path::new(MODULE).with_extension("")];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(folder.join(&inner))? {
            let entry = entry?;
            let path = inner.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                open.push(path);
            } else {
                files.insert(path);
            }
        }
    }
    Ok(files)
}

/// Whether a folder holds the schemas that the package is generated from.
pub(crate) fn belongs(schemas: &Path) -> bool {
    let own = package().join("schemas").canonicalize();
    own.is_ok_and(|own| schemas.canonicalize().is_ok_and(|schemas| schemas == own))
}

fn package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The folder that the build script wrote to, found as cargo tells it.
fn written(package: &Path) -> Result<PathBuf, Failure> {
    let output = Command::new("cargo")
        .args(["check", "--package", "dassault-schemas"])
        .args(["--message-format", "json-render-diagnostics"])
        .current_dir(package)
        .stderr(Stdio::inherit())
        .output()?;
    // Where the types do not compile, the script has run all the same.
    let found = String::from_utf8_lossy(&output.stdout)
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter_map(|message| Some(PathBuf::from(message.get("out_dir")?.as_str()?)))
        .find(|folder| folder.join(MODULE).exists());
    found.ok_or_else(|| "the package's build script has not written its types".into())
}
