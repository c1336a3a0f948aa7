//! What is shown as the text that it is: codes, texts, numbers, and enums that hold nothing else.

use crate::plan::model::{Model, Shape, Type, TypeRef, Union};

/// Enums inside of one another, as far as is looked.
const DEEPEST: usize = 8;

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

/// Whether all variants of an enum hold what is shown.
pub(super) fn holds_shown(model: &Model, union: &Union) -> bool {
    are_shown(model, union, DEEPEST)
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
