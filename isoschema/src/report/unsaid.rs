//! Why a type takes values of any kind: its schema says of one kind what they are, and no `type`.

use crate::plan::model::{Dispatch, Model, Shape, Type};
use crate::rules::kinds::Kinds;

const REASON: &str = "the schema says no `type`, so that values of other kinds fit too: \
                      `imply-type = true` below [generate] reads its keywords as one";

/// The reason, where `imply-type` would make a difference.
pub(super) fn unsaid(model: &Model, ty: &Type) -> Option<&'static str> {
    let Shape::Union(union) = &ty.shape else {
        return None;
    };
    let words = ty.rules.iter().flat_map(|id| {
        let stated = model.rules.get(*id).assertions().iter();
        stated.map(|it| it.word().kinds())
    });
    let about = words.fold(Kinds::NONE, Kinds::or);
    let is_one = [Kinds::OBJECT, Kinds::ARRAY].contains(&about);
    let is_any = union.kinds == Kinds::ALL && matches!(union.dispatch, Dispatch::Kind);
    (is_any && is_one).then_some(REASON)
}
