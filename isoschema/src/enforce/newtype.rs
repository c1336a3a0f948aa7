//! Newtypes: a name around another type, with private contents where
//! something is asked of them.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::config::kinds::Maps;
use crate::keywords::emission::mentions;
use crate::plan::model::{Newtype, Place, Type, TypeRef};
use crate::shape::Outline;

use super::convert::Contents;
use super::form::Form;
use super::limit::Asked;
use super::traits::is_native;
use super::{EnforceError, Enforcer, Items, doc};

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
        let outline = Outline::Newtype {
            name: name.clone(),
            inner: syn::Type::Verbatim(inner.clone()),
        };
        let mut item = self.skeleton(ty, &outline)?;
        if let syn::Item::Struct(item) = &mut item {
            for field in &mut item.fields {
                field.vis = if is_private {
                    syn::Visibility::Inherited
                } else {
                    syn::Visibility::Public(syn::token::Pub::default())
                };
            }
        }
        let otherwise = otherwise(&newtype.inner);
        let doc = doc::item(&ty.notes, otherwise, &ty.location.to_string());
        let derives = self.traits.derives(index);
        let asked = self.asked(&newtype.inner, &newtype.limits);
        let schema = self.newtype_schema(ty, &inner, &asked.schema);
        let reading = self.reading(index, &name);
        let dates = newtype
            .temporal
            .map(|temporal| self.dates(temporal, &name, !is_private));
        let definition = quote! {
            #doc
            #[derive(#derives)]
            #item
        };
        if newtype.inner == TypeRef::Text && is_private && self.form == Form::Owned {
            let text = self.limited_text(ty, &asked);
            return Ok(Items {
                definition,
                machinery: quote! {
                    #text
                    #dates
                    #schema
                    #reading
                },
            });
        }
        let reader = self.newtype_reader(ty, newtype, &inner);
        let ways_in = self.ways_in(ty, newtype, &inner, &asked);
        let ways_out = self.ways_out(&name, newtype, &inner);
        let conversions = self.conversions(index, &name, &Contents::Newtype(&newtype.inner));
        let machinery = quote! {
            #ways_in
            #ways_out
            #conversions
            #dates
            #schema
            #reading
            #reader

            impl ::serde::Serialize for #name {
                fn serialize<S: ::serde::Serializer>(
                    &self,
                    serializer: S,
                ) -> ::core::result::Result<S::Ok, S::Error> {
                    ::serde::Serialize::serialize(&self.0, serializer)
                }
            }
        };
        Ok(Items {
            definition,
            machinery,
        })
    }

    /// A text of which something is asked.
    fn limited_text(&mut self, ty: &Type, asked: &Asked) -> TokenStream {
        let name = ty.name.ident();
        let base = ty.location.to_string();
        let (place, known) = self.known_from(&base, ty);
        let Asked {
            constants, checks, ..
        } = asked;
        let taken = if checks.is_empty() {
            quote! { _ }
        } else {
            quote! { text }
        };
        // Where only predicates are asked, nothing is left to check before.
        let unlimited = checks
            .is_empty()
            .then(|| quote! { #[allow(clippy::unnecessary_wraps)] });
        let asks = self.asks(ty, true);
        quote! {
            impl #name {
                #constants

                #unlimited
                fn check(#taken: &str) -> ::core::result::Result<(), support::Refused> {
                    #checks
                    ::core::result::Result::Ok(())
                }
            }

            support::text! {
                pub #name in #base at #place;
                #known
                #asks
            }
        }
    }

    fn newtype_reader(&mut self, ty: &Type, newtype: &Newtype, inner: &TokenStream) -> TokenStream {
        let name = ty.name.ident();
        // What is inside has places of its own; else the place of the use will do.
        let is_integer = matches!(newtype.inner, TypeRef::Integer(_));
        let has_own = match ty.place {
            Place::At(_) => false,
            Place::Of(..) | Place::Between(..) => true,
            Place::Asked(..) => is_integer,
        };
        let place = if has_own {
            quote! { Self::PLACE }
        } else {
            quote! { place }
        };
        let read = if has_own {
            quote! { support::read_own(tape, at, Self::PLACE, place) }
        } else {
            quote! { support::read(tape, at, place) }
        };
        let predicates = self.predicates(ty);
        let has_limits = !newtype.limits.is_empty();
        let check = self.check_of(&name, newtype);
        let kept = self.kept_text(&quote! { text });
        let scanned = match (&newtype.inner, has_limits) {
            (TypeRef::Text, true) => quote! {
                let text = scanner.text()?;
                #check(&text).ok()?;
                ::core::option::Option::Some(Self(#kept))
            },
            (inner_ref, true) => {
                let borrow = (!is_native(inner_ref)).then(|| quote! { & });
                quote! {
                    let value: #inner = support::Read::scan(scanner, #place)?;
                    #check(#borrow value).ok()?;
                    ::core::option::Option::Some(Self(value))
                }
            }
            (_, false) => quote! { support::Read::scan(scanner, #place).map(Self) },
        };
        let scan = ty.checks.is_empty().then(|| scan(&scanned, &quote! { '_ }));
        let body = match (&newtype.inner, has_limits) {
            (TypeRef::Text, true) if self.form == Form::Owned => quote! {
                let text = tape.text(at, place)?;
                Self::check(text).map_err(|refused| refused.at(at))?;
                #predicates
                ::core::result::Result::Ok(Self(text.to_owned()))
            },
            (inner_ref, true) if is_native(inner_ref) => quote! {
                let value: #inner = #read?;
                Self::check(value).map_err(|refused| refused.at(at))?;
                #predicates
                ::core::result::Result::Ok(Self(value))
            },
            (_, true) => quote! {
                let value: #inner = #read?;
                #check(&value).map_err(|refused| refused.at(at))?;
                #predicates
                ::core::result::Result::Ok(Self(value))
            },
            (_, false) => quote! {
                #predicates
                #read.map(Self)
            },
        };
        let known = self.known(ty);
        quote! {
            impl support::Read<'_> for #name {
                #known

                fn read(
                    tape: &support::Tape<'_>,
                    at: usize,
                    place: &'static support::Place,
                ) -> ::core::result::Result<Self, support::Fault> {
                    #body
                }

                #scan
            }
        }
    }

    /// `From` or `TryFrom`, with the checks and their constants.
    fn ways_in(
        &mut self,
        ty: &Type,
        newtype: &Newtype,
        inner: &TokenStream,
        asked: &Asked,
    ) -> TokenStream {
        let name = ty.name.ident();
        let is_text = newtype.inner == TypeRef::Text;
        let given = self.given();
        let kept = self.kept(&quote! { value });
        if newtype.limits.is_empty() && ty.checks.is_empty() {
            let text = is_text.then(|| {
                quote! {
                    impl ::core::convert::From<#given> for #name {
                        fn from(value: #given) -> Self {
                            Self(#kept)
                        }
                    }
                }
            });
            return quote! {
                impl ::core::convert::From<#inner> for #name {
                    fn from(value: #inner) -> Self {
                        Self(value)
                    }
                }
                #text
            };
        }
        let Asked {
            constants, checks, ..
        } = asked;
        let taken = match &newtype.inner {
            TypeRef::Text => quote! { text: &str },
            TypeRef::List(item) => {
                let item = self.rust(item);
                quote! { items: &[#item] }
            }
            native if is_native(native) => quote! { value: #inner },
            _ => quote! { value: &#inner },
        };
        let lent = match &newtype.inner {
            native if is_native(native) => quote! { value },
            _ => quote! { &value },
        };
        let check_of = self.check_of(&name, newtype);
        let has_check = is_text && self.form == Form::Borrowed;
        let check = (!newtype.limits.is_empty() && !has_check).then(|| {
            quote! {
                impl #name {
                    #constants

                    fn check(#taken) -> ::core::result::Result<(), support::Refused> {
                        #checks
                        ::core::result::Result::Ok(())
                    }
                }
            }
        });
        let call = (!newtype.limits.is_empty()).then(|| quote! { #check_of(#lent)?; });
        let checked = self.checked(ty);
        let made = if checked.is_empty() {
            quote! { ::core::result::Result::Ok(Self(value)) }
        } else {
            quote! {
                let candidate = Self(value);
                #checked
                ::core::result::Result::Ok(candidate)
            }
        };
        let from_str = (self.form == Form::Owned).then(|| {
            quote! {
                impl ::core::str::FromStr for #name {
                    type Err = support::Refused;

                    fn from_str(value: &str) -> ::core::result::Result<Self, support::Refused> {
                        Self::try_from(value.to_owned())
                    }
                }
            }
        });
        let text = is_text.then(|| {
            quote! {
                impl ::core::convert::TryFrom<#given> for #name {
                    type Error = support::Refused;

                    fn try_from(value: #given) -> ::core::result::Result<Self, support::Refused> {
                        Self::try_from(#kept)
                    }
                }
                #from_str
            }
        });
        quote! {
            #check

            impl ::core::convert::TryFrom<#inner> for #name {
                type Error = support::Refused;

                fn try_from(value: #inner) -> ::core::result::Result<Self, support::Refused> {
                    #call
                    #made
                }
            }
            #text
        }
    }

    /// The function that checks the limits: of a text, both forms have one.
    fn check_of(&self, name: &Ident, newtype: &Newtype) -> TokenStream {
        if newtype.inner == TypeRef::Text && self.form == Form::Borrowed {
            quote! { super::#name::check }
        } else {
            quote! { Self::check }
        }
    }

    /// `Deref`, `From<Newtype>` and what goes with the kind of contents.
    fn ways_out(&self, name: &Ident, newtype: &Newtype, inner: &TokenStream) -> TokenStream {
        let (target, deref) = match &newtype.inner {
            TypeRef::Text => (quote! { str }, quote! { &self.0 }),
            TypeRef::List(item) => {
                let item = self.rust(item);
                (quote! { [#item] }, quote! { &self.0 })
            }
            TypeRef::Boxed(boxed) => (self.rust(boxed), quote! { &self.0 }),
            _ => (inner.clone(), quote! { &self.0 }),
        };
        let shown = match &newtype.inner {
            TypeRef::Text => Some(quote! { formatter.write_str(&self.0) }),
            TypeRef::Integer(_) | TypeRef::Number | TypeRef::Boolean => Some(quote! {
                ::core::fmt::Display::fmt(&self.0, formatter)
            }),
            _ => None,
        };
        let display = shown.map(|body| {
            quote! {
                impl ::core::fmt::Display for #name {
                    fn fmt(&self, formatter: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                        #body
                    }
                }
            }
        });
        let text = (newtype.inner == TypeRef::Text).then(|| {
            quote! {
                impl #name {
                    /// The text.
                    #[must_use]
                    pub fn as_str(&self) -> &str {
                        &self.0
                    }
                }

                impl ::core::convert::AsRef<str> for #name {
                    fn as_ref(&self) -> &str {
                        &self.0
                    }
                }
            }
        });
        let hasher = (matches!(newtype.inner, TypeRef::Map(_)) && self.model.maps == Maps::HashMap)
            .then(|| quote! { #[allow(clippy::implicit_hasher)] });
        let (value, taken) = if newtype.inner == TypeRef::Null {
            (quote! { _ }, TokenStream::new())
        } else {
            (quote! { value }, quote! { value.0 })
        };
        // A type that holds itself has no way out by value but its field.
        quote! {
            #text

            impl ::core::ops::Deref for #name {
                type Target = #target;

                fn deref(&self) -> &#target {
                    #deref
                }
            }

            #hasher
            impl ::core::convert::From<#name> for #inner {
                fn from(#value: #name) -> Self {
                    #taken
                }
            }
            #display
        }
    }
}

/// What to say of a newtype that the schema does not describe.
fn otherwise(inner: &TypeRef) -> &'static str {
    match inner {
        TypeRef::Text => "A text.",
        TypeRef::Integer(_) => "An integer.",
        TypeRef::Number => "A number.",
        TypeRef::Boolean => "True or false.",
        TypeRef::List(_) => "A list.",
        TypeRef::Map(_) => "An object.",
        _ => "A value.",
    }
}

/// The reader that needs no tape.
pub(super) fn scan(body: &TokenStream, document: &TokenStream) -> TokenStream {
    let place = if mentions(body, "place") {
        quote! { place }
    } else {
        quote! { _ }
    };
    quote! {
        fn scan(
            scanner: &mut support::Scanner<#document>,
            #place: &'static support::Place,
        ) -> ::core::option::Option<Self> {
            #body
        }
    }
}
