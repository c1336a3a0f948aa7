//! What is packed of each package holds all that its sources bring in, and what a registry shows.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::process::Command;

type Outcome = Result<(), Box<dyn std::error::Error>>;

/// The files of a package, as it would be published.
fn packed(package: &str) -> Result<BTreeSet<PathBuf>, Box<dyn std::error::Error>> {
    let output = Command::new(env!("CARGO"))
        .args([
            "package",
            "--list",
            "--allow-dirty",
            "--offline",
            "--package",
            package,
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()?;
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{package}: {said}");
    let files = String::from_utf8(output.stdout)?;
    Ok(files.lines().map(PathBuf::from).collect())
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut path, part| {
        match part {
            Component::ParentDir => _ = path.pop(),
            Component::CurDir => {}
            part => path.push(part),
        }
        path
    })
}

/// What a source brings in from other files, up to its tests.
fn brought(source: &str) -> impl Iterator<Item = &str> {
    let own = source.split("\n#[cfg(test)]").next().unwrap_or(source);
    let starts = |line: &&str| !line.trim_start().starts_with("//");
    let lines = own.lines().filter(starts);
    lines.flat_map(|line| {
        ["include_str!(\"", "#[path = \""]
            .into_iter()
            .filter_map(move |before| {
                let rest = line.split_once(before)?.1;
                rest.split_once('"').map(|(path, _)| path)
            })
    })
}

#[test]
fn what_is_packed_is_whole() -> Outcome {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let packages = [
        ("isoschema", "isoschema"),
        ("isoschema-runtime", "runtime"),
        ("isoschema-cli", "cli"),
        ("dassault-schemas", "."),
    ];
    for (package, folder) in packages {
        let files = packed(package)?;
        for needed in ["Cargo.toml", "README.md"] {
            assert!(files.contains(Path::new(needed)), "{package}: {needed}");
        }
        let sources = files.iter().filter(|it| {
            let is_rust = it.extension().is_some_and(|it| it == "rs");
            is_rust && !it.starts_with("tests") && it.file_stem().is_none_or(|it| it != "tests")
        });
        let mut count = 0;
        for file in sources {
            let text = std::fs::read_to_string(repository.join(folder).join(file))?;
            for path in brought(&text).filter(|path| !path.contains(['{', '\\'])) {
                let around = file.parent().unwrap_or(Path::new(""));
                let target = plain(&around.join(path));
                assert!(
                    files.contains(&target),
                    "{package}: {} brings in {path}",
                    file.display()
                );
                count += 1;
            }
        }
        // The runtime brings in its own sources, the generator the kit.
        let least = match package {
            "isoschema" => 4,
            "isoschema-runtime" => 40,
            _ => 0,
        };
        assert!(count >= least, "{package}: {count}");
        // Nothing of it is for this repository alone.
        let own = |it: &&PathBuf| it.starts_with("target") || it.starts_with(".ci");
        assert_eq!(files.iter().find(own), None, "{package}");
    }
    Ok(())
}

/// The proof kit goes into emitted crates: its files are packed, too.
#[test]
fn the_kit_is_packed() -> Outcome {
    let files = packed("isoschema")?;
    let kit = Path::new(env!("CARGO_MANIFEST_DIR")).join("proof");
    let mut open = vec![kit.clone()];
    let mut count = 0;
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let own = Path::new("proof").join(path.strip_prefix(&kit)?);
            assert!(files.contains(&own), "{}", own.display());
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
    Ok(())
}
