//! What tells the arms of a union apart.

use std::collections::HashSet;

use indexmap::IndexSet;

use crate::keywords::regex::Pattern;
use crate::keywords::table::Word;
use crate::load::json::{Json, JsonKind};
use crate::rules::apart::apart;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

use super::atoms::{Atom, Atoms};
use super::candidate::Candidate;
use super::listing::spelled_out;
use super::planner::Planner;

/// So many pairs of arms are compared; of more arms, only what tells all of
/// them apart at once is looked for.
const MOST_PAIRS: usize = 2_000;

/// So many values of a member make a name.
pub(super) const MOST_JOINED: usize = 3;

/// So many members of arms are looked at for names.
const MOST_NAMING: usize = 20_000;

/// So many items of arrays are looked at for names.
const MOST_ITEMS: usize = 8;

/// Of so many names, one may be that of another arm, too.
const FEW_REPEATED: usize = 10;

/// So deep arms are followed into the arms of their own unions.
const DEPTH: usize = 4;

/// A member that tells the arms of a union apart.
pub(super) struct Tag {
    pub(super) member: String,
    /// For each arm the member's values.
    pub(super) values: Vec<Vec<Json>>,
}

impl Planner<'_> {
    /// Whether no value fits two arms, as far as can be proven; `is_told` says
    /// that a member tells the objects apart.
    pub(super) fn are_disjoint(&self, candidates: &[Candidate], is_told: bool) -> bool {
        let mut used = Kinds::NONE;
        if candidates.iter().all(|candidate| {
            let fresh = !used.meets(candidate.kinds);
            used = used.or(candidate.kinds);
            fresh
        }) {
            return true;
        }
        (is_told && self.are_others_apart(candidates)) || self.are_apart(candidates, |_, _| false)
    }

    /// Whether no value fits two arms for other values than objects, nor an object
    /// one of these.
    fn are_others_apart(&self, candidates: &[Candidate]) -> bool {
        let mut seen: HashSet<String> = HashSet::new();
        let (mut of_lists, mut used) = (Kinds::NONE, Kinds::OBJECT);
        let mut others = candidates.iter().filter(|it| it.kinds != Kinds::OBJECT);
        let are_fresh = others.all(|candidate| {
            let values = self.fitting_values(&candidate.key());
            if values.is_empty() {
                let fresh = !used.meets(candidate.kinds);
                used = used.or(candidate.kinds);
                fresh
            } else {
                of_lists = of_lists.or(candidate.kinds);
                values.iter().all(|value| seen.insert(value.canonical()))
            }
        });
        are_fresh && !of_lists.meets(used)
    }

    /// The same, each arm compared with each other one; of some, it is known otherwise.
    pub(super) fn are_apart(
        &self,
        candidates: &[Candidate],
        is_known: impl Fn(usize, usize) -> bool,
    ) -> bool {
        let count = candidates.len();
        if count * count.saturating_sub(1) / 2 > MOST_PAIRS {
            return false;
        }
        let owns: Vec<Vec<RuleId>> = candidates
            .iter()
            .map(|candidate| {
                let list = candidate.atoms.list.iter();
                let told = list.filter(|atom| matches!(atom, Atom::Own(_) | Atom::Rest(..)));
                told.map(|atom| atom.rule()).collect()
            })
            .collect();
        let mut pairs = (0..count).flat_map(|one| (one + 1..count).map(move |other| (one, other)));
        pairs.all(|(one, other)| {
            let (first, second) = (&candidates[one], &candidates[other]);
            !first.kinds.meets(second.kinds)
                || apart(&self.rules.rules, &owns[one], &owns[other])
                || self.fits_none(first, second)
                || self.fits_none(second, first)
                || is_known(one, other)
        })
    }

    /// Whether an arm lists texts, none of which fits another one.
    fn fits_none(&self, listing: &Candidate, other: &Candidate) -> bool {
        let values = self.fitting_values(&listing.key());
        let mut texts = values.iter();
        !values.is_empty()
            && texts.all(|it| it.as_str().is_some() && !self.fits(it, &other.all.list))
    }

    /// The member by whose values the object arms are told apart. Of a union
    /// that was made of conditions, some arms may be those of all other values.
    pub(super) fn tag(&self, candidates: &[Candidate], is_made: bool) -> Option<Tag> {
        let mut objects = candidates
            .iter()
            .filter(|candidate| candidate.kinds.meets(Kinds::OBJECT));
        let first = objects.next()?;
        objects.next()?;
        let mut members = self.required_within(&first.atoms, DEPTH);
        let mut seen = HashSet::new();
        members.retain(|member| seen.insert(member.clone()));
        members
            .into_iter()
            .find_map(|member| self.tag_of(candidates, member, is_made))
    }

    fn tag_of(&self, candidates: &[Candidate], member: String, is_made: bool) -> Option<Tag> {
        let mut seen: HashSet<String> = HashSet::new();
        let mut values: Vec<Vec<Json>> = Vec::with_capacity(candidates.len());
        for candidate in candidates {
            if !candidate.kinds.meets(Kinds::OBJECT) {
                values.push(Vec::new());
                continue;
            }
            // Left over are values of the member that the conditions ask for, and of no other one.
            let source = self.rules.get(candidate.source);
            let is_own = source.properties().named.contains_key(&member);
            let is_rest = is_made && source.left.is_some() && is_own;
            let Some(tags) = self.values_of(&candidate.atoms, &member, DEPTH) else {
                if is_rest {
                    values.push(Vec::new());
                    continue;
                }
                return None;
            };
            if !tags.iter().all(|tag| seen.insert(tag.canonical())) {
                return None;
            }
            values.push(tags);
        }
        Some(Tag { member, values })
    }

    /// The members that an object must have, or must have in the first arm of a
    /// union inside.
    fn required_within(&self, atoms: &Atoms, depth: usize) -> Vec<String> {
        let owns = atoms.owns();
        let mut found: Vec<String> = owns
            .flat_map(|id| self.rules.get(id).required().to_vec())
            .collect();
        if depth > 0 {
            for (_, arms) in self.inner_unions(atoms) {
                if let Some(first) = arms.first() {
                    let arm = Atoms::of(self.rules, &[*first]);
                    found.extend(self.required_within(&arm, depth - 1));
                }
            }
        }
        found
    }

    /// A member that names arms of objects: those that list its values, or spell them out in a pattern, have
    /// others each, but for a few, whether the member is required or not.
    pub(super) fn naming_member(&self, candidates: &[Candidate]) -> Option<Tag> {
        // An arm that says nothing of kinds says of objects what it says.
        let is_object = |it: &Candidate| it.kinds.contains(Kinds::OBJECT);
        let objects = || candidates.iter().filter(|it| is_object(it));
        let first = objects().nth(1).and_then(|_| objects().next())?;
        let owns = first.atoms.owns();
        let members: IndexSet<&String> = owns
            .flat_map(|id| self.rules.get(id).properties().named.keys())
            .collect();
        if members.len() * candidates.len() > MOST_NAMING {
            return None;
        }
        let mut best: Option<(usize, Tag)> = None;
        for member in members {
            let mut seen: HashSet<String> = HashSet::new();
            let named = candidates.iter().map(|candidate| {
                let values = is_object(candidate).then(|| self.few_of(&candidate.atoms, member));
                values.flatten().unwrap_or_default()
            });
            let values: Vec<Vec<Json>> = named.collect();
            let told = values.iter().filter(|values| !values.is_empty()).count();
            let all = values.iter().flatten();
            let repeated = all.filter(|it| !seen.insert(it.canonical())).count();
            let count = told.saturating_sub(repeated);
            if repeated <= told / FEW_REPEATED && count > best.as_ref().map_or(1, |(most, _)| *most)
            {
                let member = member.clone();
                best = Some((count, Tag { member, values }));
            }
        }
        best.map(|(_, tag)| tag)
    }

    /// The item of arrays that names most of them, two at least: by the one text that each lists for it.
    pub(super) fn naming_item(&self, candidates: &[Candidate]) -> Option<Tag> {
        let mut best: Option<(usize, Tag)> = None;
        for position in 0..MOST_ITEMS {
            let mut seen: HashSet<String> = HashSet::new();
            let named = candidates.iter().map(|candidate| {
                let is_array = candidate.kinds == Kinds::ARRAY;
                let values = is_array.then(|| self.listed_at(&candidate.atoms, position));
                let values = values.flatten().unwrap_or_default();
                let is_text = |it: &[Json]| matches!(it, [only] if only.as_str().is_some());
                Some(values).filter(|it| is_text(it)).unwrap_or_default()
            });
            let values: Vec<Vec<Json>> = named.collect();
            let mut texts = values.iter().flatten();
            let are_apart = texts.all(|it| seen.insert(it.canonical()));
            if are_apart && seen.len() > best.as_ref().map_or(1, |(most, _)| *most) {
                let member = "item".to_owned();
                best = Some((seen.len(), Tag { member, values }));
            }
        }
        best.map(|(_, tag)| tag)
    }

    /// The values that the item of an array at a position is listed to have.
    fn listed_at(&self, atoms: &Atoms, position: usize) -> Option<Vec<Json>> {
        let items = atoms.owns().filter_map(|id| {
            let items = self.rules.get(id).items();
            items.prefix.get(position).copied()
        });
        let items: Vec<RuleId> = items.collect();
        self.listed_plainly(&Atoms::of(self.rules, &items))
    }

    /// The few values that a member is listed to have, or those that its pattern spells out.
    fn few_of(&self, atoms: &Atoms, member: &str) -> Option<Vec<Json>> {
        if let Some(values) = self.listed_of(atoms, member) {
            return Some(values).filter(|values| values.len() <= MOST_JOINED);
        }
        let inner = Atoms::of(self.rules, &atoms.member(self.rules, member));
        let mut owns = inner.owns();
        let texts = owns.find_map(|id| self.rules.get(id).get::<Pattern>()?.texts())?;
        Some(texts.to_vec()).filter(|values| values.len() <= MOST_JOINED)
    }

    /// The values that a required member of an object can have, where they are
    /// listed, if need be by the arms of a union inside.
    fn values_of(&self, atoms: &Atoms, member: &str, depth: usize) -> Option<Vec<Json>> {
        let is_required = atoms.requires(self.rules, member);
        let own = is_required.then(|| self.listed_of(atoms, member)).flatten();
        if own.is_some() || depth == 0 {
            return own;
        }
        self.inner_unions(atoms).find_map(|(union, arms)| {
            let mut found = Vec::new();
            let mut seen = HashSet::new();
            for arm in arms {
                let mut inner = atoms.clone();
                inner.list.retain(|atom| *atom != union);
                inner.add(self.rules, &[*arm]);
                let own = inner.owns().map(|id| self.rules.get(id).kinds());
                if inner.never.is_some() || !own.fold(Kinds::ALL, Kinds::and).meets(Kinds::OBJECT) {
                    continue;
                }
                let values = self.values_of(&inner, member, depth - 1)?;
                found.extend(values.into_iter().filter(|it| seen.insert(it.canonical())));
            }
            (!found.is_empty()).then_some(found)
        })
    }

    /// The unions in a set that do not lead back to themselves.
    fn inner_unions<'s>(&'s self, atoms: &'s Atoms) -> impl Iterator<Item = (Atom, &'s [RuleId])> {
        atoms.list.iter().filter_map(|atom| match atom {
            Atom::Union(word @ (Word::AnyOf | Word::OneOf), id) => {
                let arms = self.rules.get(*id).arms(*word);
                (!self.leads_back(*atom, arms)).then_some((*atom, arms))
            }
            _ => None,
        })
    }

    /// The values that a member can have, where they are listed.
    fn listed_of(&self, atoms: &Atoms, member: &str) -> Option<Vec<Json>> {
        self.listed_plainly(&Atoms::of(self.rules, &atoms.member(self.rules, member)))
    }

    /// The values that are listed, where these are texts, numbers, booleans and null.
    fn listed_plainly(&self, inner: &Atoms) -> Option<Vec<Json>> {
        let rules = self.rules;
        let listed = inner.owns().filter_map(|id| {
            let rule = rules.get(id);
            rule.only_values().or_else(|| spelled_out(rule, Kinds::ALL))
        });
        let fewest = listed.min_by_key(|values| values.len())?;
        let mut seen = HashSet::new();
        let values: Vec<Json> = fewest
            .iter()
            .filter(|value| seen.insert(value.canonical()) && self.fits(value, &inner.list))
            .cloned()
            .collect();
        let is_plain = |value: &Json| match value.kind {
            JsonKind::String(_) | JsonKind::Number(_) | JsonKind::Bool(_) | JsonKind::Null => true,
            JsonKind::Array(_) | JsonKind::Object(_) => false,
        };
        values.iter().all(is_plain).then_some(values)
    }
}
