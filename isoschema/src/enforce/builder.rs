//! Builders: one setter a member, and every fault named at once.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::names::name::Name;
use crate::plan::model::{Type, TypeRef};

use super::Enforcer;
use super::bags::Bag;
use super::part::{Part, plain};

impl Enforcer<'_> {
    /// The builder of a struct.
    pub(super) fn builder(&mut self, ty: &Type, parts: &[Part<'_>], bags: &[Bag]) -> TokenStream {
        let name = ty.name.ident();
        let builder = self.helper(ty.name.and("Builder"));
        let mut taken: HashSet<Name> = parts.iter().map(|part| part.rust_name.setter()).collect();
        taken.extend(bags.iter().map(|bag| bag.rust_name.clone()));
        let is_private = !ty.checks.is_empty();
        let members: Vec<TokenStream> = parts
            .iter()
            .map(|part| self.member(part, is_private, &mut taken))
            .collect();
        let bags = bags.iter().map(|bag| {
            let Bag {
                ident,
                rust,
                wanted,
                ..
            } = bag;
            let wanted = wanted.as_ref().map(|wanted| quote! { => #wanted });
            quote! { bag #ident: #rust #wanted; }
        });
        // The documentation is at the field, or where it is private at the accessor.
        let call = if is_private { "()" } else { "" };
        let asks = self.asks(ty, true);
        quote! {
            support::builder! {
                pub #builder for #name, fields #call;
                #(#members)*
                #(#bags)*
                #asks
            }
        }
    }

    /// A member and its setters.
    fn member(&self, part: &Part<'_>, is_private: bool, taken: &mut HashSet<Name>) -> TokenStream {
        let Part {
            name,
            ident,
            method,
            setter,
            rust,
            ..
        } = part;
        let required = part.required.then(|| quote! { , required });
        let (present, nullable) = match part.ty {
            TypeRef::Nullable(inner) => (&**inner, true),
            TypeRef::Null => (&TypeRef::Never, true),
            other => (other, false),
        };
        let null = nullable.then(|| {
            let mut method = part.rust_name.and("_null");
            while !taken.insert(method.clone()) {
                method = method.behind("set_");
            }
            let method = method.ident();
            let value = if part.ty == &TypeRef::Null {
                quote! { () }
            } else {
                quote! { ::core::option::Option::None }
            };
            quote! { | #method(#value) }
        });
        let wanted = self.wanted(part.ty);
        let plain = plain(if is_private { method } else { ident }, setter);
        let setter = if present == &TypeRef::Never {
            quote! { => none }
        } else if setter == ident && plain.is_none() && wanted.is_none() {
            TokenStream::new()
        } else {
            let wanted = wanted.unwrap_or_else(|| quote! { support::One<#rust> });
            quote! { => #setter(#wanted) #plain }
        };
        quote! { #name #ident: #rust #setter #null #required; }
    }
}
