//! Atoms over kinds → a type: the order in which the forms are tried.

use super::atoms::{Atom, Atoms};
use super::key::{Key, Wish};
use super::model::{Arm, Dispatch, Place, Shape, TypeRef, Union};
use super::planner::Planner;
use super::shortened::Kind;
use crate::names::name::Name;
use crate::rules::kinds::Kinds;
use crate::rules::notes::Notes;

/// The kinds that make one arm each in an enum by kind, with their names.
pub(super) const GROUPS: [(Kinds, &str); 6] = [
    (Kinds::NULL, "Null"),
    (Kinds::BOOLEAN, "Boolean"),
    (Kinds::NUMBER, "Number"),
    (Kinds::STRING, "Text"),
    (Kinds::ARRAY, "List"),
    (Kinds::OBJECT, "Object"),
];

impl Planner<'_> {
    /// The type of a key that has not been planned before.
    pub(super) fn shape(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        if let Some(values) = self.values(key, wish) {
            return values;
        }
        if self.is_seen_through(key) {
            let rest = key.kinds.without(Kinds::NULL);
            return self.plan(key.all.clone(), rest, wish).nullable();
        }
        if let Some(position) = self.union_to_spread(key) {
            return self.union(key, position, wish);
        }
        if key
            .atoms
            .list
            .iter()
            .any(|atom| matches!(atom, Atom::Union(..)))
        {
            let mut atoms = key.all.clone();
            let (left, kept): (Vec<Atom>, Vec<Atom>) = std::mem::take(&mut atoms.list)
                .into_iter()
                .partition(|atom| self.takes_all(*atom, key.kinds));
            atoms.list = kept;
            let planned = self.plan(atoms.demoted(), key.kinds, wish);
            for union in left {
                let arms = Atoms::of(self.rules, self.arms(union));
                self.record(&arms, &planned);
            }
            return planned;
        }
        match groups(key.kinds).as_slice() {
            [(Kinds::NULL, _)] if self.fits_null(&key.atoms.list) => TypeRef::Null,
            [(Kinds::NULL, _)] => TypeRef::Never,
            [(Kinds::BOOLEAN, _)] => self.boolean(key, wish),
            [(Kinds::NUMBER, _)] => self.number(key, wish),
            [(Kinds::STRING, _)] => self.text(key, wish),
            [(Kinds::ARRAY, _)] => self.array(key, wish),
            [(Kinds::OBJECT, _)] => self.object(key, wish),
            _ => self.by_kind(key, wish),
        }
    }

    /// Whether a key's type is an `Option` of what it is without null.
    pub(super) fn is_seen_through(&self, key: &Key) -> bool {
        key.kinds.contains(Kinds::NULL)
            && !matches!(key.kinds, Kinds::NULL | Kinds::ALL)
            && self.fits_null(&key.atoms.list)
    }

    /// The enum of a schema with a name of its own that says no more than kinds.
    pub(super) fn own_kinds(&mut self, key: &Key, wish: &Wish) -> Option<TypeRef> {
        let kinds = key.kinds.without(Kinds::NULL);
        let says_kinds = key.atoms.list.is_empty() && !is_any(kinds);
        if !wish.claimed || !says_kinds || groups(kinds).len() < 2 {
            return None;
        }
        let is_nullable = key.kinds != kinds;
        let key = Key {
            kinds,
            ..key.clone()
        };
        let planned = self.by_kind(&key, wish);
        Some(if is_nullable {
            planned.nullable()
        } else {
            planned
        })
    }

    /// An enum with one arm for each kind of value.
    fn by_kind(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        let is_plain = key.atoms.list.is_empty();
        let (slot, wish) = if is_plain && wish.claimed {
            // What has a name of its own is a type of its own.
            (self.reserve(), wish.clone())
        } else if is_plain {
            // Nothing but kinds: one type for all that say the same.
            let groups = groups(key.kinds).into_iter();
            let words: Vec<&str> = groups.map(|group| label(key.kinds, group)).collect();
            let name = Name::of_camel(&words.join("Or"));
            let wish = Wish::new(&name, false, wish.site, wish.is_arm);
            (self.begin(key), wish)
        } else {
            (self.begin(key), wish.clone())
        };
        let name = self.name(&wish, Kind::Value);
        let inner = wish.inner(&name);
        let mut arms = Vec::new();
        for (group, name) in groups(key.kinds) {
            let kinds = key.kinds.and(group);
            let label = label(key.kinds, (group, name));
            // The use is one of the whole, which is recorded by itself.
            let ty = self.planned(key.all.clone(), kinds, &inner.part(label, wish.site));
            if ty == TypeRef::Never {
                continue;
            }
            arms.push(Arm {
                ident: Name::of_camel(label),
                rule: wish.site,
                kinds,
                tags: Vec::new(),
                left: None,
                member: None,
                constant: None,
                notes: Notes::default(),
                location: self.rules.get(wish.site).location.to_string(),
                place: self.place_among(&key.all, kinds, &ty, wish.site),
                ty,
            });
        }
        let strays = strays(key, &arms);
        // The arms have been planned with all of the atoms.
        let shape = Shape::Union(Union {
            arms,
            dispatch: Dispatch::Kind,
            keyword: self.rules.get(wish.site).location.to_string(),
            rule: None,
            beside: Vec::new(),
            kinds: key.kinds,
            strays,
            asks_more: false,
        });
        self.finish_checked(slot, key, &wish, name, shape, Vec::new())
    }
}

/// What the values of a group are called, where they are of these kinds.
fn label(kinds: Kinds, (group, name): (Kinds, &'static str)) -> &'static str {
    if kinds.and(group) == Kinds::INTEGER {
        "Integer"
    } else {
        name
    }
}

/// The place of values of the kinds for which no arm is left.
pub(super) fn strays(key: &Key, arms: &[Arm]) -> Option<Place> {
    let covered = arms
        .iter()
        .fold(Kinds::NONE, |covered, arm| covered.or(arm.kinds));
    (covered != key.kinds).then(|| Place::Asked(key.all.whole(), String::new()))
}

/// Whether kinds are all that there are, but for null.
pub(super) fn is_any(kinds: Kinds) -> bool {
    kinds.without(Kinds::NULL) == Kinds::ALL.without(Kinds::NULL)
}

/// The groups that a set of kinds touches.
pub(super) fn groups(kinds: Kinds) -> Vec<(Kinds, &'static str)> {
    GROUPS
        .into_iter()
        .filter(|(group, _)| group.meets(kinds))
        .collect()
}
