//! A test that cannot be done says so where everybody sees it: it is ignored,
//! with what it needs, and `.ci/run` runs it where that is there.

use std::fs;
use std::path::{Path, PathBuf};

/// What tests may need: the variable, and how their names begin.
const INPUTS: [(&str, &str); 2] = [
    ("JSON_SCHEMA_TEST_SUITE", "suite_"),
    ("ISOSCHEMA_UPSTREAM", "upstream_"),
];

/// Every file with tests of the workspace.
fn tests() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let folders = [
        "tests",
        "isoschema",
        "cli",
        "xtask",
        "fuzz",
        "benches",
        "src",
    ];
    let mut open: Vec<PathBuf> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut found = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && !path.ends_with("target") && !path.ends_with("cases") {
                open.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") && !path.ends_with(file!()) {
                let text = fs::read_to_string(&path).expect("a text");
                found.push((path, text));
            }
        }
    }
    found
}

#[test]
fn no_test_is_skipped_in_silence() {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../.ci/run");
    let script = fs::read_to_string(script).expect("the script");
    for (variable, prefix) in INPUTS {
        assert!(
            script.contains(&format!("needing {variable} {prefix}")),
            "{variable}"
        );
    }
    let (mut wrong, mut needing) = (Vec::new(), 0);
    for (path, text) in tests() {
        let path = path.display().to_string();
        if text.contains("\"skipped: ") {
            wrong.push(format!(
                "{path}: prints that it is skipped, which nobody sees"
            ));
        }
        if path.contains("/benches/src/") && text.contains("#[test]") {
            wrong.push(format!("{path}: `benches/Cargo.toml` runs no test there"));
        }
        let mut lines = text.lines().map(str::trim);
        while let Some(line) = lines.next() {
            if line == "#[ignore]" {
                wrong.push(format!("{path}: ignored without a reason"));
            }
            let Some(reason) = line.strip_prefix("#[ignore = \"needs ") else {
                continue;
            };
            needing += 1;
            let input = INPUTS
                .iter()
                .find(|(variable, _)| reason.starts_with(variable));
            let name = lines.next().unwrap_or_default();
            if !input.is_some_and(|(_, prefix)| name.starts_with(&format!("fn {prefix}"))) {
                wrong.push(format!(
                    "{path}: `{reason}` and `{name}` do not go together"
                ));
            }
        }
        for (variable, _) in INPUTS {
            let asks = text.matches(&format!("(\"{variable}\")")).count();
            let ignored = text
                .matches(&format!("#[ignore = \"needs {variable};"))
                .count();
            if asks > ignored && text.contains("#[test]") {
                wrong.push(format!(
                    "{path}: a test asks for {variable} and does not say so"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(needing >= 7, "only {needing} tests that need something");
}
