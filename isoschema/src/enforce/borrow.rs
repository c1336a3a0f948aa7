//! The second form of a type, whose texts borrow from the document.
//!
//! Both forms come from the same modules. What differs is how a text is kept,
//! and what follows from it; types without texts have one form.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::added::Added;
use super::form::Form;
use super::traits::Traits;
use super::{Enforcer, Features};

impl Enforcer<'_> {
    /// Goes over to the borrowing form. It has no builders and derives no
    /// schemas, and of the configured derives and attributes none: they may want
    /// what borrowing types cannot have.
    #[must_use]
    pub fn borrowing(self) -> Self {
        Self {
            features: Features {
                schemars: None,
                builders: false,
                added: self.features.added.iter().map(Added::borrowed).collect(),
                ..self.features
            },
            traits: Traits::of(self.model),
            names: super::names(self.model),
            form: Form::Borrowed,
            ..self
        }
    }

    /// Whether a type has a borrowing form.
    #[must_use]
    pub fn borrows(&self, index: usize) -> bool {
        self.borrows.holds[index]
    }

    /// What a form can be made from at once: a text that it borrows, or one
    /// that it copies.
    pub(super) fn given(&self) -> TokenStream {
        match self.form {
            Form::Owned => quote! { &str },
            Form::Borrowed => quote! { &'de str },
        }
    }

    /// That text, as the form keeps it.
    pub(super) fn kept(&self, text: &TokenStream) -> TokenStream {
        match self.form {
            Form::Owned => quote! { #text.to_owned() },
            Form::Borrowed => quote! { ::std::borrow::Cow::Borrowed(#text) },
        }
    }

    /// A `Cow<'de, str>`, as the form keeps it.
    pub(super) fn kept_text(&self, text: &TokenStream) -> TokenStream {
        match self.form {
            Form::Owned => quote! { #text.into_owned() },
            Form::Borrowed => text.clone(),
        }
    }

    /// A type of the owned form, by its path.
    pub(super) fn shared(&self, name: &Ident) -> TokenStream {
        match self.form {
            Form::Owned => quote! { #name },
            Form::Borrowed => quote! { super::#name },
        }
    }
}
