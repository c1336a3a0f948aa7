//! `Model` → typify → item skeletons.
//!
//! typify decides what a definition's item looks like: struct or enum, tuple
//! or named fields, what is `pub`. It never sees a real name or a real type.
//! Each form of a definition is asked about in a `TypeSpace` of its own, under surrogate
//! names (`T`, `f0`, `v0`, `S0`), every member required and a reference to a
//! slot that is mapped to a placeholder path. So names cannot collide or be
//! rewritten, fields cannot be sorted, and optional cannot collapse into
//! nullable. [`Shaper`] then puts the model's names and types back, by index.

mod ask;
mod restore;

use std::collections::HashMap;

use proc_macro2::Ident;

/// One definition for typify to shape.
#[derive(Clone)]
#[expect(
    clippy::large_enum_variant,
    reason = "one is made, shaped and dropped at a time"
)]
pub enum Outline {
    /// A struct with named fields; no field gives a struct without any.
    Struct {
        /// The struct's name.
        name: Ident,
        /// Name and type of each field, in order.
        fields: Vec<(Ident, syn::Type)>,
    },
    /// An enum of unit variants.
    Enum {
        /// The enum's name.
        name: Ident,
        /// The variants, in order.
        variants: Vec<Ident>,
    },
    /// An enum whose variants hold one value each.
    Union {
        /// The enum's name.
        name: Ident,
        /// Name and content of each variant, in order.
        variants: Vec<(Ident, syn::Type)>,
    },
    /// A tuple struct of one field.
    Newtype {
        /// The struct's name.
        name: Ident,
        /// The field's type.
        inner: syn::Type,
    },
}

impl Outline {
    /// The name of the item to shape.
    #[must_use]
    pub fn name(&self) -> &Ident {
        match self {
            Self::Struct { name, .. }
            | Self::Enum { name, .. }
            | Self::Union { name, .. }
            | Self::Newtype { name, .. } => name,
        }
    }

    /// What typify gets to know: the form and the number of members.
    fn form(&self) -> ask::Form {
        match self {
            Self::Struct { fields, .. } => ask::Form::Struct(fields.len()),
            Self::Enum { variants, .. } => ask::Form::Enum(variants.len()),
            Self::Union { variants, .. } => ask::Form::Union(variants.len()),
            Self::Newtype { .. } => ask::Form::Newtype,
        }
    }
}

/// Why a definition could not be shaped.
///
/// Each of these is a fault of the engine or of the pinned typify, not of
/// the schema.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ShapeError {
    /// typify panicked; its message.
    #[error("typify panicked while shaping `{name}`: {message}")]
    Panicked {
        /// The item's name.
        name: String,
        /// The panic's message.
        message: String,
    },
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

/// Shapes definitions.
///
/// typify is asked once about each form: what it gets to know of a definition
/// is its form alone, and a schema of a thousand structs has few of them.
#[derive(Default)]
pub struct Shaper {
    skeletons: HashMap<ask::Form, syn::Item>,
}

impl Shaper {
    /// Shapes one definition: a bare item (struct or enum) with final names
    /// and types, in order, without attributes, derives, docs or impls. The
    /// item and its fields are `pub`.
    ///
    /// # Errors
    ///
    /// A panic of typify, its refusal, and an item of another shape than asked
    /// for are reported under the definition's name.
    pub fn shape(&mut self, outline: &Outline) -> Result<syn::Item, ShapeError> {
        let name = || outline.name().to_string();
        let form = outline.form();
        let item = if let Some(item) = self.skeletons.get(&form) {
            item.clone()
        } else {
            let item = asked(form, &name)?;
            self.skeletons.insert(form, item.clone());
            item
        };
        restore::restore(item, outline).map_err(|message| ShapeError::Unexpected {
            name: name(),
            message,
        })
    }
}

/// typify's item for a form.
fn asked(form: ask::Form, name: &impl Fn() -> String) -> Result<syn::Item, ShapeError> {
    // Only the form crosses this line, so nothing can be left half-changed.
    match std::panic::catch_unwind(move || ask::skeleton(form)) {
        Ok(Ok(item)) => Ok(item),
        Ok(Err(message)) => Err(ShapeError::Refused {
            name: name(),
            message,
        }),
        Err(payload) => Err(ShapeError::Panicked {
            name: name(),
            message: panic_message(payload.as_ref()),
        }),
    }
}

fn panic_message(payload: &(dyn std::any::Any + Send)) -> String {
    payload
        .downcast_ref::<&str>()
        .map(|text| (*text).to_owned())
        .or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "no message".to_owned())
}

#[cfg(test)]
mod tests;
