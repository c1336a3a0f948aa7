//! Where options of the configuration weaken promises.

use std::collections::HashSet;

use crate::components::spread;
use crate::config::kinds::Numbers;
use crate::config::settings::Config;
use crate::enforce::ty::display;
use crate::formats::ready;
use crate::formats::widths::Float;
use crate::plan::model::{Dispatch, Model, Shape, TypeId, TypeRef};

use super::WeakenedEntry;

/// The types that hold something for which a promise is weakened.
pub(super) fn types(model: &Model, config: &Config) -> Vec<bool> {
    let as_doubles = config.numbers == Numbers::F64;
    let mut users: Vec<Vec<usize>> = vec![Vec::new(); model.types.len()];
    let mut weak = vec![false; model.types.len()];
    for (index, ty) in model.types.iter().enumerate() {
        weak[index] = matches!(ty.shape, Shape::Foreign(_));
        for used in ty.shape.uses() {
            match used.innermost() {
                TypeRef::Number => weak[index] |= as_doubles,
                TypeRef::Float(_) => weak[index] = true,
                TypeRef::Named(part) => users[part.0 as usize].push(index),
                _ => {}
            }
        }
    }
    spread(&users, &mut weak);
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
    for (id, ty) in (0_u32..).map(TypeId).zip(&model.types) {
        let Shape::Foreign(foreign) = &ty.shape else {
            continue;
        };
        let places = if foreign.of_format {
            used(model, id)
        } else {
            vec![ty.location.to_string()]
        };
        let derived = if foreign.of_format {
            "the derived schema is that of any text"
        } else {
            "the type has a schema of its own, or none"
        };
        let known = ready::at(&foreign.path).filter(|_| foreign.of_format);
        let reasons = match known {
            Some(ready) => [
                ("accept", ready.accept),
                ("lossless", ready.lossless),
                ("sound", ready.sound),
                ("derived", derived),
            ],
            None => [
                ("accept", "the type may refuse what the schema allows"),
                ("lossless", "the type decides what it keeps"),
                ("sound", "the type decides what it writes"),
                ("derived", derived),
            ],
        };
        for schema in places {
            for (promise, reason) in reasons.iter().filter(|(_, reason)| !reason.is_empty()) {
                add(*promise, schema.clone(), foreign.path.clone(), reason);
            }
        }
    }
    let as_doubles = config.numbers == Numbers::F64;
    let mut seen = HashSet::new();
    for (rule, used) in model.rules.rules.iter().zip(&model.used) {
        let Some(used) = used else { continue };
        let double = double(used, model).filter(|(_, is_named)| *is_named || as_doubles);
        if let Some((float, _)) = double
            && seen.insert(&rule.location)
        {
            let reasons = match float {
                Float::F32 => [
                    ("accept", "what is beyond an `f32` is refused"),
                    ("lossless", "a number becomes the nearest `f32`"),
                    ("sound", "`f32` has values that JSON has not"),
                ],
                Float::F64 => [
                    ("accept", ""),
                    ("lossless", "an integer becomes a double"),
                    ("sound", "`f64` has values that JSON has not"),
                ],
            };
            for (promise, reason) in reasons.into_iter().filter(|it| !it.1.is_empty()) {
                let rust = display(model, used);
                add(promise, rule.location.to_string(), rust, reason);
            }
        }
    }
    entries
}

/// The places whose values are of a type, or are or hold it without a name between.
fn used(model: &Model, id: TypeId) -> Vec<String> {
    let mut places: Vec<String> = Vec::new();
    for (rule, used) in model.rules.rules.iter().zip(&model.used) {
        let bare = used.as_ref().map(TypeRef::bare);
        if bare == Some(&TypeRef::Named(id)) {
            places.push(rule.location.to_string());
        }
    }
    places.dedup();
    places
}

/// Whether a use is of a number, as it is, in a newtype, or as one of several
/// kinds: the float that it can be, and whether a format
/// names it.
fn double(used: &TypeRef, model: &Model) -> Option<(Float, bool)> {
    let number = |ty: &TypeRef| match ty {
        TypeRef::Number => Some((Float::F64, false)),
        TypeRef::Float(float) => Some((*float, true)),
        _ => None,
    };
    let held = |used: &TypeRef| match used.innermost() {
        TypeRef::Named(id) => match &model.get(*id).shape {
            Shape::Newtype(newtype) => number(newtype.inner.innermost()),
            _ => None,
        },
        other => number(other),
    };
    match used.innermost() {
        TypeRef::Named(id) => match &model.get(*id).shape {
            Shape::Union(union) if matches!(union.dispatch, Dispatch::Kind) => {
                union.arms.iter().find_map(|arm| held(&arm.ty))
            }
            _ => held(used),
        },
        _ => held(used),
    }
}
