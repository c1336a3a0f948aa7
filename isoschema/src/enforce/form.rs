//! The forms that a type has, and which types have both.

use std::collections::HashSet;

use crate::components::spread;
use crate::plan::inhabited::hollow;
use crate::plan::model::{Model, Shape, TypeId, TypeRef};

/// How a type keeps its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// As `String`.
    Owned,
    /// As `Cow<'de, str>`, in a module below the owned form's.
    Borrowed,
}

/// Which types of a model hold texts, and so have a borrowing form.
pub(super) struct Borrows {
    pub(super) holds: Vec<bool>,
    hollow: Vec<bool>,
}

impl Borrows {
    pub(super) fn of(model: &Model) -> Self {
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); model.types.len()];
        for (index, ty) in model.types.iter().enumerate() {
            for id in ty.shape.named() {
                users[id.0 as usize].push(index);
            }
        }
        let mut holds: Vec<bool> = model.types.iter().map(|ty| has_texts(&ty.shape)).collect();
        spread(&users, &mut holds);
        Self {
            holds,
            hollow: hollow(model),
        }
    }

    /// Whether a use of a type holds texts.
    pub(super) fn holds(&self, ty: &TypeRef) -> bool {
        match ty.innermost() {
            TypeRef::Named(id) if self.holds[id.0 as usize] => true,
            _ => is_text(ty),
        }
    }

    /// Whether a type must hold, or may be, something that has no values.
    pub(super) fn is_hollow(&self, index: usize) -> bool {
        self.hollow[index]
    }
}

/// The types of a model that have a borrowing form.
pub(crate) fn borrowing(model: &Model) -> HashSet<TypeId> {
    let borrows = Borrows::of(model);
    let ids = (0..).map(TypeId).zip(borrows.holds);
    ids.filter(|(_, holds)| *holds).map(|(id, _)| id).collect()
}

/// Whether a shape holds texts itself: the names of members, codes that are
/// not listed, and whatever else is a text.
fn has_texts(shape: &Shape) -> bool {
    let has_names = match shape {
        Shape::Struct(object) => object.additional != TypeRef::Never || !object.patterns.is_empty(),
        Shape::Values(values) => values.open,
        _ => false,
    };
    has_names || shape.uses().into_iter().any(is_text)
}

/// Whether a use is of texts, whatever the named types in it are.
fn is_text(ty: &TypeRef) -> bool {
    match ty {
        TypeRef::Text | TypeRef::Any => true,
        TypeRef::Map(inside) if inside.key.is_none() => true,
        _ => ty.content().is_some_and(is_text),
    }
}
