//! Types in types in types, as deep as the compiler follows.
//!
//! rustc gives up on chains of about a hundred distinct types that hold one
//! another (E0320), and no module can raise that limit. Where a chain grows
//! longer than [`DEEPEST`], a member is kept as a `serde_json::Value`, and a
//! predicate on the object enforces what its schema says.

use super::model::{Check, Model, Part, Shape, TypeRef};
use crate::components::components;

/// How many types may hold one another.
const DEEPEST: usize = 48;

/// How deep lists and maps without names may be.
pub(super) const DEEPEST_INLINE: usize = 24;

/// Cuts chains of types that are too long.
pub(super) fn cut(model: &mut Model) {
    let count = model.types.len();
    let held: Vec<Vec<usize>> = model.types.iter().map(|ty| named(&ty.shape)).collect();
    let component = components(count, |index| held[index].clone());
    // Components are numbered from the ends of the chains upwards.
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|index| component[*index]);
    let mut heights: Vec<usize> = vec![0; count];
    for index in order {
        let own = component[index];
        let height = |leaf: Option<usize>, heights: &[usize]| {
            let below = leaf.filter(|leaf| component[*leaf] != own);
            below.map_or(0, |leaf| heights[leaf])
        };
        let ty = &mut model.types[index];
        let mut cut = false;
        if let Shape::Struct(object) = &mut ty.shape {
            for field in &mut object.fields {
                if height(leaf(&field.ty), &heights) + 1 > DEEPEST {
                    field.ty = TypeRef::Any;
                    cut = true;
                }
            }
        }
        let leaves = named(&ty.shape).into_iter();
        let highest = leaves.map(|leaf| height(Some(leaf), &heights)).max();
        heights[index] = highest.unwrap_or(0) + 1;
        if cut {
            ty.checks.extend(ty.rules.iter().map(|rule| Check {
                rule: *rule,
                part: Part::Whole,
            }));
        }
    }
}

/// How deep a use nests lists and maps without names.
pub(super) fn inline(ty: &TypeRef) -> usize {
    match ty {
        TypeRef::List(inner) | TypeRef::Map(inner) => inline(inner) + 1,
        TypeRef::Nullable(inner) | TypeRef::Boxed(inner) => inline(inner),
        _ => 0,
    }
}

/// The named types that a shape uses.
fn named(shape: &Shape) -> Vec<usize> {
    shape.uses().into_iter().filter_map(leaf).collect()
}

fn leaf(ty: &TypeRef) -> Option<usize> {
    match ty.innermost() {
        TypeRef::Named(id) => Some(id.0 as usize),
        _ => None,
    }
}
