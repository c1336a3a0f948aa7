//! Lists of just these positions ↔ Rust's tuples.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};
use syn::LitInt;

use crate::plan::model::{Integer, Shape, TypeRef};

use super::Enforcer;
use super::form::Form;
use super::part::Part;

/// Tuples of more fields have no traits.
const MOST: usize = 12;

impl Enforcer<'_> {
    /// The ways from and to a tuple of all positions, where each of them is there and nothing else is asked.
    /// What else may follow is not in a tuple.
    pub(super) fn as_tuple(&self, name: &Ident, parts: &[Part<'_>], has_rest: bool) -> TokenStream {
        let is_plain = parts.iter().all(|part| part.required) && (2..=MOST).contains(&parts.len());
        if self.form == Form::Borrowed || !is_plain {
            return TokenStream::new();
        }
        let idents: Vec<&Ident> = parts.iter().map(|part| &part.ident).collect();
        let types: Vec<&TokenStream> = parts.iter().map(|part| &part.rust).collect();
        let rest = has_rest.then(|| quote! { rest: ::std::vec::Vec::new(), });
        let back = (!has_rest).then(|| {
            quote! {
                impl ::core::convert::From<#name> for (#(#types,)*) {
                    fn from(list: #name) -> Self {
                        (#(list.#idents,)*)
                    }
                }
            }
        });
        let given: Vec<Ident> = (1..=parts.len()).map(|it| format_ident!("T{it}")).collect();
        if parts.iter().all(|part| self.takes_any(part.ty)) {
            return quote! {
                impl<#(#given),*> ::core::convert::From<(#(#given,)*)> for #name
                where
                    #(#given: ::core::convert::Into<#types>,)*
                {
                    fn from((#(#idents,)*): (#(#given,)*)) -> Self {
                        Self { #(#idents: #idents.into(),)* #rest }
                    }
                }

                #back
            };
        }
        let places = parts
            .iter()
            .map(|part| LitInt::new(&part.name, Span::call_site()));
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
                        #rest
                    })
                }
            }

            #back
        }
    }

    /// Whether whatever is given for a position converts to it, and is not refused.
    fn takes_any(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Any
            | TypeRef::Boolean
            | TypeRef::Text
            | TypeRef::Integer(Integer::I64)
            | TypeRef::Map(_) => true,
            TypeRef::List(inside) => inside.fixed.is_none(),
            TypeRef::Named(id) => match self.model.get(*id).shape {
                Shape::Struct(_) | Shape::Union(_) | Shape::Tuple(_) => true,
                Shape::Newtype(_) | Shape::Values(_) | Shape::Foreign(_) => false,
            },
            _ => false,
        }
    }
}
