//! Which types have values at all.

use super::model::{Model, Shape, TypeRef};

/// For each type of a model whether it must hold, or may be, what has no values.
pub(crate) fn hollow(model: &Model) -> Vec<bool> {
    let made = inhabited(model);
    let is_empty = |ty: &&TypeRef| match ty.unboxed() {
        TypeRef::Named(id) => !made[id.0 as usize],
        other => *other == TypeRef::Never,
    };
    let types = model.types.iter();
    types
        .map(|ty| needed(&ty.shape).0.iter().any(is_empty))
        .collect()
}

/// For each type of a model whether a value of it can be made. A struct that
/// must hold what has no values has none, and so has one that must hold itself.
fn inhabited(model: &Model) -> Vec<bool> {
    let count = model.types.len();
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); count];
    // How many more of the types in each one have to have values.
    let mut missing: Vec<usize> = Vec::with_capacity(count);
    for (index, ty) in model.types.iter().enumerate() {
        let (needed, is_one_enough) = needed(&ty.shape);
        let mut open = 0;
        let mut is_made = needed.is_empty() && !is_one_enough;
        for used in needed {
            match used.unboxed() {
                TypeRef::Named(id) => {
                    users[id.0 as usize].push(index);
                    open += 1;
                }
                // Never more than this are missing, so it is never made.
                TypeRef::Never if !is_one_enough => open += count + 1,
                TypeRef::Never => {}
                _ => is_made |= is_one_enough,
            }
        }
        missing.push(match (is_one_enough, open) {
            _ if is_made => 0,
            (true, 0) => count + 1,
            (true, _) => 1,
            (false, open) => open,
        });
    }
    let mut made: Vec<bool> = missing.iter().map(|&missing| missing == 0).collect();
    let mut work: Vec<usize> = (0..count).filter(|&index| made[index]).collect();
    while let Some(index) = work.pop() {
        for &user in &users[index] {
            missing[user] = missing[user].saturating_sub(1);
            if missing[user] == 0 && !std::mem::replace(&mut made[user], true) {
                work.push(user);
            }
        }
    }
    made
}

/// What a shape must hold, and whether one of it is enough.
fn needed(shape: &Shape) -> (Vec<&TypeRef>, bool) {
    match shape {
        Shape::Newtype(newtype) => (vec![&newtype.inner], false),
        Shape::Values(_) | Shape::Foreign(_) => (Vec::new(), false),
        Shape::Struct(object) => {
            let required = object
                .fields
                .iter()
                .filter(|field| field.required.is_some());
            (required.map(|field| &field.ty).collect(), false)
        }
        Shape::Tuple(tuple) => {
            let required = tuple.positions.iter().take(tuple.required);
            (required.map(|position| &position.ty).collect(), false)
        }
        Shape::Union(union) => (union.arms.iter().map(|arm| &arm.ty).collect(), true),
    }
}
