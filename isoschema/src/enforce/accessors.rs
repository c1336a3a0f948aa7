//! Accessors: what is optional and nullable, flattened; and everything, where
//! the fields are private.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::model::Type;

use super::Enforcer;
use super::part::{Part, plain};
use super::ty::Lent;

impl Enforcer<'_> {
    /// The accessors of a struct; `all` where its fields are private.
    pub(super) fn accessors(&self, ty: &Type, parts: &[Part<'_>], all: bool) -> TokenStream {
        let name = ty.name.ident();
        let lent: Vec<TokenStream> = parts
            .iter()
            .filter(|part| all || part.is_doubly_optional())
            .map(|part| self.accessor(part, all))
            .collect();
        let called = if all { "accessors" } else { "flattened" };
        let called = super::ident(called);
        let lent = (!lent.is_empty()).then(|| {
            quote! { support::#called! { #name; #(#lent)* } }
        });
        let defaults = self.defaults(ty, parts);
        quote! { #lent #defaults }
    }

    fn accessor(&self, part: &Part<'_>, is_private: bool) -> TokenStream {
        let Part { ident, method, .. } = part;
        let (present, is_nullable) = (part.inner(), part.is_nullable());
        let rust = self.rust(present);
        let lent = self.lent(present);
        let given = match &lent {
            Lent::Copy => rust,
            Lent::Reference => quote! { &#rust },
            Lent::Deref(target) => quote! { &#target },
        };
        let how = match (part.required, is_nullable, &lent) {
            (true, false, Lent::Reference | Lent::Deref(_)) => "by_ref",
            (false, true, Lent::Copy) => "flat",
            (false, true, Lent::Reference) => "flat_ref",
            (false, true, Lent::Deref(_)) => "flat_deref",
            (_, _, Lent::Copy) => "copied",
            (_, _, Lent::Reference) => "as_ref",
            (_, _, Lent::Deref(_)) => "as_deref",
        };
        let how = super::ident(how);
        if !is_private {
            let plain = plain(ident, ident);
            return quote! { pub #method #ident #plain -> #given: #how; };
        }
        let given = if part.required && !is_nullable {
            given
        } else {
            quote! { ::core::option::Option<#given> }
        };
        let note = part
            .is_doubly_optional()
            .then(|| super::doc::lines("\n`None` where it is absent and where it is null."));
        let (doc, own) = (super::doc::lines(&part.doc), part.attributes());
        quote! { #doc #own #note pub #method #ident -> #given: #how; }
    }
}
