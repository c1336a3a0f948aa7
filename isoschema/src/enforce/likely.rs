//! Which arms of a union an object may fit, told by the members that it has, and by the text
//! of one of them.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::LitInt;

use crate::keywords::table::Word;
use crate::plan::model::{Arm, Dispatch, Field, Model, Part, Shape, Type, TypeRef, Union};
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rules;

use super::Enforcer;

/// How many names, and how many arms, are told apart by the bits of one word.
const MOST: usize = 64;

impl Enforcer<'_> {
    /// A function `likely`: one bit for each arm of which a value has all required
    /// members, and one of the texts that it lists. `None` where that tells nothing, or nobody asks: which arm of a
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
    let told = by_names(model, union)
        .into_iter()
        .chain(by_tag(model, union));
    let told: Vec<TokenStream> = told.collect();
    (!told.is_empty()).then(|| {
        quote! {
            /// The forms of which a value has the members that they require, and one of the
            /// texts that they list.
            fn likely(tape: &support::Tape<'_>, at: usize) -> u64 {
                #(#told)&*
            }
        }
    })
}

/// Whether an arm is an object that requires no member.
pub(super) fn lacks_nothing(model: &Model, arm: &Arm) -> bool {
    let fields = fields(model, arm);
    !fields.is_empty() && fields.iter().all(|field| field.required.is_none())
}

/// Told by the members that the arms require.
fn by_names(model: &Model, union: &Union) -> Option<TokenStream> {
    let required: Vec<BTreeSet<&str>> = union
        .arms
        .iter()
        .map(|arm| {
            let own = arm.member.iter().map(|member| member.name.as_str());
            let all = fields(model, arm).iter();
            let required = all.filter(|field| field.required.is_some());
            own.chain(required.map(|field| field.name.as_str()))
                .collect()
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
        support::likely(
            tape,
            at,
            |name| match #matched {
                #(#cases)*
                _ => 0,
            },
            &[#(#wanted),*],
        )
    })
}

/// Told by the member of which most arms list the texts, whether they require it or not.
fn by_tag(model: &Model, union: &Union) -> Option<TokenStream> {
    let all = union.arms.iter().flat_map(|arm| fields(model, arm));
    let names: BTreeSet<&str> = all.map(|field| field.name.as_str()).collect();
    let tags = names.into_iter().map(|name| {
        let listed = |arm| fields(model, arm).iter().find(|field| field.name == name);
        let lists = union.arms.iter().map(|arm| texts(model, listed(arm)?));
        (name, lists.collect::<Vec<_>>())
    });
    let told = |(_, lists): &(&str, Vec<Option<BTreeSet<&str>>>)| lists.iter().flatten().count();
    // The first of those that tell the same.
    let (name, lists) = tags.rev().max_by_key(told)?;
    let distinct: BTreeSet<_> = lists.iter().flatten().collect();
    if distinct.len() < 2 {
        return None;
    }
    let mut arms: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, list) in lists.iter().enumerate() {
        for text in list.iter().flatten() {
            arms.entry(text).or_default().push(index);
        }
    }
    let open: Vec<usize> = (0..lists.len())
        .filter(|arm| lists[*arm].is_none())
        .collect();
    let by_length = arms.len() > super::FEW_TEXTS;
    let matched = super::text_matched(&quote! { text }, by_length);
    let cases = arms.iter().map(|(text, arms)| {
        let case = super::text_case(text, by_length);
        let bits = bits(arms.iter().chain(&open).copied());
        quote! { #case => #bits, }
    });
    let open = bits(open.iter().copied());
    Some(quote! {
        support::tagged(
            tape,
            at,
            #name,
            |text| match #matched {
                #(#cases)*
                _ => #open,
            },
            #open,
        )
    })
}

/// The members of an arm that is an object.
fn fields<'a>(model: &'a Model, arm: &Arm) -> &'a [Field] {
    match &arm.ty {
        TypeRef::Named(id) if arm.member.is_none() => match &model.get(*id).shape {
            Shape::Struct(object) => &object.fields,
            _ => &[],
        },
        _ => &[],
    }
}

/// The texts that a member may be, where they are listed.
fn texts<'a>(model: &'a Model, field: &'a Field) -> Option<BTreeSet<&'a str>> {
    if let Some(constant) = &field.constant {
        return constant.as_str().map(|text| BTreeSet::from([text]));
    }
    let TypeRef::Named(id) = &field.ty else {
        return None;
    };
    match &model.get(*id).shape {
        Shape::Values(values) if values.text && !values.open => {
            let values = values.variants.iter();
            values.map(|variant| variant.value.as_str()).collect()
        }
        _ => None,
    }
}

/// Whether the only predicate on a union is that one of its arms fits alone.
pub(super) fn is_exclusive(rules: &Rules, ty: &Type, union: &Union) -> bool {
    let [check] = ty.checks.as_slice() else {
        return false;
    };
    let arms = rules.get(check.rule).arms(Word::OneOf).iter();
    check.part == Part::Keyword(Word::OneOf) && arms.eq(union.arms.iter().map(|arm| &arm.rule))
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
