//! Where a schema says what a value has to be, as generated readers know it.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::model::{Check, End, Place, Type};

use super::{Enforcer, ident};

impl Enforcer<'_> {
    /// A reference to a `support::Place`.
    pub(super) fn place(&mut self, place: &Place) -> TokenStream {
        match place {
            Place::At(location) => quote! { &support::Place::At(#location) },
            Place::Asked(checks, location) => {
                let checks = self.asked_of(checks);
                quote! { &support::Place::Asked(&[#(#checks),*], #location) }
            }
            Place::Of(own, inside) => {
                let (own, inside) = (self.place(own), self.place(inside));
                quote! { &support::Place::Of(#own, #inside) }
            }
            Place::Between(own, least, most) => {
                let own = self.place(own);
                quote! { &support::Place::Between(#own, #least, #most) }
            }
            Place::Bounds(own, ends) => {
                let own = self.place(own);
                let [least, most] = ends.each_ref().map(|end| match end {
                    None => quote! { ::core::option::Option::None },
                    Some(End { location, bound }) => {
                        let reason = ident(bound.reason());
                        let limit = bound.limit.to_string();
                        quote! {
                            ::core::option::Option::Some(
                                support::Bound(#location, support::Reason::#reason, #limit)
                            )
                        }
                    }
                });
                quote! { &support::Place::Bounds(#own, #least, #most) }
            }
        }
    }

    /// A place as the runtime's macros take it: what is behind `base`, a location elsewhere, that
    /// of a list or a map and that of what is inside, or the whole in braces.
    pub(super) fn place_from(&mut self, base: &str, place: &Place) -> TokenStream {
        if let Place::At(location) = place {
            return location_from(base, location);
        }
        if let Place::Of(own, inside) = place {
            let (own, inside) = (self.place_from(base, own), self.place_from(base, inside));
            return quote! { (#own, #inside) };
        }
        let place = self.place(place);
        quote! { { #place } }
    }

    /// The same for a member: `type` where its own `type` in `properties` is the place.
    pub(super) fn member_place(&mut self, base: &str, name: &str, place: &Place) -> TokenStream {
        match place {
            Place::At(location) if is_type_of(location, base, name) => quote! { type },
            place => self.place_from(base, place),
        }
    }

    /// The same for what every reader knows: whether integers count by how they are written, behind
    /// the place of the whole.
    pub(super) fn known_from(&mut self, base: &str, ty: &Type) -> (TokenStream, TokenStream) {
        let numbers = self.numbers.as_ref();
        let numbers = numbers.map(|numbers| quote! { numbers #numbers; });
        (self.place_from(base, &ty.place), quote! { #numbers })
    }

    /// The predicates of the whole value, as the runtime's macros take them.
    pub(super) fn asks(&mut self, ty: &Type, location: bool) -> TokenStream {
        if ty.checks.is_empty() {
            return TokenStream::new();
        }
        let asked = self.asked_of(&ty.checks);
        let location = location.then(|| {
            let location = ty.location.to_string();
            quote! { #location: }
        });
        quote! { asks #location #(#asked),*; }
    }

    /// The predicates that are asked.
    pub(super) fn asked_of(&mut self, checks: &[Check]) -> Vec<TokenStream> {
        let functions = checks.iter().map(|check| {
            let function = self.checks.part(check.rule, check.part);
            quote! { checks::#function }
        });
        functions.collect()
    }

    /// What every reader knows beside how it reads.
    pub(super) fn known(&mut self, ty: &Type) -> TokenStream {
        let numbers = self.numbers.as_ref();
        let numbers = numbers.map(|numbers| quote! { const NUMBERS: support::Numbers = #numbers; });
        let place = self.place(&ty.place);
        quote! {
            #numbers
            const PLACE: &'static support::Place = #place;
        }
    }
}

/// Whether a location is the `type` of the member of a name, as a macro puts it together.
fn is_type_of(location: &str, base: &str, name: &str) -> bool {
    let behind = location.strip_prefix(base);
    let behind = behind.and_then(|behind| behind.strip_prefix("/properties/"));
    behind.and_then(|behind| behind.strip_suffix("/type")) == Some(name)
}

/// A schema location as the runtime's macros take it.
pub(super) fn location_from(base: &str, location: &str) -> TokenStream {
    if let Some(behind) = location.strip_prefix(base) {
        quote! { #behind }
    } else {
        quote! { (#location) }
    }
}
