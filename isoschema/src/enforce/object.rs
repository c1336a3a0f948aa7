//! Objects with declared members → structs.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::keywords::fault::shown as shortened;
use crate::keywords::literal::constant;
use crate::load::json::{Json, JsonKind};
use crate::plan::model::{Struct, Type, TypeRef};
use crate::shape::{Body, Member, attribute};

use super::allow::{repeated_names, three_states};
use super::bags::{Bag, bag_accessors};
use super::convert::Contents;
use super::item::with;
use super::part::Part;
use super::place::location_from;
use super::{EnforceError, Enforcer, Items};

impl Enforcer<'_> {
    pub(super) fn object(
        &mut self,
        index: usize,
        ty: &Type,
        object: &Struct,
    ) -> Result<Items, EnforceError> {
        let name = ty.name.ident();
        let parts = self.members(ty, object);
        let (markers, bags) = self.bags(ty, object);
        let is_private = !ty.checks.is_empty();
        let of_bags = bags.iter().map(Bag::asked);
        let fields: Vec<Member> = parts.iter().map(Part::asked).chain(of_bags).collect();
        let repeated_names = is_private.then(|| repeated_names(ty.name.as_str(), &fields));
        let mut item = self.shaped(ty, Body::Struct(fields))?;
        if let syn::Item::Struct(item) = &mut item {
            let schema = self.field_schemas(&parts, &bags);
            let own = parts.iter().map(Part::attributes);
            let own = own.chain(std::iter::repeat(TokenStream::new()));
            for ((field, own), schema) in item.fields.iter_mut().zip(own).zip(schema) {
                attribute(&mut field.attrs, own);
                attribute(&mut field.attrs, schema);
                if is_private {
                    field.vis = syn::Visibility::Inherited;
                }
            }
        }
        let facts = super::hover::facts(object);
        let begins = parts.iter().all(|part| !part.required)
            && (!is_private || self.is_value(ty, &emptiest(object)));
        let default = begins.then(|| quote! { , Default });
        let stated = (!begins).then(|| self.stated_default(index, ty)).flatten();
        let derives = self.derived(index, default.as_ref());
        let schema = self.object_schema(ty, object, &parts);
        let three_states =
            is_private.then(|| three_states(parts.iter().any(Part::is_doubly_optional)));
        let record = self.record(index, ty, object, &bags);
        let accessors = self.accessors(ty, &parts, is_private);
        let bag_accessors = bag_accessors(&name, &bags, is_private);
        let only_bag = self.only_bag(ty, object, &bags);
        let conversions = self.conversions(index, &name, &Contents::Struct(object));
        let builder = if self.features.builders {
            self.builder(ty, &parts, &bags)
        } else {
            TokenStream::new()
        };
        let attributes = quote! {
            #facts
            #derives
            #schema
            #three_states
            #repeated_names
        };
        let definition = with(item, attributes);
        let machinery = quote! {
            #markers
            #accessors
            #bag_accessors
            #only_bag
            #conversions
            #record
            #stated
            #builder
        };
        Ok(Items {
            definition,
            machinery,
        })
    }

    /// The reader and the writer: what becomes of each member.
    fn record(&mut self, index: usize, ty: &Type, object: &Struct, bags: &[Bag]) -> TokenStream {
        let name = ty.name.ident();
        let base = ty.location.to_string();
        let (place, known) = self.known_from(&base, ty);
        let members: Vec<TokenStream> = object
            .fields
            .iter()
            .filter(|field| !field.is_forbidden())
            .map(|field| {
                let (member, ident) = (&field.name, field.ident.ident());
                let length = Literal::usize_unsuffixed(member.len());
                let place = self.member_place(&base, member, &field.place);
                let required = field.required.as_ref().map(|location| {
                    let location = location_from(&base, location);
                    quote! { , required #location }
                });
                if let Some(value) = &field.constant {
                    let (constant, shown) = (constant(value), shortened(value));
                    return quote! {
                        #length #member [#ident = #constant, #shown, #place #required];
                    };
                }
                quote! { #length #member #ident: #place #required; }
            })
            .collect();
        let forbidden = object.forbidden().map(|field| {
            let (member, place) = (&field.name, self.place_from(&base, &field.place));
            quote! { not #member: #place; }
        });
        let forbidden: Vec<TokenStream> = forbidden.collect();
        let matched: Vec<TokenStream> = object
            .patterns
            .iter()
            .zip(bags)
            .map(|(pattern, bag)| {
                let (marker, ident) = (&bag.marker, &bag.ident);
                let place = self.place_from(&base, &pattern.place);
                quote! { if #marker => #ident: #place; }
            })
            .collect();
        let rest_place = self.place_from(&base, &object.additional_place);
        let rest = match bags.last() {
            Some(bag) if object.additional != TypeRef::Never => {
                let ident = &bag.ident;
                quote! { rest #ident: #rest_place; }
            }
            _ => quote! { closed #rest_place; },
        };
        let asks = self.asks(ty, false);
        let ahead = super::likely::asks_names_alone(&self.model.rules, ty);
        let ahead = ahead.then(|| quote! { ahead true; });
        let own = self.own_ways(index).map(|own| quote! { but #own; });
        let lacks_nothing = object.fields.iter().all(|field| field.required.is_none());
        let blank = lacks_nothing.then(|| quote! { blank; });
        quote! {
            support::record! {
                pub #name in #base at #place;
                #own
                #known
                #blank
                #(#members)*
                #(#forbidden)*
                #(#matched)*
                #rest
                #ahead
                #asks
            }
        }
    }
}

/// The value that has nothing but what the schema makes a fact of the type.
fn emptiest(object: &Struct) -> Json {
    let facts = object
        .fields
        .iter()
        .filter(|field| field.required.is_some());
    let members = facts.filter_map(|field| Some((field.name.clone(), field.constant.clone()?)));
    Json::new(JsonKind::Object(members.collect()))
}
