//! Accessors: what is optional and nullable, flattened; and everything, where
//! the fields are private.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::load::json::JsonKind;
use crate::plan::model::{Shape, TypeRef};

use super::Enforcer;
use super::part::Part;
use super::traits::is_native;
use super::ty::Lent;

/// Members whose names begin like those of conversions give methods that are
/// none.
pub(super) fn conventions(parts: &[Part<'_>]) -> TokenStream {
    const PREFIXES: &[&str] = &["to_", "into_", "from_", "as_", "is_"];
    let taken = parts.iter().any(|part| {
        let name = part.rust_name.plain();
        PREFIXES.iter().any(|prefix| name.starts_with(prefix))
    });
    if taken {
        quote! { #[allow(clippy::wrong_self_convention)] }
    } else {
        TokenStream::new()
    }
}

impl Enforcer<'_> {
    /// The accessors of a struct; `all` where its fields are private.
    pub(super) fn accessors(&self, name: &Ident, parts: &[Part<'_>], all: bool) -> TokenStream {
        let methods: Vec<TokenStream> = parts
            .iter()
            .filter(|part| all || part.is_doubly_optional())
            .map(|part| self.accessor(part))
            .chain(parts.iter().filter_map(|part| self.or_default(part, parts)))
            .collect();
        if methods.is_empty() {
            return TokenStream::new();
        }
        let conventions = conventions(parts);
        quote! {
            #conventions
            impl #name {
                #(#methods)*
            }
        }
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

    fn accessor(&self, part: &Part<'_>) -> TokenStream {
        let Part {
            ident, method, doc, ..
        } = part;
        let present = match part.ty {
            TypeRef::Nullable(inner) => inner,
            other => other,
        };
        let is_nullable = matches!(part.ty, TypeRef::Nullable(_));
        let note = (is_nullable && !part.required)
            .then(|| super::doc::lines("\n`None` where it is absent and where it is null."));
        let rust = self.rust(present);
        let lent = self.lent(present);
        let given = match &lent {
            Lent::Copy => rust,
            Lent::Reference => quote! { &#rust },
            Lent::Deref(target) => quote! { &#target },
        };
        let (ty, body) = match (part.required, is_nullable) {
            (true, false) => (
                given,
                match lent {
                    Lent::Copy => quote! { self.#ident },
                    Lent::Reference | Lent::Deref(_) => quote! { &self.#ident },
                },
            ),
            (false, true) => (
                quote! { ::core::option::Option<#given> },
                match lent {
                    Lent::Copy => quote! { self.#ident.flatten() },
                    Lent::Reference => quote! {
                        self.#ident.as_ref().and_then(::core::option::Option::as_ref)
                    },
                    Lent::Deref(_) => quote! {
                        self.#ident.as_ref().and_then(::core::option::Option::as_deref)
                    },
                },
            ),
            (true, true) | (false, false) => (
                quote! { ::core::option::Option<#given> },
                match lent {
                    Lent::Copy => quote! { self.#ident },
                    Lent::Reference => quote! { self.#ident.as_ref() },
                    Lent::Deref(_) => quote! { self.#ident.as_deref() },
                },
            ),
        };
        quote! {
            #doc
            #note
            #[must_use]
            pub fn #method(&self) -> #ty {
                #body
            }
        }
    }
}
