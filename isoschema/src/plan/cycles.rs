//! Types that hold themselves by value get a `Box` where the cycle closes.

use super::model::{Model, Shape, TypeRef};

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
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Closed,
    }
    let held: Vec<Vec<Option<usize>>> = model
        .types
        .iter_mut()
        .map(|ty| {
            uses(&mut ty.shape)
                .into_iter()
                .map(|used| used.held().map(|id| id.0 as usize))
                .collect()
        })
        .collect();
    let mut marks = vec![Mark::New; held.len()];
    let mut boxed: Vec<(usize, usize)> = Vec::new();
    for start in 0..held.len() {
        if marks[start] != Mark::New {
            continue;
        }
        marks[start] = Mark::Open;
        let mut path = vec![(start, 0)];
        while let Some((node, next)) = path.last_mut() {
            let (node, position) = (*node, *next);
            *next += 1;
            match held[node].get(position) {
                None => {
                    marks[node] = Mark::Closed;
                    path.pop();
                }
                Some(None) => {}
                Some(Some(target)) => match marks[*target] {
                    Mark::New => {
                        marks[*target] = Mark::Open;
                        path.push((*target, 0));
                    }
                    Mark::Open => boxed.push((node, position)),
                    Mark::Closed => {}
                },
            }
        }
    }
    for (node, position) in boxed {
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
