//! What a builder's setter takes for a use of a type.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::plan::model::{Shape, TypeId, TypeRef};

use super::Enforcer;

impl Enforcer<'_> {
    /// What is wanted, in the runtime's words.
    pub(super) fn wanted(&self, ty: &TypeRef) -> TokenStream {
        self.wanted_in(ty, &mut Vec::new())
    }

    /// The same inside of newtypes, which may lead back to themselves.
    fn wanted_in(&self, ty: &TypeRef, around: &mut Vec<TypeId>) -> TokenStream {
        let rust = self.rust(ty);
        match ty {
            TypeRef::Nullable(inner) => {
                let inner = self.wanted_in(inner, around);
                quote! { support::OrNull<#inner> }
            }
            TypeRef::Boxed(inner) => {
                let inner = self.wanted_in(inner, around);
                quote! { support::InBox<#inner> }
            }
            TypeRef::List(inner) if inner.fixed.is_some() => {
                let length = inner.length().map(Literal::usize_unsuffixed);
                let inner = self.wanted_in(inner, around);
                quote! { support::ArrayOf<#inner, #length> }
            }
            TypeRef::List(inner) => {
                let inner = self.wanted_in(inner, around);
                quote! { support::ListOf<#inner> }
            }
            TypeRef::Map(inner) => {
                let (key, inner) = (self.key(inner), self.wanted_in(inner, around));
                quote! { support::MapOf<#key, #inner, #rust> }
            }
            TypeRef::Named(id) => match &self.model.get(*id).shape {
                Shape::Values(values) if !values.text => quote! { support::Listed<#rust> },
                Shape::Newtype(newtype)
                    if matches!(
                        newtype.inner,
                        TypeRef::List(_) | TypeRef::Map(_) | TypeRef::Integer(_) | TypeRef::Number
                    ) && !around.contains(id) =>
                {
                    around.push(*id);
                    let inner = self.wanted_in(&newtype.inner, around);
                    around.pop();
                    quote! { support::Within<#rust, #inner> }
                }
                _ => quote! { support::One<#rust> },
            },
            _ => quote! { support::One<#rust> },
        }
    }
}
