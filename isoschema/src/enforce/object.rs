//! Objects with declared members → structs.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::plan::model::{Struct, Type, TypeRef};
use crate::shape::Outline;

use super::allow::{long, repeated_names, three_states};
use super::bags::{Bag, bag_accessors};
use super::convert::Contents;
use super::part::Part;
use super::{EnforceError, Enforcer, Items, doc};

impl Enforcer<'_> {
    pub(super) fn object(
        &mut self,
        index: usize,
        ty: &Type,
        object: &Struct,
    ) -> Result<Items, EnforceError> {
        let name = ty.name.ident();
        let parts = self.members(object);
        let (markers, bags) = self.bags(ty, object, &parts);
        let is_private = !ty.checks.is_empty();
        let mut fields: Vec<(Ident, syn::Type)> = Vec::new();
        for part in &parts {
            fields.push((part.ident.clone(), syn::Type::Verbatim(part.field())));
        }
        for bag in &bags {
            fields.push((bag.ident.clone(), syn::Type::Verbatim(bag.rust.clone())));
        }
        let repeated_names = is_private.then(|| repeated_names(ty.name.as_str(), &fields));
        let outline = Outline::Struct {
            name: name.clone(),
            fields,
        };
        let mut item = self.skeleton(ty, &outline)?;
        if let syn::Item::Struct(item) = &mut item {
            let schema = self.field_schemas(&parts, &bags);
            let docs = parts
                .iter()
                .map(|part| part.doc.clone())
                .chain(bags.iter().map(|bag| bag.doc.clone()));
            for ((field, doc), schema) in item.fields.iter_mut().zip(docs).zip(schema) {
                super::schema::attribute(&mut field.attrs, doc);
                super::schema::attribute(&mut field.attrs, schema);
                if is_private {
                    field.vis = syn::Visibility::Inherited;
                }
            }
        }
        let doc = doc::item(&ty.notes, "An object.", &ty.location.to_string());
        let derives = self.traits.derives(index);
        let default =
            (parts.iter().all(|part| !part.required) && !is_private).then(|| quote! { , Default });
        let schema = self.object_schema(ty, object, &parts);
        let three_states =
            is_private.then(|| three_states(parts.iter().any(Part::is_doubly_optional)));
        let declares = self.declares(&name, &parts, object);
        let reader = self.object_reader(ty, object, &parts, &bags);
        let writer = object_writer(&name, &parts, &bags);
        let reading = self.reading(index, &name);
        let accessors = self.accessors(&name, &parts, is_private);
        let bag_accessors = bag_accessors(&name, &bags, is_private);
        let conversions = self.conversions(index, &name, &Contents::Struct(object));
        let builder = if self.features.builders {
            self.builder(ty, &parts, &bags)
        } else {
            TokenStream::new()
        };
        let definition = quote! {
            #doc
            #[derive(#derives #default)]
            #schema
            #three_states
            #repeated_names
            #item
        };
        let machinery = quote! {
            #markers
            #accessors
            #bag_accessors
            #conversions
            #reading
            #declares
            #reader
            #writer
            #builder
        };
        Ok(Items {
            definition,
            machinery,
        })
    }

    fn object_reader(
        &mut self,
        ty: &Type,
        object: &Struct,
        parts: &[Part<'_>],
        bags: &[Bag],
    ) -> TokenStream {
        let name = ty.name.ident();
        let predicates = self.predicates(ty);
        let found: Vec<Ident> = parts
            .iter()
            .map(|part| part.rust_name.behind("field_").ident())
            .collect();
        let starts = found.iter().map(|found| {
            quote! { let mut #found = ::core::option::Option::None; }
        });
        let bag_idents: Vec<&Ident> = bags.iter().map(|bag| &bag.ident).collect();
        let bag_locals: Vec<Ident> = bags
            .iter()
            .map(|bag| bag.rust_name.behind("bag_").ident())
            .collect();
        let chosen = self.chosen_by_name(object, parts, &found, bags, &bag_locals);
        let fields = parts.iter().zip(&found).zip(&object.fields);
        let values = fields.map(|((part, found), field)| {
            let (ident, member) = (&part.ident, &part.name);
            if let Some(required) = &field.required {
                quote! { #ident: #found.ok_or_else(|| members.missing(#required, #member))?, }
            } else {
                quote! { #ident: #found, }
            }
        });
        let scan = predicates
            .is_empty()
            .then(|| super::newtype::scan(&quote! { scanner.record() }, &quote! { 'de }));
        let long = long(6 * (parts.len() + bags.len()), parts);
        let known = self.known(ty);
        quote! {
            impl<'de> support::Read<'de> for #name {
                #known

                fn read(
                    tape: &support::Tape<'de>,
                    at: usize,
                    place: &'static support::Place,
                ) -> ::core::result::Result<Self, support::Fault> {
                    let members = tape.record(at, place)?;
                    #predicates
                    support::Record::read_members(members)
                }

                #scan
            }

            impl<'de> support::Record<'de> for #name {
                #long
                fn read_members<M: support::MemberAccess<'de>>(
                    mut members: M,
                ) -> ::core::result::Result<Self, M::Fault> {
                    #(#starts)*
                    #(let mut #bag_locals = support::AdditionalProperties::new();)*
                    while let ::core::option::Option::Some(name) = members.next()? {
                        #chosen
                    }
                    ::core::result::Result::Ok(Self {
                        #(#values)*
                        #(#bag_idents: members.kept(#bag_locals)?,)*
                    })
                }
            }
        }
    }

    /// What becomes of one member: read into the field that has its name, kept by the first
    /// pattern that fits it, or left to what is said of additional members.
    fn chosen_by_name(
        &mut self,
        object: &Struct,
        parts: &[Part<'_>],
        found: &[Ident],
        bags: &[Bag],
        bag_locals: &[Ident],
    ) -> TokenStream {
        let by_length = parts.len() > super::FEW_TEXTS;
        let arms = parts
            .iter()
            .zip(found)
            .zip(&object.fields)
            .map(|((part, found), field)| {
                let member = super::text_case(&part.name, by_length);
                let place = self.place(&field.place);
                quote! { #member => { members.read(&mut #found, #place)?; } }
            });
        let arms: Vec<TokenStream> = arms.collect();
        let pattern_arms = object.patterns.iter().zip(bags).zip(bag_locals).map(
            |((pattern, bag), local)| {
                let (marker, place) = (&bag.marker, self.place(&pattern.place));
                quote! { _ if #marker::matches(name) => { members.keep(&mut #local, #place)?; } }
            },
        );
        let pattern_arms: Vec<TokenStream> = pattern_arms.collect();
        let rest_place = self.place(&object.additional_place);
        let rest = match bag_locals.last() {
            Some(local) if object.additional != TypeRef::Never => {
                quote! { members.keep(&mut #local, #rest_place)?; }
            }
            _ => quote! {
                let place = #rest_place;
                return ::core::result::Result::Err(members.not_allowed(place));
            },
        };
        let matched = super::text_matched(&quote! { name }, by_length);
        // A `match` for one name is what `if` is for.
        match (parts, found, &object.fields[..]) {
            ([part], [found], [field]) if pattern_arms.is_empty() => {
                let (member, place) = (&part.name, self.place(&field.place));
                quote! {
                    if name == #member {
                        members.read(&mut #found, #place)?;
                    } else {
                        #rest
                    }
                }
            }
            _ => quote! {
                match #matched {
                    #(#arms)*
                    #(#pattern_arms)*
                    _ => { #rest }
                }
            },
        }
    }
}

fn object_writer(name: &Ident, parts: &[Part<'_>], bags: &[Bag]) -> TokenStream {
    let entries = parts.iter().map(|part| {
        let (ident, member) = (&part.ident, &part.name);
        if part.required {
            quote! {
                members.serialize_entry(#member, &self.#ident)?;
            }
        } else {
            quote! {
                if let ::core::option::Option::Some(value) = &self.#ident {
                    members.serialize_entry(#member, value)?;
                }
            }
        }
    });
    let rest = bags.iter().map(|bag| {
        let ident = &bag.ident;
        quote! {
            for (name, value) in &self.#ident {
                members.serialize_entry(name, value)?;
            }
        }
    });
    let long = long(3 * parts.len(), &[]);
    quote! {
        impl ::serde::Serialize for #name {
            #long
            fn serialize<S: ::serde::Serializer>(
                &self,
                serializer: S,
            ) -> ::core::result::Result<S::Ok, S::Error> {
                use ::serde::ser::SerializeMap as _;

                let mut members = serializer.serialize_map(::core::option::Option::None)?;
                #(#entries)*
                #(#rest)*
                members.end()
            }
        }
    }
}
