//! The folders under `tests/bad`: what each `about.txt` says comes of them.

use std::fs;
use std::path::{Path, PathBuf};

use isoschema::Generator;
use isoschema::diagnostics::Diagnostic;

/// The one case that not every file system can hold.
const LINKS: &str = "ref-through-link";

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

/// The folders of the cases.
fn cases() -> Vec<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/bad");
    let entries = fs::read_dir(root).expect("the cases");
    let paths = entries.map(|entry| entry.expect("a case").path());
    paths.filter(|path| path.is_dir()).collect()
}

/// What of a case is not as its `about.txt` says.
fn wrong(case: &Path) -> Vec<String> {
    let name = case.file_name().unwrap_or_default().display().to_string();
    let about = fs::read_to_string(case.join("about.txt")).expect("what it is about");
    let outcome = Generator::new().schemas(case.join("schemas")).generate();
    let places = match (about.strip_prefix("refused: "), &outcome) {
        (Some(places), Err(_)) => places,
        (Some(_), Ok(_)) => return vec![format!("{name} is not refused")],
        (None, Ok(_)) => {
            assert!(about.starts_with("valid: "), "{name}: {about}");
            return Vec::new();
        }
        (None, Err(diagnostics)) => return vec![format!("{name} is valid:\n{diagnostics}")],
    };
    let diagnostics = outcome.expect_err("it is refused");
    let shown = diagnostics.render();
    let places = places.split(" — ").next().unwrap_or(places);
    let places: Vec<&str> = places.trim().split("; ").collect();
    let mut wrong = Vec::new();
    // Of a loop, one place is enough; a clash of two names both in one.
    let any = name == "ref-loop";
    for place in &places {
        let is_told = |it: &Diagnostic| is_at(it, place) || it.reason.contains(place);
        if !any && !diagnostics.iter().any(is_told) {
            wrong.push(format!(
                "{name}: nothing is reported at {place}:\n{diagnostics}"
            ));
        }
    }
    for diagnostic in &diagnostics {
        if !places.iter().any(|place| is_at(diagnostic, place)) {
            wrong.push(format!("{name}: too much is reported:\n{diagnostic}"));
        }
        if !shown.contains(diagnostic.reason.lines().next().unwrap_or_default()) {
            wrong.push(format!("{name}: not all is drawn:\n{shown}"));
        }
    }
    wrong
}

#[test]
fn every_bad_folder_gets_what_it_should() {
    let mut cases = cases();
    cases.retain(|case| !case.ends_with(LINKS));
    assert!(cases.len() > 18, "only {} cases", cases.len());
    let wrong: Vec<String> = cases.iter().flat_map(|case| wrong(case)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
#[cfg_attr(not(unix), ignore = "needs symbolic links in the checkout")]
fn links_that_lead_out_get_what_they_should() {
    let case = cases().into_iter().find(|case| case.ends_with(LINKS));
    let case = case.expect("the case");
    let link = fs::symlink_metadata(case.join("schemas/link.json")).expect("the link");
    assert!(link.is_symlink(), "the checkout has no links");
    assert_eq!(wrong(&case), Vec::<String>::new());
}
