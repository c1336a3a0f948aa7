//! Rules + a document → every fault of it.
//!
//! An interpreter of [`Rules`]: what the generated types enforce, taken at
//! its word, without generating anything. It reports all faults of a
//! document, each with the value's path, what stands there, what was wanted,
//! and where the schema says so. Numbers are read as the types read them.
//!
//! Work is bounded: a rule is asked about a value once, however many ways
//! lead there.
//!
//! ```
//! use isoschema::{config::Config, judge::Judge, load::{Source, parse_text}, front::rules};
//!
//! let schema = r#"{"properties": {"code": {"enum": ["A"]}, "count": {"minimum": 1}}}"#;
//! let source = Source::texts([("order.json".to_owned(), schema.to_owned())]);
//! let (_, rules, _) = rules(&source, &Config::new()).unwrap();
//! let (document, _) = parse_text("payload", r#"{"code": "B", "count": 0}"#).unwrap();
//! let judged = Judge::new(&rules).judge(rules.roots[0].rule, &document);
//! let faults: Vec<String> = judged.faults.iter().map(|fault| fault.to_string()).collect();
//! assert_eq!(faults, [
//!     r#"code: "B" is none of "A" [order.json#/properties/code/enum]"#,
//!     "count: 0 is below 1 [order.json#/properties/count/minimum]",
//! ]);
//! ```

use std::borrow::Cow;

use crate::config::kinds::Integers;
use crate::config::settings::Config;
use crate::diagnostics::Diagnostic;
use crate::evaluate::ground::Ground;
use crate::evaluate::numbers;
use crate::evaluate::run::Run;
use crate::keywords::evaluation::{Judging as _, MOST_FAULTS};
use crate::keywords::fault::{Place, shown};
use crate::keywords::path::{self, Step};
use crate::load::json::Json;
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::rules::rule::Rules;
use crate::stack::on_large_stack;

pub use crate::keywords::fault::{Arm, Fault};

/// Judges documents by rules.
#[derive(Debug)]
pub struct Judge<'r> {
    ground: Ground<'r>,
    /// Whether every digit of a number counts.
    every_digit: bool,
}

/// What is to be said about a document.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Judged {
    /// Every fault; the document fits where there is none.
    pub faults: Vec<Fault>,
    /// Codes that an enum takes only because the configuration opens it.
    pub open_codes: Vec<OpenCode>,
}

/// A code beyond an opened enum.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpenCode {
    /// The schema that has the enum.
    pub schema: Location,
    /// The code.
    pub code: String,
}

impl Judged {
    /// Whether the document fits.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.faults.is_empty()
    }
}

impl<'r> Judge<'r> {
    /// A judge by these rules.
    #[must_use]
    pub fn new(rules: &'r Rules) -> Self {
        let ground = Ground {
            any_integers: false,
            tells: true,
            ..Ground::new(rules)
        };
        Self {
            ground,
            every_digit: false,
        }
    }

    /// Takes the integers that types of this configuration take.
    #[must_use]
    pub fn configured(mut self, config: &Config) -> Self {
        self.ground.any_integers = config.integers == Integers::Exact;
        self
    }

    /// Takes numbers as they are written: as the types do in a crate with
    /// `serde_json`'s `arbitrary_precision`. Else they are what the nearest
    /// doubles are.
    #[must_use]
    pub fn every_digit(mut self) -> Self {
        self.every_digit = true;
        self
    }

    /// Every fault of a document.
    #[must_use]
    pub fn judge(&self, rule: RuleId, document: &Json) -> Judged {
        // The thread gives back what it was asked for; only a fault of the
        // judge's own could end it otherwise.
        on_large_stack(|| Ok(self.judge_here(rule, document))).unwrap_or_else(|problems| Judged {
            faults: problems.iter().map(not_judged).collect(),
            open_codes: Vec::new(),
        })
    }

    /// The same on this thread, whose stack has to be large.
    pub(crate) fn judge_here(&self, rule: RuleId, document: &Json) -> Judged {
        let mut beyond = Vec::new();
        let location = &self.ground.rules.get(rule).location;
        let mut beyond_doubles = |steps: &[Step<'_>], number: &Json| {
            if beyond.len() < MOST_FAULTS {
                let place = Place {
                    pointer: path::pointer(steps),
                    path: path::shown(steps),
                };
                let wanted = "is beyond the range of 64-bit floats".to_owned();
                beyond.push(Fault::new(place, number, "", location, wanted));
            }
        };
        let read = if self.every_digit {
            Cow::Borrowed(document)
        } else {
            numbers::document(document, &mut beyond_doubles)
        };
        let run = Run::new(self.ground);
        let outcome = run.ask(rule, &read);
        let codes = run.open_codes().into_iter();
        let open_codes = codes.map(|(schema, code)| OpenCode { schema, code });
        let mut faults: Vec<Fault> = beyond.into_iter().chain(outcome.faults.to_vec()).collect();
        if let Cow::Owned(read) = &read {
            as_written(&mut faults, read, document);
        }
        Judged {
            faults,
            open_codes: open_codes.collect(),
        }
    }
}

/// Faults show the digits that stand in the document, whatever they are read as.
fn as_written(faults: &mut [Fault], read: &Json, document: &Json) {
    for fault in faults {
        let is_value = |value: &Json| fault.found.as_ref() == Some(&shown(value));
        if read.pointer(&fault.pointer).is_some_and(is_value) {
            fault.found = document.pointer(&fault.pointer).map(shown);
        }
        for arm in &mut fault.arms {
            let mut inner = arm.faults.to_vec();
            as_written(&mut inner, read, document);
            arm.faults = inner.into();
        }
    }
}

fn not_judged(problem: &Diagnostic) -> Fault {
    Fault::of_document(problem.reason.clone())
}
