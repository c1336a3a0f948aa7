//! `unevaluatedItems` and `unevaluatedProperties`.
//!
//! The functions that check also mark, in one pass: checking first and marking
//! afterwards would double the work at every level of a recursive document.

use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::rule::{Rule, RuleId};

use super::array::with_items;
use super::object::with_members;
use super::{Checks, Job, Mode};

impl Checks<'_> {
    /// A whole rule that has one of the two keywords.
    pub(super) fn unevaluated(&mut self, rule: &Rule, id: RuleId, mode: Mode) -> TokenStream {
        let start = self.mark_own(id);
        let items = self.unevaluated_items(rule);
        let properties = self.unevaluated_properties(rule);
        let end = (mode == Mode::Mark).then(|| {
            let all = match (rule.unevaluated_items, rule.unevaluated_properties) {
                (Some(_), Some(_)) => quote!(own.mark_all();),
                (Some(_), None) => with_items(&quote!(own.mark_all();)),
                (None, _) => with_members(&quote!(own.mark_all();)),
            };
            quote!(#all marks.merge(&own);)
        });
        quote!(#start #items #properties #end)
    }

    /// `unevaluatedItems` alone.
    pub(super) fn unevaluated_items_alone(&mut self, rule: &Rule, id: RuleId) -> TokenStream {
        let body = self.unevaluated_items(rule);
        self.alone(id, &body)
    }

    /// `unevaluatedProperties` alone.
    pub(super) fn unevaluated_properties_alone(&mut self, rule: &Rule, id: RuleId) -> TokenStream {
        let body = self.unevaluated_properties(rule);
        self.alone(id, &body)
    }

    fn alone(&mut self, id: RuleId, body: &TokenStream) -> TokenStream {
        if body.is_empty() {
            return TokenStream::new();
        }
        let start = self.mark_own(id);
        quote!(#start #body)
    }

    /// Checks everything else that the rule says and marks what that evaluates.
    fn mark_own(&mut self, id: RuleId) -> TokenStream {
        let evaluated = self.job(Job::Evaluated(id));
        quote! {
            let mut own = support::Marks::new(tape, at);
            #evaluated(tape, at, &mut own)?;
        }
    }

    fn unevaluated_items(&mut self, rule: &Rule) -> TokenStream {
        let Some(rest) = rule.unevaluated_items else {
            return TokenStream::new();
        };
        let body = self.apply_to(rest, &quote!(item), &quote!(TooMany));
        if body.is_empty() {
            return body;
        }
        with_items(&quote! {
            for (position, item) in items.enumerate() {
                if !own.has(position) { #body }
            }
        })
    }

    fn unevaluated_properties(&mut self, rule: &Rule) -> TokenStream {
        let Some(rest) = rule.unevaluated_properties else {
            return TokenStream::new();
        };
        let body = self.apply_to(rest, &quote!(value), &quote!(NotAllowed));
        if body.is_empty() {
            return body;
        }
        with_members(&quote! {
            for (position, (_, value)) in members.enumerate() {
                if !own.has(position) { #body }
            }
        })
    }
}
