//! Newtypes: a name around another type, with private contents where
//! something is asked of them.

use proc_macro2::TokenStream;
use quote::quote;

use crate::keywords::table::Word;
use crate::plan::model::{Newtype, Part, Place, Type, TypeRef};
use crate::shape::Body;

use super::convert::Contents;
use super::form::Form;
use super::item::with;
use super::limit::Asked;
use super::traits::is_native;
use super::{EnforceError, Enforcer, Items};

impl Enforcer<'_> {
    pub(super) fn newtype(
        &mut self,
        index: usize,
        ty: &Type,
        newtype: &Newtype,
    ) -> Result<Items, EnforceError> {
        let name = ty.name.ident();
        let inner = self.rust(&newtype.inner);
        let is_private = !newtype.limits.is_empty() || !ty.checks.is_empty();
        let mut item = self.shaped(
            ty,
            Body::Newtype(Box::new(syn::Type::Verbatim(inner.clone()))),
        )?;
        if let syn::Item::Struct(item) = &mut item {
            for field in &mut item.fields {
                field.vis = if is_private {
                    syn::Visibility::Inherited
                } else {
                    syn::Visibility::Public(syn::token::Pub::default())
                };
            }
        }
        let derives = self.derived(index, None);
        let asked = self.asked(ty, newtype);
        let described = self.described(&newtype.inner);
        let schema = self.newtype_schema(ty, &described, &asked.schema);
        let dates = newtype
            .temporal
            .map(|temporal| self.dates(temporal, &name, !is_private));
        let definition = with(item, derives);
        let conversions = self.conversions(index, &name, &Contents::Newtype(&newtype.inner));
        let check = self.check(ty, newtype, &inner, &asked);
        let ways = self.ways(index, ty, newtype, &inner);
        // A list and a map that take anything begin empty.
        let begins = !is_private && matches!(newtype.inner, TypeRef::List(_) | TypeRef::Map(_));
        let default = (!begins).then(|| self.stated_default(index, ty)).flatten();
        Ok(Items {
            definition,
            machinery: quote! {
                #check
                #ways
                #default
                #conversions
                #dates
                #schema
            },
        })
    }

    /// The constants and the check of the limits.
    fn check(
        &self,
        ty: &Type,
        newtype: &Newtype,
        inner: &TokenStream,
        asked: &Asked,
    ) -> TokenStream {
        if newtype.limits.is_empty() {
            return TokenStream::new();
        }
        let name = ty.name.ident();
        // Of a text, the borrowing form has that of the owned one.
        if newtype.inner == TypeRef::Text && self.form == Form::Borrowed {
            return quote! {
                impl #name {
                    pub(super) fn check(text: &str) -> ::core::result::Result<(), support::Refused> {
                        super::#name::check(text)
                    }
                }
            };
        }
        let taken = match &newtype.inner {
            TypeRef::Text => quote! { text: &str },
            TypeRef::List(item) => {
                let item = self.rust(item);
                quote! { items: &[#item] }
            }
            native if is_native(native) => quote! { value: #inner },
            _ => quote! { value: &#inner },
        };
        let Asked {
            constants, checks, ..
        } = asked;
        quote! {
            impl #name {
                #constants

                pub(super) fn check(#taken) -> ::core::result::Result<(), support::Refused> {
                    #checks
                    ::core::result::Result::Ok(())
                }
            }
        }
    }

    /// How it is made, read, written, and what it lends.
    fn ways(
        &mut self,
        index: usize,
        ty: &Type,
        newtype: &Newtype,
        inner: &TokenStream,
    ) -> TokenStream {
        let own_ways = self.own_ways(index).map(|own| quote! { but #own; });
        let name = ty.name.ident();
        let base = ty.location.to_string();
        let (place, known) = self.known_from(&base, ty);
        let is_any = newtype.limits.is_empty() && ty.checks.is_empty();
        let target = match &newtype.inner {
            TypeRef::Text => quote! { str },
            // What takes any item is changed as the list that it is.
            TypeRef::List(item) if !is_any => {
                let item = self.rust(item);
                quote! { [#item] }
            }
            TypeRef::Boxed(boxed) => self.rust(boxed),
            _ => inner.clone(),
        };
        // What is inside has places of its own; else the place of the use will do.
        let has_own = match ty.place {
            Place::At(_) => false,
            Place::Of(..) | Place::Between(..) | Place::Bounds(..) => true,
            Place::Asked(..) => matches!(newtype.inner, TypeRef::Integer(_)),
        };
        let own = has_own.then(|| quote! { own true; });
        let from = match (newtype.limits.is_empty(), ty.checks.is_empty()) {
            (true, true) => quote! { any },
            (true, false) => quote! { asked },
            (false, _) if is_native(&newtype.inner) => quote! { limited by_value },
            (false, _) if newtype.inner == TypeRef::Text => quote! { limited by_text },
            (false, _) => quote! { limited by_ref },
        };
        let is_shown = matches!(
            newtype.inner,
            TypeRef::Text
                | TypeRef::Integer(_)
                | TypeRef::Number
                | TypeRef::Float(_)
                | TypeRef::Boolean
        );
        let shown = is_shown.then(|| quote! { shown true; });
        let asks = self.asks(ty, true);
        let is_distinct = is_distinct(ty) && matches!(newtype.inner, TypeRef::List(_));
        let distinct = is_distinct.then(|| quote! { distinct true; });
        let is_ahead = matches!(newtype.inner, TypeRef::Map(_))
            && super::likely::asks_names_alone(&self.model.rules, ty);
        let ahead = is_ahead.then(|| quote! { ahead true; });
        let is_counted = match &newtype.inner {
            TypeRef::List(_) => !is_any && ty.checks.is_empty(),
            TypeRef::Map(_) => super::likely::leaves_values(&self.model.rules, ty),
            _ => false,
        };
        let contents = self.contents(&name, &newtype.inner, is_any, is_counted);
        let parsed = self.parsed(index, &name);
        quote! {
            support::newtype! {
                pub #name(#inner) as #target, in #base at #place;
                #own_ways
                #known
                from #from;
                #own
                #shown
                #distinct
                #ahead
                #asks
            }
            #contents
            #parsed
        }
    }
}

/// Whether all that is asked of a list is that its items differ.
fn is_distinct(ty: &Type) -> bool {
    let unique = Part::Keyword(Word::UniqueItems);
    !ty.checks.is_empty() && ty.checks.iter().all(|check| check.part == unique)
}
