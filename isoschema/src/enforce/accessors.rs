//! Accessors: what is optional and nullable, flattened; and everything, where
//! the fields are private.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::lower::model::TypeRef;

use super::part::Part;
use super::ty::Lent;
use super::{Enforcer, ty};

/// Members whose names begin like those of conversions give methods that are
/// none.
pub(super) fn conventions(parts: &[Part<'_>]) -> TokenStream {
    const PREFIXES: &[&str] = &["to_", "into_", "from_", "as_", "is_"];
    let taken = parts.iter().any(|part| {
        let name = part.ident.to_string();
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

    fn accessor(&self, part: &Part<'_>) -> TokenStream {
        let Part { ident, doc, .. } = part;
        let present = match part.ty {
            TypeRef::Nullable(inner) => inner,
            other => other,
        };
        let is_nullable = matches!(part.ty, TypeRef::Nullable(_));
        let note = (is_nullable && !part.required)
            .then(|| super::doc::lines("\n`None` where it is absent and where it is null."));
        let rust = ty::rust(self.model, present);
        let lent = ty::lent(self.model, &self.traits, present);
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
            pub fn #ident(&self) -> #ty {
                #body
            }
        }
    }
}
