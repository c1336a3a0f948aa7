//! What else makes a variant than the value that it holds, primitives, arrays, pairs, builders, and how it is shown.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::config::kinds::Numbers;
use crate::formats::widths::Float;
use crate::keywords::literal::shown;
use crate::plan::model::{Arm, Inside, Integer, Shape, TypeRef, Union};
use crate::rules::kinds::Kinds;

use super::arms::unboxed;
use super::form::Form;
use super::shown::holds_shown;
use super::traits::is_native;
use super::{Enforcer, ident};

impl Enforcer<'_> {
    /// What else makes a variant that holds a text or a number, where nothing is asked of it.
    pub(super) fn likewise(
        &self,
        union: &Union,
        ty: &TypeRef,
        name: &Ident,
        variant: &Ident,
    ) -> TokenStream {
        if self.form == Form::Borrowed {
            return TokenStream::new();
        }
        let is_integer = |arm: &Arm| matches!(arm.ty, TypeRef::Integer(_));
        let has_integers = union.arms.iter().any(is_integer);
        match (ty, self.numbers(ty)) {
            (TypeRef::Text, _) => quote! { support::text_arm! { #name::#variant } },
            (TypeRef::Number, Numbers::Number | Numbers::Exact) => {
                let integers = (!has_integers).then(|| quote! { i8 u8 i16 u16 i32 u32 i64 u64 });
                quote! { support::number_arm! { #name::#variant try f64 => #integers } }
            }
            (TypeRef::Number | TypeRef::Float(Float::F64), Numbers::F64) if !has_integers => {
                quote! { support::number_arm! { #name::#variant => i8 u8 i16 u16 i32 u32 f32 } }
            }
            _ => TokenStream::new(),
        }
    }

    /// What else makes the one variant that holds a text, an integer, a list or a map, where it may be refused.
    pub(super) fn arm_tried(&self, union: &Union, arm: &Arm, name: &Ident) -> TokenStream {
        let mut others = union.arms.iter().filter(|other| other.ident != arm.ident);
        if self.form == Form::Borrowed || others.any(|other| other.kinds.meets(arm.kinds)) {
            return TokenStream::new();
        }
        let variant = arm.ident.ident();
        let list = |item: &TypeRef, how: &'static str| {
            let (item, how) = (self.rust(item), ident(how));
            quote! { support::list_arm! { #name::#variant[#item] #how } }
        };
        let map = |inside: &Inside| {
            let (key, value) = (self.key(inside), self.rust(inside));
            // Pairs in an array are as well a list.
            let has_lists = union.arms.iter().any(|arm| arm.kinds.meets(Kinds::ARRAY));
            let is_told = inside.key.is_none() && !has_lists;
            is_told.then(|| quote! { support::map_arm! { #name::#variant[#key, #value] } })
        };
        let id = match &arm.ty {
            TypeRef::List(inside) if inside.fixed.is_none() => return list(&inside.ty, "any"),
            TypeRef::Map(inside) => return map(inside).unwrap_or_default(),
            TypeRef::Integer(Integer::I64) => {
                return quote! { support::number_arm! { #name::#variant => i8 u8 i16 u16 i32 u32 } };
            }
            TypeRef::Named(id) => id,
            _ => return TokenStream::new(),
        };
        let held = self.model.get(*id);
        let texts =
            || quote! { support::tried_arm! { #name::#variant => &str, ::std::string::String } };
        match &held.shape {
            Shape::Values(values) if values.text && !values.open => texts(),
            Shape::Newtype(newtype) if newtype.limits.is_empty() && held.checks.is_empty() => {
                match &newtype.inner {
                    TypeRef::Map(inside) => map(inside).unwrap_or_default(),
                    _ => TokenStream::new(),
                }
            }
            Shape::Newtype(newtype) => match &newtype.inner {
                TypeRef::Text => texts(),
                TypeRef::List(inside) if inside.fixed.is_none() => list(&inside.ty, "limited"),
                inner if is_native(inner) => quote! {
                    support::tried_arm! { #name::#variant => i8, u8, i16, u16, i32, u32, i64, u64 }
                },
                _ => TokenStream::new(),
            },
            _ => TokenStream::new(),
        }
    }

    /// `TryFrom` of the builder of each struct that only one arm holds.
    pub(super) fn arms_built(&self, union: &Union, name: &Ident) -> TokenStream {
        if self.form == Form::Borrowed || !self.features.builders {
            return TokenStream::new();
        }
        let structs = Self::told_by_type(union).map(|arm| unboxed(&arm.ty));
        let structs = structs.filter(|ty| match ty {
            TypeRef::Named(id) => matches!(self.model.get(*id).shape, Shape::Struct(_)),
            _ => false,
        });
        let structs: Vec<TokenStream> = structs.map(|ty| self.rust(ty)).collect();
        if structs.is_empty() {
            return TokenStream::new();
        }
        quote! { support::built_arms! { #name: #(#structs)* } }
    }

    /// `Display` of an enum whose values are all shown as texts.
    pub(super) fn arms_shown(&self, union: &Union, name: &Ident) -> TokenStream {
        if !holds_shown(self.model, union) {
            return TokenStream::new();
        }
        let holding = union.arms.iter().filter(|arm| arm.constant.is_none());
        let holding = holding.map(|arm| arm.ident.ident());
        let constants = union.arms.iter().filter_map(|arm| {
            let (value, variant) = (arm.constant.as_ref()?, arm.ident.ident());
            let text = value
                .as_str()
                .map_or_else(|| shown(value), ToOwned::to_owned);
            Some(quote! { | #variant #text })
        });
        quote! { support::shown_arms! { #name: #(#holding)* #(#constants)* } }
    }
}
