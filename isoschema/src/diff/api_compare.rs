//! The types of both sides → what users of the generated module must change.

use std::collections::BTreeMap;

use super::api::{Api, ApiType, Member, Sort};
use super::placed::placed;
use super::side::Side;
use super::{ApiChange, ApiChangeKind, ApiDiff, Move, Step};

/// Compares the types; of what seems to be moved or renamed, one with the other.
pub(super) fn compare(old: &Side, new: &Side, moves: &[Move]) -> ApiDiff {
    let (before, after) = match (&old.api, &new.api) {
        (Ok(before), Ok(after)) => (before, after),
        (Err(problems), _) => return unknown(old, problems),
        (_, Err(problems)) => return unknown(new, problems),
    };
    let before = &placed(before, old, new, moves);
    let mut changes = Vec::new();
    let renamed = renamed(before, after);
    for (name, ty) in &after.types {
        let earlier = renamed.iter().find(|(_, heir)| **heir == name);
        let known_as = earlier.map_or(name.as_str(), |(earlier, _)| earlier);
        let Some(was) = before.types.get(known_as) else {
            changes.push(change(
                name,
                ty,
                ApiChangeKind::TypeAdded,
                None,
                Some(ty.sort.name()),
                Step::Minor,
            ));
            continue;
        };
        if known_as != name {
            changes.push(change(
                name,
                ty,
                ApiChangeKind::TypeRenamed,
                Some(known_as),
                Some(name),
                Step::Major,
            ));
        }
        compare_types(name, &in_new_names(was, &renamed), ty, &mut changes);
    }
    for (name, ty) in &before.types {
        if !after.types.contains_key(name) && !renamed.contains_key(name.as_str()) {
            let sort = Some(ty.sort.name());
            changes.push(change(
                name,
                ty,
                ApiChangeKind::TypeRemoved,
                sort,
                None,
                Step::Major,
            ));
        }
    }
    let step = changes.iter().map(|change| change.step).max();
    ApiDiff {
        changes,
        step: step.unwrap_or(Step::None),
        doubt: None,
    }
}

fn unknown(side: &Side, problems: &crate::diagnostics::Diagnostics) -> ApiDiff {
    ApiDiff {
        changes: Vec::new(),
        step: Step::None,
        doubt: Some(format!("no types for {}: {problems}", side.label())),
    }
}

/// The types that are gone, each with the one that took its place: the one of
/// the same schema location, or the only one that looks the same.
fn renamed<'a>(before: &'a Api, after: &'a Api) -> BTreeMap<&'a str, &'a String> {
    // One place may have several types, each of its own sort.
    let mut places: BTreeMap<(&str, Sort), &String> = BTreeMap::new();
    for (name, ty) in &after.types {
        if !before.types.contains_key(name) {
            places.insert((&ty.location, ty.sort), name);
        }
    }
    let mut out: BTreeMap<&str, &String> = BTreeMap::new();
    let gone = || {
        let types = before.types.iter();
        types.filter(|(name, _)| !after.types.contains_key(*name))
    };
    for (name, ty) in gone() {
        if let Some(heir) = places.remove(&(ty.location.as_str(), ty.sort)) {
            out.insert(name, heir);
        }
    }
    // Or it has become one of another sort.
    for (name, ty) in gone() {
        if out.contains_key(name.as_str()) {
            continue;
        }
        let place = ty.location.as_str();
        let other = places.range((place, Sort::Newtype)..).next();
        let other = other.map(|(other, _)| *other).filter(|it| it.0 == place);
        if let Some(heir) = other.and_then(|other| places.remove(&other)) {
            out.insert(name, heir);
        }
    }
    let looks = |ty: &ApiType| format!("{:?} {:?} {:?}", ty.sort, ty.members, ty.constraints);
    let mut left: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for heir in places.into_values() {
        if let Some(ty) = after.types.get(heir) {
            left.entry(looks(ty)).or_default().push(heir);
        }
    }
    for (name, ty) in gone() {
        if out.contains_key(name.as_str()) || ty.members.is_empty() {
            continue;
        }
        if let Some(heirs) = left.get_mut(&looks(ty))
            && heirs.len() == 1
            && let Some(heir) = heirs.pop()
        {
            out.insert(name, heir);
        }
    }
    out
}

/// A type as it would read if the renamed types had had their new names.
fn in_new_names(ty: &ApiType, renamed: &BTreeMap<&str, &String>) -> ApiType {
    let mut ty = ty.clone();
    if renamed.is_empty() {
        return ty;
    }
    for member in ty.members.values_mut() {
        let mut out = String::with_capacity(member.ty.len());
        let mut rest = member.ty.as_str();
        while !rest.is_empty() {
            let end = rest
                .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
                .unwrap_or(rest.len());
            let (word, after) = rest.split_at(end);
            out.push_str(renamed.get(word).map_or(word, |heir| heir.as_str()));
            let letter = after.chars().next();
            out.extend(letter);
            rest = &after[letter.map_or(0, char::len_utf8)..];
        }
        member.ty = out;
    }
    ty
}

fn compare_types(name: &str, was: &ApiType, is: &ApiType, out: &mut Vec<ApiChange>) {
    if was.sort != is.sort {
        out.push(change(
            name,
            is,
            ApiChangeKind::TypeReshaped,
            Some(was.sort.name()),
            Some(is.sort.name()),
            Step::Major,
        ));
        return;
    }
    let fields = matches!(is.sort, Sort::Struct | Sort::Tuple);
    if fields && was.hidden != is.hidden {
        let (what, step) = if is.hidden {
            (ApiChangeKind::FieldsHidden, Step::Major)
        } else {
            (ApiChangeKind::FieldsShown, Step::Minor)
        };
        out.push(change(name, is, what, None, None, step));
    }
    let mut gone: BTreeMap<&str, &str> = BTreeMap::new();
    for (ident, member) in &was.members {
        if !is.members.contains_key(ident) {
            gone.insert(&member.json, ident);
        }
    }
    for (ident, member) in &is.members {
        let item = format!("{name}::{ident}");
        match was.members.get(ident) {
            Some(earlier) => changed(&item, earlier, member, is, out),
            None => match gone.remove(member.json.as_str()) {
                Some(earlier) => {
                    out.push(change(
                        &item,
                        is,
                        ApiChangeKind::FieldRenamed,
                        Some(earlier),
                        Some(ident),
                        Step::Major,
                    ));
                    if let Some(earlier) = was.members.get(earlier) {
                        changed(&item, earlier, member, is, out);
                    }
                }
                None => out.push(added(&item, member, is)),
            },
        }
    }
    for ident in gone.into_values() {
        let what = if fields {
            ApiChangeKind::FieldRemoved
        } else {
            ApiChangeKind::VariantRemoved
        };
        let ty = was.members.get(ident).map(|member| member.ty.as_str());
        let item = format!("{name}::{ident}");
        out.push(change(&item, is, what, ty, None, Step::Major));
    }
    if was.constraints != is.constraints {
        let (old, new) = (was.constraints.join(", "), is.constraints.join(", "));
        let what = ApiChangeKind::ConstraintChanged;
        out.push(change(name, is, what, Some(&old), Some(&new), Step::Patch));
    }
}

fn changed(item: &str, was: &Member, is: &Member, ty: &ApiType, out: &mut Vec<ApiChange>) {
    if was.ty == is.ty && was.required == is.required {
        return;
    }
    let what = match ty.sort {
        Sort::Newtype => ApiChangeKind::InnerChanged,
        Sort::Enum => ApiChangeKind::VariantChanged,
        Sort::Struct | Sort::Tuple => ApiChangeKind::FieldChanged,
    };
    out.push(change(
        item,
        ty,
        what,
        Some(&was.ty),
        Some(&is.ty),
        Step::Major,
    ));
}

fn added(item: &str, member: &Member, ty: &ApiType) -> ApiChange {
    let (what, step) = match ty.sort {
        // A `match` over the variants no longer covers all.
        Sort::Newtype | Sort::Enum => (ApiChangeKind::VariantAdded, Step::Major),
        _ if member.required => (ApiChangeKind::RequiredFieldAdded, Step::Major),
        // A literal that names every public field no longer compiles.
        _ if !ty.hidden => (ApiChangeKind::FieldAdded, Step::Major),
        _ => (ApiChangeKind::FieldAdded, Step::Minor),
    };
    change(item, ty, what, None, Some(&member.ty), step)
}

fn change(
    item: &str,
    ty: &ApiType,
    what: ApiChangeKind,
    old: Option<&str>,
    new: Option<&str>,
    step: Step,
) -> ApiChange {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    ApiChange {
        item: item.to_owned(),
        what,
        old: old.and_then(text),
        new: new.and_then(text),
        step,
        location: ty.location.clone(),
    }
}
