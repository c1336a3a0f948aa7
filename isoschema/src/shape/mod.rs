//! `Model` → typify → items.
//!
//! typify makes the item of each definition, a struct or an enum with its fields or variants and what is said of them:
//! it is asked in a `TypeSpace` of the definition's own, under its Rust names. Every member is required, and
//! its value a reference to a slot that is mapped to a placeholder path, so that optional cannot collapse into
//! nullable. [`shape`] puts the model's types in the slots' places. A name that typify would change (`V2_0`) is put
//! back, and the report counts it.

mod ask;
mod docs;
mod outline;
mod restore;

use proc_macro2::{Ident, TokenStream};
use syn::parse::Parser as _;

pub(crate) use docs::lines;
pub use outline::{Body, Member, Outline, Unit};

/// Why a definition could not be shaped.
///
/// Each of these is a fault of the engine or of the pinned typify, not of
/// the schema.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ShapeError {
    /// typify refused the definition.
    #[error("typify refused to shape `{name}`: {message}")]
    Refused {
        /// The item's name.
        name: String,
        /// typify's error.
        message: String,
    },
    /// typify's item is not the one that was asked for.
    #[error("typify gave `{name}` an unexpected shape: {message}")]
    Unexpected {
        /// The item's name.
        name: String,
        /// What was not as asked.
        message: String,
    },
}

/// Shapes one definition: a bare item (struct or enum) with its documentation, and final names
/// and types, in order, without other attributes, derives or impls; with those of the names that had to be put
/// back. The item and its fields are `pub`.
///
/// # Errors
///
/// A refusal of typify, and an item of another shape than asked for, are reported under the
/// definition's name.
pub fn shape(outline: &Outline) -> Result<(syn::Item, Vec<Ident>), ShapeError> {
    let name = || outline.name.to_string();
    let item = ask::item(outline).map_err(|message| ShapeError::Refused {
        name: name(),
        message,
    })?;
    restore::restore(item, outline).map_err(|message| ShapeError::Unexpected {
        name: name(),
        message,
    })
}

/// Adds the attributes that the tokens spell.
pub(crate) fn attribute(attributes: &mut Vec<syn::Attribute>, tokens: TokenStream) {
    if let Ok(mut parsed) = syn::Attribute::parse_outer.parse2(tokens) {
        attributes.append(&mut parsed);
    }
}

#[cfg(test)]
mod tests;
