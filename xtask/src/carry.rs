//! What the root package's build script writes → the file that the package
//! carries.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use isoschema::read;
use isoschema::write::write_if_changed;
use serde_json::Value;

use crate::Failure;

/// The file in the package, for those who build it without a generator.
const CARRIED: &str = "src/generated.rs";

/// Builds the package and copies what its build script wrote.
pub(crate) fn carry() -> Result<(), Failure> {
    let package = package();
    let written = written(&package)?;
    let text = read::text(&written, read::LIMIT)
        .map_err(|error| format!("{}: cannot be read: {error}", written.display()))?;
    let changed = write_if_changed(&package.join(CARRIED), &text)
        .map_err(|error| format!("{CARRIED}: cannot be written: {error}"))?;
    println!(
        "{CARRIED} is {}",
        if changed { "written" } else { "as it was" }
    );
    Ok(())
}

/// Whether a folder holds the schemas that the package is generated from.
pub(crate) fn belongs(schemas: &Path) -> bool {
    let own = package().join("schemas").canonicalize();
    own.is_ok_and(|own| schemas.canonicalize().is_ok_and(|schemas| schemas == own))
}

fn package() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The file that the build script wrote, found as cargo tells it.
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
        .filter_map(|message| Some(Path::new(message.get("out_dir")?.as_str()?).join("types.rs")))
        .find(|file| file.exists());
    found.ok_or_else(|| "the package's build script has not written its types".into())
}
