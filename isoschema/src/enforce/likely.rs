//! Which arms of a union an object may fit, told by the members that it has, and by the text
//! of one of them.

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;
use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::LitInt;

use crate::keywords::keyword::{Applies, Looks};
use crate::keywords::table::{Assertion, Word};
use crate::plan::model::{
    Arm, Check, Dispatch, Field, Model, Part, Shape, Struct, Type, TypeRef, Union,
};
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rules;

use super::facts::{Facts, Texts, is_whole, objects, of_arm};
use super::{Enforcer, ident};

/// How many names, and how many arms, are told apart by the bits of one word.
const MOST: usize = 64;

/// How deep schemas may be in one another that are asked of names alone.
const DEEPEST: usize = 8;

impl Enforcer<'_> {
    /// A function `likely`: one bit for each arm that takes objects, of which a value has all
    /// required members, and one of the texts that it lists. `None` where that tells nothing.
    pub(super) fn likely(&self, union: &Union) -> Option<Likely> {
        let arms = objects(union);
        if union.dispatch != Dispatch::Kind || !(2..=MOST).contains(&arms.len()) {
            return None;
        }
        let facts: Vec<Facts> = arms.iter().map(|arm| of_arm(self.model, arm)).collect();
        let tag = tag(&facts);
        let by_tag = tag.as_ref().map(by_tag);
        let told: Vec<TokenStream> = by_names(&facts).into_iter().chain(by_tag).collect();
        let by_text = tag.as_ref().map(by_text);
        (!told.is_empty()).then(|| Likely {
            functions: quote! {
                /// The forms of which a value has the members that they require, and one of
                /// the texts that they list.
                fn likely(tape: &support::Tape<'_>, at: usize) -> u64 {
                    #(#told)&*
                }
                #by_text
            },
            tag: tag.map(|tag| tag.name.to_owned()),
            bars: bars(&facts),
        })
    }
}

/// What tells the arms of a union apart.
pub(super) struct Likely {
    /// `likely`, and `tagged` where there is a tag: one bit for each arm that lists a text.
    pub(super) functions: TokenStream,
    /// The member whose text tells.
    pub(super) tag: Option<String>,
    /// Whether there is a name that no arm but one takes.
    pub(super) bars: bool,
}

/// A member of which most arms list the texts, whether they require it or not.
struct Tag<'a> {
    name: &'a str,
    /// The arms that each text fits.
    arms: BTreeMap<&'a str, Vec<usize>>,
    /// The arms that any other text fits.
    open: LitInt,
}

/// Whether an arm is an object that declares members and requires none.
pub(super) fn lacks_nothing(model: &Model, arm: &Arm) -> bool {
    let facts = of_arm(model, arm);
    facts.declares && facts.required.is_empty()
}

/// The members that all of some arms declare alike: what one refuses, all do.
pub(super) fn shared<'a>(model: &'a Model, arms: &[&'a Arm]) -> Vec<&'a str> {
    let objects = arms.iter().map(|arm| object(model, arm));
    let Some(objects) = objects.collect::<Option<Vec<_>>>() else {
        return Vec::new();
    };
    let is_alike = |one: &Field, other: &Field| {
        one.name == other.name
            && one.ty == other.ty
            && one.constant.is_none()
            && other.constant.is_none()
    };
    let is_shared = |field: &&Field| {
        let mut objects = objects.iter();
        objects.all(|object| object.fields.iter().any(|other| is_alike(field, other)))
    };
    let first = objects.first().into_iter();
    let fields = first.flat_map(|object| &object.fields).filter(is_shared);
    fields.map(|field| field.name.as_str()).collect()
}

/// The object that an arm holds, if it is one.
fn object<'a>(model: &'a Model, arm: &'a Arm) -> Option<&'a Struct> {
    match &arm.ty {
        TypeRef::Named(id) if is_whole(arm) => match &model.get(*id).shape {
            Shape::Struct(object) => Some(object),
            _ => None,
        },
        _ => None,
    }
}

/// Told by the members that the arms require, and by those that they cannot have.
fn by_names(facts: &[Facts]) -> Option<TokenStream> {
    let names: BTreeSet<&str> = facts
        .iter()
        .flat_map(|facts| facts.required.iter().chain(&facts.some))
        .copied()
        .collect();
    // What every arm requires tells none of them.
    let names: Vec<&str> = names
        .into_iter()
        .filter(|name| !facts.iter().all(|facts| facts.required.contains(name)))
        .collect();
    if names.is_empty() || names.len() > MOST {
        return None;
    }
    let by_length = names.len() > super::FEW_TEXTS;
    let matched = super::text_matched(&quote! { name }, by_length);
    let cases = names.iter().enumerate().map(|(index, name)| {
        let case = super::text_case([*name], by_length);
        let bit = bits([index]);
        quote! { #case => #bit, }
    });
    let places = |tells: &dyn Fn(&str) -> bool| {
        let places = names.iter().enumerate();
        bits(
            places
                .filter(|(_, name)| tells(name))
                .map(|(index, _)| index),
        )
    };
    let arms = facts.iter().map(|facts| {
        let wanted = places(&|name| facts.required.contains(name));
        let some = places(&|name| facts.some.contains(name));
        let barred = places(&|name| facts.bars(name));
        (wanted, some, barred)
    });
    let arms: Vec<_> = arms.collect();
    let are_open = facts
        .iter()
        .all(|facts| facts.some.is_empty() && !names.iter().any(|name| facts.bars(name)));
    let told = if are_open {
        let wanted = arms.iter().map(|(wanted, _, _)| wanted);
        quote! { &[#(#wanted),*] }
    } else {
        let arms = arms
            .iter()
            .map(|(wanted, some, barred)| quote! { [#wanted, #some, #barred] });
        quote! { &[#(#arms),*] }
    };
    let function = ident(if are_open { "likely" } else { "likely_of" });
    Some(quote! {
        support::#function(
            tape,
            at,
            |name| match #matched {
                #(#cases)*
                _ => 0,
            },
            #told,
        )
    })
}

/// Whether there is a name that no arm but one takes.
fn bars(facts: &[Facts]) -> bool {
    let takes = |name: &&str| facts.iter().filter(|facts| !facts.bars(name)).count();
    let mut names = facts.iter().flat_map(|facts| &facts.required);
    names.any(|name| takes(name) == 1)
}

/// The member of which most arms list the texts.
fn tag<'a>(facts: &[Facts<'a>]) -> Option<Tag<'a>> {
    let names: BTreeSet<&str> = facts
        .iter()
        .flat_map(|facts| facts.texts.keys())
        .copied()
        .collect();
    let tags = names.into_iter().map(|name| {
        let lists = facts.iter().map(|facts| facts.texts.get(name));
        (name, lists.collect::<Vec<_>>())
    });
    let told = |(_, lists): &(&str, Vec<Option<&Texts>>)| lists.iter().flatten().count();
    // The first of those that tell the same.
    let (name, lists) = tags.rev().max_by_key(told)?;
    let distinct: BTreeSet<_> = lists.iter().flatten().collect();
    if distinct.len() < 2 {
        return None;
    }
    let mut arms: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for text in lists.iter().flatten().flat_map(|list| list.named()) {
        let all = lists.iter().enumerate();
        let fitting = all.filter(|(_, list)| list.is_none_or(|list| list.holds(text)));
        let fitting = fitting.map(|(arm, _)| arm);
        arms.entry(text).or_insert_with(|| fitting.collect());
    }
    let open = |arm: &usize| !matches!(lists[*arm], Some(Texts::Only(_)));
    let open = bits((0..lists.len()).filter(open));
    Some(Tag { name, arms, open })
}

/// Told by the text of that member.
fn by_tag(Tag { name, open, .. }: &Tag) -> TokenStream {
    quote! { support::tagged(tape, at, #name, Self::tagged, #open) }
}

/// A function `tagged`: the arms that a text fits.
fn by_text(Tag { arms, open, .. }: &Tag) -> TokenStream {
    let by_length = arms.len() > super::FEW_TEXTS;
    let matched = super::text_matched(&quote! { text }, by_length);
    // Texts that tell the same are told of together, and those that tell nothing are not.
    let mut alike: IndexMap<&[usize], Vec<&str>> = IndexMap::new();
    for (text, arms) in arms {
        alike.entry(arms).or_default().push(text);
    }
    let cases = alike.into_iter().filter_map(|(arms, texts)| {
        let bits = bits(arms.iter().copied());
        let case = super::text_case(texts, by_length);
        (bits.to_string() != open.to_string()).then(|| quote! { #case => #bits, })
    });
    quote! {
        fn tagged(text: &str) -> u64 {
            match #matched {
                #(#cases)*
                _ => #open,
            }
        }
    }
}

/// Whether the only predicate on a union is that one of its arms fits alone, as their types tell.
pub(super) fn is_exclusive(rules: &Rules, ty: &Type, union: &Union) -> bool {
    let [check] = ty.checks.as_slice() else {
        return false;
    };
    let arms = rules.get(check.rule).arms(Word::OneOf).iter();
    check.part == Part::Keyword(Word::OneOf)
        && !union.asks_more
        && arms.eq(union.arms.iter().map(|arm| &arm.rule))
}

/// Whether all predicates on an object look at nothing but the names of its members.
pub(super) fn asks_names_alone(rules: &Rules, ty: &Type) -> bool {
    let mut checks = ty.checks.iter();
    !ty.checks.is_empty() && checks.all(|check| asks_name_alone(rules, *check))
}

/// The same of a map, whatever its names have to be.
pub(super) fn leaves_values(rules: &Rules, ty: &Type) -> bool {
    let names = Part::Keyword(Word::PropertyNames);
    let mut checks = ty.checks.iter();
    !ty.checks.is_empty()
        && checks.all(|check| check.part == names || asks_name_alone(rules, *check))
}

fn asks_name_alone(rules: &Rules, check: Check) -> bool {
    match check.part {
        Part::Keyword(word) => {
            let mut stated = rules.get(check.rule).stating(word);
            stated.all(|assertion| says_names_alone(rules, assertion, DEEPEST))
        }
        Part::Whole | Part::Unless | Part::Patterns => false,
    }
}

/// Whether a keyword says nothing of what is in an object but the names of its members.
fn says_names_alone(rules: &Rules, assertion: &Assertion, levels: usize) -> bool {
    let Some(levels) = levels.checked_sub(1) else {
        return false;
    };
    let word = assertion.word();
    let keyword = assertion.keyword();
    let mut applies_to = (false, true);
    keyword.subschemas(&mut |applies, _| {
        applies_to = (true, applies_to.1 && matches!(applies, Applies::Name));
    });
    // What is said of names alone needs no more than those.
    let mut alone = word.looks() == Looks::Names
        || !word.kinds().meets(Kinds::OBJECT)
        || applies_to == (true, true);
    keyword.subschemas(&mut |applies, rule| {
        let mut inner = rules.get(rule).assertions().iter();
        let is_of_name = matches!(applies, Applies::Name);
        let mut is_of_names = || {
            applies.in_place() && inner.all(|assertion| says_names_alone(rules, assertion, levels))
        };
        alone = alone && (is_of_name || is_of_names());
    });
    alone
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
