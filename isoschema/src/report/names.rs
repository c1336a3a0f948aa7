//! Every type's name and place, as a configuration says them.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::keywords::keyword::Role;
use crate::load::document::{Documents, Origin};
use crate::load::json::is_below;
use crate::names::name::Name;
use crate::plan::model::{Model, Shape, Type, TypeId, TypeRef};
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::rules::rule::Rule;

/// The place and the name of every type that a configuration can name: those of
/// documents first, then in the order in which the types were first needed.
pub(crate) fn names(documents: &Documents, model: &Model) -> Vec<(String, String)> {
    let rules = &model.rules;
    let own: BTreeSet<&str> = documents
        .iter()
        .filter(|document| document.origin == Origin::Schemas)
        .map(|document| &*document.path)
        .collect();
    let roots = model.roots.iter().zip(&rules.roots);
    let roots = roots.map(|(ty, root)| (ty.id, (Whose::Document, root.rule)));
    let mut named: BTreeMap<TypeId, (Whose, RuleId)> = roots.collect();
    // The types that stand for a schema around theirs, too.
    let mut outer: BTreeSet<TypeId> = BTreeSet::new();
    for (id, rule) in rules.all() {
        let Some(used) = model.used[id.0 as usize].as_ref() else {
            continue;
        };
        let TypeRef::Named(slot) = used.innermost() else {
            continue;
        };
        let ty = model.get(*slot);
        let is_of_items = matches!(used, TypeRef::List(_) | TypeRef::Map(_));
        // What several places are was called by what it is.
        let is_shared = matches!(ty.shape, Shape::Union(_))
            && rule.location != ty.location
            && !is_inside(&rule.location, &ty.location);
        if is_shared || !is_of_items && is_inside(&ty.location, &rule.location) {
            outer.insert(*slot);
        }
        let whose = match &rule.entry {
            _ if rule.made => continue,
            Some(entry) if Name::of_type(entry) == ty.name => Whose::Definition,
            _ if rule.location == ty.location && is_alone(id, rule, ty, used) => Whose::Own,
            _ => continue,
        };
        let best = named.entry(*slot).or_insert((whose, id));
        *best = (*best).min((whose, id));
    }
    let is_apart = |slot, whose| whose != Whose::Own || !outer.contains(&slot);
    let mut found: Vec<(Whose, TypeId, RuleId)> = named
        .into_iter()
        .filter(|(slot, (whose, _))| is_apart(*slot, *whose))
        .map(|(slot, (whose, id))| (whose, slot, id))
        .collect();
    found.sort();
    let mut seen = BTreeSet::new();
    let places = found.into_iter().filter_map(|(_, slot, id)| {
        let location = &rules.get(id).location;
        let is_first = own.contains(&*location.document) && seen.insert(location);
        is_first.then(|| (location.place(), model.get(slot).name.to_string()))
    });
    places.collect()
}

/// Whether a place is inside another.
fn is_inside(place: &Location, outer: &Location) -> bool {
    place.document == outer.document && is_below(&place.pointer, &outer.pointer)
}

/// Whether a type is what its schema says by itself: the name of one that others
/// have a part in would be that of another type beside it.
fn is_alone(id: RuleId, rule: &Rule, ty: &Type, used: &TypeRef) -> bool {
    let says_kinds = rule.types().is_some() || rule.values().is_some();
    match ty.shape {
        // Its arms have rules of their own; what may be null has it inside.
        Shape::Union(_) if ty.rules.is_empty() => {
            let is_direct = matches!(used, TypeRef::Named(_));
            let mut said = rule.assertions().iter();
            is_direct && said.all(|it| it.word().role() == Role::Union)
        }
        Shape::Union(_) => ty.rules == [id],
        _ => ty.rules == [id] && says_kinds,
    }
}

/// What a type has its name from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Whose {
    Document,
    Definition,
    Own,
}

/// The names as the section of a configuration.
pub(crate) fn to_toml(names: &[(String, String)]) -> String {
    let mut out = "# Where a type's schema stands, and the type's name.\n[names]\n".to_owned();
    for (place, name) in names {
        // A text of JSON's is one of TOML's, too (but for DEL, which no schema's place has).
        let quoted = serde_json::Value::from(place.as_str());
        let _ = writeln!(out, "{quoted} = \"{name}\"");
    }
    out
}
