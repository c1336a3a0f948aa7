//! Accessors: what is optional and nullable, flattened; and everything, where
//! the fields are private.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::names::name::Name;
use crate::plan::model::{Type, TypeRef};

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
            .flat_map(|part| {
                let apart = self.absent_apart(part, parts).filter(|_| all);
                [Some(self.accessor(part, all, apart.is_some())), apart]
            })
            .flatten()
            .collect();
        let called = if all { "accessors" } else { "flattened" };
        let called = super::ident(called);
        let lent = (!lent.is_empty()).then(|| {
            quote! { support::#called! { #name; #(#lent)* } }
        });
        let defaults = self.defaults(ty, parts);
        quote! { #lent #defaults }
    }

    fn accessor(&self, part: &Part<'_>, is_private: bool, is_told_apart: bool) -> TokenStream {
        let Part { ident, method, .. } = part;
        let (given, how) = self.lending(part);
        if !is_private {
            let plain = plain(ident, ident);
            let given = self.lent_as(part.inner());
            return quote! { pub #method #ident #plain -> #given: #how; };
        }
        let note = part.is_doubly_optional().then(|| {
            let other = if is_told_apart {
                format!(", which `{}` tells apart", apart(part).plain())
            } else {
                String::new()
            };
            super::doc::lines(&format!(
                "\n`None` where it is absent and where it is null{other}."
            ))
        });
        let (doc, own) = (super::doc::lines(&part.doc), part.attributes());
        quote! { #doc #own #note pub #method #ident -> #given: #how; }
    }

    /// What an accessor gives of a member, flattened, and how its field lends it.
    pub(super) fn lending(&self, part: &Part<'_>) -> (TokenStream, Ident) {
        let (present, is_nullable) = (part.inner(), part.is_nullable());
        let how = match (part.required, is_nullable, &self.lent(present)) {
            (true, false, Lent::Reference | Lent::Deref(_)) => "by_ref",
            (false, true, Lent::Copy) => "flat",
            (false, true, Lent::Reference) => "flat_ref",
            (false, true, Lent::Deref(_)) => "flat_deref",
            (_, _, Lent::Copy) => "copied",
            (_, _, Lent::Reference) => "as_ref",
            (_, _, Lent::Deref(_)) => "as_deref",
        };
        let given = self.lent_as(present);
        let given = if part.required && !is_nullable {
            given
        } else {
            quote! { ::core::option::Option<#given> }
        };
        (given, super::ident(how))
    }

    /// The type as which a value is lent.
    fn lent_as(&self, ty: &TypeRef) -> TokenStream {
        let rust = self.rust(ty);
        match self.lent(ty) {
            Lent::Copy => rust,
            Lent::Reference => quote! { &#rust },
            Lent::Deref(target) => quote! { &#target },
        }
    }

    /// What tells absent and null apart, where the field that does is private.
    fn absent_apart(&self, part: &Part<'_>, parts: &[Part<'_>]) -> Option<TokenStream> {
        let name = apart(part);
        if !part.is_doubly_optional() || parts.iter().any(|part| part.rust_name == name) {
            return None;
        }
        let present = part.inner();
        let rust = self.rust(present);
        let (given, how) = match self.lent(present) {
            Lent::Copy => (rust, "copied"),
            Lent::Reference => (quote! { &#rust }, "twice_ref"),
            Lent::Deref(target) => (quote! { &#target }, "twice_deref"),
        };
        let (ident, method, how) = (&part.ident, name.ident(), super::ident(how));
        let about = super::doc::lines(&format!(
            "{}: `None` where it is absent, `Some(None)` where it is null.",
            super::doc::code(&part.name)
        ));
        let own = part.attributes();
        let given = quote! { ::core::option::Option<::core::option::Option<#given>> };
        Some(quote! { #about #own pub #method #ident -> #given: #how; })
    }
}

/// The name of what tells a member's absence and its null apart.
fn apart(part: &Part<'_>) -> Name {
    part.rust_name.and("_or_null")
}
