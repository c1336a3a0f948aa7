//! `enum` and `const`.

use std::collections::{HashMap, HashSet};

use crate::load::json::JsonKind;

use crate::keywords::types::kind_of;

use super::atoms::{Atom, local_kinds};
use super::forms::forms;
use super::key::{Key, Wish};
use super::listing::{Listed, Listing};
use super::model::{Place, Shape, TypeId, TypeRef, ValueVariant, Values};
use super::planner::Planner;
use super::shortened::Kind;
use crate::names::apart::tell_apart;
use crate::names::name::Name;
use crate::names::scope::Scope;
use crate::rules::kinds::Kinds;
use crate::rules::notes::Code;

impl Planner<'_> {
    /// The type of one value of a list; `None` where no atom gives a list.
    pub(super) fn values(&mut self, key: &Key, wish: &Wish) -> Option<TypeRef> {
        let listing = self.listing(key)?;
        let asked = listing.asked(&key.atoms);
        if matches!(listing.atom, Atom::Union(..)) {
            let is_plain = |atom: &Atom| match atom {
                Atom::Own(id) => local_kinds(self.rules.get(*id)).is_empty(),
                Atom::Union(..) | Atom::Rest(..) | Atom::Check(_) => false,
            };
            let more = listing.open && !asked.iter().all(is_plain);
            // Null is taken before, and nothing is asked of codes that are not listed.
            if more || key.kinds.contains(Kinds::NULL) || self.refers(listing.atom) {
                return None;
            }
        }
        let mut undecided = false;
        let mut kept: Vec<Listed<'_>> = Vec::new();
        for listed in &listing.values {
            let value = listed.value;
            // Draft 4 takes no integer that is written as `1.0`; the others ask
            // for the value alone.
            let [plain, written] = forms(value);
            if key.kinds.meets(kind_of(value)) && self.fits(plain.as_ref().unwrap_or(value), &asked)
            {
                undecided |= written.is_some_and(|it| !self.fits(&it, &asked));
                kept.push(*listed);
            }
        }
        let open = listing.open && key.kinds.contains(Kinds::STRING);
        let nulls = kept
            .iter()
            .any(|listed| matches!(listed.value.kind, JsonKind::Null));
        if nulls && (kept.len() > 1 || open) {
            let rest = key.kinds.without(Kinds::NULL);
            return Some(self.plan(key.all.clone(), rest, wish).nullable());
        }
        if open {
            let is_text = |listed: &Listed<'_>| matches!(listed.value.kind, JsonKind::String(_));
            if kept.is_empty() {
                return Some(self.text(key, wish));
            }
            if !kept.iter().all(is_text) {
                // Each kind by itself: other texts are beside the listed ones.
                return None;
            }
        }
        let booleans = kept
            .iter()
            .filter(|listed| matches!(listed.value.kind, JsonKind::Bool(_)))
            .count();
        match (kept.as_slice(), open, undecided) {
            ([], false, _) => return Some(TypeRef::Never),
            ([only], false, false) if matches!(only.value.kind, JsonKind::Null) => {
                return Some(TypeRef::Null);
            }
            ([_, _], false, false) if booleans == 2 => return Some(TypeRef::Boolean),
            _ => {}
        }
        let is_asked = matches!(listing.atom, Atom::Own(_)) && open && key.atoms.list.len() > 1;
        let checks = if undecided || is_asked {
            key.atoms.whole()
        } else {
            Vec::new()
        };
        let told = match listing.atom {
            Atom::Own(_) => self.told_of_values(key),
            _ => HashMap::new(),
        };
        for listed in &mut kept {
            listed.arm = listed.arm.or(told.get(&listed.value.canonical()).copied());
        }
        let name = self.name(wish, Kind::Code);
        let shape = Shape::Values(Values {
            variants: variants(&name, &kept, open),
            text: kept
                .iter()
                .all(|listed| matches!(listed.value.kind, JsonKind::String(_))),
            open,
        });
        let dropped = self.drops(key, &listing, &kept);
        let slot = self.begin(key);
        let planned = self.finish_checked(slot, key, wish, name, shape, checks);
        if dropped {
            self.refused_by_some(slot, key);
        } else if let Some(ty) = &mut self.types[slot.0 as usize] {
            ty.place = Place::At(listing.location);
        }
        for atom in &key.atoms.list {
            self.record_alternatives(*atom, key.kinds, &planned);
        }
        Some(planned)
    }

    /// Whether something else refuses values that are listed; null may be
    /// taken before.
    fn drops(&mut self, key: &Key, listing: &Listing<'_>, kept: &[Listed<'_>]) -> bool {
        let kinds = self
            .key(key.all.clone(), Kinds::ALL)
            .map_or(key.kinds, |key| key.kinds);
        let kept: HashSet<String> = kept.iter().map(|it| it.value.canonical()).collect();
        let mut listed = listing.values.iter().map(|listed| listed.value);
        listing.drops
            || listed.any(|value| {
                let is_null = matches!(value.kind, JsonKind::Null) && kinds.contains(Kinds::NULL);
                !is_null && !kept.contains(&value.canonical())
            })
    }

    /// Leaves it to the predicates what refuses a value that is not listed.
    pub(super) fn refused_by_some(&mut self, slot: TypeId, key: &Key) {
        if let Some(ty) = &mut self.types[slot.0 as usize] {
            ty.place = Place::Asked(key.all.whole(), ty.location.to_string());
        }
    }
}

/// The variants of an enum. None begins with the name of the enum, where what is left is no
/// other's name.
fn variants<'l>(owner: &Name, values: &'l [Listed<'l>], open: bool) -> Vec<ValueVariant> {
    let mut scope = Scope::with(if open { &["Self", "Other"] } else { &["Self"] });
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut wanted: Vec<Name> = values
        .iter()
        .map(|listed| {
            let title = listed.arm.and_then(|arm| arm.notes.title.as_deref());
            let named = code(listed).and_then(|code| code.name.as_deref());
            match &listed.value.kind {
                _ if named.is_some() => Name::of_variant(named.unwrap_or_default(), "V"),
                JsonKind::String(text) => Name::of_variant(text, "V"),
                // A number says little; a title says what it stands for.
                JsonKind::Number(text) => Name::of_variant(title.unwrap_or(text), "N"),
                JsonKind::Bool(true) => Name::of_camel("True"),
                JsonKind::Bool(false) => Name::of_camel("False"),
                JsonKind::Null => Name::of_camel("Null"),
                JsonKind::Array(_) => numbered("Array", &mut counts),
                JsonKind::Object(_) => numbered("Object", &mut counts),
            }
        })
        .collect();
    let text = |listed: &'l Listed<'l>| {
        let named = code(listed).and_then(|code| code.name.as_deref());
        named.or_else(|| listed.value.as_str())
    };
    let texts: Vec<Option<&str>> = values.iter().map(text).collect();
    tell_apart(&mut wanted, &texts, |text| Name::of_variant(text, "V"));
    let mut left: HashMap<Name, usize> = HashMap::new();
    for name in &wanted {
        *left.entry(name.within(owner)).or_default() += 1;
    }
    let variants = wanted.iter().zip(values).map(|(name, listed)| {
        let within = name.within(owner);
        let is_alone = left.get(&within) == Some(&1);
        ValueVariant {
            ident: scope.claim(if is_alone { &within } else { name }),
            value: listed.value.clone(),
            doc: documentation(listed),
        }
    });
    variants.collect()
}

/// What the `enum` that lists a value says of it.
fn code<'l>(listed: &Listed<'l>) -> Option<&'l Code> {
    let codes = &listed.rule.notes.codes;
    (!codes.is_empty()).then(|| codes.get(&listed.value.canonical()))?
}

/// What is said of a value: where it is listed, or as an alternative.
fn documentation(listed: &Listed<'_>) -> Option<String> {
    let own = code(listed).and_then(|code| code.text.clone());
    own.or_else(|| {
        let notes = &listed.arm?.notes;
        let texts: Vec<&str> = [&notes.title, &notes.description]
            .into_iter()
            .filter_map(|text| text.as_deref())
            .collect();
        (!texts.is_empty()).then(|| texts.join("\n\n"))
    })
}

fn numbered(kind: &'static str, counts: &mut HashMap<&str, usize>) -> Name {
    let count = counts.entry(kind).or_insert(0);
    *count += 1;
    Name::of_camel(&format!("{kind}{count}"))
}
