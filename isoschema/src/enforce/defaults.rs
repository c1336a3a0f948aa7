//! `x_or_default`: what a member holds, or else what the schema takes for it.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::evaluate::run::Run;
use crate::keywords::evaluation::Judging as _;
use crate::keywords::literal::shown;
use crate::load::json::{Json, JsonKind};
use crate::plan::model::{Shape, Type, TypeId, TypeRef, Values};

use super::Enforcer;
use super::form::Form;
use super::part::Part;
use super::traits::is_native;
use super::ty::Lent;

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

    /// `Default` of a type whose own schema states one that it holds, where it has none
    /// because nothing is required of it.
    pub(super) fn stated_default(&self, index: usize, ty: &Type) -> Option<TokenStream> {
        let default = ty.notes.default.as_ref()?;
        if self.form == Form::Borrowed {
            return None;
        }
        let value = match &ty.shape {
            Shape::Values(values) => {
                let variant = listed(values, default)?;
                quote! { Self::#variant }
            }
            // One type for all places that say the same kinds is of none of them.
            Shape::Union(_) if ty.rules.is_empty() => return None,
            Shape::Newtype(_) | Shape::Struct(_) | Shape::Union(_) => {
                let held = TypeRef::Named(TypeId(u32::try_from(index).ok()?));
                let text = self.takes(&held, default).then(|| shown(default))?;
                quote! { support::default_value(#text) }
            }
            Shape::Tuple(_) | Shape::Foreign(_) => return None,
        };
        let name = ty.name.ident();
        Some(quote! { support::default! { #name = #value } })
    }

    fn or_default(&self, ty: &Type, part: &Part<'_>, parts: &[Part<'_>]) -> Option<TokenStream> {
        let default = part.default?;
        let method = part.rust_name.and("_or_default");
        // A default of null is what the plain accessor gives.
        if part.required
            || matches!(default.kind, JsonKind::Null)
            || parts.iter().any(|part| part.rust_name == method)
        {
            return None;
        }
        let inner = part.inner();
        let field = (&part.ident, part.is_nullable());
        let (given, how) = self
            .constant(ty, inner, default)
            .map(|(lent, value)| self.lent_or(inner, field, lent, &value))
            .or_else(|| self.read_or(inner, field, default))?;
        let method = method.ident();
        let about = super::doc::lines(&format!(
            "{}, or the schema's default where it is absent.",
            super::doc::code(&part.name)
        ));
        Some(quote! {
            #about
            #[must_use]
            pub fn #method(&self) -> #given {
                #how
            }
        })
    }

    /// What the method gives, and what it does: beside a default
    /// that is a constant of Rust.
    fn lent_or(
        &self,
        ty: &TypeRef,
        (ident, is_nullable): (&Ident, bool),
        lent: Lent,
        value: &TokenStream,
    ) -> (TokenStream, TokenStream) {
        let rust = self.rust(ty);
        let (given, method) = match lent {
            Lent::Copy => (rust, None),
            Lent::Reference => (quote! { &#rust }, Some(format_ident!("as_ref"))),
            Lent::Deref(target) => (quote! { &#target }, Some(format_ident!("as_deref"))),
        };
        if !is_nullable {
            let method = method.iter();
            return (
                given,
                quote! { self.#ident #(.#method())*.unwrap_or(#value) },
            );
        }
        let how = match method {
            None => quote! { self.#ident.unwrap_or(::core::option::Option::Some(#value)) },
            Some(method) => {
                quote! {
                    self.#ident.as_ref().map_or(
                        ::core::option::Option::Some(#value),
                        ::core::option::Option::#method
                    )
                }
            }
        };
        (quote! { ::core::option::Option<#given> }, how)
    }

    /// The same beside any other default: what is absent is read from its text.
    fn read_or(
        &self,
        ty: &TypeRef,
        (ident, is_nullable): (&Ident, bool),
        default: &Json,
    ) -> Option<(TokenStream, TokenStream)> {
        if !self.takes(ty, default) {
            return None;
        }
        let field = |how: &TokenStream| quote! { self.#ident #how };
        let (rust, text) = (self.rust(ty), shown(default));
        let value = quote! { support::default_value(#text) };
        let (target, lend) = match self.lent(ty) {
            Lent::Copy if is_nullable => {
                let how = quote! { .unwrap_or_else(|| ::core::option::Option::Some(#value)) };
                return Some((quote! { ::core::option::Option<#rust> }, field(&how)));
            }
            Lent::Copy => return Some((rust, field(&quote! { .unwrap_or_else(|| #value) }))),
            Lent::Reference => (rust, format_ident!("as_ref")),
            Lent::Deref(target) => (target, format_ident!("as_deref")),
        };
        let given = quote! { ::std::borrow::Cow<'_, #target> };
        Some(if is_nullable {
            (
                quote! { ::core::option::Option<#given> },
                quote! {
                    match &self.#ident {
                        ::core::option::Option::Some(held) => {
                            held.#lend().map(::std::borrow::Cow::Borrowed)
                        }
                        ::core::option::Option::None => {
                            ::core::option::Option::Some(::std::borrow::Cow::Owned(#value))
                        }
                    }
                },
            )
        } else {
            (
                given,
                quote! { support::lent_or_default(self.#ident.#lend(), #text) },
            )
        })
    }

    /// A default that is a constant of Rust, and how it is lent.
    fn constant(&self, ty: &Type, member: &TypeRef, default: &Json) -> Option<(Lent, TokenStream)> {
        let TypeRef::Named(id) = member else {
            return self.literal(member, default);
        };
        let named = self.model.get(*id);
        let rust = self.rust(member);
        match &named.shape {
            Shape::Values(values) => {
                let variant = listed(values, default)?;
                Some(if self.traits.is_copy(member) {
                    (Lent::Copy, quote! { #rust::#variant })
                } else {
                    // Without the lifetime that the borrowing form has in types.
                    let name = named.name.ident();
                    (Lent::Reference, quote! { &#name::#variant })
                })
            }
            Shape::Newtype(newtype) if self.is_value(named, default) => {
                if native(&newtype.inner, default).is_some() {
                    let (_, value) = self.literal(&newtype.inner, default)?;
                    // What it holds is private to its document's module.
                    let is_near = named.location.document == ty.location.document;
                    return is_near.then(|| (Lent::Copy, quote! { #rust(#value) }));
                }
                let found = self.literal(&newtype.inner, default);
                found.filter(|(lent, _)| matches!(lent, Lent::Deref(_)))
            }
            _ => None,
        }
    }

    /// The same of what needs no type of ours.
    fn literal(&self, ty: &TypeRef, default: &Json) -> Option<(Lent, TokenStream)> {
        Some(match (ty, &default.kind) {
            (TypeRef::Boolean, JsonKind::Bool(value)) => (Lent::Copy, quote! { #value }),
            (TypeRef::Integer(_), JsonKind::Number(_)) => (Lent::Copy, native(ty, default)?),
            (TypeRef::Text | TypeRef::Temporal(_), JsonKind::String(text)) => {
                (Lent::Deref(quote! { str }), quote! { #text })
            }
            (TypeRef::List(item), JsonKind::Array(items))
                if items.is_empty() && item.fixed.is_none() =>
            {
                let item = self.rust(item);
                (Lent::Deref(quote! { [#item] }), quote! { &[] })
            }
            _ => return None,
        })
    }

    /// Whether a use of a type takes a value, and what is read from its text is
    /// it whatever the build.
    fn takes(&self, ty: &TypeRef, value: &Json) -> bool {
        match (ty, &value.kind) {
            (TypeRef::Any, _)
            | (TypeRef::Null, JsonKind::Null)
            | (TypeRef::Boolean, JsonKind::Bool(_))
            | (TypeRef::Text, JsonKind::String(_))
            | (TypeRef::Number | TypeRef::Float(_), JsonKind::Number(_)) => is_plain(value),
            (TypeRef::Integer(_), JsonKind::Number(_)) => native(ty, value).is_some(),
            (TypeRef::Nullable(inner), _) => {
                matches!(value.kind, JsonKind::Null) || self.takes(inner, value)
            }
            (TypeRef::List(item), JsonKind::Array(items)) => {
                let length = item.length().is_none_or(|length| length == items.len());
                length && items.iter().all(|value| self.takes(item, value))
            }
            (TypeRef::Map(inside), JsonKind::Object(members)) => {
                inside.key.is_none() && members.values().all(|value| self.takes(inside, value))
            }
            (TypeRef::Named(id), _) => {
                self.traits.is_written(id.0 as usize)
                    && is_plain(value)
                    && self.is_value(self.model.get(*id), value)
            }
            (TypeRef::Boxed(inner), _) => self.takes(inner, value),
            _ => false,
        }
    }

    /// Whether a type takes a value.
    pub(super) fn is_value(&self, ty: &Type, value: &Json) -> bool {
        let run = Run::new(self.ground);
        let mut rules = ty.rules.iter().chain(ty.checks.iter().map(|it| &it.rule));
        rules.all(|rule| run.ask(*rule, value).valid)
    }
}

/// Whether every number in a value has few enough digits for any kind of number.
fn is_plain(value: &Json) -> bool {
    match &value.kind {
        JsonKind::Number(token) => token.len() <= 15 && !token.contains(['e', 'E']),
        JsonKind::Array(items) => items.iter().all(is_plain),
        JsonKind::Object(members) => members.values().all(is_plain),
        JsonKind::Null | JsonKind::Bool(_) | JsonKind::String(_) => true,
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
