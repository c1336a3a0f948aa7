//! Arrays: lists and positions.

use std::collections::HashSet;

use crate::keywords::contains::Contains;
use crate::keywords::item_count::ItemCount;
use crate::keywords::table::{Stated as _, Word};

use super::contradiction::MOST_PARTS;
use super::depth;
use super::key::{Key, Wish};
use super::model::{Fixed, Inside, Limit, Newtype, Part, Position, Shape, Tuple, TypeId, TypeRef};
use super::planner::Planner;
use super::scalars::{Tightest, limit};
use super::shortened::Kind;
use crate::names::name::{Name, camel};
use crate::names::scope::Scope;
use crate::rules::id::RuleId;
use crate::rules::rule::Rule;

/// Lists of as many items are arrays, where they have no fewer and no more.
const LONGEST_ARRAY: u64 = 8;

/// Arrays hold no more values than this, those in their items included.
const LARGEST_ARRAY: usize = 256;

/// The names of a tuple's first positions.
const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
];

impl Planner<'_> {
    pub(super) fn array(&mut self, key: &Key, wish: &Wish) -> TypeRef {
        let rules = self.rules;
        let rests = key.atoms.rests(rules, Word::UnevaluatedItems);
        let mut owners: Vec<(RuleId, &Rule)> =
            key.atoms.owns().map(|id| (id, rules.get(id))).collect();
        owners.extend(rests.iter().map(|rest| (wish.site, rest)));
        let mut counts = Tightest::default();
        for (id, rule) in &owners {
            // No document has more items than `u32` counts: a greater lower limit
            // has left nothing over, and a greater upper one asks nothing.
            let counted = rule
                .each::<ItemCount>()
                .filter(|it| it.count.value() <= MOST_PARTS);
            for count in counted {
                counts.add(count.side, &count.count, limit(count.clone(), *id));
            }
        }
        let fewest = counts.least.as_ref().map_or(0, |(least, _)| least.value());
        let most = counts.most.as_ref().map(|(most, _)| most.value());
        let limits: Vec<Limit> = counts.limits().collect();
        let positions = owners.iter().map(|(_, rule)| rule.items().prefix.len());
        let stated = positions.max().unwrap_or(0);
        // No item is ever at a position behind the last one.
        let most = most.and_then(|most| usize::try_from(most).ok().filter(|most| *most > 0));
        let positions = most.map_or(stated, |most| stated.min(most));
        if positions == 0 {
            return self.list(key, &owners, limits, wish);
        }
        let slot = self.begin(key);
        let name = self.name(wish, Kind::Tuple);
        let inner = wish.inner(&name);
        let mut scope = Scope::with(&["rest"]);
        let mut planned = Vec::with_capacity(positions);
        let parts = (0..positions).map(|index| {
            let items = owners.iter().map(|(_, rule)| rule.items());
            let at = items.filter_map(|items| items.prefix.get(index).copied().or(items.rest));
            let sources = distinct(at);
            (sources.first().copied().unwrap_or(wish.site), sources)
        });
        let parts: Vec<(RuleId, Vec<RuleId>)> = parts.collect();
        let names = self.position_names(parts.iter().map(|(site, _)| *site));
        for ((site, sources), ident) in parts.into_iter().zip(names) {
            let part = inner.part(&camel(ident.plain()), site);
            let ty = self.used(&sources, &part);
            let rule = self.rules.get(site);
            planned.push(Position {
                ident: scope.claim(&ident),
                constant: None,
                notes: rule.notes.clone(),
                location: rule.location.to_string(),
                place: self.place_of(&sources, &ty, site),
                ty,
            });
        }
        let sources = distinct(owners.iter().filter_map(|(_, rule)| rule.items().rest));
        let site = sources.first().copied().unwrap_or(wish.site);
        // Behind the last position, there may be room for nothing.
        let rest = if most == Some(positions) {
            let behind = owners
                .iter()
                .flat_map(|(_, rule)| rule.items().prefix.iter().skip(positions));
            let behind = behind.copied().chain(sources.iter().copied());
            for source in behind.collect::<Vec<_>>() {
                let mut atoms = self.joined(&[source]);
                atoms.list.retain(|atom| !self.is_definition(atom.rule()));
                self.record(&atoms, &TypeRef::Never);
            }
            TypeRef::Never
        } else {
            self.used(&sources, &inner.part("Rest", site))
        };
        let required = usize::try_from(fewest).unwrap_or(usize::MAX).min(positions);
        let shape = Shape::Tuple(Tuple {
            positions: planned,
            required,
            rest_place: self.place_of(&sources, &rest, site),
            rest,
            limits,
        });
        self.finish_key(slot, key, wish, name, shape)
    }

    /// What positions are called: by their titles, or the definitions that they are, where each has another one.
    fn position_names(&self, sites: impl Iterator<Item = RuleId> + Clone) -> Vec<Name> {
        let own = sites.clone().map(|site| {
            let label = self.own_label(site)?;
            Some(Name::of_member(label.plain()))
        });
        let own: Option<Vec<Name>> = own.collect();
        let differ = |names: &Vec<Name>| names.iter().collect::<HashSet<_>>().len() == names.len();
        let counted = |(index, _): (usize, RuleId)| match ORDINALS.get(index) {
            Some(ordinal) => Name::of_member(ordinal),
            None => Name::of_member(&format!("item_{}", index + 1)),
        };
        let own = own.filter(differ);
        own.unwrap_or_else(|| sites.enumerate().map(counted).collect())
    }
}

impl Planner<'_> {
    /// A list without positions.
    fn list(
        &mut self,
        key: &Key,
        owners: &[(RuleId, &Rule)],
        limits: Vec<Limit>,
        wish: &Wish,
    ) -> TypeRef {
        let mut sources = distinct(owners.iter().filter_map(|(_, rule)| rule.items().rest));
        if sources.is_empty() {
            sources.extend(self.sought(key));
        }
        let site = sources.first().copied().unwrap_or(wish.site);
        if let Some(fixed) = self.fixed(key, &limits) {
            let item = self.used(&sources, &wish.one("Item", site));
            let mut room = LARGEST_ARRAY / fixed.length;
            if depth::inline(&item) < depth::DEEPEST_INLINE
                && self.has_room(&item, &mut room, &mut Vec::new())
            {
                return TypeRef::List(Inside {
                    fixed: Some(fixed),
                    ..self.inside(&sources, item, site)
                });
            }
        }
        let needs_type = !limits.is_empty() || !key.atoms.checks().is_empty();
        if !needs_type {
            let item = self.used(&sources, &wish.one("Item", site));
            if depth::inline(&item) < depth::DEEPEST_INLINE {
                return TypeRef::List(self.inside(&sources, item, site));
            }
            // So deep that the items are left to a predicate.
            let slot = self.begin(key);
            let name = self.name(wish, Kind::List);
            let list = TypeRef::List(Inside::any());
            let shape = Shape::Newtype(Newtype::new(list, Vec::new()));
            let checks = key.atoms.whole();
            return self.finish_checked(slot, key, wish, name, shape, checks);
        }
        let slot = self.begin(key);
        let name = self.name(wish, Kind::List);
        let inner = wish.inner(&name);
        let item = self.used(&sources, &inner.one("Item", site));
        let list = TypeRef::List(self.inside(&sources, item, site));
        let shape = Shape::Newtype(Newtype::new(list, limits));
        self.finish_key(slot, key, wish, name, shape)
    }

    /// How many items there are, where it is a small number and nothing else is
    /// asked of the list.
    fn fixed(&self, key: &Key, limits: &[Limit]) -> Option<Fixed> {
        let counts = limits.iter().map(|limit| {
            let count = ItemCount::of(&limit.assertion)?;
            let location = self.rules.get(limit.rule).at(count.name());
            Some((count.count.value(), location))
        });
        let [(fewest, least), (greatest, most)] =
            counts.collect::<Option<Vec<_>>>()?.try_into().ok()?;
        let is_fixed = fewest == greatest && (1..=LONGEST_ARRAY).contains(&fewest);
        (is_fixed && key.atoms.checks().is_empty()).then(|| Fixed {
            length: usize::try_from(fewest).unwrap_or(usize::MAX),
            ends: [least, most],
        })
    }

    /// Whether a value of a use holds few enough others by value for what is left of
    /// the room. What leads back to a type `around` it, or to one that is not planned
    /// yet, is in a `Box`.
    fn has_room(&self, ty: &TypeRef, room: &mut usize, around: &mut Vec<TypeId>) -> bool {
        let Some(left) = room.checked_sub(1) else {
            return false;
        };
        *room = left;
        match ty {
            TypeRef::Nullable(inner) => self.has_room(inner, room, around),
            TypeRef::List(inside) => inside
                .length()
                .is_none_or(|length| (0..length).all(|_| self.has_room(inside, room, around))),
            TypeRef::Named(id) if !around.contains(id) => {
                let Some(ty) = self.types[id.0 as usize].as_ref() else {
                    return true;
                };
                around.push(*id);
                let uses = ty.shape.uses();
                let has_room = uses.into_iter().all(|ty| self.has_room(ty, room, around));
                around.pop();
                has_room
            }
            _ => true,
        }
    }

    /// What the items are of which only `contains` speaks.
    fn sought(&self, key: &Key) -> Option<RuleId> {
        let checks = key.atoms.checks().into_iter();
        let part = Part::Keyword(Word::Contains);
        checks
            .filter(|check| check.part == part)
            .find_map(|check| self.rules.get(check.rule).get::<Contains>()?.either)
    }
}

/// The rules without repetitions, in their order.
fn distinct(rules: impl Iterator<Item = RuleId>) -> Vec<RuleId> {
    let mut seen = HashSet::new();
    rules.filter(|rule| seen.insert(*rule)).collect()
}
