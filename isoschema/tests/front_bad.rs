//! The folders under `tests/bad`: what each `about.txt` says comes of them, as
//! far as the front half decides it.

use std::fs;
use std::path::{Path, PathBuf};

use isoschema::config::Config;
use isoschema::diagnostics::{Diagnostic, Diagnostics};
use isoschema::load::Source;
use isoschema::lower::keywords::rules;

/// Cases that later stages decide.
const LATER: [&str; 1] = ["same-rust-name"];

fn run(schemas: &Path) -> Result<(), Diagnostics> {
    let config = Config::of_folder(schemas)?;
    rules(&Source::folder(schemas), &config).map(|_| ())
}

/// Whether a diagnostic is about a place as `about.txt` writes it.
fn is_at(diagnostic: &Diagnostic, place: &str) -> bool {
    let (place, keyword) = place.rsplit_once(' ').unwrap_or((place, ""));
    let (file, lines, pointer) = match place.split_once('#') {
        Some((file, pointer)) => (file, None, Some(pointer)),
        None => match place.split_once(':') {
            Some((file, lines)) => (file, Some(lines), None),
            None => (place, None, None),
        },
    };
    if !diagnostic.document.ends_with(file) {
        return false;
    }
    if let Some(lines) = lines {
        let (first, last) = lines.split_once('-').unwrap_or((lines, lines));
        let line = |text: &str| text.parse::<usize>().expect("a line");
        return (line(first)..=line(last)).contains(&diagnostic.line);
    }
    let Some(pointer) = pointer else {
        return true;
    };
    let own = diagnostic.pointer.as_deref().unwrap_or("no pointer");
    let below = own
        .strip_prefix(pointer)
        .and_then(|rest| rest.strip_prefix('/'));
    own == pointer || below.is_some_and(|rest| rest.split('/').next() == Some(keyword))
}

fn linked(schemas: &Path) -> bool {
    let links = fs::symlink_metadata(schemas.join("link.json"));
    links.is_ok_and(|data| data.is_symlink())
}

#[test]
fn every_bad_folder_gets_what_it_should() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let mut wrong = Vec::new();
    let entries = fs::read_dir(root).expect("the cases");
    for case in entries.map(|entry| entry.expect("a case").path()) {
        let name = case.file_name().unwrap_or_default().display().to_string();
        let Ok(about) = fs::read_to_string(case.join("about.txt")) else {
            continue;
        };
        let schemas = case.join("schemas");
        if LATER.contains(&name.as_str()) || name == "ref-through-link" && !linked(&schemas) {
            continue;
        }
        let outcome = run(&schemas);
        let Some(places) = about.strip_prefix("refused: ") else {
            if let Err(diagnostics) = outcome {
                wrong.push(format!("{name} is valid:\n{diagnostics}"));
            }
            continue;
        };
        let Err(diagnostics) = outcome else {
            wrong.push(format!("{name} is not refused"));
            continue;
        };
        assert!(
            diagnostics
                .render()
                .contains(&diagnostics.iter().next().expect("one").reason[..10])
        );
        let places = places.split(" — ").next().unwrap_or(places);
        let places: Vec<&str> = places.trim().split("; ").collect();
        let any = name == "ref-loop";
        for place in &places {
            if !any && !diagnostics.iter().any(|d| is_at(d, place)) {
                wrong.push(format!(
                    "{name}: nothing is reported at {place}:\n{diagnostics}"
                ));
            }
        }
        for diagnostic in &diagnostics {
            if !places.iter().any(|place| is_at(diagnostic, place)) {
                wrong.push(format!("{name}: too much is reported:\n{diagnostic}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
