//! `anyOf`, `oneOf`, `not`, and `if` with `then` and `else`.

use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::Name;
use crate::lower::rule::{Rule, RuleId};

use super::call::{fault, location};
use super::{Checks, Mode};

impl Checks<'_> {
    /// `anyOf`.
    pub(super) fn any_of(&mut self, rule: &Rule, mode: Mode) -> TokenStream {
        self.alternatives(rule, &rule.any_of, "anyOf", "any_of", mode)
    }

    /// `oneOf`.
    pub(super) fn one_of(&mut self, rule: &Rule, mode: Mode) -> TokenStream {
        self.alternatives(rule, &rule.one_of, "oneOf", "one_of", mode)
    }

    fn alternatives(
        &mut self,
        rule: &Rule,
        arms: &[RuleId],
        keyword: &str,
        function: &'static str,
        mode: Mode,
    ) -> TokenStream {
        if arms.is_empty() {
            return TokenStream::new();
        }
        let schema = location(rule, keyword);
        let mut listed = Vec::with_capacity(arms.len());
        for (position, arm) in arms.iter().enumerate() {
            let name = self.arm_name(*arm, keyword, position);
            let check = self.in_place(*arm, mode);
            listed.push(quote!((#name, #check)));
        }
        match mode {
            Mode::Check => {
                let function = quote::format_ident!("{function}");
                quote!(support::#function(tape, at, #schema, &[#(#listed),*])?;)
            }
            Mode::Mark => {
                let function = quote::format_ident!("{function}_marking");
                quote!(support::#function(tape, at, marks, #schema, &[#(#listed),*])?;)
            }
        }
    }

    /// What an error calls an alternative.
    fn arm_name(&self, arm: RuleId, keyword: &str, position: usize) -> String {
        let own = self.rule(arm);
        let referred = match own.references[..] {
            [referred] => self.rule(referred),
            _ => own,
        };
        [own, referred]
            .iter()
            .find_map(|rule| {
                let name = rule.rust_name.as_ref().map(Name::as_str);
                let name = name.or(rule.notes.title.as_deref());
                name.or(rule.entry.as_deref()).map(str::to_owned)
            })
            .unwrap_or_else(|| format!("{keyword}/{position}"))
    }

    /// `not`.
    pub(super) fn not(&mut self, rule: &Rule) -> TokenStream {
        let Some(not) = rule.not else {
            return TokenStream::new();
        };
        let check = self.in_place(not, Mode::Check);
        let refuse = fault(&quote!(at), &location(rule, "not"), &quote!(Forbidden));
        quote!(if #check(tape, at).is_ok() { #refuse })
    }

    /// That the condition of `if` does not hold.
    pub(super) fn unless(&mut self, rule: &Rule) -> TokenStream {
        let Some(conditional) = &rule.conditional else {
            return TokenStream::new();
        };
        let check = self.in_place(conditional.condition, Mode::Check);
        let refuse = fault(&quote!(at), &location(rule, "if"), &quote!(Forbidden));
        quote!(if #check(tape, at).is_ok() { #refuse })
    }

    /// `if`, `then` and `else`.
    pub(super) fn conditional(&mut self, rule: &Rule, mode: Mode) -> TokenStream {
        let Some(conditional) = &rule.conditional else {
            return TokenStream::new();
        };
        let mut branch =
            |rule: Option<RuleId>| rule.map(|rule| self.apply(rule, mode)).unwrap_or_default();
        let (then, otherwise) = (branch(conditional.then), branch(conditional.otherwise));
        if mode == Mode::Check && then.is_empty() && otherwise.is_empty() {
            return TokenStream::new();
        }
        let alternative = (!otherwise.is_empty()).then(|| quote!(else { #otherwise }));
        let condition = self.in_place(conditional.condition, mode);
        match mode {
            Mode::Mark => quote! {
                let mut condition = marks.fresh();
                if #condition(tape, at, &mut condition).is_ok() {
                    marks.merge(&condition);
                    #then
                } #alternative
            },
            Mode::Check if then.is_empty() => {
                quote!(if #condition(tape, at).is_err() { #otherwise })
            }
            Mode::Check => quote!(if #condition(tape, at).is_ok() { #then } #alternative),
        }
    }
}
