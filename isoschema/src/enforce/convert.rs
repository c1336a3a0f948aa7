//! From one form of a type to the other.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::plan::model::{Inside, Struct, Tuple, TypeRef, Union, Values};

use super::allow::long;
use super::form::Form;
use super::{Enforcer, ident};

/// What a type consists of, as far as conversions ask.
pub(super) enum Contents<'a> {
    /// One value.
    Newtype(&'a TypeRef),
    /// The forms of a checked union.
    Form,
    /// Members.
    Struct(&'a Struct),
    /// Positions.
    Tuple(&'a Tuple),
    /// Codes, and the type of those that are not listed.
    Codes(&'a Values, &'a Ident),
    /// One of several values.
    Union(&'a Union),
}

/// The form that a conversion leads to.
#[derive(Clone, Copy, PartialEq, Eq)]
enum To {
    /// From a borrowing value, to one with texts of its own.
    Owned,
    /// From a reference to an owned value, to one that borrows from it.
    Borrowed,
}

/// A place that holds a value, and whether it is a reference to it.
#[derive(Clone)]
struct Place(TokenStream, bool);

impl Place {
    fn reference(&self) -> TokenStream {
        let Self(place, is_reference) = self;
        let borrow = (!is_reference).then(|| quote! { & });
        quote! { #borrow #place }
    }
}

impl Enforcer<'_> {
    /// `From` in both directions and `into_owned`, for a type of the
    /// borrowing form.
    pub(super) fn conversions(
        &self,
        index: usize,
        name: &Ident,
        contents: &Contents<'_>,
    ) -> TokenStream {
        if self.form == Form::Owned {
            return TokenStream::new();
        }
        let long = long(contents.lines(), &[]);
        // What has no values cannot be converted, and the compiler sees it.
        let hollow = self.borrows.is_hollow(index).then(|| {
            quote! { #[allow(unconditional_recursion, unreachable_code)] }
        });
        let allowed = quote! { #long #hollow };
        let owned = self.converted(To::Owned, name, contents);
        let borrowed = self.converted(To::Borrowed, name, contents);
        quote! {
            impl #name {
                /// The same value with texts of its own.
                #[must_use]
                pub fn into_owned(self) -> super::#name {
                    ::core::convert::From::from(self)
                }
            }

            impl ::core::convert::From<#name> for super::#name {
                #allowed
                fn from(value: #name) -> Self {
                    #owned
                }
            }

            impl ::core::convert::From<&'de super::#name> for #name {
                #allowed
                fn from(value: &'de super::#name) -> Self {
                    #borrowed
                }
            }
        }
    }

    /// The body of a conversion of `value`.
    fn converted(&self, to: To, name: &Ident, contents: &Contents<'_>) -> TokenStream {
        let source = match to {
            To::Owned => quote! { #name },
            To::Borrowed => quote! { super::#name },
        };
        match contents {
            Contents::Newtype(inner) => {
                let value = self.convert(to, inner, &Place(quote! { value.0 }, false));
                quote! { Self(#value) }
            }
            Contents::Form => match to {
                To::Owned => quote! { Self(::core::convert::From::from(value.0)) },
                To::Borrowed => quote! { Self(::core::convert::From::from(&value.0)) },
            },
            Contents::Struct(object) => {
                let fields = object.variable().map(|field| {
                    let is_required = field.required.is_some();
                    self.field(to, &field.ident.ident(), &field.ty, is_required)
                });
                let rest = (object.additional != TypeRef::Never)
                    .then_some((&object.additional_ident, &object.additional));
                let bags = object
                    .patterns
                    .iter()
                    .map(|bag| (&bag.ident, &bag.ty))
                    .chain(rest)
                    .map(|(name, value)| self.bag_converted(to, &name.ident(), value));
                quote! { Self { #(#fields)* #(#bags)* } }
            }
            Contents::Tuple(tuple) => {
                let fields = tuple.variable().map(|(index, position)| {
                    let is_required = index < tuple.required;
                    self.field(to, &position.ident.ident(), &position.ty, is_required)
                });
                let rest = (tuple.rest != TypeRef::Never).then(|| {
                    let rest = TypeRef::List(Inside {
                        ty: Box::new(tuple.rest.clone()),
                        place: tuple.rest_place.clone(),
                        key: None,
                        fixed: None,
                    });
                    self.field(to, &ident("rest"), &rest, true)
                });
                quote! { Self { #(#fields)* #rest } }
            }
            Contents::Codes(values, other) => {
                let codes = values.variants.iter().map(|variant| {
                    let variant = variant.ident.ident();
                    quote! { #source::#variant => Self::#variant, }
                });
                let text = self.convert(to, &TypeRef::Text, &Place(quote! { code.0 }, false));
                let other = match to {
                    To::Owned => quote! { super::#other },
                    To::Borrowed => quote! { #other },
                };
                quote! {
                    match value {
                        #(#codes)*
                        #source::Other(code) => Self::Other(#other(#text)),
                    }
                }
            }
            Contents::Union(union) => {
                let arms = union.arms.iter().map(|arm| {
                    let variant = arm.ident.ident();
                    if arm.ty == TypeRef::Null {
                        return quote! { #source::#variant => Self::#variant, };
                    }
                    let is_reference = to == To::Borrowed;
                    let place = Place(quote! { value }, is_reference);
                    let value = self.convert(to, &arm.ty, &place);
                    quote! { #source::#variant(value) => Self::#variant(#value), }
                });
                quote! { match value { #(#arms)* } }
            }
        }
    }

    /// A field of `value`.
    fn field(&self, to: To, name: &Ident, ty: &TypeRef, is_required: bool) -> TokenStream {
        let optional;
        let ty = if is_required {
            ty
        } else {
            optional = TypeRef::Nullable(Box::new(ty.clone()));
            &optional
        };
        let value = self.convert(to, ty, &Place(quote! { value.#name }, false));
        quote! { #name: #value, }
    }

    /// A bag of members of `value`.
    fn bag_converted(&self, to: To, name: &Ident, ty: &TypeRef) -> TokenStream {
        let function = self.function(to, ty);
        match to {
            To::Owned => quote! { #name: value.#name.into_owned_by(#function), },
            To::Borrowed => quote! { #name: value.#name.lend_by(#function), },
        }
    }

    /// The value at a place in the other form.
    fn convert(&self, to: To, ty: &TypeRef, place: &Place) -> TokenStream {
        let Place(value, is_reference) = place;
        let reference = place.reference();
        if !self.borrows.holds(ty) {
            return match to {
                To::Borrowed if !self.traits.is_copy(ty) => {
                    quote! { ::core::clone::Clone::clone(#reference) }
                }
                To::Borrowed if *is_reference => quote! { *#value },
                To::Owned | To::Borrowed => quote! { #value },
            };
        }
        match (ty, to) {
            (TypeRef::Nullable(inner), _) => {
                let function = self.function(to, inner);
                let lend = (to == To::Borrowed).then(|| quote! { .as_ref() });
                quote! { #value #lend.map(#function) }
            }
            (TypeRef::List(inner), _) if inner.fixed.is_some() => {
                let function = self.function(to, inner);
                let lend = (to == To::Borrowed).then(|| quote! { .each_ref() });
                quote! { #value #lend.map(#function) }
            }
            (TypeRef::List(inner), _) => {
                let function = self.function(to, inner);
                let each = each(to);
                quote! { #value.#each().map(#function).collect() }
            }
            (TypeRef::Map(inner), _) => {
                let is_reference = to == To::Borrowed;
                let place = Place(quote! { name }, is_reference);
                let key = inner.key.map_or(TypeRef::Text, TypeRef::Named);
                let name = self.convert(to, &key, &place);
                let place = Place(quote! { value }, is_reference);
                let item = self.convert(to, inner, &place);
                let each = each(to);
                quote! { #value.#each().map(|(name, value)| (#name, #item)).collect() }
            }
            (TypeRef::Boxed(inner), _) => {
                let more = is_reference.then(|| quote! { * });
                let mut content = quote! { *#more #value };
                // What is no argument has methods called on it.
                if !matches!(**inner, TypeRef::Named(_)) {
                    content = quote! { (#content) };
                }
                let inner = self.convert(to, inner, &Place(content, false));
                quote! { ::std::boxed::Box::new(#inner) }
            }
            (TypeRef::Named(_), To::Owned) => quote! { ::core::convert::From::from(#value) },
            (TypeRef::Named(_), To::Borrowed) => quote! { ::core::convert::From::from(#reference) },
            (TypeRef::Any, To::Borrowed) => quote! { support::Value::from(#reference) },
            (_, To::Borrowed) => quote! { ::std::borrow::Cow::from(#reference) },
            (_, To::Owned) => quote! { #value.into_owned() },
        }
    }

    /// The same as a function.
    fn function(&self, to: To, ty: &TypeRef) -> TokenStream {
        match (ty, to) {
            (TypeRef::Text, To::Owned) => quote! { ::std::borrow::Cow::into_owned },
            (TypeRef::Text, To::Borrowed) => quote! { ::std::borrow::Cow::from },
            (TypeRef::Any, To::Owned) => quote! { support::Value::into_owned },
            (TypeRef::Any, To::Borrowed) => quote! { support::Value::from },
            (TypeRef::Named(_), _) if self.borrows.holds(ty) => {
                quote! { ::core::convert::From::from }
            }
            (ty, To::Owned) if !self.borrows.holds(ty) => quote! { ::core::convert::identity },
            (ty, To::Borrowed) if !self.borrows.holds(ty) => {
                quote! { ::core::clone::Clone::clone }
            }
            _ => {
                let place = Place(quote! { value }, to == To::Borrowed);
                let value = self.convert(to, ty, &place);
                quote! { |value| #value }
            }
        }
    }
}

impl Contents<'_> {
    /// How many lines a conversion has at most.
    fn lines(&self) -> usize {
        match self {
            Self::Newtype(_) | Self::Form => 1,
            Self::Struct(object) => 6 * (object.fields.len() + object.patterns.len()),
            Self::Tuple(tuple) => 6 * tuple.positions.len(),
            Self::Codes(values, _) => 2 * values.variants.len(),
            Self::Union(union) => 6 * union.arms.len(),
        }
    }
}

/// The method that goes through a list or a map.
fn each(to: To) -> TokenStream {
    match to {
        To::Owned => quote! { into_iter },
        To::Borrowed => quote! { iter },
    }
}
