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
        let mut rows = TokenStream::new();
        let mut seen = HashSet::new();
        let mut texts = TokenStream::new();
        for arm in arms {
            let text = text_of(arm);
            // A text that two arms stand for is read twice.
            let goes_on = text.is_some_and(|text| seen.insert(text));
            if !goes_on && !texts.is_empty() {
                let texts = std::mem::take(&mut texts);
                rows.extend(quote! { [texts { #texts }] });
            }
            if let Some(text) = text {
                let variant = arm.ident.ident();
                texts.extend(quote! { #text => #variant, });
            } else {
                let arm = self.alternative(base, arm);
                rows.extend(quote! { [#arm] });
            }
        }
        if !texts.is_empty() {
            rows.extend(quote! { [texts { #texts }] });
        }
        rows
    }
}
