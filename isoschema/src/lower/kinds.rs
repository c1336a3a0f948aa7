//! Which kinds of value a schema can accept at all, and what of it matters
//! for them.

use super::atoms::{Atom, Atoms, local_kinds, part_kinds};
use super::decide::{Decider, kind_of};
use super::model::Part;
use super::plan::{Key, Planner};
use super::rule::{Kinds, Rule, RuleId, Rules};

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
        for (kind, value) in [(Kinds::NULL, &self.null)] {
            if kinds.contains(kind)
                && Decider::new(self.rules, value).atoms(&atoms.list) == Some(false)
            {
                kinds = kinds.without(kind);
            }
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
                local_kinds(rule).meets(kinds) || (remembers && rule.written_integers)
            }
            Atom::Check(check) if check.part == Part::Unless => {
                unless_kinds(rules.get(check.rule), rules).meets(kinds)
            }
            Atom::Check(check) => part_kinds(check.part).meets(kinds),
            Atom::RestMembers(_) => kinds.meets(Kinds::OBJECT),
            Atom::RestItems(_) => kinds.meets(Kinds::ARRAY),
            Atom::AnyOf(_) | Atom::OneOf(_) | Atom::Conditional(_) => true,
        });
        Some(Key { atoms, kinds, all })
    }

    /// Whether null fits and something else may, too.
    pub(super) fn is_nullable(&mut self, atoms: &Atoms) -> bool {
        let mut kinds = Kinds::ALL;
        for atom in &atoms.list {
            kinds = kinds.and(self.kinds_of_atom(*atom));
        }
        let lists = atoms.owns().any(|id| {
            let rule = self.rules.get(id);
            rule.enumeration.is_some() || rule.constant.is_some()
        });
        (kinds != Kinds::ALL || lists)
            && kinds.contains(Kinds::NULL)
            && kinds != Kinds::NULL
            && Decider::new(self.rules, &self.null).atoms(&atoms.list) == Some(true)
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
        for inner in rule.references.iter().chain(&rule.all_of) {
            kinds = kinds.and(self.kinds_of(*inner));
        }
        if !rule.any_of.is_empty() {
            kinds = kinds.and(self.kinds_of_atom(Atom::AnyOf(id)));
        }
        if rule.conditional.is_some() {
            kinds = kinds.and(self.kinds_of_atom(Atom::Conditional(id)));
        }
        if !rule.one_of.is_empty() {
            kinds = kinds.and(self.kinds_of_atom(Atom::OneOf(id)));
        }
        self.kinds.insert(id, Some(kinds));
        kinds
    }

    pub(super) fn kinds_of_atom(&mut self, atom: Atom) -> Kinds {
        let rules = self.rules;
        let rule = rules.get(atom.rule());
        let arms = match atom {
            Atom::Check(check) if check.part == Part::Whole => return self.kinds_of(check.rule),
            Atom::Check(_) | Atom::RestMembers(_) | Atom::RestItems(_) => return Kinds::ALL,
            Atom::Conditional(_) => {
                let Some(conditional) = &rule.conditional else {
                    return Kinds::ALL;
                };
                let mut branch =
                    |arm: Option<RuleId>| arm.map_or(Kinds::ALL, |arm| self.kinds_of(arm));
                return branch(conditional.then).or(branch(conditional.otherwise));
            }
            Atom::Own(_) => {
                let mut kinds = rule.types.unwrap_or(Kinds::ALL);
                if let Some(values) = &rule.enumeration {
                    let mut stated = values
                        .iter()
                        .fold(Kinds::NONE, |kinds, value| kinds.or(kind_of(value)));
                    if rule.open {
                        stated = stated.or(Kinds::STRING);
                    }
                    kinds = kinds.and(stated);
                }
                if let Some(constant) = &rule.constant {
                    kinds = kinds.and(kind_of(constant));
                }
                return kinds;
            }
            Atom::AnyOf(_) => &rule.any_of,
            Atom::OneOf(_) => &rule.one_of,
        };
        arms.iter()
            .fold(Kinds::NONE, |kinds, arm| kinds.or(self.kinds_of(*arm)))
    }
}

/// The kinds of value that a condition can hold for, and so be denied.
fn unless_kinds(rule: &Rule, rules: &Rules) -> Kinds {
    let condition = rule.conditional.as_ref().map(|it| rules.get(it.condition));
    condition
        .and_then(|condition| condition.types)
        .unwrap_or(Kinds::ALL)
}
