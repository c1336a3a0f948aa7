//! The members that an object does not declare → bags, and the names that they
//! refuse.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::names::name::Name;
use crate::plan::model::{Field, Struct, Type, TypeRef};
use crate::shape::Member;

use super::allow::long;
use super::form::Form;
use super::{Enforcer, doc};

/// Of more patterns than this, each lists none of those before it.
const FEW_PATTERNS: usize = 8;

/// A bag of undeclared members.
pub(super) struct Bag {
    /// Its field's name.
    pub(super) rust_name: Name,
    /// That name as a token.
    pub(super) ident: Ident,
    /// Its type.
    pub(super) rust: TokenStream,
    /// The type whose derived schema it has.
    pub(super) described: TokenStream,
    /// What its setter wants of a value, unless that is one of its type.
    pub(super) wanted: Option<TokenStream>,
    /// The type that tells the bag of a pattern apart.
    pub(super) marker: Option<TokenStream>,
    /// Its documentation.
    pub(super) doc: String,
}

impl Bag {
    /// The struct's field, as typify is asked for it.
    pub(super) fn asked(&self) -> Member {
        Member {
            name: self.ident.clone(),
            doc: self.doc.clone(),
            ty: syn::Type::Verbatim(self.rust.clone()),
        }
    }
}

impl Enforcer<'_> {
    /// The bags of undeclared members, and the types that tell bags for
    /// patterns apart.
    pub(super) fn bags(&mut self, ty: &Type, object: &Struct) -> (TokenStream, Vec<Bag>) {
        let name = ty.name.ident();
        let mut bags = Vec::new();
        let mut markers = TokenStream::new();
        let fields = object.fields.iter();
        let declared: Vec<&str> = fields.map(|field| field.name.as_str()).collect();
        let long = long(declared.len(), &[]);
        let mut number = 0;
        let helpers: Vec<Ident> = object
            .patterns
            .iter()
            .map(|pattern| {
                let names = if let Some(word) = &pattern.word {
                    format!("{word}Names")
                } else {
                    number += 1;
                    let number = Some(number).filter(|it| *it > 1);
                    number.map_or_else(|| "Names".to_owned(), |it| format!("Names{it}"))
                };
                self.helper(ty.name.and(&names))
            })
            .collect();
        let first = helpers.first().filter(|_| helpers.len() > FEW_PATTERNS);
        if let Some(first) = first {
            let count = Literal::usize_unsuffixed(helpers.len());
            markers.extend(quote! {
                impl #first {
                    /// Of each pattern, which names match it.
                    const PATTERNS: [fn(&str) -> bool; #count] = [#(#helpers::matches),*];
                }
            });
        }
        for (index, (bag, marker)) in object.patterns.iter().zip(&helpers).enumerate() {
            let pattern = &bag.pattern;
            let pattern_ident = self.checks.pattern(pattern);
            let said = doc::code(pattern);
            let doc = doc::lines(&format!(
                "The names of members that match the pattern {said}."
            ));
            // A name that several patterns match is in the bag of the first.
            let earlier = &helpers[..index];
            let is_earlier = match first {
                Some(first) if index > 0 => {
                    let index = Literal::usize_unsuffixed(index);
                    quote! { #first::PATTERNS[..#index].iter().any(|matches| matches(name)) || }
                }
                _ => quote! { #(#earlier::matches(name) ||)* },
            };
            let is_declared = (!declared.is_empty()).then(|| {
                quote! { ::core::matches!(name, #(#declared)|*) || }
            });
            markers.extend(quote! {
                #doc
                #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
                pub enum #marker {}

                impl #marker {
                    pub(super) fn matches(name: &str) -> bool {
                        checks::#pattern_ident.matches(name)
                    }
                }

                impl support::Declares for #marker {
                    #long
                    fn declares(name: &str) -> bool {
                        #is_declared #is_earlier !Self::matches(name)
                    }
                }
            });
            if let Some(feature) = &self.features.schemars {
                markers.extend(quote! {
                    #[cfg(feature = #feature)]
                    impl support::derived::NamePattern for #marker {
                        const PATTERN: &'static str = #pattern;
                    }
                });
            }
            bags.push(Bag {
                rust_name: bag.ident.clone(),
                ident: bag.ident.ident(),
                rust: self.bag(marker, Some(self.rust(&bag.ty))),
                described: self.bag(marker, Some(self.described(&bag.ty))),
                wanted: self.wanted(&bag.ty),
                marker: Some(self.shared(marker)),
                doc: format!("The members whose names match {said}."),
            });
        }
        if object.additional != TypeRef::Never {
            let value = Some(&object.additional).filter(|value| **value != TypeRef::Any);
            bags.push(Bag {
                rust_name: object.additional_ident.clone(),
                ident: object.additional_ident.ident(),
                rust: self.bag(&name, value.map(|it| self.rust(it))),
                described: self.bag(&name, value.map(|it| self.described(it))),
                wanted: self.wanted(&object.additional),
                marker: None,
                doc: "The members that the schema does not declare.".to_owned(),
            });
        }
        // The borrowing form has those of the owned one.
        if self.form == Form::Borrowed {
            markers = TokenStream::new();
        }
        (markers, bags)
    }

    /// The type of a bag of members, whatever they are or of one type.
    fn bag(&self, owner: &Ident, value: Option<TokenStream>) -> TokenStream {
        let owner = self.shared(owner);
        let value = value.map(|value| quote! { , #value });
        match self.form {
            Form::Owned => quote! { support::AdditionalProperties<#owner #value> },
            Form::Borrowed => quote! { support::BorrowedProperties<'de, #owner #value> },
        }
    }
}

impl Enforcer<'_> {
    /// What makes an object that one pattern alone tells of read like a map.
    pub(super) fn only_bag(&self, ty: &Type, object: &Struct, bags: &[Bag]) -> Option<TokenStream> {
        let ([bag, ..], [pattern]) = (bags, &*object.patterns) else {
            return None;
        };
        if !object.is_map() {
            return None;
        }
        // What must not be there has no field, and the bag refuses its name; what must be there as well leaves no value.
        let is_field = |field: &Field| field.ty != TypeRef::Never || field.required.is_some();
        if object.fields.iter().any(is_field) {
            return None;
        }
        let (name, ident, rust) = (ty.name.ident(), &bag.ident, &bag.rust);
        let (key, value) = (self.text(), self.rust(&pattern.ty));
        let has_builder = self.form == Form::Owned && self.features.builders;
        let how = match (ty.checks.is_empty(), has_builder) {
            (true, _) => "open",
            (false, true) => "built",
            (false, false) => "closed",
        };
        let how = format_ident!("{how}");
        Some(quote! {
            support::bag! { pub #name.#ident(#rust) of #key => #value, #how }
        })
    }
}

/// The accessors of the bags, where the fields are private.
pub(super) fn bag_accessors(name: &Ident, bags: &[Bag], is_private: bool) -> TokenStream {
    if !is_private || bags.is_empty() {
        return TokenStream::new();
    }
    let methods = bags.iter().map(|bag| {
        let Bag { ident, rust, .. } = bag;
        let doc = doc::lines(&bag.doc);
        quote! { #doc pub #ident #ident -> &#rust: by_ref; }
    });
    quote! {
        support::accessors! { #name; #(#methods)* }
    }
}
