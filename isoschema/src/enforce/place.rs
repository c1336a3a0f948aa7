//! Where a schema says what a value has to be, as generated readers know it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::model::{Check, Place, Type};

use super::Enforcer;

impl Enforcer<'_> {
    /// A reference to a `support::Place`.
    pub(super) fn place(&mut self, place: &Place) -> TokenStream {
        match place {
            Place::At(location) => quote! { &support::Place::At(#location) },
            Place::Asked(checks, location) => {
                let checks = self.asked_of(checks);
                quote! { &support::Place::Asked(&[#(#checks),*], #location) }
            }
            Place::Of(own, inside) => {
                let (own, inside) = (self.place(own), self.place(inside));
                quote! { &support::Place::Of(#own, #inside) }
            }
            Place::Between(own, least, most) => {
                let own = self.place(own);
                quote! { &support::Place::Between(#own, #least, #most) }
            }
        }
    }

    /// The predicates that are asked.
    pub(super) fn asked_of(&mut self, checks: &[Check]) -> Vec<TokenStream> {
        let functions = checks.iter().map(|check| {
            let function = self.checks.part(check.rule, check.part);
            quote! { checks::#function }
        });
        functions.collect()
    }

    /// What every reader knows beside how it reads.
    pub(super) fn known(&mut self, ty: &Type) -> TokenStream {
        let as_written = &self.as_written;
        let as_written = quote! { #as_written };
        let place = self.place(&ty.place);
        quote! {
            #as_written
            const PLACE: &'static support::Place = #place;
        }
    }
}
