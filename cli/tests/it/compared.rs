//! The page that compares generators: what it says of this one's verdicts.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

/// The text of each file that the page shows, by its name.
fn files(page: &str) -> Vec<(&str, &str)> {
    let shown = "`:\n\n```json\n";
    let found = page.match_indices(shown).filter_map(|(at, _)| {
        let (_, name) = page[..at].rsplit_once('`')?;
        let (text, _) = page[at + shown.len()..].split_once("```")?;
        Some((name, text))
    });
    found.collect()
}

/// The schema that a document of the table is for.
fn schema(document: &str) -> &'static str {
    match document {
        text if text.contains("amount") => "bill",
        text if text.contains("kind") => "event",
        text if text.starts_with('"') => "currency",
        _ => "patch",
    }
}

#[test]
fn this_ones_column_is_what_it_says() -> Result<(), Box<dyn Error>> {
    let page = include_str!("../../../docs/comparison.md");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("compared");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(folder.join("schemas"))?;
    for (name, text) in files(page) {
        fs::write(folder.join("schemas").join(name), text)?;
    }
    let mut rows = 0;
    for line in page.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split(" | ").map(str::trim).collect();
        let [document, of_schema, own, ..] = cells.as_slice() else {
            continue;
        };
        let document = document.trim_matches('`');
        let fits = match (*of_schema, *own) {
            ("takes", "keeps") => true,
            ("refuses", "refuses") => false,
            other => return Err(format!("{document}: {other:?}").into()),
        };
        let payload = folder.join("payload.json");
        fs::write(&payload, document)?;
        let status = Command::new(env!("CARGO_BIN_EXE_isoschema"))
            .args(["check", "payload.json", "--schema", schema(document)])
            .current_dir(&folder)
            .stdout(Stdio::null())
            .status()?;
        assert_eq!(status.code(), Some(i32::from(!fits)), "{document}");
        rows += 1;
    }
    assert!(rows >= 14, "{rows}");
    Ok(())
}
