//! What a builder's setter takes for a use of a type.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::config::kinds::Numbers;
use crate::formats::widths::Float;
use crate::plan::model::{Integer, Shape, TypeId, TypeRef};

use super::Enforcer;
use super::traits::is_native;

/// Whether many of the integers that people write do not fit into a type.
fn is_narrow(integer: Integer) -> bool {
    !matches!(integer, Integer::I64 | Integer::I128 | Integer::Any)
}

impl Enforcer<'_> {
    /// What is wanted, in the runtime's words; `None` where that is one value of the type, as
    /// usual.
    pub(super) fn wanted(&self, ty: &TypeRef) -> Option<TokenStream> {
        self.wanted_in(ty, &mut Vec::new())
    }

    /// The same of what is inside of another type.
    fn wanted_inside(&self, ty: &TypeRef, around: &mut Vec<TypeId>) -> TokenStream {
        self.wanted_in(ty, around).unwrap_or_else(|| {
            let rust = self.rust(ty);
            quote! { support::One<#rust> }
        })
    }

    /// The same inside of newtypes, which may lead back to themselves.
    fn wanted_in(&self, ty: &TypeRef, around: &mut Vec<TypeId>) -> Option<TokenStream> {
        let rust = self.rust(ty);
        Some(match ty {
            TypeRef::Nullable(inner) => {
                let inner = self.wanted_inside(inner, around);
                quote! { support::OrNull<#inner> }
            }
            TypeRef::Boxed(inner) => {
                let inner = self.wanted_inside(inner, around);
                quote! { support::InBox<#inner> }
            }
            TypeRef::List(inner) if inner.fixed.is_some() => {
                let length = inner.length().map(Literal::usize_unsuffixed);
                let inner = self.wanted_inside(inner, around);
                quote! { support::ArrayOf<#inner, #length> }
            }
            TypeRef::List(inner) => {
                let inner = self.wanted_inside(inner, around);
                quote! { support::ListOf<#inner> }
            }
            TypeRef::Map(inner) => {
                let (key, inner) = (self.key(inner), self.wanted_inside(inner, around));
                quote! { support::MapOf<#key, #inner, #rust> }
            }
            TypeRef::Integer(integer) if is_narrow(*integer) => {
                quote! { support::Converted<#rust> }
            }
            TypeRef::Float(Float::F32) => quote! { support::Single },
            TypeRef::Number if self.model.numbers == Numbers::Exact => quote! { support::Digits },
            TypeRef::Named(id) => match &self.model.get(*id).shape {
                Shape::Values(values) if !values.text => quote! { support::Listed<#rust> },
                // It is made of every integer, and tells of one that it refuses.
                Shape::Newtype(newtype)
                    if is_native(&newtype.inner) && !newtype.limits.is_empty() =>
                {
                    return None;
                }
                Shape::Newtype(newtype)
                    if matches!(
                        newtype.inner,
                        TypeRef::List(_)
                            | TypeRef::Map(_)
                            | TypeRef::Integer(_)
                            | TypeRef::Number
                            | TypeRef::Float(_)
                    ) && !around.contains(id) =>
                {
                    around.push(*id);
                    let inner = self.wanted_inside(&newtype.inner, around);
                    around.pop();
                    quote! { support::Within<#rust, #inner> }
                }
                // It reads like a map, and is given as one.
                Shape::Struct(object) if object.fields.is_empty() && object.is_map() => {
                    let [pattern] = &*object.patterns else {
                        return None;
                    };
                    if around.contains(id) {
                        return None;
                    }
                    around.push(*id);
                    let inner = self.wanted_inside(&pattern.ty, around);
                    around.pop();
                    let (key, value) = (self.text(), self.rust(&pattern.ty));
                    let members = quote! { ::std::vec::Vec<(#key, #value)> };
                    quote! { support::Within<#rust, support::MapOf<#key, #inner, #members>> }
                }
                _ => return None,
            },
            _ => return None,
        })
    }
}
