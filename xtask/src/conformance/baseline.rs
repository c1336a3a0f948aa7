//! Scores ↔ the recorded baseline.
//!
//! Every required test has to pass, always. Of the optional tests, as many of
//! each file as are recorded.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use isoschema::read;

use super::score::Score;
use crate::Failure;

/// Passing optional tests, by `draft/file`.
type Baseline = BTreeMap<String, usize>;

fn path() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("conformance-baseline.json")
}

fn passing<'a>(scores: impl Iterator<Item = &'a Score<'a>>) -> Baseline {
    let mut passing = Baseline::new();
    for score in scores.filter(|score| score.group.is_optional()) {
        let key = format!("{}/{}", score.group.draft_name, score.group.keyword);
        let passed = score.tests.iter().filter(|test| test.failure.is_none());
        *passing.entry(key).or_default() += passed.count();
    }
    passing
}

/// What falls below the baseline, one line for each.
pub(crate) fn missed(scores: &[Score<'_>]) -> Result<Vec<String>, Failure> {
    let mut missed = Vec::new();
    for score in scores {
        let group = score.group;
        if score.misuse.is_some() {
            missed.push(format!(
                "{}/{}: {}: the program that uses the types fails",
                group.draft_name, group.keyword, group.description
            ));
        }
        let failing = score.tests.iter().filter(|test| test.failure.is_some());
        let failing = failing.count();
        if failing > 0 && !group.is_optional() {
            missed.push(format!(
                "{}/{}: {}: {failing} required tests fail",
                group.draft_name, group.keyword, group.description
            ));
        }
    }
    let path = path();
    let text = read::text(&path, read::LIMIT)
        .map_err(|error| format!("{}: cannot be read: {error}", path.display()))?;
    let recorded: Baseline = serde_json::from_str(&text)?;
    for (file, passed) in passing(scores.iter()) {
        if let Some(before) = recorded.get(&file).filter(|before| **before > passed) {
            missed.push(format!(
                "{file}: {passed} optional tests pass, {before} did"
            ));
        }
    }
    Ok(missed)
}

/// Records the scores as the baseline, for the files that were run.
pub(crate) fn record(scores: &[Score<'_>]) -> Result<(), Failure> {
    let path = path();
    let mut recorded: Baseline = match read::text(&path, read::LIMIT) {
        Ok(text) => serde_json::from_str(&text)?,
        Err(_) => Baseline::new(),
    };
    recorded.extend(passing(scores.iter()));
    let text = serde_json::to_string_pretty(&recorded)? + "\n";
    isoschema::write::write_if_changed(&path, &text)
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()))?;
    Ok(())
}
