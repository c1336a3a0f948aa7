//! Required members and positions that have one value: facts of the type that holds them.
//!
//! They need no field, and their values no type of their own.

use std::collections::{HashMap, HashSet};

use crate::load::json::{Json, JsonKind};
use crate::rules::id::RuleId;

use super::model::{Inside, Model, Place, Shape, Type, TypeId, TypeRef};

/// Makes facts of a model's required constants, and takes out the types that nothing
/// is of any more.
pub(super) fn settle(definitions: &HashMap<RuleId, Option<TypeRef>>, model: &mut Model) {
    let mut left: HashSet<TypeId> = HashSet::new();
    let constants: Vec<Option<Json>> = model.types.iter().map(constant).collect();
    let places: Vec<_> = model.types.iter().map(|ty| ty.place.clone()).collect();
    let mut fact = |ty: &mut TypeRef, place: &mut Place| {
        let value = match ty {
            TypeRef::Null => Json::new(JsonKind::Null),
            TypeRef::Named(id) => {
                let value = constants[id.0 as usize].clone()?;
                *place = places[id.0 as usize].clone();
                left.insert(*id);
                value
            }
            _ => return None,
        };
        *ty = TypeRef::Null;
        Some(value)
    };
    for ty in &mut model.types {
        match &mut ty.shape {
            Shape::Struct(object) => {
                let fields = object.fields.iter_mut();
                for field in fields.filter(|field| field.required.is_some()) {
                    field.constant = fact(&mut field.ty, &mut field.place);
                }
            }
            Shape::Tuple(tuple) => {
                for position in tuple.positions.iter_mut().take(tuple.required) {
                    position.constant = fact(&mut position.ty, &mut position.place);
                }
            }
            Shape::Newtype(_) | Shape::Values(_) | Shape::Union(_) | Shape::Foreign(_) => {}
        }
    }
    for ty in &model.types {
        for id in ty.shape.named() {
            left.remove(&id);
        }
    }
    let kept = model.roots.iter().map(|root| root.id);
    for id in kept.chain(definitions.values().flatten().filter_map(named)) {
        left.remove(&id);
    }
    if !left.is_empty() {
        take_out(&left, model);
    }
}

/// The one value of a type, where its reader asks for nothing else.
fn constant(ty: &Type) -> Option<Json> {
    match &ty.shape {
        Shape::Values(values) if !values.open && ty.checks.is_empty() => {
            match values.variants.as_slice() {
                [only] => Some(only.value.clone()),
                _ => None,
            }
        }
        _ => None,
    }
}

fn named(used: &TypeRef) -> Option<TypeId> {
    match used.innermost() {
        TypeRef::Named(id) => Some(*id),
        _ => None,
    }
}

/// Takes types out, and gives the others their new places.
fn take_out(left: &HashSet<TypeId>, model: &mut Model) {
    let mut ids = Vec::with_capacity(model.types.len());
    let mut next = 0;
    for id in (0..).map(TypeId).take(model.types.len()) {
        ids.push((!left.contains(&id)).then_some(TypeId(next)));
        next += u32::from(!left.contains(&id));
    }
    let mut index = 0..;
    model
        .types
        .retain(|_| index.next().is_some_and(|at| ids[at].is_some()));
    let moved = |used: &mut TypeRef| move_use(used, &ids);
    for ty in &mut model.types {
        match &mut ty.shape {
            Shape::Newtype(newtype) => moved(&mut newtype.inner),
            Shape::Values(_) | Shape::Foreign(_) => {}
            Shape::Struct(object) => {
                object.fields.iter_mut().for_each(|it| moved(&mut it.ty));
                object.patterns.iter_mut().for_each(|it| moved(&mut it.ty));
                moved(&mut object.additional);
            }
            Shape::Tuple(tuple) => {
                tuple.positions.iter_mut().for_each(|it| moved(&mut it.ty));
                moved(&mut tuple.rest);
            }
            Shape::Union(union) => union.arms.iter_mut().for_each(|it| moved(&mut it.ty)),
        }
    }
    for root in &mut model.roots {
        if let Some(id) = ids[root.id.0 as usize] {
            root.id = id;
        }
    }
    model.used.iter_mut().flatten().for_each(moved);
}

/// A use, with the new place of the type in it; a type that is gone has one value.
fn move_use(used: &mut TypeRef, ids: &[Option<TypeId>]) {
    match used {
        TypeRef::Named(id) => match ids[id.0 as usize] {
            Some(moved) => *id = moved,
            None => *used = TypeRef::Null,
        },
        TypeRef::Nullable(inner) | TypeRef::Boxed(inner) => move_use(inner, ids),
        TypeRef::List(Inside { ty, key, .. }) | TypeRef::Map(Inside { ty, key, .. }) => {
            *key = key.and_then(|id| ids[id.0 as usize]);
            move_use(ty, ids);
        }
        _ => {}
    }
}
