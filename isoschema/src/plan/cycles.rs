//! Types that hold themselves by value get a `Box` where the cycle closes.

use super::model::{Model, Shape, TypeRef};
use crate::components::closing;

/// A use of a type inside another one.
fn uses(shape: &mut Shape) -> Vec<&mut TypeRef> {
    match shape {
        Shape::Newtype(newtype) => vec![&mut newtype.inner],
        Shape::Values(_) | Shape::Foreign(_) => Vec::new(),
        Shape::Struct(object) => object
            .fields
            .iter_mut()
            .map(|field| &mut field.ty)
            .collect(),
        Shape::Tuple(tuple) => tuple
            .positions
            .iter_mut()
            .map(|position| &mut position.ty)
            .collect(),
        Shape::Union(union) => union.arms.iter_mut().map(|arm| &mut arm.ty).collect(),
    }
}

/// Boxes every use that leads back to a type that is still open on the way.
pub(super) fn box_cycles(model: &mut Model) {
    let count = model.types.len();
    // What holds nothing leads to one more node.
    let held = model.types.iter_mut().map(|ty| {
        let held = uses(&mut ty.shape).into_iter().map(|used| used.held());
        held.map(|id| id.map_or(count, |id| id.0 as usize))
            .collect()
    });
    let edges: Vec<Vec<usize>> = held.chain([Vec::new()]).collect();
    for (node, position) in closing(&edges) {
        if let Some(used) = uses(&mut model.types[node].shape).into_iter().nth(position) {
            put_in_box(used);
        }
    }
}

/// `Option<T>` becomes `Option<Box<T>>`, `T` becomes `Box<T>`.
fn put_in_box(used: &mut TypeRef) {
    if let TypeRef::Nullable(inner) = used {
        put_in_box(inner);
    } else {
        let inner = std::mem::replace(used, TypeRef::Any);
        *used = TypeRef::Boxed(Box::new(inner));
    }
}
