//! Where a schema says what a value has to be: the keyword that refuses what a
//! type does not hold.
//!
//! A type may come of several schemas. Where one keyword of one of them refuses
//! every kind of value that the type does not hold, it is named; where that
//! depends on the value, the schemas' predicates are asked, once a value has
//! been refused.

use std::collections::HashSet;

use crate::keywords::constant::Const;
use crate::keywords::enumeration::Enum;
use crate::keywords::table::Word;
use crate::keywords::types::{Type as Stated, kind_of};

use super::atoms::{Atom, Atoms};
use super::bounds::Bounds;
use super::check::End;
use super::found::Found;
use super::model::{Check, Inside, Integer, Part, Place, Shape, Type, TypeId, TypeRef};
use super::planner::Planner;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

/// Unions in unions further down than this may hold anything.
const DEPTH: usize = 2;

impl Planner<'_> {
    /// Of the schemas that a type comes of, the first that no other one refers to: that which
    /// extends the others, whatever they are called.
    pub(super) fn outermost(&self, atoms: &Atoms) -> Option<RuleId> {
        let joined = atoms.owns().flat_map(|id| self.rules.get(id).joined());
        let joined: HashSet<RuleId> = joined.map(|id| self.aliases.follow(id)).collect();
        let mut owns = atoms.owns();
        let outer = owns.find(|id| !joined.contains(id));
        outer.or_else(|| atoms.owns().next())
    }

    /// The place of what is inside a list or a map.
    pub(super) fn inside(&mut self, sources: &[RuleId], ty: TypeRef, site: RuleId) -> Inside {
        Inside {
            place: self.place_of(sources, &ty, site),
            ty: Box::new(ty),
            key: None,
            fixed: None,
        }
    }

    /// The place of a value under all of some schemas. However often they are
    /// used, it is looked for once.
    pub(super) fn place_of(&mut self, sources: &[RuleId], ty: &TypeRef, site: RuleId) -> Place {
        let sources = match sources {
            [only] => vec![self.aliases.follow(*only)],
            several => several.to_vec(),
        };
        let integer = match ty.bare() {
            TypeRef::Integer(integer) => Some(*integer),
            _ => None,
        };
        let asking = (sources, self.held(ty, DEPTH), integer);
        let found = if let Some(found) = self.places.get(&asking) {
            found.clone()
        } else {
            let atoms = self.joined(&asking.0);
            let found = self.found(&atoms, Kinds::ALL, ty);
            self.places.insert(asking.clone(), found.clone());
            found
        };
        let whole = |source: &RuleId| Check {
            rule: *source,
            part: Part::Whole,
        };
        let checks = || asking.0.iter().map(whole).collect();
        self.placed(found, checks, ty, site)
    }

    /// The place of a value to which all atoms apply.
    pub(super) fn place(&mut self, atoms: &Atoms, ty: &TypeRef, site: RuleId) -> Place {
        self.place_among(atoms, Kinds::ALL, ty, site)
    }

    /// The same of a value of one of these kinds.
    pub(super) fn place_among(
        &mut self,
        atoms: &Atoms,
        kinds: Kinds,
        ty: &TypeRef,
        site: RuleId,
    ) -> Place {
        let found = self.found(atoms, kinds, ty);
        self.placed(found, || atoms.whole(), ty, site)
    }

    /// What was found, at a place of use.
    fn placed(
        &self,
        found: Found,
        checks: impl Fn() -> Vec<Check>,
        ty: &TypeRef,
        site: RuleId,
    ) -> Place {
        let stated = self.rules.get(site).location.to_string();
        let own = found.at(checks, stated);
        match ty.bare() {
            TypeRef::List(Inside {
                place,
                fixed: Some(fixed),
                ..
            }) => {
                let [least, most] = fixed.ends.clone();
                let own = Place::Between(Box::new(own), least, most);
                Place::Of(Box::new(own), Box::new(place.clone()))
            }
            TypeRef::List(inside) | TypeRef::Map(inside) if *inside.ty != TypeRef::Any => {
                Place::Of(Box::new(own), Box::new(inside.place.clone()))
            }
            _ => own,
        }
    }

    /// What refuses what a type does not hold, whatever is inside it.
    fn found(&mut self, atoms: &Atoms, kinds: Kinds, ty: &TypeRef) -> Found {
        let own = self.own(atoms, kinds, ty);
        match ty.bare() {
            TypeRef::Integer(integer) => self.between(own, atoms, *integer),
            TypeRef::Named(id) if self.is_of_format(*id) => {
                // The type may refuse what is a text.
                let mut rules = atoms.owns().map(|id| self.rules.get(id));
                let rule = rules.find(|rule| rule.parsed.is_some());
                let format = rule.map(|rule| rule.at("format"));
                Found::Between(Box::new(own), [format.clone(), format])
            }
            _ => own,
        }
    }

    /// Whether a type is one that texts of a format are read as.
    fn is_of_format(&self, id: TypeId) -> bool {
        self.types[id.0 as usize]
            .as_ref()
            .is_some_and(|ty| ty.shape.is_of_format())
    }

    fn own(&mut self, atoms: &Atoms, kinds: Kinds, ty: &TypeRef) -> Found {
        if *ty == TypeRef::Never {
            return match atoms.never {
                Some(rule) => Found::At(self.rules.get(rule).location.to_string()),
                None => Found::Asked(None),
            };
        }
        let fitting = self
            .key(atoms.clone(), Kinds::ALL)
            .map_or(Kinds::NONE, |key| key.kinds);
        let not_held = kinds.without(self.held(ty, DEPTH));
        let refused = Kinds::ALL.without(fitting.without(not_held));
        if refused.is_empty() {
            return Found::Stated;
        }
        let mut list = atoms.list.iter();
        match list.find_map(|atom| self.refuser(*atom, refused)) {
            Some(location) => Found::At(location),
            None => Found::Asked(self.inexact(atoms)),
        }
    }

    /// The `type` that refuses an integer of which no reader knows which one is
    /// meant: the predicates take it.
    fn inexact(&self, atoms: &Atoms) -> Option<String> {
        let mut rules = atoms.owns().map(|id| self.rules.get(id));
        let integers = rules.find(|rule| {
            let asks = rule
                .get::<Stated>()
                .is_some_and(|ty| ty.asks_for_integers());
            asks && rule.values().is_none()
        });
        integers.map(|rule| rule.at("type"))
    }

    /// The kinds of value that a type may hold, as far as it is known yet.
    fn held(&self, ty: &TypeRef, depth: usize) -> Kinds {
        match ty {
            TypeRef::Never => Kinds::NONE,
            TypeRef::Null => Kinds::NULL,
            TypeRef::Boolean => Kinds::BOOLEAN,
            TypeRef::Integer(_) => Kinds::INTEGER,
            TypeRef::Number | TypeRef::Float(_) => Kinds::NUMBER,
            TypeRef::Text | TypeRef::Temporal(_) => Kinds::STRING,
            TypeRef::List(_) => Kinds::ARRAY,
            TypeRef::Map(_) => Kinds::OBJECT,
            TypeRef::Nullable(inner) => self.held(inner, depth).or(Kinds::NULL),
            TypeRef::Boxed(inner) => self.held(inner, depth),
            TypeRef::Named(id) if self.is_of_format(*id) => Kinds::STRING,
            TypeRef::Named(id) if depth > 0 => match self.types[id.0 as usize].as_ref() {
                Some(Type {
                    shape: Shape::Union(union),
                    ..
                }) => union.arms.iter().fold(Kinds::NONE, |held, arm| {
                    if arm.stands_for_more() {
                        return held.or(arm.kinds);
                    }
                    held.or(arm.kinds.and(self.held(&arm.ty, depth - 1)))
                }),
                _ => Kinds::ALL,
            },
            TypeRef::Any | TypeRef::Named(_) => Kinds::ALL,
        }
    }

    /// The keyword of an atom that refuses all of these kinds.
    fn refuser(&mut self, atom: Atom, refused: Kinds) -> Option<String> {
        let rule = self.rules.get(atom.rule());
        let keyword = match atom {
            Atom::Own(_) => {
                let listed = rule.get::<Enum>().map(Enum::kinds);
                let fixed = rule.get::<Const>().map(|it| kind_of(&it.0));
                [
                    (Word::Type, rule.types()),
                    (Word::Enum, listed),
                    (Word::Const, fixed),
                ]
                .into_iter()
                .find(|(_, kinds)| kinds.is_some_and(|kinds| !kinds.meets(refused)))?
                .0
            }
            Atom::Union(word, _)
                if !rule.arms(word).is_empty()
                    && !self.leads_back(atom, rule.arms(word))
                    && !self.kinds_of_atom(atom).meets(refused) =>
            {
                word
            }
            Atom::Check(Check {
                part: Part::Keyword(Word::Not),
                ..
            }) if !self.kinds_of_atom(atom).meets(refused) => Word::Not,
            Atom::Union(..) | Atom::Rest(..) | Atom::Check(_) => return None,
        };
        Some(rule.at(keyword.name()))
    }

    /// The place of an integer: beyond what its Rust type holds, a bound refuses
    /// it, or whatever the predicates find.
    fn between(&self, own: Found, atoms: &Atoms, integer: Integer) -> Found {
        let is_plain = atoms.list.iter().all(|atom| match atom {
            Atom::Own(id) => !self.rules.get(*id).states(Word::MultipleOf),
            Atom::Union(..) => false,
            Atom::Rest(..) | Atom::Check(_) => true,
        });
        if !is_plain {
            return match own {
                Found::Stated => Found::Asked(None),
                Found::At(location) => Found::Asked(Some(location)),
                asked => asked,
            };
        }
        let (from, to) = integer.range().unwrap_or((i128::MIN, i128::MAX));
        let rules = self.rules;
        let bounds = Bounds::of(atoms.owns().map(|id| (id, rules.get(id))));
        let ends = bounds.within(from, to);
        let ends = ends.map(|end| {
            end.map(|(bound, id)| End {
                location: rules.get(id).at(bound.keyword),
                bound: bound.clone(),
            })
        });
        Found::Bounds(Box::new(own), ends)
    }
}
