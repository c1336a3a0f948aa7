//! `pub` → `pub(crate)`, for types that are a crate's own affair.

use syn::visit_mut::{self, VisitMut};

/// Narrows visibilities. What a crate does not use of its own types is no
/// mistake, so that the lint is told.
pub(super) struct Narrower;

impl VisitMut for Narrower {
    fn visit_visibility_mut(&mut self, visibility: &mut syn::Visibility) {
        if matches!(visibility, syn::Visibility::Public(_)) {
            *visibility = syn::parse_quote! { pub(crate) };
        }
    }

    fn visit_item_mut(&mut self, item: &mut syn::Item) {
        let attributes = match item {
            syn::Item::Struct(item) => Some(&mut item.attrs),
            syn::Item::Enum(item) => Some(&mut item.attrs),
            syn::Item::Impl(item) if item.trait_.is_none() => Some(&mut item.attrs),
            _ => None,
        };
        if let Some(attributes) = attributes {
            attributes.push(syn::parse_quote! { #[allow(dead_code)] });
        }
        visit_mut::visit_item_mut(self, item);
    }
}
