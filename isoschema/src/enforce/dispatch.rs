//! How a document finds the arm of a union.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::keywords::fault::shown;
use crate::keywords::literal::constant;
use crate::load::json::Json;
use crate::plan::model::{Arm, Dispatch, TypeRef, Union};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Left;

use super::{Enforcer, ident};

impl Enforcer<'_> {
    /// The reader's body: to the arm by kind, by tag, or in order.
    pub(super) fn dispatch(&mut self, index: usize, union: &Union) -> TokenStream {
        if let (Dispatch::Condition(condition), [then, otherwise]) =
            (&union.dispatch, union.arms.as_slice())
        {
            let condition = self.checks.function(*condition);
            let (then, otherwise) = (self.read_any(then), self.read_any(otherwise));
            let expected = (union.kinds != Kinds::ALL).then(|| {
                let kinds = kinds(union.kinds);
                quote! { tape.expected(at, #kinds, place)?; }
            });
            return quote! {
                #expected
                if tape.fits(at, checks::#condition) {
                    #then
                } else {
                    #otherwise
                }
            };
        }
        let covered = union
            .arms
            .iter()
            .fold(Kinds::NONE, |covered, arm| covered.or(arm.kinds));
        let by_tag = self.tagged(union);
        let arms = self.by_kind(index, union, by_tag.is_some());
        let object = by_tag.map(|body| quote! { support::Kinds::OBJECT => #body, });
        // Kinds of which no alternative is left are refused by several schemas.
        let place = if let Some(place) = &union.strays {
            self.place(place)
        } else {
            quote! { place }
        };
        let kinds = kinds(covered);
        let rest =
            quote! { support::Place::refuse(#place, tape, at, support::Reason::Kind(#kinds)) };
        let otherwise = quote! { ::core::result::Result::Err(#rest) };
        if union.arms.is_empty() {
            return otherwise;
        }
        quote! {
            match tape.kind(at) {
                #arms
                #object
                _ => #otherwise,
            }
        }
    }

    /// A match arm for the kinds that the same arms of the union accept.
    fn by_kind(&mut self, index: usize, union: &Union, tagged: bool) -> TokenStream {
        let mut groups: Vec<(Vec<usize>, Vec<Ident>)> = Vec::new();
        for (kind, name) in NAMES {
            if tagged && kind == Kinds::OBJECT {
                continue;
            }
            let fitting: Vec<usize> = union
                .arms
                .iter()
                .enumerate()
                .filter(|(_, arm)| arm.kinds.meets(kind))
                .map(|(index, _)| index)
                .collect();
            if fitting.is_empty() {
                continue;
            }
            match groups.iter_mut().find(|(arms, _)| *arms == fitting) {
                Some((_, names)) => names.push(ident(name)),
                None => groups.push((fitting, vec![ident(name)])),
            }
        }
        let arms: Vec<TokenStream> = groups
            .into_iter()
            .map(|(fitting, names)| {
                let fitting: Vec<&Arm> = fitting.iter().map(|index| &union.arms[*index]).collect();
                let likely = self
                    .likely(index, union)
                    .filter(|_| fitting.len() == union.arms.len())
                    .map_or(quote! { u64::MAX }, |_| quote! { Self::likely(tape, at) });
                let body = self.tried(index, union, &fitting, &likely);
                quote! { #(support::Kinds::#names)|* => #body, }
            })
            .collect();
        quote! { #(#arms)* }
    }

    /// The first arm that fits; `likely` is asked which cannot.
    fn tried(
        &mut self,
        index: usize,
        union: &Union,
        arms: &[&Arm],
        likely: &TokenStream,
    ) -> TokenStream {
        if let [only] = arms {
            return self.read(only);
        }
        let keyword = &union.keyword;
        let first = if self.traits.is_recursive(index) {
            self.checked_first(union, arms)
        } else {
            let arms = arms.iter().map(|arm| {
                let (name, read) = (arm.ident.as_str(), self.read(arm));
                let is_null = arm.ty == TypeRef::Null && !arm.stands_for_more();
                let arguments = if is_null {
                    quote! { |_, _| }
                } else {
                    quote! { |tape, at| }
                };
                quote! { (#name, #arguments #read) }
            });
            let arms: Vec<TokenStream> = arms.collect();
            quote! { support::first_of(tape, at, #keyword, #likely, &[#(#arms),*]) }
        };
        if union.beside.is_empty() {
            return first;
        }
        let beside = self.beside(union, &quote! { fault });
        quote! { #first.map_err(|fault| #beside) }
    }

    /// The first arm that fits, of a recursive type: each is asked before it is
    /// read. Predicates of recursive schemas remember their verdicts, and
    /// reading to the point of failure, level by level, would take time
    /// exponential in the depth.
    fn checked_first(&mut self, union: &Union, arms: &[&Arm]) -> TokenStream {
        let keyword = &union.keyword;
        let rules: Vec<RuleId> = arms.iter().map(|arm| arm.rule).collect();
        let known = union.rule.and_then(|rule| self.checks.known(rule, &rules));
        let known = known.unwrap_or_else(|| quote! { ::core::option::Option::None });
        let arms = arms.iter().map(|arm| {
            let (name, read) = (arm.ident.as_str(), self.read(arm));
            let check = self.checks.function(arm.rule);
            let is_null = arm.ty == TypeRef::Null && !arm.stands_for_more();
            let arguments = if is_null {
                quote! { |_, _| }
            } else {
                quote! { |tape, at| }
            };
            quote! { (#name, checks::#check, #arguments #read) }
        });
        let arms: Vec<TokenStream> = arms.collect();
        quote! { support::first_asked(tape, at, #keyword, #known, &[#(#arms),*]) }
    }

    /// Objects by the value of their tag.
    fn tagged(&mut self, union: &Union) -> Option<TokenStream> {
        let Dispatch::Tag(member) = &union.dispatch else {
            return None;
        };
        let location = &union.keyword;
        let objects = union
            .arms
            .iter()
            .filter(|arm| arm.kinds.meets(Kinds::OBJECT));
        let (named, left): (Vec<&Arm>, Vec<&Arm>) = objects.partition(|arm| !arm.tags.is_empty());
        let mut by_text = TokenStream::new();
        let mut by_value = TokenStream::new();
        let has_texts = named
            .iter()
            .flat_map(|arm| &arm.tags)
            .any(|tag| tag.as_str().is_some());
        let any = if has_texts {
            quote! { _ }
        } else {
            quote! { () }
        };
        for arm in &named {
            let read = self.read(arm);
            let texts: Vec<&str> = arm.tags.iter().filter_map(Json::as_str).collect();
            let values = arm.tags.iter().filter(|tag| tag.as_str().is_none());
            let values: Vec<TokenStream> = values.map(constant).collect();
            if !texts.is_empty() {
                by_text.extend(quote! { ::core::option::Option::Some(#(#texts)|*) => #read, });
            }
            if !values.is_empty() {
                by_value.extend(quote! {
                    #any if tag.is_some_and(|tag| tape.is_one_of(tag, &[#(#values),*])) => #read,
                });
            }
        }
        let listed: Vec<String> = named
            .iter()
            .flat_map(|arm| &arm.tags)
            .take(12)
            .map(shown)
            .collect();
        let listed = listed.join(", ");
        let fault = quote! {
            match tag {
                ::core::option::Option::Some(tag) => {
                    support::Fault::new(tag, #location, support::Reason::Code(#listed))
                }
                ::core::option::Option::None => {
                    support::Fault::new(at, #location, support::Reason::Missing(#member))
                }
            }
        };
        let others = left.iter().find(|arm| arm.left == Some(Left::Others));
        let absent = left.iter().find(|arm| arm.left == Some(Left::Absent));
        let rest = if let Some(others) = others {
            self.read(others)
        } else {
            let fault = self.beside(union, &fault);
            quote! { ::core::result::Result::Err(#fault) }
        };
        let absent = absent.map(|absent| {
            let read = self.read(absent);
            quote! { #any if tag.is_none() => #read, }
        });
        let found = if has_texts {
            quote! { tag.and_then(|tag| tape.string(tag)) }
        } else {
            quote! { () }
        };
        Some(quote! {
            {
                let tag = tape.member(at, #member);
                match #found {
                    #by_text
                    #by_value
                    #absent
                    #any => #rest,
                }
            }
        })
    }

    /// A fault of all alternatives, unless what stands beside them refuses the
    /// value.
    fn beside(&mut self, union: &Union, fault: &TokenStream) -> TokenStream {
        if union.beside.is_empty() {
            return fault.clone();
        }
        let checks = self.asked_of(&union.beside);
        quote! { support::beside(tape, at, &[#(#checks),*], #fault) }
    }

    /// Reads one arm, whatever the kind of the value.
    fn read_any(&mut self, arm: &Arm) -> TokenStream {
        if arm.ty == TypeRef::Null && !arm.stands_for_more() {
            let variant = arm.ident.ident();
            let place = self.place(&arm.place);
            quote! { support::read(tape, at, #place).map(|()| Self::#variant) }
        } else {
            self.read(arm)
        }
    }

    /// Reads one arm, of a kind that it accepts.
    fn read(&mut self, arm: &Arm) -> TokenStream {
        let variant = arm.ident.ident();
        let is_unit = arm.ty == TypeRef::Null;
        if is_unit && !arm.stands_for_more() {
            return quote! { ::core::result::Result::Ok(Self::#variant) };
        }
        let own = self.place(&arm.place);
        let place = match &arm.member {
            Some(member) => self.place(&member.place),
            None => own.clone(),
        };
        let made = if is_unit {
            quote! { |()| Self::#variant }
        } else {
            quote! { Self::#variant }
        };
        let read = if let Some(value) = &arm.constant {
            let (wanted, shown) = (constant(value), shown(value));
            quote! { support::one_value(tape, at, &#wanted, #shown, #place) }
        } else {
            quote! { support::read(tape, at, #place) }
        };
        if let Some(member) = &arm.member {
            let name = &member.name;
            quote! {
                support::sole(tape, at, #name, #own).and_then(|at| #read).map(#made)
            }
        } else {
            quote! { #read.map(#made) }
        }
    }
}

/// The kinds under their names in the runtime.
const NAMES: [(Kinds, &str); 7] = [
    (Kinds::NULL, "NULL"),
    (Kinds::BOOLEAN, "BOOLEAN"),
    (Kinds::INTEGER, "INTEGER"),
    (Kinds::FRACTION, "FRACTION"),
    (Kinds::STRING, "STRING"),
    (Kinds::ARRAY, "ARRAY"),
    (Kinds::OBJECT, "OBJECT"),
];

/// A set of kinds in the runtime's terms.
fn kinds(kinds: Kinds) -> TokenStream {
    let names: Vec<Ident> = NAMES
        .into_iter()
        .filter(|(kind, _)| kinds.contains(*kind))
        .map(|(_, name)| ident(name))
        .collect();
    match names.split_first() {
        None => quote! { support::Kinds(0) },
        Some((first, rest)) => quote! { support::Kinds::#first #(.or(support::Kinds::#rest))* },
    }
}
