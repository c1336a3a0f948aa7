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
//! use isoschema::{config::Config, judge::Judge, load::{Source, parse_text}, lower::keywords::rules};
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

mod arrays;
mod fault;
mod formats;
mod objects;
mod path;
mod read;
mod run;
mod scalars;

use std::cell::RefCell;
use std::collections::HashMap;

use regress::Regex;

use crate::config::{Config, Integers};
use crate::diagnostics::Diagnostic;
use crate::generator::on_large_stack;
use crate::load::Json;
use crate::lower::rule::{Location, RuleId, Rules};

pub use fault::{Arm, Fault};

/// More faults than this are not collected for one value.
const MOST_FAULTS: usize = 1_000;

/// Judges documents by rules.
#[derive(Debug)]
pub struct Judge<'r> {
    rules: &'r Rules,
    patterns: HashMap<&'r str, Option<Regex>>,
    /// Whether integers are of any size.
    any_integers: bool,
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
    /// A judge by these rules; patterns are compiled here, once.
    #[must_use]
    pub fn new(rules: &'r Rules) -> Self {
        let mut patterns = HashMap::new();
        for rule in &rules.rules {
            let own = rule.pattern.as_deref();
            let names = rule.pattern_properties.iter();
            for source in own
                .into_iter()
                .chain(names.map(|(source, _)| source.as_str()))
            {
                patterns
                    .entry(source)
                    .or_insert_with(|| formats::compiled(source));
            }
        }
        Self {
            rules,
            patterns,
            any_integers: false,
        }
    }

    /// Takes the integers that types of this configuration take.
    #[must_use]
    pub fn configured(mut self, config: &Config) -> Self {
        self.any_integers = config.integers == Integers::Exact;
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

    fn judge_here(&self, rule: RuleId, document: &Json) -> Judged {
        let mut beyond = Vec::new();
        let location = &self.rules.get(rule).location;
        let read = read::document(document, &mut Vec::new(), &mut |path, number| {
            if beyond.len() < MOST_FAULTS {
                let place = (path::pointer(path), path::shown(path));
                let wanted = "is beyond the range of 64-bit floats".to_owned();
                beyond.push(Fault::new(place, number, "", location, wanted));
            }
        });
        let mut judged = run::Run::new(self).document(rule, &read);
        judged.faults.splice(0..0, beyond);
        judged
    }

    /// Whether the pattern is found in a text.
    fn finds(&self, pattern: &str, text: &str) -> bool {
        let regex = self.patterns.get(pattern).and_then(Option::as_ref);
        regex.is_some_and(|regex| regex.find(text).is_some())
    }
}

fn not_judged(problem: &Diagnostic) -> Fault {
    Fault::of_document(problem.reason.clone())
}

/// The names of members as values, for `propertyNames`: each has one address
/// as long as a document is judged.
type Names = RefCell<HashMap<String, std::rc::Rc<Json>>>;
