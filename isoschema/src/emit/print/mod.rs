//! Items → text: what people read by prettyplease, its machinery by a printer
//! that breaks lines and no more.
//!
//! prettyplease needs a syntax tree, which a build script without optimization
//! pays for; so it gets definitions alone, those of one type at a time.

mod line;
mod machinery;
mod near;
pub(super) mod prelude;
#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use syn::{Item, ItemEnum, ItemStruct};

use crate::config::kinds::Visibility;

pub(super) use machinery::machinery;
pub(super) use near::near;

/// The text of definitions, an empty line before each.
///
/// # Errors
///
/// Tokens that are no items.
pub(super) fn definition(items: TokenStream, visibility: Visibility) -> syn::Result<String> {
    let mut file = syn::parse2::<syn::File>(items)?;
    let mut out = String::new();
    for mut item in std::mem::take(&mut file.items) {
        if let (
            Visibility::Crate,
            Item::Struct(ItemStruct { attrs, .. }) | Item::Enum(ItemEnum { attrs, .. }),
        ) = (visibility, &mut item)
        {
            // What a crate does not use of its own types is no mistake.
            attrs.push(syn::parse_quote! { #[allow(dead_code)] });
        }
        file.items = vec![item];
        out.push('\n');
        out.push_str(&prettyplease::unparse(&file));
    }
    Ok(out)
}
