//! Types → those that their items name.

use std::collections::BTreeSet;

use crate::plan::model::{Model, Shape};

/// The types that the items of some types may name: what these consist of, and
/// what a newtype among that consists of, since setters take it bare.
pub(super) fn used(model: &Model, types: &[usize]) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> = BTreeSet::new();
    let mut open: Vec<usize> = types.to_vec();
    while let Some(index) = open.pop() {
        for id in model.types[index].shape.named() {
            let used = id.0 as usize;
            let is_newtype = matches!(model.types[used].shape, Shape::Newtype(_));
            if found.insert(used) && is_newtype {
                open.push(used);
            }
        }
    }
    found
}
