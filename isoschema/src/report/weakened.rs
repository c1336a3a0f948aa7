//! Where options of the configuration weaken promises.

use std::collections::HashSet;

use crate::config::kinds::Integers;
use crate::config::settings::Config;
use crate::enforce::ty::display;
use crate::keywords::bound::Bound;
use crate::keywords::side::Side;
use crate::load::number::Edge;
use crate::plan::model::{Dispatch, Integer, Model, Shape, TypeId, TypeRef};
use crate::rules::rule::Rule;

use super::WeakenedEntry;

const NARROW: TypeRef = TypeRef::Integer(Integer::I64);

/// The types that hold something for which a promise is weakened.
pub(super) fn types(model: &Model, config: &Config) -> HashSet<TypeId> {
    let narrow = config.integers == Integers::Narrow;
    let mut users: Vec<Vec<TypeId>> = vec![Vec::new(); model.types.len()];
    let mut weak = HashSet::new();
    let mut open = Vec::new();
    for (id, ty) in (0_u32..).map(TypeId).zip(&model.types) {
        let mut is_weak = matches!(ty.shape, Shape::Foreign(_));
        for used in ty.shape.uses() {
            match used.innermost() {
                TypeRef::Integer(Integer::I64) => is_weak |= narrow,
                TypeRef::Named(part) => users[part.0 as usize].push(id),
                _ => {}
            }
        }
        if is_weak {
            weak.insert(id);
            open.push(id);
        }
    }
    while let Some(id) = open.pop() {
        for user in std::mem::take(&mut users[id.0 as usize]) {
            if weak.insert(user) {
                open.push(user);
            }
        }
    }
    weak
}

/// Every place, by promise.
pub(super) fn entries(model: &Model, config: &Config) -> Vec<WeakenedEntry> {
    let mut entries = Vec::new();
    let mut add = |promise, schema: String, rust: String, reason: &str| {
        entries.push(WeakenedEntry {
            promise,
            schema,
            rust,
            reason: reason.to_owned(),
        });
    };
    for ty in &model.types {
        let Shape::Foreign(foreign) = &ty.shape else {
            continue;
        };
        for (promise, reason) in [
            ("accept", "the type may refuse what the schema allows"),
            ("lossless", "the type decides what it keeps"),
            ("sound", "the type decides what it writes"),
            ("derived", "the type has a schema of its own, or none"),
        ] {
            let schema = ty.location.to_string();
            add(promise, schema, foreign.path.clone(), reason);
        }
    }
    if config.integers == Integers::Narrow {
        let reason = "integers that `i64` does not hold are refused";
        let mut seen = HashSet::new();
        for (rule, used) in model.rules.rules.iter().zip(&model.used) {
            let Some(used) = used else { continue };
            if is_narrowed(rule, used, model) && seen.insert(&rule.location) {
                let rust = display(model, used);
                add("accept", rule.location.to_string(), rust, reason);
            }
        }
    }
    entries
}

/// Whether a use is of `i64`: as it is, in a newtype, or as one of several
/// kinds.
fn is_narrow(used: &TypeRef, model: &Model) -> bool {
    let held = |used: &TypeRef| match used.innermost() {
        TypeRef::Named(id) => match &model.get(*id).shape {
            Shape::Newtype(newtype) => *newtype.inner.innermost() == NARROW,
            _ => false,
        },
        other => *other == NARROW,
    };
    match used.innermost() {
        TypeRef::Named(id) => match &model.get(*id).shape {
            Shape::Union(union) if matches!(union.dispatch, Dispatch::Kind) => {
                union.arms.iter().any(|arm| held(&arm.ty))
            }
            _ => held(used),
        },
        _ => held(used),
    }
}

/// Whether a rule's integers go beyond the type that they got.
fn is_narrowed(rule: &Rule, used: &TypeRef, model: &Model) -> bool {
    let (least, most) = (Edge::At(i64::MIN.into()), Edge::At(i64::MAX.into()));
    // Without a bound below, integers go beyond the type there, and so above.
    let goes_beyond = |side, is_beyond: &dyn Fn(&Bound) -> bool| {
        let mut bounds = rule.each::<Bound>().filter(|bound| bound.side == side);
        bounds.all(is_beyond)
    };
    let below = |bound: &Bound| bound.limit.decimal().ceil() < least;
    let above = |bound: &Bound| bound.limit.decimal().floor() > most;
    let beyond = goes_beyond(Side::Least, &below) || goes_beyond(Side::Most, &above);
    is_narrow(used, model) && beyond
}
