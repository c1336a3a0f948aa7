//! The types of the old side → the same by their places on the new one.

use std::collections::BTreeSet;

use crate::load::json::unescape;

use super::api::{Api, ApiType};
use super::side::Side;
use super::{Move, Moved};

/// The types of the old side by their places on the new one: where something
/// seems to have another place or name, and where schemas of one name, or the one
/// schema of each side, stand in files of different names.
pub(super) fn placed(types: &Api, old: &Side, new: &Side, moves: &[Move]) -> Api {
    let mut types = types.clone();
    let files = files(old, new);
    for ty in types.types.values_mut() {
        for property in moves.iter().filter(|it| it.what == Moved::Property) {
            rename(ty, property);
        }
        if let Some(place) = moves.iter().find_map(|one| moved(&ty.location, one)) {
            ty.location = place;
            continue;
        }
        for (old, new) in &files {
            if let Some(rest) = ty.location.strip_prefix(old) {
                ty.location = format!("{new}{rest}");
                break;
            }
        }
    }
    for ty in types.types.values_mut() {
        for constraint in &mut ty.constraints {
            for (old, new) in &files {
                *constraint = constraint.replacen(&format!(" at {old}"), &format!(" at {new}"), 1);
            }
        }
    }
    types
}

/// The files, up to where a place in them begins, that have other names now.
fn files(old: &Side, new: &Side) -> BTreeSet<(String, String)> {
    let same = old.roots.iter();
    let same = same.filter_map(|(name, spot)| Some((spot, new.roots.get(name)?)));
    let alone = old.only_root().zip(new.only_root());
    let alone = alone.map(|((_, old), (_, new))| (old, new));
    same.chain(alone)
        .filter(|(old, new)| old.file != new.file)
        .map(|(old, new)| (format!("{}#", old.file), format!("{}#", new.file)))
        .collect()
}

/// A place inside of what was moved, where that is now.
fn moved(place: &str, one: &Move) -> Option<String> {
    let rest = place.strip_prefix(&one.old)?;
    (rest.is_empty() || rest.starts_with('/')).then(|| format!("{}{rest}", one.new))
}

/// Gives the field of a renamed property the name that it has in JSON now.
fn rename(ty: &mut ApiType, property: &Move) {
    let split = |place: &'_ str| {
        let (around, name) = place.rsplit_once("/properties/")?;
        Some((around.to_owned(), unescape(name)))
    };
    let (Some((around, was)), Some((_, is))) = (split(&property.old), split(&property.new)) else {
        return;
    };
    if ty.location == around {
        for member in ty.members.values_mut().filter(|it| it.json == was) {
            member.json.clone_from(&is);
        }
    }
}
