//! Which kinds of value a schema can accept at all, and what of it matters
//! for them.

use crate::keywords::conditional::Conditional;
use crate::keywords::keyword::Role;
use crate::keywords::not::Not;
use crate::keywords::table::Word;
use crate::keywords::types::Type;

use super::atoms::{Atom, Atoms, local_kinds, part_kinds};
use super::key::Key;
use super::model::{Check, Part};
use super::planner::Planner;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rule;
use crate::rules::rule::Rules;

impl Planner<'_> {
    /// The key of atoms over kinds, without the atoms that cannot matter;
    /// `None` where nothing fits.
    pub(super) fn key(&mut self, mut atoms: Atoms, mask: Kinds) -> Option<Key> {
        if atoms.never.is_some() {
            return None;
        }
        let mut kinds = mask;
        for index in 0..atoms.list.len() {
            kinds = kinds.and(self.kinds_of_atom(atoms.list[index]));
        }
        if kinds.contains(Kinds::NULL) && !self.fits_null(&atoms.list) {
            kinds = kinds.without(Kinds::NULL);
        }
        kinds = kinds.without(self.contradicted(&atoms, kinds));
        if kinds.is_empty() {
            return None;
        }
        let rules = self.rules;
        let all = atoms.clone();
        // Which form an integer has, kinds do not say: draft 4's are remembered
        // wherever something beside the kind decides.
        let remembers =
            (self.mixes_integers || atoms.list.len() > 1) && kinds.meets(Kinds::INTEGER);
        atoms.list.retain(|atom| match atom {
            Atom::Own(rule) => {
                let rule = rules.get(*rule);
                let written = rule.get::<Type>().is_some_and(|ty| ty.written);
                local_kinds(rule).meets(kinds) || (remembers && written)
            }
            Atom::Check(check) if check.part == Part::Unless => {
                unless_kinds(rules.get(check.rule), rules).meets(kinds)
            }
            Atom::Check(check) => match forbidden(rules, *check) {
                Some(inner) => self.kinds_of(inner).meets(kinds),
                None => part_kinds(check.part).meets(kinds),
            },
            Atom::Rest(word, _) | Atom::Union(word, _) => word.kinds().meets(kinds),
        });
        let atoms = atoms.settled();
        Some(Key { atoms, kinds, all })
    }

    /// Whether null fits and something else may, too.
    pub(super) fn is_nullable(&mut self, atoms: &Atoms) -> bool {
        let mut kinds = Kinds::ALL;
        for atom in &atoms.list {
            kinds = kinds.and(self.kinds_of_atom(*atom));
        }
        let lists = atoms.owns().any(|id| self.rules.get(id).values().is_some());
        (kinds != Kinds::ALL || lists)
            && kinds.contains(Kinds::NULL)
            && kinds != Kinds::NULL
            && self.fits_null(&atoms.list)
    }

    /// The kinds that a whole rule can accept; never too few.
    pub(super) fn kinds_of(&mut self, id: RuleId) -> Kinds {
        match self.kinds.get(&id) {
            Some(Some(known)) => return *known,
            // Referring to itself in place narrows nothing.
            Some(None) => return Kinds::ALL,
            None => {}
        }
        self.kinds.insert(id, None);
        let rules = self.rules;
        let rule = rules.get(id);
        let mut kinds = if rule.verdict == Some(false) {
            Kinds::NONE
        } else {
            self.kinds_of_atom(Atom::Own(id))
        };
        for inner in rule.joined() {
            kinds = kinds.and(self.kinds_of(inner));
        }
        for assertion in rule.assertions() {
            let word = assertion.word();
            if word.role() == Role::Union {
                kinds = kinds.and(self.kinds_of_atom(Atom::Union(word, id)));
            }
        }
        self.kinds.insert(id, Some(kinds));
        kinds
    }

    pub(super) fn kinds_of_atom(&mut self, atom: Atom) -> Kinds {
        let rules = self.rules;
        let rule = rules.get(atom.rule());
        let arms = match atom {
            Atom::Own(_) => return rule.kinds(),
            Atom::Check(check) if check.part == Part::Whole => return self.kinds_of(check.rule),
            Atom::Check(check) => {
                let inner = forbidden(rules, check).map(|inner| rules.get(inner));
                return Kinds::ALL.without(inner.map_or(Kinds::NONE, taken_whole));
            }
            Atom::Rest(..) => return Kinds::ALL,
            Atom::Union(word, _) => word,
        };
        if let (Word::Conditional, Some(conditional)) = (arms, rule.get::<Conditional>()) {
            let mut branch = |arm: Option<RuleId>| arm.map_or(Kinds::ALL, |arm| self.kinds_of(arm));
            return branch(conditional.then).or(branch(conditional.otherwise));
        }
        rule.arms(arms)
            .iter()
            .fold(Kinds::NONE, |kinds, arm| kinds.or(self.kinds_of(*arm)))
    }
}

/// The schema that a value must not fit, by a check for `not`.
fn forbidden(rules: &Rules, check: Check) -> Option<RuleId> {
    let is_not = check.part == Part::Keyword(Word::Not);
    let rule = rules.get(check.rule);
    is_not.then(|| rule.get::<Not>().map(|not| not.0)).flatten()
}

/// The schema that an atom forbids where that is some kinds and nothing else: the
/// variants that are left say it, and the limited number where some are forbidden.
pub(super) fn without_kinds(rules: &Rules, atom: Atom) -> Option<RuleId> {
    let Atom::Check(check) = atom else {
        return None;
    };
    let inner = forbidden(rules, check)?;
    only_types(rules.get(inner)).map(|_| inner)
}

/// The kinds of which a rule takes every value: those of a `type` by itself. Some
/// of the numbers are no kind to be without.
fn taken_whole(rule: &Rule) -> Kinds {
    let types = only_types(rule).unwrap_or(Kinds::NONE);
    if types.contains(Kinds::NUMBER) {
        types
    } else {
        types.without(Kinds::NUMBER)
    }
}

/// The kinds of a rule that says nothing else.
fn only_types(rule: &Rule) -> Option<Kinds> {
    rule.types().filter(|_| rule.assertions().len() == 1)
}

/// The kinds of value that a condition can hold for, and so be denied.
fn unless_kinds(rule: &Rule, rules: &Rules) -> Kinds {
    let conditional = rule.get::<Conditional>();
    conditional
        .and_then(|it| rules.get(it.condition).types())
        .unwrap_or(Kinds::ALL)
}
