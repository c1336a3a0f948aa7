//! Which arms of a union an object may fit, told by the members that it has.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::LitInt;

use crate::keywords::table::Word;
use crate::plan::model::{Dispatch, Model, Part, Shape, Type, TypeRef, Union};
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rules;

use super::Enforcer;

/// How many names, and how many arms, are told apart by the bits of one word.
const MOST: usize = 64;

impl Enforcer<'_> {
    /// A function `likely`: one bit for each arm of which a value has all required
    /// members. `None` where that tells nothing, or nobody asks: which arm of a
    /// recursive type fits is remembered.
    pub(super) fn likely(&self, index: usize, union: &Union) -> Option<TokenStream> {
        if self.traits.is_recursive(index) {
            return None;
        }
        function(self.model, union)
    }
}

fn function(model: &Model, union: &Union) -> Option<TokenStream> {
    let are_objects = union.arms.iter().all(|arm| arm.kinds.meets(Kinds::OBJECT));
    if union.dispatch != Dispatch::Kind || !are_objects || !(2..=MOST).contains(&union.arms.len()) {
        return None;
    }
    let required: Vec<BTreeSet<&str>> = union
        .arms
        .iter()
        .map(|arm| match &arm.member {
            Some(member) => BTreeSet::from([member.name.as_str()]),
            None => required(model, &arm.ty),
        })
        .collect();
    let names: BTreeSet<&str> = required.iter().flatten().copied().collect();
    // What every arm requires tells none of them.
    let names: Vec<&str> = names
        .into_iter()
        .filter(|name| !required.iter().all(|required| required.contains(name)))
        .collect();
    if names.is_empty() || names.len() > MOST {
        return None;
    }
    let by_length = names.len() > super::FEW_TEXTS;
    let matched = super::text_matched(&quote! { name }, by_length);
    let cases = names.iter().enumerate().map(|(index, name)| {
        let case = super::text_case(name, by_length);
        let bit = bits([index]);
        quote! { #case => #bit, }
    });
    let wanted = required.iter().map(|required| {
        let places = names.iter().enumerate();
        bits(
            places
                .filter(|(_, name)| required.contains(*name))
                .map(|(index, _)| index),
        )
    });
    Some(quote! {
        /// The forms of which a value has the members that they require.
        fn likely(tape: &support::Tape<'_>, at: usize) -> u64 {
            support::likely(
                tape,
                at,
                |name| match #matched {
                    #(#cases)*
                    _ => 0,
                },
                &[#(#wanted),*],
            )
        }
    })
}

/// Whether the only predicate on a union is that one of its arms fits alone.
pub(super) fn is_exclusive(rules: &Rules, ty: &Type, union: &Union) -> bool {
    let [check] = ty.checks.as_slice() else {
        return false;
    };
    let arms = rules.get(check.rule).arms(Word::OneOf).iter();
    check.part == Part::Keyword(Word::OneOf) && arms.eq(union.arms.iter().map(|arm| &arm.rule))
}

/// The members without which a type reads no value.
fn required<'a>(model: &'a Model, ty: &TypeRef) -> BTreeSet<&'a str> {
    let TypeRef::Named(id) = ty else {
        return BTreeSet::new();
    };
    let Shape::Struct(object) = &model.get(*id).shape else {
        return BTreeSet::new();
    };
    let fields = object
        .fields
        .iter()
        .filter(|field| field.required.is_some());
    fields.map(|field| field.name.as_str()).collect()
}

/// A word with these bits, in hexadecimal.
fn bits(places: impl IntoIterator<Item = usize>) -> LitInt {
    let word = places
        .into_iter()
        .fold(0_u64, |word, place| word | (1 << place));
    let digits = format!("{word:x}");
    let groups: Vec<&str> = digits
        .as_bytes()
        .rchunks(4)
        .rev()
        .filter_map(|group| std::str::from_utf8(group).ok())
        .collect();
    LitInt::new(&format!("0x{}", groups.join("_")), Span::call_site())
}
