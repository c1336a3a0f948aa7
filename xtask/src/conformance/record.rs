//! Scores → a JSON file.

use std::path::Path;

use isoschema::write::write_output;
use serde_json::{Value, json};

use super::score::Score;
use crate::Failure;

/// Writes every group and every test.
pub(crate) fn write(path: &Path, scores: &[Score<'_>]) -> Result<(), Failure> {
    let groups: Vec<Value> = scores.iter().map(group).collect();
    let text = serde_json::to_string_pretty(&groups)? + "\n";
    write_output(path, &text)
        .map_err(|error| format!("{}: cannot be written: {error}", path.display()).into())
}

fn group(score: &Score<'_>) -> Value {
    let tests = score.group.tests.iter().zip(&score.tests);
    let tests: Vec<Value> = tests
        .map(|(test, verdict)| {
            json!({
                "description": test.description,
                "valid": test.valid,
                "accepted": verdict.accepted,
                "lossless": verdict.lossless,
                "failure": verdict.failure,
                "contradicted": verdict.contradicted,
            })
        })
        .collect();
    json!({
        "draft": score.group.draft_name,
        "keyword": score.group.keyword,
        "description": score.group.description,
        "passed": score.passed(),
        "module": score.module,
        "refused": score.refused,
        "fault": score.fault,
        "shapes": score.report.map(|report| report.shapes),
        "typed": score.report.map(|report| report.typed),
        "untyped": score.report.map(|report| &report.untyped),
        "values": score.report.map(|report| &report.values),
        "warnings": score.warnings,
        "derived": score.derived,
        "tests": tests,
    })
}
