//! The attributes of a type: what it derives, and what the configuration adds.

use proc_macro2::TokenStream;
use quote::{ToTokens as _, quote};

use crate::plan::model::{Shape, Type};

use super::Enforcer;
use super::added::is_public;

impl Enforcer<'_> {
    /// What a type derives, and the attributes that it is given; of an enum and a struct
    /// whether others can exhaust it.
    pub(super) fn derived(&self, index: usize, default: Option<&TokenStream>) -> TokenStream {
        let ty = &self.model.types[index];
        // A union on which predicates ride is a newtype around its forms.
        let is_wrapped = matches!(ty.shape, Shape::Union(_)) && !is_public(ty);
        let open = (!is_wrapped).then(|| self.open(index));
        let derives = self.traits.derives(index);
        let more = self.more(index);
        let added = self.features.added.get(index);
        let attributes = added.into_iter().flat_map(|it| &it.attributes);
        let attributes = attributes.filter_map(|text| text.parse::<TokenStream>().ok());
        quote! {
            #[derive(#derives #default #more)]
            #(#attributes)*
            #open
        }
    }

    /// The same of the forms of a union, where these are apart.
    pub(super) fn derived_forms(&self, index: usize, ty: &Type) -> TokenStream {
        if is_public(ty) {
            return self.derived(index, None);
        }
        let derives = self.traits.derives(index);
        let (more, open) = (self.more(index), self.open(index));
        quote! {
            #[derive(#derives #more)]
            #open
        }
    }

    /// What the configuration adds to the derives of a type, each behind a comma.
    pub(super) fn more(&self, index: usize) -> TokenStream {
        let added = self.features.added.get(index);
        let paths = added.into_iter().flat_map(|it| &it.derives);
        paths
            .filter_map(|path| syn::parse_str::<syn::Path>(path).ok())
            .map(|path| {
                let path = path.to_token_stream();
                quote! { , #path }
            })
            .collect()
    }

    fn open(&self, index: usize) -> Option<TokenStream> {
        let added = self.features.added.get(index)?;
        added.is_open.then(|| quote! { #[non_exhaustive] })
    }
}
