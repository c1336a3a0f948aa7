//! Arrays with positions → structs of positions.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens as _, quote};

use crate::keywords::fault::shown;
use crate::keywords::item_count::ItemCount;
use crate::keywords::literal;
use crate::keywords::side::Side;
use crate::keywords::table::Stated as _;
use crate::plan::model::{Limit, Tuple, Type, TypeRef};
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;
use crate::shape::{Body, Member, attribute};

use super::convert::Contents;
use super::item::with;
use super::part::Part;
use super::place::location_from;
use super::{EnforceError, Enforcer, Items, ident};

impl Enforcer<'_> {
    pub(super) fn tuple(
        &mut self,
        index: usize,
        ty: &Type,
        tuple: &Tuple,
    ) -> Result<Items, EnforceError> {
        let name = ty.name.ident();
        let parts = self.positions(tuple);
        let rest = (tuple.rest != TypeRef::Never).then(|| {
            let rust = self.rust(&tuple.rest);
            quote! { ::std::vec::Vec<#rust> }
        });
        let limits = own_limits(tuple);
        let optional = tuple.positions.len() - tuple.required;
        let has_gaps = optional > 0 && optional + usize::from(rest.is_some()) > 1;
        // Positions behind an absent one cannot be written.
        let is_private = has_gaps || !limits.is_empty() || !ty.checks.is_empty();
        let mut fields: Vec<Member> = parts.iter().map(Part::asked).collect();
        if let Some(rest) = &rest {
            fields.push(Member {
                name: ident("rest"),
                doc: "The items behind the last position.".to_owned(),
                ty: syn::Type::Verbatim(rest.clone()),
            });
        }
        let mut item = self.shaped(ty, Body::Struct(fields))?;
        if let syn::Item::Struct(item) = &mut item {
            let own = parts.iter().map(Part::attributes);
            let own = own.chain(std::iter::repeat(TokenStream::new()));
            for (field, own) in item.fields.iter_mut().zip(own) {
                attribute(&mut field.attrs, own);
                if is_private {
                    field.vis = syn::Visibility::Inherited;
                }
            }
        }
        let facts = super::hover::position_facts(tuple);
        let is_always_same = parts.is_empty() && !is_private;
        let default = is_always_same.then(|| quote! { , Default });
        let derives = self.derived(index, default.as_ref());
        let schema = self.tuple_schema(ty, tuple, &limits_schema(&tuple.limits));
        let document = self.document(index, &name);
        let accessors = self.accessors(ty, &parts, is_private);
        let rest_accessor = (is_private && rest.is_some()).then(|| {
            let item = self.rust(&tuple.rest);
            quote! {
                impl #name {
                    /// The items behind the last position.
                    #[must_use]
                    pub fn rest(&self) -> &[#item] {
                        &self.rest
                    }
                }
            }
        });
        let reader = self.tuple_reader(ty, tuple, &limits);
        let conversions = self.conversions(index, &name, &Contents::Tuple(tuple));
        let constructor = self.constructor(ty, tuple, &parts, rest.as_ref(), &limits, is_private);
        let as_tuple = (!is_private).then(|| self.as_tuple(&name, &parts, rest.is_some()));
        let definition = with(item, quote! { #facts #derives });
        let machinery = quote! {
            #constructor
            #as_tuple
            #accessors
            #rest_accessor
            #conversions
            #schema
            #document
            #reader
        };
        Ok(Items {
            definition,
            machinery,
        })
    }

    /// `new`, which checks what the fields cannot.
    fn constructor(
        &mut self,
        ty: &Type,
        tuple: &Tuple,
        parts: &[Part<'_>],
        rest: Option<&TokenStream>,
        limits: &[&Limit],
        is_private: bool,
    ) -> TokenStream {
        let name = ty.name.ident();
        let parameters = parts.iter().map(|part| {
            let (ident, field) = (&part.ident, part.field());
            quote! { #ident: #field, }
        });
        let idents: Vec<&Ident> = parts.iter().map(|part| &part.ident).collect();
        let rest_parameter = rest.map(|rest| quote! { rest: #rest, });
        let rest_field = rest.map(|_| quote! { rest, });
        let many = (parts.len() + usize::from(rest.is_some()) > 7)
            .then(|| quote! { #[allow(clippy::too_many_arguments)] });
        let value = quote! { Self { #(#idents,)* #rest_field } };
        if !is_private {
            return quote! {
                impl #name {
                    /// Makes one of its positions.
                    #[must_use]
                    #many
                    pub fn new(#(#parameters)* #rest_parameter) -> Self {
                        #value
                    }
                }
            };
        }
        let location = ty.location.to_string();
        let presence: Vec<TokenStream> = parts
            .iter()
            .filter(|part| !part.required)
            .map(|part| {
                let ident = &part.ident;
                quote! { candidate.#ident.is_some() }
            })
            .chain(rest.map(|_| quote! { !candidate.rest.is_empty() }))
            .collect();
        let gaps = (presence.len() > 1).then(|| {
            quote! {
                let presence = [#(#presence),*];
                if !presence.is_sorted_by(|before, behind| before >= behind) {
                    return ::core::result::Result::Err(support::Refused::new(
                        #location,
                        support::Reason::Other("has a position behind one that is absent"),
                    ));
                }
            }
        });
        let length = length(tuple.required, parts, rest.is_some());
        let limits = limit_checks(&self.model.rules, limits, &quote! { support::Refused::new });
        let limits = (!limits.is_empty()).then(|| quote! { let length = #length; #limits });
        let checked = self.checked(ty);
        quote! {
            impl #name {
                /// Makes one of its positions.
                ///
                /// # Errors
                ///
                /// Refuses what the schema refuses, and a position behind one
                /// that is absent.
                #many
                pub fn new(
                    #(#parameters)* #rest_parameter
                ) -> ::core::result::Result<Self, support::Refused> {
                    let candidate = #value;
                    #gaps
                    #limits
                    #checked
                    ::core::result::Result::Ok(candidate)
                }
            }
        }
    }

    fn tuple_reader(&mut self, ty: &Type, tuple: &Tuple, limits: &[&Limit]) -> TokenStream {
        let name = ty.name.ident();
        let counts = tuple.limits.iter().filter_map(count_of);
        let mut least = counts.filter(|(_, count)| count.side == Side::Least);
        let short = least.next().map_or_else(
            || format!("{}/minItems", ty.location),
            |(rule, count)| self.model.rules.get(rule).at(count.name()),
        );
        let base = ty.location.to_string();
        let (own, known) = self.known_from(&base, ty);
        let fewer = (tuple.required > 0).then(|| {
            let short = location_from(&base, &short);
            let required = Literal::u64_unsuffixed(tuple.required as u64);
            quote! { fewer #short, #required; }
        });
        let positions = tuple.positions.iter().enumerate();
        let positions: Vec<TokenStream> = positions
            .map(|(index, position)| {
                let place = self.place_from(&base, &position.place);
                if let Some(value) = &position.constant {
                    let (constant, shown) = (literal::constant(value), shown(value));
                    return quote! { [#constant, #shown, #place]; };
                }
                let ident = position.ident.ident();
                let required = (index < tuple.required).then(|| quote! { , required });
                quote! { #ident: #place #required; }
            })
            .collect();
        let mut counts = tuple.limits.iter().filter_map(count_of);
        let room = tuple.positions.len() as u64;
        let most =
            counts.find(|(_, count)| count.side == Side::Most && count.count.value() == room);
        let rest = match (most, &tuple.rest) {
            (Some((rule, count)), _) => {
                let long = self.model.rules.get(rule).at(count.name());
                let (long, most) = (location_from(&base, &long), literal::count(room));
                quote! { more #long, #most; }
            }
            (None, held) => {
                let place = self.place_from(&base, &tuple.rest_place);
                if *held == TypeRef::Never {
                    quote! { closed #place; }
                } else {
                    quote! { rest #place; }
                }
            }
        };
        let predicates = self.predicates(ty);
        let is_counted = !limits.is_empty() && predicates.is_empty();
        let counts = is_counted.then(|| count_range(limits));
        let limits = limit_checks(&self.model.rules, limits, &quote! { fault });
        let limits = (!limits.is_empty()).then(|| {
            quote! {
                let length = tape.len(at);
                let fault = |schema, reason| support::Fault::new(at, schema, reason);
                #limits
            }
        });
        let ask = (limits.is_some() || !predicates.is_empty())
            .then(|| quote! { ask { #limits #predicates }; });
        quote! {
            support::tuple! {
                #name(tape, at) in #base at #own;
                #known
                #fewer
                #counts
                #ask
                positions { #(#positions)* }
                #rest
            }
        }
    }
}

/// How many items a candidate has.
fn length(required: usize, parts: &[Part<'_>], has_rest: bool) -> TokenStream {
    let fixed = Literal::usize_unsuffixed(required);
    let optional = parts.iter().filter(|part| !part.required).map(|part| {
        let ident = &part.ident;
        quote! { + usize::from(candidate.#ident.is_some()) }
    });
    let rest = has_rest.then(|| quote! { + candidate.rest.len() });
    quote! { #fixed #(#optional)* #rest }
}

/// The limits that the positions do not imply.
fn own_limits(tuple: &Tuple) -> Vec<&Limit> {
    tuple
        .limits
        .iter()
        .filter(|limit| {
            count_of(limit).is_none_or(|(_, limit)| match limit.side {
                Side::Least => limit.count.value() > tuple.required as u64,
                Side::Most => {
                    tuple.rest != TypeRef::Never
                        || limit.count.value() < tuple.positions.len() as u64
                }
            })
        })
        .collect()
}

/// A limit of the number of items.
fn count_of(limit: &Limit) -> Option<(RuleId, &ItemCount)> {
    ItemCount::of(&limit.assertion).map(|count| (limit.rule, count))
}

/// The least and the greatest number of items, by these limits.
fn count_range(limits: &[&Limit]) -> TokenStream {
    let (mut least, mut most) = (0, None);
    for (_, limit) in limits.iter().filter_map(|limit| count_of(limit)) {
        // No text has so many.
        let count = limit.count.value().min(u64::from(u32::MAX));
        match limit.side {
            Side::Least => least = count.max(least),
            Side::Most => most = Some(most.unwrap_or(count).min(count)),
        }
    }
    let least = Literal::u64_unsuffixed(least);
    let most = most.map_or_else(
        || quote! { usize::MAX },
        |most| Literal::u64_unsuffixed(most).to_token_stream(),
    );
    quote! { counts #least, #most; }
}

fn limit_checks(rules: &Rules, limits: &[&Limit], make: &TokenStream) -> TokenStream {
    let counts = limits.iter().filter_map(|limit| count_of(limit));
    let checks = counts.map(|(rule, limit)| {
        let location = rules.get(rule).at(limit.name());
        let (test, reason) = match limit.side {
            Side::Least => (quote! { < }, quote! { MinItems }),
            Side::Most => (quote! { > }, quote! { MaxItems }),
        };
        let count = literal::count(limit.count.value());
        quote! {
            if length #test #count {
                return ::core::result::Result::Err(
                    #make(#location, support::Reason::#reason(#count))
                );
            }
        }
    });
    quote! { #(#checks)* }
}

fn limits_schema(limits: &[Limit]) -> TokenStream {
    let inserts = limits.iter().filter_map(count_of).map(|(_, limit)| {
        let (keyword, count) = (limit.name(), Literal::u64_suffixed(limit.count.value()));
        quote! { schema.insert(#keyword.to_owned(), ::serde_json::Value::from(#count)); }
    });
    quote! { #(#inserts)* }
}
