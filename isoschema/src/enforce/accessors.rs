//! Accessors: what is optional and nullable, flattened; and everything, where
//! the fields are private.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::lower::model::TypeRef;

use super::part::Part;
use super::{Enforcer, ty};

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
        quote! {
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
        let lent = ty::lent(self.model, &self.traits, present);
        let (give, value) = (&lent.ty, &lent.value);
        let note = (is_nullable && !part.required)
            .then(|| super::doc::lines("\n`None` where it is absent and where it is null."));
        let (ty, body) = match (part.required, is_nullable) {
            (true, false) => (
                quote! { #give },
                quote! { let value = &self.#ident; #value },
            ),
            (false, true) => (
                quote! { ::core::option::Option<#give> },
                map(&quote! { self.#ident.as_ref().and_then(::core::option::Option::as_ref) }, value),
            ),
            _ => (
                quote! { ::core::option::Option<#give> },
                map(&quote! { self.#ident.as_ref() }, value),
            ),
        };
        let body = simple(body, part, value, is_nullable);
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

/// `option` with the value lent; nothing to do where that is a reference.
fn map(option: &TokenStream, value: &TokenStream) -> TokenStream {
    match value.to_string().as_str() {
        "value" => option.clone(),
        "* value" => quote! { #option.copied() },
        _ => quote! { #option.map(|value| #value) },
    }
}

/// The shorter forms that a person would write.
fn simple(
    body: TokenStream,
    part: &Part<'_>,
    value: &TokenStream,
    is_nullable: bool,
) -> TokenStream {
    let ident = &part.ident;
    let copied = value.to_string() == "* value";
    match (part.required, is_nullable, copied) {
        (true, false, true) => quote! { self.#ident },
        (true, false, false) if value.to_string() == "value" => quote! { &self.#ident },
        (true, false, false) => {
            let call: TokenStream = value.clone().into_iter().skip(1).collect();
            quote! { self.#ident #call }
        }
        (false, true, true) => quote! { self.#ident.flatten() },
        (true, true, true) | (false, false, true) => quote! { self.#ident },
        _ => body,
    }
}
