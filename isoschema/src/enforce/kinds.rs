//! The kinds of values in the runtime's terms.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::rules::kinds::Kinds;

use super::ident;

/// The kinds under their names in the runtime.
pub(super) const NAMES: [(Kinds, &str); 7] = [
    (Kinds::NULL, "NULL"),
    (Kinds::BOOLEAN, "BOOLEAN"),
    (Kinds::INTEGER, "INTEGER"),
    (Kinds::FRACTION, "FRACTION"),
    (Kinds::STRING, "STRING"),
    (Kinds::ARRAY, "ARRAY"),
    (Kinds::OBJECT, "OBJECT"),
];

/// A set of kinds in the runtime's terms.
pub(super) fn kinds(kinds: Kinds) -> TokenStream {
    let names: Vec<Ident> = NAMES
        .into_iter()
        .filter(|(kind, _)| kinds.contains(*kind))
        .map(|(_, name)| ident(name))
        .collect();
    match names.split_first() {
        None => quote! { support::Kinds(0) },
        Some((first, rest)) => quote! { support::Kinds::#first #(.or(support::Kinds::#rest))* },
    }
}
