//! Accessors: what is optional and nullable, flattened; and everything, where
//! the fields are private.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::load::json::JsonKind;
use crate::plan::model::{Shape, TypeRef};

use super::Enforcer;
use super::part::{Part, plain};
use super::traits::is_native;
use super::ty::Lent;

impl Enforcer<'_> {
    /// The accessors of a struct; `all` where its fields are private.
    pub(super) fn accessors(&self, name: &Ident, parts: &[Part<'_>], all: bool) -> TokenStream {
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
        let defaults: Vec<TokenStream> = parts
            .iter()
            .filter_map(|part| self.or_default(part, parts))
            .collect();
        let defaults = (!defaults.is_empty()).then(|| {
            quote! {
                impl #name {
                    #(#defaults)*
                }
            }
        });
        quote! { #lent #defaults }
    }

    /// The value of an optional member, or else the schema's `default`, where
    /// that is one of its values and a constant of Rust.
    fn or_default(&self, part: &Part<'_>, parts: &[Part<'_>]) -> Option<TokenStream> {
        if part.required {
            return None;
        }
        let ident = &part.ident;
        let default = part.default?;
        let (ty, body) = match (part.ty, &default.kind) {
            (TypeRef::Text | TypeRef::Temporal(_), JsonKind::String(text)) => (
                quote! { &str },
                quote! { self.#ident.as_deref().unwrap_or(#text) },
            ),
            (TypeRef::Boolean, JsonKind::Bool(value)) => {
                (quote! { bool }, quote! { self.#ident.unwrap_or(#value) })
            }
            (TypeRef::Integer(integer), JsonKind::Number(text)) if is_native(part.ty) => {
                let value = integer.native(text.parse().ok()?)?;
                let rust = &part.rust;
                let value = super::limit::integer(value);
                (quote! { #rust }, quote! { self.#ident.unwrap_or(#value) })
            }
            (TypeRef::Named(id), _) if self.traits.is_copy(part.ty) => {
                let Shape::Values(values) = &self.model.get(*id).shape else {
                    return None;
                };
                let variant = values
                    .variants
                    .iter()
                    .find(|variant| variant.value.same_value(default))?;
                let (rust, variant) = (&part.rust, variant.ident.ident());
                (
                    quote! { #rust },
                    quote! { self.#ident.unwrap_or(#rust::#variant) },
                )
            }
            _ => return None,
        };
        let method = part.rust_name.and("_or_default");
        if parts.iter().any(|part| part.rust_name == method) {
            return None;
        }
        let method = method.ident();
        let about = super::doc::lines(&format!(
            "{}, or the schema's default where it is absent.",
            super::doc::code(&part.name)
        ));
        Some(quote! {
            #about
            #[must_use]
            pub fn #method(&self) -> #ty {
                #body
            }
        })
    }

    fn accessor(&self, part: &Part<'_>, is_private: bool) -> TokenStream {
        let Part {
            ident, method, doc, ..
        } = part;
        let present = match part.ty {
            TypeRef::Nullable(inner) => inner,
            other => other,
        };
        let is_nullable = matches!(part.ty, TypeRef::Nullable(_));
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
        quote! { #doc #note pub #method #ident -> #given: #how; }
    }
}
