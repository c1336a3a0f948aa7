//! The ways between a type and its documents.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::plan::model::{Shape, Type, TypeRef};

use super::form::Form;
use super::shown::is_shown;
use super::{Enforcer, ident};

impl Enforcer<'_> {
    /// `Deserialize`, and JSON texts and values there and back.
    pub(super) fn document(&self, index: usize, name: &Ident) -> TokenStream {
        let own = self.own_ways(index).map(|own| quote! { but #own });
        let parsed = self.parsed(index, name);
        quote! {
            support::document! { pub #name #own }
            #parsed
        }
    }

    /// `FromStr` of what is shown, but is no text alone.
    pub(super) fn parsed(&self, index: usize, name: &Ident) -> Option<TokenStream> {
        let is_owned = self.form == Form::Owned;
        let is_parsed = is_owned && self.is_parsed(&self.model.types[index]);
        is_parsed.then(|| quote! { support::shown_parsed! { #name } })
    }

    fn is_parsed(&self, ty: &Type) -> bool {
        let is_text = match &ty.shape {
            Shape::Values(values) => values.text,
            Shape::Newtype(newtype) => newtype.inner == TypeRef::Text,
            Shape::Struct(_) | Shape::Tuple(_) | Shape::Union(_) | Shape::Foreign(_) => false,
        };
        !is_text && is_shown(self.model, ty)
    }

    /// What the type has in a way of its own.
    pub(super) fn own_ways(&self, index: usize) -> Option<TokenStream> {
        let ty = &self.model.types[index];
        let (is_text, is_any) = match &ty.shape {
            Shape::Values(values) => (values.text, false),
            Shape::Newtype(newtype) => {
                let inner = &newtype.inner;
                (*inner == TypeRef::Text, self.is_any(inner))
            }
            Shape::Union(union) => (false, union.arms.iter().any(|arm| self.is_any(&arm.ty))),
            _ => (false, false),
        };
        let own = [
            (is_text || self.is_parsed(ty), "from_str"),
            (is_any, "try_from"),
            (!self.traits.is_written(index), "to_json"),
        ];
        let own: Vec<Ident> = own
            .into_iter()
            .filter(|(is_own, _)| *is_own)
            .map(|(_, method)| ident(method))
            .collect();
        (!own.is_empty()).then(|| quote! { #(#own)* })
    }

    /// Whether a use is of whatever there is, by the runtime's name for it or by
    /// one that the configuration gives.
    fn is_any(&self, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::Any => true,
            TypeRef::Named(id) => match &self.model.get(*id).shape {
                Shape::Foreign(foreign) => foreign.path.ends_with("Value"),
                _ => false,
            },
            _ => false,
        }
    }
}
