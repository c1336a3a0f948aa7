//! Answers → what passed.

use std::collections::HashMap;

use isoschema::Report;
use isoschema::load::parse_text;

use super::locations::Places;
use super::modules::{Made, Modules};
use super::suite::Group;
use super::trial::{SCHEMA, USE};
use crate::programs::ask::{Answer, Answered};
use crate::programs::progress;

/// How a group fared.
pub(crate) struct Score<'a> {
    pub(crate) group: &'a Group,
    /// Why there is no module, if so.
    pub(crate) refused: Option<&'a str>,
    /// Why it does not compile, if so.
    pub(crate) fault: Option<&'a str>,
    /// What became of its locations, where there is a module.
    pub(crate) report: Option<&'a Report>,
    pub(crate) warnings: &'a [String],
    pub(crate) module: Option<&'a str>,
    /// The derived schema, where it was asked for.
    pub(crate) derived: Option<String>,
    pub(crate) tests: Vec<Verdict>,
    /// What went wrong with the program that uses the types, if so.
    pub(crate) misuse: Option<String>,
}

/// How a test fared.
pub(crate) struct Verdict {
    pub(crate) accepted: bool,
    /// For what was accepted: whether it came back equal.
    pub(crate) lossless: bool,
    /// Why it failed, if so.
    pub(crate) failure: Option<String>,
    /// Whether the derived schema was asked and said otherwise.
    pub(crate) contradicted: bool,
}

impl Score<'_> {
    /// Whether every test passed.
    pub(crate) fn passed(&self) -> bool {
        self.misuse.is_none() && self.tests.iter().all(|test| test.failure.is_none())
    }
}

/// Scores every group.
pub(crate) fn of<'a>(
    groups: &'a [Group],
    modules: &'a Modules,
    answers: Vec<Answered>,
) -> Vec<Score<'a>> {
    let mut answers: HashMap<_, _> = answers.into_iter().collect();
    let bar = progress::bar("locating", groups.len());
    let mut scores = Vec::new();
    for (number, (group, made)) in groups.iter().zip(&modules.made).enumerate() {
        let mut score = Score {
            group,
            refused: None,
            fault: None,
            report: None,
            warnings: &[],
            module: None,
            derived: None,
            tests: Vec::new(),
            misuse: None,
        };
        match made {
            Made::Refused(reason) => score.refused = Some(reason),
            Made::Module { index, report } => {
                let module = &modules.modules[*index];
                score.fault = module.fault.as_deref();
                score.module = Some(&module.name);
                score.warnings = &module.warnings;
                score.report = Some(report);
            }
        }
        let mut places = None;
        for (place, test) in group.tests.iter().enumerate() {
            score.tests.push(match answers.remove(&(number, place)) {
                None => Verdict {
                    accepted: false,
                    lossless: false,
                    contradicted: false,
                    failure: Some(match (score.refused, score.fault) {
                        (Some(_), _) => "the schema is refused".to_owned(),
                        (_, Some(_)) => "the module does not compile".to_owned(),
                        _ => "it was not tried".to_owned(),
                    }),
                },
                Some(Answer::Refused(error)) if !test.valid => Verdict {
                    accepted: false,
                    lossless: false,
                    contradicted: false,
                    failure: places
                        .get_or_insert_with(|| Places::of(group))
                        .as_ref()
                        .map_or_else(
                            |problem| Some(problem.clone()),
                            |it| it.wrong(&test.data, &error),
                        ),
                },
                Some(answer) => verdict(&test.data, test.valid, answer),
            });
        }
        if group.program.is_some() {
            score.misuse = match answers.remove(&(number, USE)) {
                Some(Answer::Accepted(_)) => None,
                Some(Answer::Torn(reason)) => Some(reason),
                _ => Some("it was not run".to_owned()),
            };
        }
        match answers.remove(&(number, SCHEMA)) {
            None => {}
            Some(Answer::Derived(schema)) => {
                contradicted(group, &schema, &mut score.tests);
                score.derived = Some(schema);
            }
            Some(answer) => score.derived = Some(format!("none: {answer:?}")),
        }
        scores.push(score);
        bar.inc(1);
    }
    bar.finish_and_clear();
    scores
}

fn verdict(data: &str, valid: bool, answer: Answer) -> Verdict {
    let (accepted, lossless, failure) = match answer {
        Answer::Derived(_) => (false, false, Some("answered with a schema".to_owned())),
        Answer::Torn(reason) => (false, false, Some(reason)),
        Answer::Refused(error) => (false, false, Some(format!("valid, but refused: {error}"))),
        Answer::Accepted(back) => {
            let same = equal(data, &back);
            let failure = match (valid, same) {
                (false, _) => Some("invalid, but accepted".to_owned()),
                (true, false) => Some(format!("comes back as {back}")),
                (true, true) => None,
            };
            (true, same, failure)
        }
    };
    Verdict {
        accepted,
        lossless,
        failure,
        contradicted: false,
    }
}

/// Asks the derived schema for its verdict on each document.
fn contradicted(group: &Group, schema: &str, verdicts: &mut [Verdict]) {
    let validator = serde_json::from_str(schema).ok().and_then(|schema| {
        jsonschema::options()
            .should_validate_formats(group.asserts_formats())
            .build(&schema)
            .ok()
    });
    for (test, verdict) in group.tests.iter().zip(verdicts) {
        let document = serde_json::from_str(&test.data).ok();
        let same = match (&validator, &document) {
            (Some(validator), Some(document)) => validator.is_valid(document) == test.valid,
            _ => false,
        };
        verdict.contradicted = !same;
    }
}

/// Whether two texts hold the same value, numbers by their tokens.
fn equal(a: &str, b: &str) -> bool {
    match (parse_text("data", a), parse_text("back", b)) {
        (Ok((a, _)), Ok((b, _))) => a.same_value(&b),
        _ => false,
    }
}
