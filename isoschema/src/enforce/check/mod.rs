//! Rule → predicate functions over tape nodes.
//!
//! A predicate is exactly what draft 2020-12 means by a rule, whatever the
//! Rust shape. Functions are asked for by rule and generated once each, from a
//! work list, so that recursive schemas need no recursion here.
//!
//! The functions are meant for a module of their own, `checks`, inside the
//! generated one, beside `support`: no type that a schema names can shadow
//! what they use.

mod array;
mod call;
mod combine;
mod literal;
mod local;
mod loops;
mod object;
mod runs;
mod unevaluated;
mod values;

use std::collections::{HashMap, HashSet, VecDeque};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::lower::model::Part;
use crate::lower::rule::{Rule, RuleId, Rules};
use crate::words::shown as shown_text;

use loops::Loops;

pub(super) use call::mentions;
pub use literal::constant;
pub(super) use literal::{shown, unsigned};
pub use local::is_known_format;
pub use values::codes_text;

/// Whether a function also tells which items or members it has evaluated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Mode {
    /// `fn(tape, at)`.
    Check,
    /// `fn(tape, at, marks)`.
    Mark,
}

/// A function to generate.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Job {
    /// One keyword of a rule, or all of it.
    Part(RuleId, Part, Mode),
    /// All of a rule whose verdicts are remembered elsewhere.
    Afresh(RuleId),
    /// All of a rule but its `unevaluated…` keywords.
    Evaluated(RuleId),
    /// The constraints of several rules on one text.
    Text(Vec<RuleId>),
    /// The constraints of several rules on one number.
    Number(Vec<RuleId>),
    /// The asserted `format` and contents of a rule.
    Formats(RuleId),
}

/// The predicates of a run.
///
/// ```
/// use isoschema::enforce::check::Checks;
/// use isoschema::lower::rule::Rules;
///
/// let rules = Rules::default();
/// assert!(Checks::new(&rules).finish().unwrap().is_empty());
/// ```
#[derive(Debug)]
pub struct Checks<'a> {
    rules: &'a Rules,
    loops: Loops,
    known: HashMap<Job, Ident>,
    queue: VecDeque<(Job, Ident)>,
    patterns: HashMap<String, Ident>,
    has_patterns: bool,
    has_runs: bool,
    has_formats: bool,
    lists: HashSet<Ident>,
    statics: Vec<TokenStream>,
    problems: Collector,
}

impl<'a> Checks<'a> {
    /// No predicate yet.
    #[must_use]
    pub fn new(rules: &'a Rules) -> Self {
        Self {
            rules,
            loops: Loops::of(rules),
            known: HashMap::new(),
            queue: VecDeque::new(),
            patterns: HashMap::new(),
            has_patterns: false,
            has_runs: false,
            has_formats: false,
            lists: HashSet::new(),
            statics: Vec::new(),
            problems: Collector::default(),
        }
    }

    /// The predicate of a whole rule:
    /// `fn(&support::Tape<'_>, usize) -> Result<(), support::Fault>`.
    pub fn function(&mut self, rule: RuleId) -> Ident {
        self.in_place(rule, Mode::Check)
    }

    /// The predicate of one keyword of a rule, of the same type. A keyword
    /// that the rule does not have asks nothing.
    pub fn part(&mut self, rule: RuleId, part: Part) -> Ident {
        if part == Part::Whole {
            self.function(rule)
        } else {
            self.job(Job::Part(rule, part, Mode::Check))
        }
    }

    /// The function that checks what some rules say about a text,
    /// `fn(&str) -> Result<(), support::Refused>`; `None` where they say
    /// nothing.
    pub fn text(&mut self, rules: &[RuleId]) -> Option<Ident> {
        let says = rules
            .iter()
            .any(|rule| local::limits_text(self.rule(*rule)));
        says.then(|| self.job(Job::Text(rules.to_vec())))
    }

    /// The function that checks what some rules say about a number,
    /// `fn(&support::Num) -> Result<(), support::Refused>`; `None` where they
    /// say nothing.
    pub fn number(&mut self, rules: &[RuleId]) -> Option<Ident> {
        let says = rules
            .iter()
            .any(|rule| local::limits_number(self.rule(*rule)));
        says.then(|| self.job(Job::Number(rules.to_vec())))
    }

    /// The function that checks the asserted `format`, `contentEncoding` and
    /// `contentMediaType` of a rule, `fn(&str) -> Result<(), support::Refused>`.
    pub fn formats(&mut self, rule: RuleId) -> Ident {
        self.job(Job::Formats(rule))
    }

    /// The static `support::Pattern` of a regular expression, or the
    /// `support::Runs`, of the same methods, of a simple one.
    pub fn pattern(&mut self, source: &str) -> Ident {
        if let Some(ident) = self.patterns.get(source) {
            return ident.clone();
        }
        let ident = format_ident!("PATTERN_{}", self.patterns.len());
        self.statics.push(if let Some(runs) = runs::tokens(source) {
            self.has_runs = true;
            quote! {
                pub(super) static #ident: support::Runs = support::Runs::new(#source, #runs);
            }
        } else {
            self.has_patterns = true;
            quote! {
                pub(super) static #ident: support::Pattern = support::Pattern::new(#source);
            }
        });
        self.patterns.insert(source.to_owned(), ident.clone());
        ident
    }

    /// Whether any pattern has been asked for that is not a simple one, so that
    /// the generated module needs the regular expressions of the runtime. Final
    /// once [`Checks::generate`] has run.
    #[must_use]
    pub fn has_patterns(&self) -> bool {
        self.has_patterns
    }

    /// Whether any simple pattern has been asked for. Final once
    /// [`Checks::generate`] has run.
    #[must_use]
    pub fn has_runs(&self) -> bool {
        self.has_runs
    }

    /// Whether any format or content is asserted, so that the generated module
    /// needs the formats of the runtime. Final once [`Checks::generate`] has
    /// run.
    #[must_use]
    pub fn has_formats(&self) -> bool {
        self.has_formats
    }

    /// Generates every function that has been asked for since the last call,
    /// and those that they call, in the order in which they were first asked
    /// for.
    pub fn generate(&mut self) -> Vec<TokenStream> {
        let mut items = Vec::new();
        while let Some((job, ident)) = self.queue.pop_front() {
            items.push(self.item(&job, &ident));
        }
        items
    }

    /// Generates what is left, and the statics.
    ///
    /// # Errors
    ///
    /// What no predicate can be given for: an asserted format that is not
    /// known.
    pub fn finish(mut self) -> Result<Vec<TokenStream>, Diagnostics> {
        let mut items = self.generate();
        items.append(&mut self.statics);
        self.problems.finish(items)
    }

    fn rule(&self, id: RuleId) -> &'a Rule {
        self.rules.get(id)
    }

    fn job(&mut self, job: Job) -> Ident {
        if let Some(ident) = self.known.get(&job) {
            return ident.clone();
        }
        let ident = job.ident();
        self.known.insert(job.clone(), ident.clone());
        self.queue.push_back((job, ident.clone()));
        ident
    }

    fn problem(&mut self, rule: &Rule, kind: Kind, keyword: &str, reason: String, help: &str) {
        let pointer = format!("{}/{keyword}", rule.location.pointer);
        let problem = Diagnostic::of_file(kind, rule.location.document.clone(), reason);
        self.problems.push(problem.pointer(pointer).help(help));
    }

    fn item(&mut self, job: &Job, ident: &Ident) -> TokenStream {
        let doc = job.doc(self.rules);
        match job {
            Job::Part(id, part, mode) => {
                let rule = self.rule(*id);
                let body = match (part, mode) {
                    (Part::Whole, Mode::Check) if self.loops.remembered(*id) => {
                        let number = literal::unsigned(id.0.into());
                        let afresh = self.job(Job::Afresh(*id));
                        quote!(tape.remember(#number, at, #afresh)?;)
                    }
                    (Part::Whole, _) => self.whole(*id, rule, *mode),
                    _ => self.keyword(rule, *id, *part, *mode),
                };
                call::function(&doc, ident, *mode, &body)
            }
            Job::Afresh(id) => {
                let body = self.whole(*id, self.rule(*id), Mode::Check);
                call::function(&doc, ident, Mode::Check, &body)
            }
            Job::Evaluated(id) => {
                let body = self.evaluated(self.rule(*id), *id, Mode::Mark);
                call::function(&doc, ident, Mode::Mark, &body)
            }
            Job::Text(rules) => {
                let body = call::result(&self.text_body(rules));
                quote! {
                    #[doc = #doc]
                    pub(super) fn #ident(text: &str) -> Result<(), support::Refused> {
                        #body
                    }
                }
            }
            Job::Formats(rule) => {
                let body = call::result(&self.formats_body(*rule));
                quote! {
                    #[doc = #doc]
                    pub(super) fn #ident(text: &str) -> Result<(), support::Refused> {
                        #body
                    }
                }
            }
            Job::Number(rules) => {
                let body = call::result(&self.number_body(rules));
                quote! {
                    #[doc = #doc]
                    pub(super) fn #ident(number: &support::Num) -> Result<(), support::Refused> {
                        #body
                    }
                }
            }
        }
    }

    /// Everything that a rule says.
    fn whole(&mut self, id: RuleId, rule: &Rule, mode: Mode) -> TokenStream {
        if let Some(never) = values::never(rule) {
            return never;
        }
        let mut body = TokenStream::new();
        if self.loops.guarded(id) {
            let number = literal::unsigned(id.0.into());
            body.extend(quote! {
                let Some(_entered) = tape.enter(#number, at) else {
                    return Ok(());
                };
            });
        }
        let rest = [rule.unevaluated_items, rule.unevaluated_properties];
        let plain = match mode {
            Mode::Check => !rest
                .iter()
                .flatten()
                .any(|rest| call::asserts(self.rule(*rest))),
            Mode::Mark => rest == [None, None],
        };
        if plain {
            body.extend(self.evaluated(rule, id, mode));
        } else {
            body.extend(self.unevaluated(rule, id, mode));
        }
        body
    }

    /// Everything that a rule says but `unevaluated…`.
    fn evaluated(&mut self, rule: &Rule, id: RuleId, mode: Mode) -> TokenStream {
        if let Some(never) = values::never(rule) {
            return never;
        }
        let mut body = self.values(rule, id);
        if let Some(text) = self.text(&[id]) {
            body.extend(quote! {
                if let Some(text) = tape.string(at) {
                    #text(text).map_err(|refused| refused.at(at))?;
                }
            });
        }
        if let Some(number) = self.number(&[id]) {
            body.extend(quote! {
                if let Some(number) = tape.number(at) {
                    #number(number).map_err(|refused| refused.at(at))?;
                }
            });
        }
        body.extend(self.array(rule, mode));
        body.extend(self.object(rule, mode));
        for part in [
            Part::UniqueItems,
            Part::Contains,
            Part::PropertyNames,
            Part::DependentRequired,
        ] {
            body.extend(self.keyword(rule, id, part, mode));
        }
        for in_place in rule.references.iter().chain(&rule.all_of) {
            body.extend(self.apply(*in_place, mode));
        }
        for part in [
            Part::DependentSchemas,
            Part::AnyOf,
            Part::OneOf,
            Part::Not,
            Part::Conditional,
        ] {
            body.extend(self.keyword(rule, id, part, mode));
        }
        body
    }

    /// What one keyword of a rule says.
    fn keyword(&mut self, rule: &Rule, id: RuleId, part: Part, mode: Mode) -> TokenStream {
        match part {
            Part::Whole => self.apply(id, mode),
            Part::AnyOf => self.any_of(rule, mode),
            Part::OneOf => self.one_of(rule, mode),
            Part::Not => self.not(rule),
            Part::Unless => self.unless(rule),
            Part::Conditional => self.conditional(rule, mode),
            Part::DependentSchemas => self.dependent_schemas(rule, mode),
            Part::DependentRequired => object::dependent_required(rule),
            Part::Contains => self.contains(rule, mode),
            Part::UniqueItems => array::unique_items(rule),
            Part::PropertyNames => self.property_names(rule),
            Part::PropertyCount => object::property_count(rule),
            Part::PatternProperties => self.pattern_properties(rule),
            Part::UnevaluatedItems => self.unevaluated_items_alone(rule, id),
            Part::UnevaluatedProperties => self.unevaluated_properties_alone(rule, id),
        }
    }
}

impl Job {
    fn ident(&self) -> Ident {
        let joined = |rules: &[RuleId]| {
            let numbers: Vec<String> = rules.iter().map(|rule| rule.0.to_string()).collect();
            numbers.join("_")
        };
        match self {
            Self::Part(rule, part, Mode::Check) => format_ident!("{}_{}", stem(*part), rule.0),
            Self::Part(rule, Part::Whole, Mode::Mark) => format_ident!("mark_{}", rule.0),
            Self::Part(rule, part, Mode::Mark) => format_ident!("mark_{}_{}", stem(*part), rule.0),
            Self::Afresh(rule) => format_ident!("check_{}_afresh", rule.0),
            Self::Evaluated(rule) => format_ident!("evaluated_{}", rule.0),
            Self::Text(rules) => format_ident!("text_{}", joined(rules)),
            Self::Number(rules) => format_ident!("number_{}", joined(rules)),
            Self::Formats(rule) => format_ident!("format_{}", rule.0),
        }
    }

    /// The schema location that the function stands for.
    fn doc(&self, rules: &Rules) -> String {
        let places: Vec<String> = match self {
            Self::Part(rule, ..)
            | Self::Afresh(rule)
            | Self::Evaluated(rule)
            | Self::Formats(rule) => {
                vec![rules.get(*rule).location.to_string()]
            }
            Self::Text(several) | Self::Number(several) => several
                .iter()
                .map(|rule| rules.get(*rule).location.to_string())
                .collect(),
        };
        format!(" `{}`", shown_text(&places.join("`, `")))
    }
}

/// What the functions of a keyword are called.
fn stem(part: Part) -> &'static str {
    match part {
        Part::Whole => "check",
        Part::AnyOf => "any_of",
        Part::OneOf => "one_of",
        Part::Not => "not",
        Part::Unless => "unless",
        Part::Conditional => "conditional",
        Part::DependentSchemas => "dependent_schemas",
        Part::DependentRequired => "dependent_required",
        Part::Contains => "contains",
        Part::UniqueItems => "unique_items",
        Part::PropertyNames => "property_names",
        Part::PropertyCount => "property_count",
        Part::UnevaluatedItems => "unevaluated_items",
        Part::UnevaluatedProperties => "unevaluated_properties",
        Part::PatternProperties => "pattern_properties",
    }
}
