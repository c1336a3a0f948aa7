//! A type's item: what typify makes of it, and the attributes that it gets.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens as _, quote};

use crate::plan::model::Type;
use crate::shape::{self, Body, Outline};

use super::form::Form;
use super::{EnforceError, Enforcer, Restored};

impl Enforcer<'_> {
    /// The item of a type, documented.
    pub(super) fn shaped(&mut self, ty: &Type, body: Body) -> Result<syn::Item, EnforceError> {
        self.outlined(ty, ty.name.ident(), self.documented(ty), body)
    }

    /// An item that a type takes.
    pub(super) fn outlined(
        &mut self,
        ty: &Type,
        name: Ident,
        doc: String,
        body: Body,
    ) -> Result<syn::Item, EnforceError> {
        let location = ty.location.to_string();
        let outline = Outline { name, doc, body };
        match shape::shape(&outline) {
            Ok((item, names)) => {
                // The borrowing form has the names of the owned one.
                if self.form == Form::Owned {
                    let entry = |name: Ident| Restored {
                        location: location.clone(),
                        item: outline.name.to_string(),
                        name: name.to_string(),
                    };
                    self.restored.extend(names.into_iter().map(entry));
                }
                Ok(item)
            }
            Err(error) => Err(EnforceError::Shape { location, error }),
        }
    }
}

/// The item with more attributes, behind its documentation.
pub(super) fn with(mut item: syn::Item, attributes: TokenStream) -> TokenStream {
    match &mut item {
        syn::Item::Struct(item) => shape::attribute(&mut item.attrs, attributes),
        syn::Item::Enum(item) => shape::attribute(&mut item.attrs, attributes),
        _ => return quote! { #attributes #item },
    }
    item.into_token_stream()
}
