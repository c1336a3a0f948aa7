//! Lists of just these positions ↔ Rust's tuples.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Enforcer;
use super::form::Form;
use super::part::Part;

/// Tuples of more fields have no traits.
const MOST: usize = 12;

impl Enforcer<'_> {
    /// The ways from and to a tuple of all positions, where each of them is there and nothing else is asked.
    pub(super) fn as_tuple(&self, name: &Ident, parts: &[Part<'_>]) -> TokenStream {
        let is_plain = parts.iter().all(|part| part.required) && (2..=MOST).contains(&parts.len());
        if self.form == Form::Borrowed || !is_plain {
            return TokenStream::new();
        }
        let idents: Vec<&Ident> = parts.iter().map(|part| &part.ident).collect();
        let types: Vec<&TokenStream> = parts.iter().map(|part| &part.rust).collect();
        let given: Vec<Ident> = (1..=parts.len()).map(|it| format_ident!("T{it}")).collect();
        let places = 0..parts.len();
        quote! {
            impl<#(#given),*> ::core::convert::TryFrom<(#(#given,)*)> for #name
            where
                #(
                    #given: ::core::convert::TryInto<#types>,
                    #given::Error: ::core::fmt::Display + 'static,
                )*
            {
                type Error = support::BuildError;

                fn try_from(
                    (#(#idents,)*): (#(#given,)*),
                ) -> ::core::result::Result<Self, support::BuildError> {
                    ::core::result::Result::Ok(Self {
                        #(#idents: support::given_position(#places, #idents)?,)*
                    })
                }
            }

            impl ::core::convert::From<#name> for (#(#types,)*) {
                fn from(list: #name) -> Self {
                    (#(list.#idents,)*)
                }
            }
        }
    }
}
