//! Rule → predicate functions over tape nodes.
//!
//! A predicate is exactly what draft 2020-12 means by a rule, whatever the
//! Rust shape. Functions are asked for by rule and generated once each, from a
//! work list, so that recursive schemas need no recursion here.
//!
//! The functions are meant for a module of their own, `checks`, inside the
//! generated one, beside `support`: no type that a schema names can shadow
//! what they use.

mod body;
mod call;
mod emitter;
mod job;
mod loops;
mod runs;
mod table;

use std::collections::{HashMap, HashSet, VecDeque};

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::keywords::emission::{Emission, Mode, Subject};
use crate::keywords::literal::unsigned;
use crate::plan::model::Part;
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;

use job::Job;
use loops::Loops;

/// The predicates of a run.
///
/// ```
/// use isoschema::enforce::check::Checks;
/// use isoschema::rules::rule::Rules;
///
/// let rules = Rules::default();
/// assert!(Checks::new(&rules).finish().is_empty());
/// ```
#[derive(Debug)]
pub struct Checks<'a> {
    rules: &'a Rules,
    loops: Loops,
    known: HashMap<Job, Ident>,
    /// The functions that are called from outside of the module.
    asked: HashSet<Ident>,
    queue: VecDeque<(Job, Ident)>,
    patterns: HashMap<String, Ident>,
    has_patterns: bool,
    has_formats: bool,
    lists: HashSet<Ident>,
    statics: Vec<TokenStream>,
    /// The schema locations that the function in the making says.
    told: Vec<String>,
}

impl<'a> Checks<'a> {
    /// No predicate yet.
    #[must_use]
    pub fn new(rules: &'a Rules) -> Self {
        Self {
            rules,
            loops: Loops::of(rules),
            known: HashMap::new(),
            asked: HashSet::new(),
            queue: VecDeque::new(),
            patterns: HashMap::new(),
            has_patterns: false,
            has_formats: false,
            lists: HashSet::new(),
            statics: Vec::new(),
            told: Vec::new(),
        }
    }

    /// The predicate of a whole rule:
    /// `fn(&support::Tape<'_>, usize) -> Result<(), support::Fault>`.
    pub fn function(&mut self, rule: RuleId) -> Ident {
        let ident = self.function_of(rule, Mode::Check);
        self.asked.insert(ident.clone());
        ident
    }

    /// The predicate of one keyword of a rule, of the same type. A keyword
    /// that the rule does not have asks nothing.
    pub fn part(&mut self, rule: RuleId, part: Part) -> Ident {
        // Where the keyword asks for the rule itself, whatever else that says
        // refuses first.
        let is_whole = match part {
            Part::Whole => true,
            Part::Keyword(word) => {
                self.loops.leads_back(rule, word) || self.rules.get(rule).says_only(word)
            }
            Part::Unless | Part::Patterns => false,
        };
        if is_whole {
            return self.function(rule);
        }
        let ident = self.job(Job::Part(rule, part));
        self.asked.insert(ident.clone());
        ident
    }

    /// The call that gives the alternative of a rule which is known to fit a value, as a place
    /// among `arms`; `None` where the rule does not remember it, or these are others.
    #[must_use]
    pub fn known(&self, rule: RuleId, arms: &[RuleId]) -> Option<TokenStream> {
        let rule = self.loops.meant(rule);
        if !self.loops.remembered(rule) || !self.rules.get(rule).is_choice() {
            return None;
        }
        let mut all = Vec::new();
        for choice in self.rules.get(rule).assertions() {
            choice
                .keyword()
                .subschemas(&mut |_, arm| all.push(self.loops.meant(arm)));
        }
        let mut places = Vec::with_capacity(arms.len());
        for arm in arms {
            let arm = self.loops.meant(*arm);
            let place = all.iter().position(|other| *other == arm)?;
            if places.contains(&place) {
                return None;
            }
            places.push(place);
        }
        let number = unsigned(rule.0.into());
        let places = places.into_iter().map(|place| unsigned(place as u128));
        Some(quote!(tape.known(#number, at, &[#(#places),*])))
    }

    /// The static of a regular expression: `support::Runs` of a simple one, else
    /// `support::Automaton` where a small one tells, else `support::Pattern`, all of the same
    /// methods.
    pub fn pattern(&mut self, source: &str) -> Ident {
        if let Some(ident) = self.patterns.get(source) {
            return ident.clone();
        }
        let ident = format_ident!("PATTERN_{}", self.patterns.len());
        let (ty, arguments) = if let Some(runs) = runs::tokens(source) {
            (quote!(Runs), quote!(#source, #runs))
        } else if let Some(table) = table::tokens(source) {
            (quote!(Automaton), quote!(#source, #table))
        } else {
            self.has_patterns = true;
            (quote!(Pattern), quote!(#source))
        };
        self.statics.push(quote! {
            pub(super) static #ident: support::#ty = support::#ty::new(#arguments);
        });
        self.patterns.insert(source.to_owned(), ident.clone());
        ident
    }

    /// Whether any pattern has been asked for that no automaton tells, so that
    /// the generated module needs the regular expressions of the runtime. Final
    /// once [`Checks::generate`] has run.
    #[must_use]
    pub fn has_patterns(&self) -> bool {
        self.has_patterns
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
    #[must_use]
    pub fn finish(mut self) -> Vec<TokenStream> {
        let mut items = self.generate();
        items.append(&mut self.statics);
        items
    }

    /// The call that gives the alternative of a rule that fits.
    fn which(&mut self, id: RuleId) -> TokenStream {
        let rules = self.rules;
        let mut code = Emission::predicate(self, id, Subject::Node, Mode::Check);
        let mut stated = rules.get(id).assertions().iter();
        stated
            .find_map(|it| it.which(&mut code))
            .unwrap_or_default()
    }

    /// The body of a rule whose verdicts are remembered.
    fn remembered(&mut self, id: RuleId) -> TokenStream {
        let number = unsigned(id.0.into());
        if self.rules.get(id).is_choice() {
            let alternatives = self.job(Job::Alternatives(id));
            quote!(tape.remember_arm(#number, at, #alternatives)?;)
        } else {
            let afresh = self.job(Job::Afresh(id));
            quote!(tape.remember(#number, at, #afresh)?;)
        }
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

    fn item(&mut self, job: &Job, ident: &Ident) -> TokenStream {
        let doc = job.doc(self.rules);
        let public = self.asked.contains(ident).then(|| quote!(pub(super)));
        self.told.clear();
        let (parameter, body) = match job {
            Job::Alternatives(id) => {
                let call = self.which(*id);
                return quote! {
                    #[doc = #doc]
                    #public fn #ident(tape: &support::Tape<'_>, at: usize) -> Result<usize, support::Fault> {
                        #call
                    }
                };
            }
            Job::Text(id) => (quote!(text: &str), self.limits(*id, Subject::Text)),
            Job::Number(id) => (
                quote!(number: &support::Num),
                self.limits(*id, Subject::Number),
            ),
            Job::Whole(id, mode) => {
                let body = if *mode == Mode::Check && self.loops.remembered(*id) {
                    self.remembered(*id)
                } else {
                    self.whole(*id, *mode)
                };
                return call::function((&doc, &self.told), (&public, ident), *mode, &body);
            }
            Job::Part(id, part) => {
                let body = self.part_body(*id, *part);
                return call::function((&doc, &self.told), (&public, ident), Mode::Check, &body);
            }
            Job::Afresh(id) => {
                let body = self.whole(*id, Mode::Check);
                return call::function((&doc, &self.told), (&public, ident), Mode::Check, &body);
            }
            Job::Evaluated(id) => {
                let body = self.evaluated(*id, Mode::Mark);
                return call::function((&doc, &self.told), (&public, ident), Mode::Mark, &body);
            }
        };
        let doc = call::said(&doc, &self.told);
        let body = call::result(&body);
        quote! {
            #doc
            #public fn #ident(#parameter) -> Result<(), support::Refused> {
                #body
            }
        }
    }
}
