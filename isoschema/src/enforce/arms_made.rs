//! What else makes a variant than the value that it holds, primitives, arrays, pairs, builders, and how it is shown.

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::config::kinds::Numbers;
use crate::formats::widths::Float;
use crate::keywords::literal::shown;
use crate::plan::model::{Arm, Inside, Integer, Shape, TypeRef, Union};
use crate::rules::kinds::Kinds;

use super::form::Form;
use super::shown::holds_shown;
use super::{Enforcer, ident};

/// Integers of Rust's, as people write them.
const WHOLES: [&str; 8] = ["i8", "u8", "i16", "u16", "i32", "u32", "i64", "u64"];

/// Whether no other arm takes a value of the kinds that this one takes.
fn is_alone(union: &Union, arm: &Arm) -> bool {
    let mut others = union.arms.iter().filter(|other| other.ident != arm.ident);
    !others.any(|other| other.kinds.meets(arm.kinds))
}

impl Enforcer<'_> {
    /// What else makes a variant that holds a text or a number, where nothing is asked of it.
    pub(super) fn likewise(
        &self,
        union: &Union,
        arm: &Arm,
        name: &Ident,
        variant: &Ident,
    ) -> TokenStream {
        if self.form == Form::Borrowed {
            return TokenStream::new();
        }
        if arm.ty == TypeRef::Text {
            return quote! { support::text_arm! { #name::#variant } };
        }
        let is_kept = self.numbers(&arm.ty) != Numbers::F64;
        let tried = (arm.ty == TypeRef::Number && is_kept).then(|| quote! { try f64 });
        let given = self.primitives(union, arm).iter().map(|it| ident(it));
        let given: Vec<Ident> = given.collect();
        if tried.is_none() && given.is_empty() {
            return TokenStream::new();
        }
        quote! { support::number_arm! { #name::#variant #tried => #(#given)* } }
    }

    /// The primitives that are, all of them, what a variant holds as it is.
    fn primitives(&self, union: &Union, arm: &Arm) -> &'static [&'static str] {
        let is_integer = |arm: &Arm| matches!(arm.ty, TypeRef::Integer(_));
        let has_integers = union.arms.iter().any(is_integer);
        match (&arm.ty, self.numbers(&arm.ty)) {
            (TypeRef::Number, Numbers::Number | Numbers::Exact) if !has_integers => &WHOLES,
            (TypeRef::Number | TypeRef::Float(Float::F64), Numbers::F64) if !has_integers => {
                &["i8", "u8", "i16", "u16", "i32", "u32", "f32"]
            }
            (TypeRef::Integer(Integer::I64), _) if is_alone(union, arm) => &WHOLES[..6],
            (TypeRef::Integer(Integer::U64), _) if is_alone(union, arm) => &["u8", "u16", "u32"],
            _ => &[],
        }
    }

    /// What else makes the one variant that holds a list or a map.
    pub(super) fn arm_tried(&self, union: &Union, arm: &Arm, name: &Ident) -> TokenStream {
        if self.form == Form::Borrowed || !is_alone(union, arm) {
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
            TypeRef::Named(id) => id,
            _ => return TokenStream::new(),
        };
        let held = self.model.get(*id);
        match &held.shape {
            Shape::Newtype(newtype) if newtype.limits.is_empty() && held.checks.is_empty() => {
                match &newtype.inner {
                    TypeRef::Map(inside) => map(inside).unwrap_or_default(),
                    _ => TokenStream::new(),
                }
            }
            Shape::Newtype(newtype) => match &newtype.inner {
                TypeRef::List(inside) if inside.fixed.is_none() => list(&inside.ty, "limited"),
                _ => TokenStream::new(),
            },
            _ => TokenStream::new(),
        }
    }

    /// `TryFrom` of texts, numbers and truth values where they may be refused, or several arms take such: what an arm
    /// holds as it is has made its own. Of a newtype around `is_checked` forms, what any of them takes.
    pub(super) fn arms_read(&self, union: &Union, name: &Ident, is_checked: bool) -> TokenStream {
        if self.form == Form::Borrowed {
            return TokenStream::new();
        }
        let takes = |kinds: Kinds| union.arms.iter().any(|arm| arm.kinds.meets(kinds));
        let is_of_path = |arm: &Arm| match arm.ty.unboxed() {
            TypeRef::Named(id) => match &self.model.get(*id).shape {
                Shape::Foreign(foreign) => !foreign.is_known(),
                _ => false,
            },
            _ => false,
        };
        // What a path stands for may be any of them.
        if union.arms.iter().any(is_of_path) {
            return TokenStream::new();
        }
        let mut made: HashSet<String> = HashSet::new();
        for arm in self.told_by_type(union, name) {
            made.insert(self.rust(arm.ty.unboxed()).to_string());
            if !is_checked {
                made.extend(self.primitives(union, arm).iter().map(ToString::to_string));
                made.extend((arm.ty == TypeRef::Text).then(|| "& str".to_owned()));
                made.extend((arm.ty == TypeRef::Number).then(|| "f64".to_owned()));
            }
        }
        let given = [
            (Kinds::STRING, &["&str", "::std::string::String"][..]),
            (Kinds::NUMBER, &WHOLES),
            (Kinds::FRACTION, &["f64"]),
            (Kinds::BOOLEAN, &["bool"]),
        ];
        let given = given.into_iter().filter(|(kinds, _)| takes(*kinds));
        let given = given.flat_map(|(_, types)| types.iter().filter_map(|ty| ty.parse().ok()));
        let given: Vec<TokenStream> = given
            .filter(|ty: &TokenStream| !made.contains(&ty.to_string()))
            .collect();
        if given.is_empty() {
            return TokenStream::new();
        }
        quote! { support::read_arms! { #name: #(#given),* } }
    }

    /// `TryFrom` of the builder of each struct that only one arm holds, and of an array of builders where a list of
    /// structs is held as it is.
    pub(super) fn arms_built(&self, union: &Union, name: &Ident) -> TokenStream {
        if self.form == Form::Borrowed || !self.features.builders {
            return TokenStream::new();
        }
        let built = |ty: &TypeRef| match ty {
            TypeRef::Named(id) => matches!(self.model.get(*id).shape, Shape::Struct(_)),
            _ => false,
        };
        let held = || {
            let arms = self.told_by_type(union, name);
            arms.map(|arm| (arm, arm.ty.unboxed()))
        };
        let structs = held().filter(|(_, ty)| built(ty));
        let structs: Vec<TokenStream> = structs.map(|(_, ty)| self.rust(ty)).collect();
        let structs =
            (!structs.is_empty()).then(|| quote! { support::built_arms! { #name: #(#structs)* } });
        let lists = held().filter_map(|(arm, ty)| match ty {
            TypeRef::List(inside) if inside.fixed.is_none() && is_alone(union, arm) => {
                Some(inside.ty.unboxed()).filter(|ty| built(ty))
            }
            _ => None,
        });
        let lists = lists.map(|item| {
            let item = self.rust(item);
            quote! { support::built_list_arm! { #name[#item] } }
        });
        quote! { #structs #(#lists)* }
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
