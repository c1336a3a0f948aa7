//! The accept check: on every drawn document the type and the validator say
//! the same.

use std::fmt::Write as _;

use fastrand::Rng;

use super::coverage::{Coverage, Reached};
use super::graph::Graph;
use super::number::beyond_limits;
use super::site::Site;
use super::stack::on_large_stack;
use super::subject::{Sources, Subject};
use super::text::Doc;
use super::valid::{Drawn, Valid};

/// A document on which type and oracle disagree.
#[derive(Debug, Clone)]
pub struct Disagreement {
    /// The document.
    pub text: String,
    /// What the oracle says: `valid`, or why not.
    pub oracle: String,
    /// What the type says: what it wrote back, or its error.
    pub subject: Result<String, String>,
}

/// What the accept check found.
#[derive(Debug, Clone)]
pub struct Accept {
    /// Documents tried.
    pub documents: usize,
    /// How many of them the validator takes.
    pub valid: usize,
    /// How many of them it refuses.
    pub invalid: usize,
    /// Valid ones with a number that a type may refuse (see
    /// [`beyond_limits`]); not compared.
    pub beyond: usize,
    /// How many were disagreed on.
    pub disagreed: usize,
    /// The first disagreements.
    pub disagreements: Vec<Disagreement>,
    /// Which constraints were tried.
    pub coverage: Coverage,
}

impl Accept {
    fn new(sites: &[Site]) -> Self {
        Self {
            documents: 0,
            valid: 0,
            invalid: 0,
            beyond: 0,
            disagreed: 0,
            disagreements: Vec::new(),
            coverage: Coverage::new(sites),
        }
    }

    /// Whether type and validator agreed on every document.
    pub fn passed(&self) -> bool {
        self.disagreed == 0
    }

    /// What to print when it did not pass.
    pub fn report(&self) -> String {
        let mut out = format!(
            "{} of {} documents disagreed on\n",
            self.disagreed, self.documents
        );
        for found in &self.disagreements {
            let _ = writeln!(
                out,
                "  document: {}\n    validator: {}\n    type:      {:?}",
                found.text, found.oracle, found.subject
            );
        }
        out
    }
}

/// Draws at least `documents` documents from the subject's schema, half of
/// them valid and half with a fault, and compares the verdicts. Every
/// constraint of the schema gets its faults in turn, at least eight.
///
/// # Errors
///
/// A schema that cannot be bundled or compiled.
pub fn accept(
    subject: &Subject,
    sources: &Sources,
    documents: usize,
    seed: u64,
) -> Result<Accept, String> {
    on_large_stack(|| {
        let bundle = sources.bundle(subject.name)?;
        let validator = sources.validator(&bundle)?;
        let graph = Graph::new(&bundle).with_formats(sources.formats());
        let mut valid = Valid::new(&graph, &validator, seed);
        let mut run = Run {
            subject,
            validator: &validator,
            found: Accept::new(&valid.sites),
            rng: Rng::with_seed(seed ^ 0xb40c),
        };
        let sites = valid.sites.len();
        let turns = (documents / 2).div_ceil(sites.max(1)).max(8);
        for turn in 0..turns {
            for site in 0..sites {
                run.fault(&mut valid, site, turn);
                run.judge(valid.draw(), false);
            }
        }
        // A site that no document has shown alone gets more tries.
        for site in 0..sites {
            for turn in turns..turns + 60 {
                if run.reached(&valid, site) {
                    break;
                }
                run.fault(&mut valid, site, turn);
            }
        }
        for _ in run.found.documents..documents {
            run.judge(valid.draw(), false);
        }
        Ok(run.found)
    })
}

/// Whether a document has a number that a type may refuse.
pub(super) fn has_extremes(doc: &Doc) -> bool {
    let mut found = false;
    doc.numbers(&mut |token| found |= beyond_limits(token));
    found
}

struct Run<'r> {
    subject: &'r Subject,
    validator: &'r jsonschema::Validator,
    found: Accept,
    rng: Rng,
}

impl Run<'_> {
    fn reached(&self, valid: &Valid<'_, '_, '_>, site: usize) -> bool {
        self.found.coverage.of(&valid.sites[site].key) == Reached::Alone
    }

    fn fault(&mut self, valid: &mut Valid<'_, '_, '_>, site: usize, turn: usize) {
        let record = !self.reached(valid, site);
        self.judge(valid.faulty(site, turn), record);
    }

    fn judge(&mut self, drawn: Option<Drawn>, record: bool) {
        let Some(drawn) = drawn else {
            return;
        };
        let Drawn {
            doc,
            text,
            value,
            valid,
        } = drawn;
        if record && !valid {
            let errors: Vec<_> = self.validator.iter_errors(&value).collect();
            self.found
                .coverage
                .record(&errors.iter().collect::<Vec<_>>());
        }
        self.found.documents += 1;
        if valid {
            self.found.valid += 1;
        } else {
            self.found.invalid += 1;
        }
        let said = (self.subject.rewrite)(&text);
        if valid && said.is_err() && has_extremes(&doc) {
            self.found.beyond += 1;
        } else if valid != said.is_ok() {
            let oracle = self.validator.validate(&value).err().map_or_else(
                || "valid".to_owned(),
                |error| {
                    format!(
                        "{error} (at {:?}, by {})",
                        error.instance_path().as_str(),
                        error.schema_path()
                    )
                },
            );
            self.disagree(text, oracle, said);
            return;
        }
        if self.found.documents.is_multiple_of(40) {
            self.broken_text(&text);
        }
    }

    /// Text that is not JSON must be refused, whatever the schema.
    fn broken_text(&mut self, text: &str) {
        let cut = (0..text.len())
            .rev()
            .find(|at| text.is_char_boundary(*at))
            .unwrap_or(0);
        let broken = match self.rng.u8(..5) {
            0 => text[..cut].to_owned(),
            1 => format!("{text},"),
            2 => format!("{text} {text}"),
            3 => String::new(),
            _ => text.replacen('"', "'", 1),
        };
        let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(&broken) else {
            return;
        };
        self.found.documents += 1;
        self.found.invalid += 1;
        let said = (self.subject.rewrite)(&broken);
        if said.is_ok() {
            self.disagree(broken, format!("not JSON: {error}"), said);
        }
    }

    fn disagree(&mut self, text: String, oracle: String, subject: Result<String, String>) {
        self.found.disagreed += 1;
        if self.found.disagreements.len() < 10 {
            self.found.disagreements.push(Disagreement {
                text,
                oracle,
                subject,
            });
        }
    }
}
