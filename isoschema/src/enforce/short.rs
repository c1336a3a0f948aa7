//! Alternatives whose values have none inside: they are tried in the text, one after another.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::model::Arm;

use super::Enforcer;
use super::facts::text_of;

impl Enforcer<'_> {
    /// Arms whose values have none inside, one after another; those that stand for texts together.
    pub(super) fn short(&mut self, base: &str, arms: &[&Arm]) -> TokenStream {
        let mut seen = HashSet::new();
        // Whether a row has texts, and what is in it.
        let mut rows: Vec<(bool, TokenStream)> = Vec::new();
        for arm in arms {
            let Some(text) = text_of(arm) else {
                rows.push((false, self.alternative(base, arm)));
                continue;
            };
            let variant = arm.ident.ident();
            let case = quote! { #text => #variant, };
            // A text that two arms stand for is read twice.
            let is_new = seen.insert(text);
            match rows.last_mut() {
                Some((true, cases)) if is_new => cases.extend(case),
                _ => rows.push((true, case)),
            }
        }
        let rows = rows.into_iter().map(|(has_texts, row)| {
            if has_texts {
                quote! { [texts { #row }] }
            } else {
                quote! { [#row] }
            }
        });
        rows.collect()
    }
}
