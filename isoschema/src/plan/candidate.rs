//! The arms of a union before they have types: those that can apply, in the order in which they are tried.

use std::collections::HashMap;

use crate::keywords::table::Word;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

use super::atoms::{Atom, Atoms};
use super::key::{Key, Wish};
use super::model::TypeRef;
use super::planner::Planner;
use super::shape::is_any;

/// An arm of a union before it has a type.
pub(super) struct Candidate {
    pub(super) source: RuleId,
    /// What the arm alone says, and those that are left out for it.
    pub(super) stated: Atoms,
    pub(super) atoms: Atoms,
    pub(super) kinds: Kinds,
    /// See [`Key::all`].
    pub(super) all: Atoms,
    /// Whether others are left out for it.
    pub(super) stands_for_more: bool,
}

impl Candidate {
    /// What its type is kept under.
    pub(super) fn key(&self) -> Key {
        Key {
            atoms: self.atoms.clone(),
            kinds: self.kinds,
            all: self.all.clone(),
        }
    }

    /// Whether it asks for nothing but kinds.
    pub(super) fn is_plain(&self) -> bool {
        self.atoms.list.is_empty()
    }

    /// Whether all that fits another one certainly fits this one.
    fn takes_all_of(&self, other: &Self) -> bool {
        if self.is_plain() {
            self.kinds.contains(other.kinds)
        } else {
            self.kinds == other.kinds && self.atoms == other.atoms
        }
    }
}

impl Planner<'_> {
    /// The arms that can apply at all, merged with what stands beside them.
    pub(super) fn candidates(
        &mut self,
        union: Atom,
        rest: &Atoms,
        kinds: Kinds,
        wish: &Wish,
    ) -> Vec<Candidate> {
        let rules = self.rules;
        let mut candidates: Vec<Candidate> = Vec::new();
        for arm in self.arms(union).to_vec() {
            let mut atoms = rest.clone();
            atoms.add(rules, &[arm]);
            if self.kinds_of(arm) == Kinds::NULL {
                // Where null is an arm of its own, the type is an `Option`.
                self.used(&[arm], wish);
            }
            let key = self.key(atoms, kinds);
            if key.as_ref().is_some_and(|key| self.is_impossible(key)) {
                self.record(&Atoms::of(rules, &[arm]), &TypeRef::Never);
            } else if let Some(key) = key {
                candidates.push(Candidate {
                    stated: Atoms::of(rules, &[arm]),
                    source: arm,
                    atoms: key.atoms,
                    kinds: key.kinds,
                    all: key.all,
                    stands_for_more: false,
                });
            }
        }
        match union {
            Atom::Union(Word::AnyOf, rule) if !rules.get(rule).made => self.reached(candidates),
            _ => candidates,
        }
    }

    /// The arms of which any may fit, so that each is reached: the first that fits is taken. One that asks for
    /// nothing but kinds comes behind those that say more, and stands for those that say no more of their shape.
    fn reached(&self, candidates: Vec<Candidate>) -> Vec<Candidate> {
        let mut ordered: Vec<Candidate> = Vec::with_capacity(candidates.len());
        let mut seen: HashMap<Key, usize> = HashMap::new();
        // Those that ask for nothing but kinds, each for others, and how many of the rest come before them.
        let mut plain: Vec<(usize, Candidate)> = Vec::new();
        for candidate in candidates {
            let key = candidate.key();
            let same = seen.get(&key).map(|at| &mut ordered[*at]);
            let mut takers = plain.iter_mut().map(|(_, it)| it).chain(same);
            let taker =
                takers.rfind(|it| it.takes_all_of(&candidate) && self.is_meant(&candidate, it));
            if let Some(taker) = taker
                && !self.has_form(&candidate, taker)
            {
                taker.stated.list.extend(candidate.stated.list);
                taker.stands_for_more = true;
            } else if candidate.is_plain()
                && self.format(&candidate).is_none()
                && plain.iter().all(|(_, it)| it.kinds != candidate.kinds)
            {
                plain.push((ordered.len(), candidate));
            } else {
                seen.entry(key).or_insert(ordered.len());
                ordered.push(candidate);
            }
        }
        for (at, plain) in plain.into_iter().rev() {
            let is_taken = |it: &Candidate| plain.takes_all_of(it) && !it.takes_all_of(&plain);
            let taken = ordered.iter().rposition(is_taken);
            ordered.insert(taken.map_or(at, |last| at.max(last + 1)), plain);
        }
        ordered
    }

    /// Whether an arm may stand for another one that it takes all of: a format may assert nothing, and yet says that
    /// another text is meant.
    fn is_meant(&self, candidate: &Candidate, taker: &Candidate) -> bool {
        let format = self.format(candidate);
        format.is_none() || self.format(taker) == format
    }

    /// The format that an arm's texts have.
    pub(super) fn format(&self, candidate: &Candidate) -> Option<&str> {
        let mut owns = candidate.all.owns();
        owns.find_map(|id| self.rules.get(id).notes.format.as_deref())
    }

    /// Whether an arm has a type, or a name, that tells more than that of another one that takes its values, too.
    fn has_form(&self, candidate: &Candidate, taker: &Candidate) -> bool {
        let source = self.aliases.follow(candidate.source);
        let rule = self.rules.get(source);
        let is_named =
            self.is_definition(source) || rule.rust_name.is_some() || rule.notes.title.is_some();
        is_named
            || (taker.is_plain() && !candidate.is_plain() && self.says_more(candidate))
            || (candidate.is_plain() && is_any(taker.kinds) && !is_any(candidate.kinds))
    }

    /// Whether an arm is of lists, of objects, or of listed values.
    fn says_more(&self, candidate: &Candidate) -> bool {
        candidate.kinds.meets(Kinds::ARRAY.or(Kinds::OBJECT))
            || self.listing(&candidate.key()).is_some()
    }
}
