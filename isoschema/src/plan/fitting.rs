//! Arms as the ones that a value fits: what `unevaluated…` beside the union leaves over may be known in each.
//!
//! Which parts of a value count as evaluated depends on all arms that it fits (draft 2020-12, core, sections 10.2.1
//! and 11). Of `oneOf` there is one, and of `anyOf` where no value fits two; other arms may add nothing.

use crate::keywords::table::Word;
use crate::rules::kinds::Kinds;

use super::atoms::{Atom, Atoms};
use super::candidate::Candidate;
use super::evaluated::Arm;
use super::planner::Planner;

impl Planner<'_> {
    /// The arms, each with what is left over of a value that fits it; where that is known, it is also said whether
    /// the union asks for nothing else: whether no value of one fits another arm of `oneOf`.
    pub(super) fn fitting_arms(
        &mut self,
        union: Atom,
        rest: &Atoms,
        open: Vec<Candidate>,
        kinds: Kinds,
    ) -> (Vec<Candidate>, Option<bool>) {
        let rules = self.rules;
        let Atom::Union(word, rule) = union else {
            return (open, None);
        };
        if !rest.depends_on(rules, (word, rule)) {
            return (open, None);
        }
        let is_made = word == Word::AnyOf && rules.get(rule).made;
        let is_told = self.tag(&open, is_made).is_some() || self.members_apart(&open).is_some();
        let are_whole = open.iter().all(|it| !it.stands_for_more);
        // What conditions have become is apart by what it is made of.
        let are_apart = is_made || (are_whole && self.are_disjoint(&open, is_told));
        let alone: Vec<Option<Candidate>> = open
            .iter()
            .map(|candidate| {
                let mut all = candidate.all.clone();
                let arm = Arm {
                    rule: Some(candidate.source),
                    is_alone: are_apart || word == Word::OneOf,
                };
                all.take(rules, (word, rule), arm);
                let key = self.key(all, kinds);
                let key = key.filter(|key| !self.is_impossible(key))?;
                Some(Candidate {
                    source: candidate.source,
                    stated: candidate.stated.clone(),
                    atoms: key.atoms,
                    kinds: key.kinds,
                    all: key.all,
                    stands_for_more: candidate.stands_for_more,
                })
            })
            .collect();
        let bars = |one: usize, other: usize| {
            let alone = alone[one].as_ref();
            alone.is_none_or(|alone| self.bars(alone, &open[other]))
        };
        let are_apart = word != Word::OneOf
            || are_apart
            || self.are_apart(&open, |one, other| bars(one, other) && bars(other, one));
        (alone.into_iter().flatten().collect(), Some(are_apart))
    }

    /// Whether objects of a closed arm cannot have a member that another arm asks for, and so none fits that.
    fn bars(&self, closed: &Candidate, other: &Candidate) -> bool {
        let is_of_objects = Kinds::OBJECT.contains(closed.kinds.and(other.kinds));
        is_of_objects && closed.atoms.bar_one_of(self.rules, &other.atoms)
    }
}
