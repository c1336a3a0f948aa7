//! What keywords ask of the module that is being written.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::evaluate::condition::said;
use crate::formats::Format;
use crate::keywords::emission::{Emitter, Mode};
use crate::keywords::literal::unsigned;
use crate::keywords::reference::Reference;
use crate::keywords::said::Said;
use crate::keywords::statement::{Call, Inside, Statement};
use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::rule::Rule;

use super::{Checks, Job};

/// How many values a list in the middle of a function may have.
const LONG: usize = 32;

impl Emitter for Checks<'_> {
    fn apply(&mut self, rule: RuleId, mode: Mode) -> TokenStream {
        if !self.meant(rule).speaks() {
            return TokenStream::new();
        }
        let function = self.function_of(rule, mode);
        match mode {
            Mode::Check => quote!(#function(tape, at)?;),
            Mode::Mark => quote!(#function(tape, at, marks)?;),
        }
    }

    fn apply_to(&mut self, rule: RuleId, inside: Inside) -> Statement {
        let meant = self.meant(rule);
        if meant.verdict == Some(false) {
            return Statement::Refuse(self.told(meant, ""), inside);
        }
        if !meant.speaks() {
            return Statement::Nothing;
        }
        let call = self.sole_call(rule).unwrap_or_else(|| {
            let function = self.function_of(rule, Mode::Check);
            quote!(#function(tape, at)?)
        });
        Statement::Check(Call::new(call), inside)
    }

    fn apply_since(&mut self, rule: RuleId, mode: Mode, words: &[Said]) -> TokenStream {
        if !self.meant(rule).speaks() {
            return TokenStream::new();
        }
        let function = self.function_of(rule, mode);
        let marks = (mode == Mode::Mark).then(|| quote!(, marks));
        let words = Said::code(words);
        quote!(support::told_since(tape, &[], #words, #function(tape, at #marks))?;)
    }

    fn words(&self, rule: RuleId) -> Vec<Said> {
        said(self.rules, rule)
    }

    fn function(&mut self, rule: RuleId, mode: Mode) -> Ident {
        self.function_of(rule, mode)
    }

    fn pattern(&mut self, source: &str) -> Ident {
        Checks::pattern(self, source)
    }

    fn location(&mut self, rule: RuleId, keyword: &str) -> String {
        self.told(self.rules.get(rule), keyword)
    }

    fn name(&self, rule: RuleId) -> Option<String> {
        let own = self.rules.get(rule);
        let mut references = own.each::<Reference>();
        let referred = match (references.next(), references.next()) {
            (Some(only), None) => self.rules.get(only.0),
            _ => own,
        };
        [own, referred].iter().find_map(|rule| {
            let name = rule.renamed().map(Name::as_str);
            let name = name.or(rule.notes.title.as_deref());
            name.or(rule.entry.as_deref()).map(str::to_owned)
        })
    }

    fn list(
        &mut self,
        stem: &str,
        rule: RuleId,
        ty: &TokenStream,
        values: Vec<TokenStream>,
    ) -> TokenStream {
        if values.len() <= LONG {
            return quote!([#(#values),*]);
        }
        let ident = format_ident!("{stem}_{}", rule.0);
        if self.lists.insert(ident.clone()) {
            let length = unsigned(values.len() as u128);
            self.statics
                .push(quote!(static #ident: [#ty; #length] = [#(#values),*];));
        }
        quote!(#ident)
    }

    fn use_format(&mut self, format: &Format) {
        self.has_formats = true;
        self.has_patterns |= format.has_patterns;
    }

    fn use_contents(&mut self) {
        self.has_formats = true;
    }
}

impl<'a> Checks<'a> {
    /// The location of a rule's keyword, which the function says.
    pub(super) fn told(&mut self, rule: &Rule, keyword: &str) -> String {
        let location = rule.at(keyword);
        self.told.push(location.clone());
        location
    }

    /// What a rule says, where it only refers to another: what that one says.
    pub(super) fn meant(&self, rule: RuleId) -> &'a Rule {
        self.rules.get(self.loops.meant(rule))
    }

    /// The function of a rule for schemas that apply to the same value.
    pub(super) fn function_of(&mut self, rule: RuleId, mode: Mode) -> Ident {
        let meant = self.loops.meant(rule);
        self.job(Job::Whole(meant, mode))
    }
}
