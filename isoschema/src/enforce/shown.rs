//! What is shown as the text that it is: codes, texts, numbers, and enums that hold nothing else.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::keywords::literal::shown;
use crate::plan::model::{Model, Shape, Type, TypeRef, Union};

use super::Enforcer;

/// Enums inside of one another, as far as is looked.
const DEEPEST: usize = 8;

impl Enforcer<'_> {
    /// `Display` of an enum whose values are all shown as texts.
    pub(super) fn arms_shown(&self, union: &Union, name: &Ident) -> TokenStream {
        if !are_shown(self.model, union, DEEPEST) {
            return TokenStream::new();
        }
        let holding = union.arms.iter().filter(|arm| arm.constant.is_none());
        let holding = holding.map(|arm| arm.ident.ident());
        let constants = union.arms.iter().filter_map(|arm| {
            let (value, variant) = (arm.constant.as_ref()?, arm.ident.ident());
            let text = value
                .as_str()
                .map_or_else(|| shown(value), ToOwned::to_owned);
            Some(quote! { | #variant #text })
        });
        quote! { support::shown_arms! { #name: #(#holding)* #(#constants)* } }
    }
}

/// Whether a type has a `Display`.
pub(super) fn is_shown(model: &Model, ty: &Type) -> bool {
    is_shown_within(model, ty, DEEPEST)
}

fn is_shown_within(model: &Model, ty: &Type, deepest: usize) -> bool {
    match &ty.shape {
        Shape::Values(_) => true,
        Shape::Newtype(newtype) => is_scalar(&newtype.inner),
        Shape::Union(union) => ty.checks.is_empty() && are_shown(model, union, deepest),
        Shape::Foreign(foreign) => foreign.is_known() && !foreign.is_of_runtime(),
        Shape::Struct(_) | Shape::Tuple(_) => false,
    }
}

fn are_shown(model: &Model, union: &Union, deepest: usize) -> bool {
    let mut arms = union.arms.iter();
    !union.arms.is_empty()
        && deepest > 0
        && arms.all(|arm| {
            arm.member.is_none()
                && match &arm.ty {
                    TypeRef::Null => arm.constant.is_some(),
                    TypeRef::Named(id) => is_shown_within(model, model.get(*id), deepest - 1),
                    other => is_scalar(other),
                }
        })
}

/// Whether a newtype around it has a `Display`.
fn is_scalar(ty: &TypeRef) -> bool {
    matches!(
        ty,
        TypeRef::Text
            | TypeRef::Integer(_)
            | TypeRef::Number
            | TypeRef::Float(_)
            | TypeRef::Boolean
    )
}
