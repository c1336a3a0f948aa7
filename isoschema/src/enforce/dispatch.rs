//! How a document finds the arm of a union.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::keywords::fault::shown;
use crate::keywords::literal::constant;
use crate::load::json::Json;
use crate::plan::model::{Arm, Dispatch, Type, TypeRef, Union};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Left;

use super::facts::{are_short, is_held, is_whole, text_of};
use super::kinds::{NAMES, kinds};
use super::{Enforcer, ident};

impl Enforcer<'_> {
    /// The reader of the forms: to the arm by kind, by tag, or in order.
    pub(super) fn reader(
        &mut self,
        index: usize,
        ty: &Type,
        union: &Union,
        name: &Ident,
    ) -> TokenStream {
        let whole = match &union.dispatch {
            Dispatch::Condition(condition) => self.by_condition(*condition, union),
            _ if union.arms.is_empty() => Some(self.refusal(union)),
            _ => None,
        };
        if let Some(body) = whole {
            let known = self.known(ty);
            return quote! {
                impl support::Read<'_> for #name {
                    #known

                    #[allow(unused_variables)]
                    fn read(
                        tape: &support::Tape<'_>,
                        at: usize,
                        place: &'static support::Place,
                    ) -> ::core::result::Result<Self, support::Fault> {
                        #body
                    }
                }
            };
        }
        let base = ty.location.to_string();
        let (own, known) = self.known_from(&base, ty);
        let by_tag = self.tagged(&base, union);
        let rows = self.by_kind(&base, index, union, by_tag.is_some());
        let object = by_tag.map(|row| quote! { OBJECT => [#row]; });
        let stray = union.strays.as_ref().map(|place| {
            let place = self.place_from(&base, place);
            quote! { stray #place; }
        });
        quote! {
            support::dispatch! {
                #name(tape, at, place) in #base at #own;
                #known
                kinds { #rows #object }
                #stray
            }
        }
    }

    /// By whether a value fits a condition.
    fn by_condition(&mut self, condition: RuleId, union: &Union) -> Option<TokenStream> {
        let [then, otherwise] = union.arms.as_slice() else {
            return None;
        };
        let condition = self.checks.function(condition);
        let [then, otherwise] = [then, otherwise].map(|arm| {
            let read = self.read_any(arm);
            self.told_by(arm, read)
        });
        let expected = (union.kinds != Kinds::ALL).then(|| {
            let kinds = kinds(union.kinds);
            quote! { tape.expected(at, #kinds, place)?; }
        });
        Some(quote! {
            #expected
            if tape.fits(at, checks::#condition) {
                #then
            } else {
                #otherwise
            }
        })
    }

    /// What refuses every value.
    fn refusal(&mut self, union: &Union) -> TokenStream {
        let place = if let Some(place) = &union.strays {
            self.place(place)
        } else {
            quote! { place }
        };
        let none = kinds(Kinds::NONE);
        quote! {
            ::core::result::Result::Err(
                support::Place::refuse(#place, tape, at, support::Reason::Kind(#none))
            )
        }
    }

    /// A row for the kinds that the same arms of the union accept.
    fn by_kind(&mut self, base: &str, index: usize, union: &Union, tagged: bool) -> TokenStream {
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
        let rows = groups.into_iter().map(|(fitting, names)| {
            let arms: Vec<&Arm> = fitting.iter().map(|index| &union.arms[*index]).collect();
            let row = self.row(base, index, union, &arms);
            quote! { #(#names)|* => [#row]; }
        });
        let rows: Vec<TokenStream> = rows.collect();
        quote! { #(#rows)* }
    }

    /// What is read of a kind that these arms accept.
    fn row(&mut self, base: &str, index: usize, union: &Union, arms: &[&Arm]) -> TokenStream {
        if let [only] = arms {
            return self.alternative(base, only);
        }
        // Of several that fit, the first is not it where just one may.
        let ty = &self.model.types[index];
        let is_free = ty.checks.is_empty();
        let is_exclusive = super::likely::is_exclusive(&self.model.rules, ty, union);
        let likely = self.likely(union).filter(|_| {
            arms.iter()
                .copied()
                .map(|arm| &arm.ident)
                .eq(super::facts::objects(union).iter().map(|arm| &arm.ident))
        });
        // Which arm of a recursive type fits is remembered.
        let asked = if likely.is_some() && !self.traits.is_recursive(index) {
            quote! { Self::likely(tape, at) }
        } else {
            quote! { u64::MAX }
        };
        let read = self.tried(index, union, arms, &asked);
        let are_told = arms.iter().all(|arm| is_whole(arm) || is_held(arm));
        match arms.first() {
            Some(_) if likely.is_some() && are_told => {
                let arms = arms.iter().map(|arm| self.likely_arm(base, arm));
                let arms: Vec<TokenStream> = arms.collect();
                let bars = likely.as_ref().filter(|likely| likely.bars);
                let bars = bars.map(|_| quote! { bars true });
                let tag = likely.and_then(|likely| likely.tag);
                let tag = tag.map(|tag| quote! { by #tag });
                quote! { told #bars #tag { #(#arms;)* } or #read }
            }
            Some(_) if are_short(arms) && (is_free || is_exclusive) => {
                let how = ident(if is_free { "first" } else { "sole" });
                let arms = self.short(base, arms);
                quote! { #how { #arms } or #read }
            }
            Some(first) if is_free && likely.is_none() && self.is_worth_a_try(index, first) => {
                let first = self.alternative(base, first);
                let shared = super::likely::shared(self.model, arms);
                let shared = (!shared.is_empty()).then(|| quote! { shared [#(#shared),*] });
                quote! { #first #shared or #read }
            }
            _ => quote! { { #read } },
        }
    }

    /// Whether it is no loss to read an arm before it is known to fit, where nothing tells
    /// which one does: it is short, or lacks nothing.
    fn is_worth_a_try(&self, index: usize, arm: &Arm) -> bool {
        let is_short = !arm.kinds.meets(Kinds::OBJECT) && !arm.kinds.meets(Kinds::ARRAY);
        is_whole(arm)
            && !self.traits.is_recursive(index)
            && (is_short || super::likely::lacks_nothing(self.model, arm))
    }

    /// One arm, of a kind that it accepts.
    pub(super) fn alternative(&mut self, base: &str, arm: &Arm) -> TokenStream {
        let variant = arm.ident.ident();
        if arm.stands_for_more() {
            let read = self.read(arm);
            let text = text_of(arm).map(|text| quote! { #variant is #text or });
            return quote! { #text { #read } };
        }
        if arm.ty == TypeRef::Null {
            return quote! { #variant };
        }
        let place = self.place_from(base, &arm.place);
        quote! { #variant at #place }
    }

    /// The same of one of several that the members of an object tell apart.
    fn likely_arm(&mut self, base: &str, arm: &Arm) -> TokenStream {
        let Some(member) = &arm.member else {
            return self.alternative(base, arm);
        };
        let (variant, name) = (arm.ident.ident(), &member.name);
        let place = self.place_from(base, &member.place);
        quote! { #variant at #place in #name }
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
    fn tagged(&mut self, base: &str, union: &Union) -> Option<TokenStream> {
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
        for arm in &named {
            let read = self.alternative(base, arm);
            let read = self.told_since(arm, member, read);
            let texts: Vec<&str> = arm.tags.iter().filter_map(Json::as_str).collect();
            let values = arm.tags.iter().filter(|tag| tag.as_str().is_none());
            let values: Vec<TokenStream> = values.map(constant).collect();
            if !texts.is_empty() {
                by_text.extend(quote! { #(#texts)|* => [#read]; });
            }
            if !values.is_empty() {
                by_value.extend(quote! { [#(#values),*] => [#read]; });
            }
        }
        let listed: Vec<String> = named
            .iter()
            .flat_map(|arm| &arm.tags)
            .take(12)
            .map(shown)
            .collect();
        let listed = listed.join(", ");
        let others = left.iter().find(|arm| arm.left == Some(Left::Others));
        let absent = left.iter().find(|arm| arm.left == Some(Left::Absent));
        let rest = if let Some(others) = others {
            let read = self.alternative(base, others);
            let read = self.told_since(others, member, read);
            quote! { other => [#read]; }
        } else {
            let fault = self.beside(
                union,
                &quote! { support::untold(at, tag, #location, #listed, #member) },
            );
            quote! { refuse #fault }
        };
        let absent = absent.map(|absent| {
            let read = self.alternative(base, absent);
            let read = self.told_since(absent, member, read);
            quote! { absent => [#read]; }
        });
        Some(quote! {
            by #member as tag {
                #by_text
                #by_value
                #absent
                #rest
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
