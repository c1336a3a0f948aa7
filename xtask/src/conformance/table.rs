//! Scores → what is printed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use isoschema::words::counted;

use super::cases::OWN;
use super::score::Score;
use super::suite::DRAFTS;

/// Every failing group: what the generator or the compiler says, or the
/// tests that fail.
pub(crate) fn failures(scores: &[Score<'_>]) -> String {
    let mut out = String::new();
    for score in scores.iter().filter(|score| !score.passed()) {
        let group = score.group;
        let _ = writeln!(
            out,
            "{} {}: {} [{}]",
            group.draft_name,
            group.keyword,
            group.description,
            score.module.unwrap_or("-")
        );
        if let Some(reason) = score.refused.or(score.fault) {
            for line in reason
                .lines()
                .filter(|line| !line.trim().is_empty())
                .take(40)
            {
                let _ = writeln!(out, "    {line}");
            }
            continue;
        }
        if let Some(reason) = &score.misuse {
            let _ = writeln!(out, "    use.rs: {reason}");
        }
        for (test, verdict) in group.tests.iter().zip(&score.tests) {
            if let Some(failure) = &verdict.failure {
                let _ = writeln!(
                    out,
                    "    {}: {}\n        {failure}",
                    test.description,
                    shortened(&test.data)
                );
            }
        }
    }
    out
}

/// The documents on which a derived schema says other than the suite.
pub(crate) fn contradictions(scores: &[Score<'_>]) -> String {
    let mut out = String::new();
    let mut asked = 0;
    let mut wrong = 0;
    for score in scores {
        let Some(schema) = &score.derived else {
            continue;
        };
        let group = score.group;
        asked += group.tests.len();
        let tests = group.tests.iter().zip(&score.tests);
        let differing: Vec<_> = tests.filter(|(_, verdict)| verdict.contradicted).collect();
        wrong += differing.len();
        if !differing.is_empty() {
            let _ = writeln!(
                out,
                "derived: {} {}: {} [{}]\n    {schema}",
                group.draft_name,
                group.keyword,
                group.description,
                score.module.unwrap_or("-")
            );
        }
        for (test, _) in differing {
            let verdict = if test.valid {
                "refuses valid"
            } else {
                "accepts invalid"
            };
            let _ = writeln!(out, "    {verdict} {}", shortened(&test.data));
        }
    }
    if asked > 0 {
        let _ = writeln!(
            out,
            "derived schemas agree on {} of {}\n",
            asked - wrong,
            counted(asked, "document")
        );
    }
    out
}

fn shortened(text: &str) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() > 120 {
        flat.chars().take(120).chain("…".chars()).collect()
    } else {
        flat
    }
}

/// The sums of one row.
#[derive(Default, Clone, Copy)]
pub(crate) struct Row {
    pub(crate) groups: usize,
    pub(crate) generated: usize,
    pub(crate) compiled: usize,
    pub(crate) passing: usize,
    pub(crate) valid: usize,
    pub(crate) accepted: usize,
    pub(crate) invalid: usize,
    pub(crate) refused: usize,
    pub(crate) lossless: usize,
    pub(crate) tests: usize,
    pub(crate) passed: usize,
    pub(crate) shapes: usize,
    pub(crate) typed: usize,
}

impl Row {
    fn add(&mut self, score: &Score<'_>) {
        self.groups += 1;
        self.generated += usize::from(score.refused.is_none());
        let compiled = score.refused.is_none() && score.fault.is_none();
        self.compiled += usize::from(compiled);
        self.passing += usize::from(score.passed());
        self.shapes += score.report.map_or(0, |report| report.shapes);
        self.typed += score.report.map_or(0, |report| report.typed);
        for (test, verdict) in score.group.tests.iter().zip(&score.tests) {
            self.tests += 1;
            self.passed += usize::from(verdict.failure.is_none());
            if test.valid {
                self.valid += 1;
                self.accepted += usize::from(verdict.accepted);
                self.lossless += usize::from(verdict.lossless);
            } else {
                self.invalid += 1;
                self.refused += usize::from(compiled && verdict.failure.is_none());
            }
        }
    }
}

/// The sums by draft, the required tests and the optional ones apart.
pub(crate) fn sums(scores: &[Score<'_>]) -> BTreeMap<String, Row> {
    let mut sums: BTreeMap<String, Row> = BTreeMap::new();
    for score in scores {
        let kind = if score.group.is_optional() {
            "optional"
        } else {
            "required"
        };
        let key = format!("{} {kind}", score.group.draft_name);
        sums.entry(key).or_default().add(score);
    }
    sums
}

/// The table for each draft and keyword, and the sums.
pub(crate) fn table(scores: &[Score<'_>]) -> String {
    let mut out = String::new();
    for draft in DRAFTS.iter().map(|(draft, _)| *draft).chain([OWN]) {
        let mut rows: BTreeMap<&str, Row> = BTreeMap::new();
        for score in scores
            .iter()
            .filter(|score| score.group.draft_name == draft)
        {
            rows.entry(&score.group.keyword).or_default().add(score);
        }
        if !rows.is_empty() {
            head(draft, &mut out);
            for (keyword, row) in rows {
                line(keyword, &row, &mut out);
            }
            out.push('\n');
        }
    }
    head("", &mut out);
    for (name, row) in sums(scores) {
        line(&name, &row, &mut out);
    }
    out
}

/// How many locations have no Rust shape, by reason.
pub(crate) fn untyped(scores: &[Score<'_>]) -> String {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    let reports = scores.iter().filter_map(|score| score.report);
    for entry in reports.flat_map(|report| &report.untyped) {
        *reasons.entry(&entry.reason).or_default() += 1;
    }
    let mut out = String::new();
    for (reason, count) in reasons {
        let _ = writeln!(out, "without a Rust shape: {count:>5}  {reason}");
    }
    out
}

fn head(name: &str, out: &mut String) {
    let _ = writeln!(
        out,
        "{name:<38}{:>7}{:>10}{:>9}{:>8}{:>12}{:>12}{:>12}{:>12}{:>12}",
        "groups",
        "generated",
        "compiled",
        "passing",
        "tests",
        "accepted",
        "refused",
        "lossless",
        "typed"
    );
}

fn line(name: &str, row: &Row, out: &mut String) {
    let of = |part: usize, whole: usize| format!("{part}/{whole}");
    let _ = writeln!(
        out,
        "{name:<38}{:>7}{:>10}{:>9}{:>8}{:>12}{:>12}{:>12}{:>12}{:>12}",
        row.groups,
        row.generated,
        row.compiled,
        row.passing,
        of(row.passed, row.tests),
        of(row.accepted, row.valid),
        of(row.refused, row.invalid),
        of(row.lossless, row.valid),
        of(row.typed, row.shapes)
    );
}
