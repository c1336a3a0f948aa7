//! The files that the package carries, and those who build with them.
// Both have features of their own, whatever this test is built with.
#![cfg(not(feature = "__serde-json-extremes"))]

#[cfg(all(
    feature = "generate",
    not(any(feature = "corrections", feature = "open-codes"))
))]
use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[path = "../isoschema/tests/it/common/apart.rs"]
mod apart;

use apart::apart;

/// The files of a folder, by their paths in it.
#[cfg(all(
    feature = "generate",
    not(any(feature = "corrections", feature = "open-codes"))
))]
fn files(folder: &Path) -> std::io::Result<BTreeMap<PathBuf, String>> {
    let mut found = BTreeMap::new();
    let mut open = vec![PathBuf::new()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(folder.join(&inner))? {
            let entry = entry?;
            let path = inner.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                open.push(path);
            } else {
                found.insert(path, fs::read_to_string(entry.path())?);
            }
        }
    }
    Ok(found)
}

// The files are those of a build without what features change in the types.
#[cfg(all(
    feature = "generate",
    not(any(feature = "corrections", feature = "open-codes"))
))]
#[test]
fn the_carried_files_are_what_the_build_script_writes() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/generated");
    let written = files(Path::new(env!("OUT_DIR")))?;
    if std::env::var_os("BLESS").is_some() {
        for (path, text) in &written {
            fs::write(folder.join(path), text)?;
        }
    }
    let carried = files(&folder)?;
    // Nothing else: every file that is brought in is one of them.
    assert!(carried.keys().eq(written.keys()));
    for (path, written) in written {
        let carried = &carried[&path];
        let same = carried.lines().zip(written.lines());
        let line = 1 + same
            .take_while(|(carried, written)| carried == written)
            .count();
        assert!(
            *carried == written,
            "src/generated/{} is not what the build script writes, from line {line} on; \
             `cargo xtask carry` or BLESS=1 writes it anew",
            path.display()
        );
    }
    Ok(())
}

/// A package that depends on this one, with these words behind the path.
fn dependent(name: &str, words: &str) -> std::io::Result<PathBuf> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(folder.join("src"))?;
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         [workspace]\n\
         [dependencies]\ndassault-schemas = {{ path = '{}'{words} }}\n",
        own.display()
    );
    fs::write(folder.join("Cargo.toml"), manifest)?;
    fs::write(folder.join("src/main.rs"), MAIN)?;
    // The versions that are there already.
    fs::copy(own.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    Ok(folder)
}

const MAIN: &str = r#"//! Reads a currency.

fn main() {
    let currency: Result<dassault_schemas::Currency, _> = "JPY".parse();
    println!("{currency:?}");
    println!("{}", dassault_schemas::Currency::from_json("\"eur\"").unwrap_err());
}
"#;

/// What a command of cargo prints.
fn cargo(folder: &Path, arguments: &[&str]) -> Result<String, Box<dyn Error>> {
    let mut command = Command::new(env!("CARGO"));
    apart(&mut command)
        .args(arguments)
        .args(["--offline", "--color=never"])
        .current_dir(folder);
    let output = command.output()?;
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    Ok(String::from_utf8(output.stdout)?)
}

/// The names of all that is compiled for a package.
fn compiled(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let tree = cargo(
        folder,
        &[
            "tree",
            "--edges=normal,build",
            "--prefix=none",
            "--format={lib}",
        ],
    )?;
    Ok(tree.lines().map(str::to_owned).collect())
}

#[test]
fn without_the_feature_no_generator_is_compiled() -> Result<(), Box<dyn Error>> {
    let generator = ["isoschema", "syn", "typify"];
    let has = |crates: &[String]| generator.map(|name| crates.iter().any(|one| one == name));

    let plain = dependent("dependent-plain", "")?;
    assert_eq!(has(&compiled(&plain)?), [true; 3]);

    let carried = dependent("dependent-carried", ", default-features = false")?;
    let crates = compiled(&carried)?;
    assert_eq!(has(&crates), [false; 3], "{crates:?}");
    assert_eq!(
        cargo(&carried, &["run"])?,
        "Ok(Currency(\"JPY\"))\n\
         (root): \"eur\" does not match the pattern ^[A-Z]{3}$ [currency.json#/pattern]\n"
    );
    Ok(())
}
