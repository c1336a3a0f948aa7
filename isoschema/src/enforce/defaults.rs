//! `x_or_default`: what a member holds, or else what the schema takes for it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::evaluate::run::Run;
use crate::keywords::evaluation::Judging as _;
use crate::load::json::{Json, JsonKind};
use crate::plan::model::{Newtype, Shape, Type, TypeRef, Values};

use super::Enforcer;
use super::part::Part;
use super::traits::is_native;

impl Enforcer<'_> {
    /// The methods of a type's optional members that have a default which their types
    /// can hold.
    pub(super) fn defaults(&self, ty: &Type, parts: &[Part<'_>]) -> Option<TokenStream> {
        let methods: Vec<TokenStream> = parts
            .iter()
            .filter_map(|part| self.or_default(ty, part, parts))
            .collect();
        let name = ty.name.ident();
        (!methods.is_empty()).then(|| quote! { impl #name { #(#methods)* } })
    }

    fn or_default(&self, ty: &Type, part: &Part<'_>, parts: &[Part<'_>]) -> Option<TokenStream> {
        if part.required {
            return None;
        }
        let (given, how) = self.lent_or(ty, part, part.default?)?;
        let method = part.rust_name.and("_or_default");
        if parts.iter().any(|part| part.rust_name == method) {
            return None;
        }
        let (method, ident) = (method.ident(), &part.ident);
        let about = super::doc::lines(&format!(
            "{}, or the schema's default where it is absent.",
            super::doc::code(&part.name)
        ));
        Some(quote! {
            #about
            #[must_use]
            pub fn #method(&self) -> #given {
                self.#ident #how
            }
        })
    }

    /// What the method gives, and how it comes from the field.
    fn lent_or(
        &self,
        ty: &Type,
        part: &Part<'_>,
        default: &Json,
    ) -> Option<(TokenStream, TokenStream)> {
        let rust = &part.rust;
        Some(match (part.ty, &default.kind) {
            (TypeRef::Boolean, JsonKind::Bool(value)) => {
                (quote! { bool }, quote! { .unwrap_or(#value) })
            }
            (TypeRef::Integer(_), JsonKind::Number(_)) => {
                let value = native(part.ty, default)?;
                (quote! { #rust }, quote! { .unwrap_or(#value) })
            }
            (TypeRef::Named(id), _) => match &self.model.get(*id).shape {
                Shape::Values(values) => {
                    let variant = listed(values, default)?;
                    if self.traits.is_copy(part.ty) {
                        (quote! { #rust }, quote! { .unwrap_or(#rust::#variant) })
                    } else {
                        // Without the lifetime that the borrowing form has in types.
                        let name = self.model.get(*id).name.ident();
                        (
                            quote! { &#rust },
                            quote! { .as_ref().unwrap_or(&#name::#variant) },
                        )
                    }
                }
                Shape::Newtype(newtype) => {
                    let named = self.model.get(*id);
                    if !self.is_value(named, default) {
                        return None;
                    }
                    return self.newtype_or(ty, part, (named, newtype), default);
                }
                _ => return None,
            },
            (ty, _) => return self.dereferenced_or(ty, default),
        })
    }

    /// The same of what dereferences to a text or a list, whose default is a text or
    /// an empty list.
    fn dereferenced_or(&self, ty: &TypeRef, default: &Json) -> Option<(TokenStream, TokenStream)> {
        Some(match (ty, &default.kind) {
            (TypeRef::Text | TypeRef::Temporal(_), JsonKind::String(text)) => {
                (quote! { &str }, quote! { .as_deref().unwrap_or(#text) })
            }
            (TypeRef::List(item), JsonKind::Array(items))
                if items.is_empty() && item.fixed.is_none() =>
            {
                let item = self.rust(item);
                (
                    quote! { &[#item] },
                    quote! { .as_deref().unwrap_or_default() },
                )
            }
            _ => return None,
        })
    }

    /// The same of a newtype that the default is a value of.
    fn newtype_or(
        &self,
        ty: &Type,
        part: &Part<'_>,
        (named, newtype): (&Type, &Newtype),
        default: &Json,
    ) -> Option<(TokenStream, TokenStream)> {
        if let Some(value) = native(&newtype.inner, default) {
            // What it holds is private to its document's module.
            let rust = &part.rust;
            let is_near = named.location.document == ty.location.document;
            return is_near.then(|| (quote! { #rust }, quote! { .unwrap_or(#rust(#value)) }));
        }
        self.dereferenced_or(&newtype.inner, default)
    }

    /// Whether a type takes a value.
    fn is_value(&self, ty: &Type, value: &Json) -> bool {
        let run = Run::new(self.ground);
        let mut rules = ty.rules.iter().chain(ty.checks.iter().map(|it| &it.rule));
        rules.all(|rule| run.ask(*rule, value).valid)
    }
}

/// A number as one of Rust's own integers.
fn native(ty: &TypeRef, value: &Json) -> Option<TokenStream> {
    match ty {
        TypeRef::Integer(integer) if is_native(ty) => {
            let value = integer.native(value.as_number()?.parse().ok()?)?;
            Some(super::limit::integer(value))
        }
        _ => None,
    }
}

/// The variant of a listed value.
fn listed(values: &Values, default: &Json) -> Option<proc_macro2::Ident> {
    let mut variants = values.variants.iter();
    let variant = variants.find(|variant| variant.value.same_value(default))?;
    Some(variant.ident.ident())
}
