//! What tells the arms of a union apart, and what they are called.

use std::collections::{HashMap, HashSet};

use crate::keywords::table::Word;

use super::atoms::Atoms;
use super::planner::Planner;
use super::shape::groups;
use super::unions::Candidate;
use crate::names::name::Name;
use crate::names::scope::Scope;
use crate::rules::kinds::Kinds;

/// A member that tells the arms of a union apart.
pub(super) struct Tag {
    pub(super) member: String,
    /// For each arm the member's texts.
    pub(super) texts: Vec<Vec<String>>,
}

impl Planner<'_> {
    /// Whether no value fits two arms, as far as can be proven.
    pub(super) fn are_disjoint(&self, candidates: &[Candidate]) -> bool {
        let mut used = Kinds::NONE;
        if candidates.iter().all(|candidate| {
            let fresh = !used.meets(candidate.kinds);
            used = used.or(candidate.kinds);
            fresh
        }) {
            return true;
        }
        // Objects that a required member tells apart, beside disjoint kinds.
        let objects = candidates
            .iter()
            .filter(|candidate| candidate.kinds == Kinds::OBJECT)
            .count();
        let mut others = Kinds::OBJECT;
        let apart = candidates
            .iter()
            .filter(|candidate| candidate.kinds != Kinds::OBJECT)
            .all(|candidate| {
                let fresh = !others.meets(candidate.kinds);
                others = others.or(candidate.kinds);
                fresh
            });
        objects > 1 && apart && self.tag(candidates).is_some()
    }

    /// Readable names for the arms.
    pub(super) fn labels(&self, candidates: &[Candidate], tag: Option<&Tag>) -> Vec<Name> {
        let mut scope = Scope::with(&["Self"]);
        let kind_label = |kinds: Kinds| match groups(kinds).as_slice() {
            [_] if kinds == Kinds::INTEGER => Some("Integer"),
            [(_, label)] => Some(*label),
            _ => None,
        };
        let labels: Vec<Option<&str>> = candidates
            .iter()
            .map(|candidate| kind_label(candidate.kinds))
            .collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for label in labels.iter().flatten() {
            *counts.entry(label).or_default() += 1;
        }
        candidates
            .iter()
            .enumerate()
            .map(|(index, candidate)| {
                let rule = self.rules.get(self.aliases.follow(candidate.source));
                let tagged = tag
                    .and_then(|tag| tag.texts.get(index))
                    .and_then(|texts| texts.first());
                let stated = self.rules.get(candidate.source);
                let wanted = if let Some(name) = rule.rust_name.as_ref() {
                    name.clone()
                } else if let Some(entry) = rule.entry.as_ref() {
                    Name::of_variant(entry, "V")
                } else if let Some(title) = stated.notes.title.as_ref().filter(|t| t.len() <= 40) {
                    Name::of_variant(title, "V")
                } else if let Some(tag) = tagged {
                    Name::of_variant(tag, "V")
                } else if let Some(label) = labels[index]
                    && counts.get(label) == Some(&1)
                {
                    Name::of_camel(label)
                } else {
                    Name::of_camel(&format!("Variant{}", index + 1))
                };
                scope.claim(&wanted)
            })
            .collect()
    }

    /// The member by whose text the object arms are told apart.
    pub(super) fn tag(&self, candidates: &[Candidate]) -> Option<Tag> {
        let objects: Vec<&Candidate> = candidates
            .iter()
            .filter(|candidate| candidate.kinds.meets(Kinds::OBJECT))
            .collect();
        let [first, _, ..] = objects.as_slice() else {
            return None;
        };
        let mut members: Vec<String> = Vec::new();
        for id in first.atoms.owns() {
            members.extend_from_slice(self.rules.get(id).required());
        }
        'members: for member in members {
            let mut seen: HashSet<String> = HashSet::new();
            let mut texts: Vec<Vec<String>> = Vec::with_capacity(candidates.len());
            for candidate in candidates {
                if !candidate.kinds.meets(Kinds::OBJECT) {
                    texts.push(Vec::new());
                    continue;
                }
                let Some(tags) = self.texts_of(&candidate.atoms, &member) else {
                    continue 'members;
                };
                if !tags.iter().all(|tag| seen.insert(tag.clone())) {
                    continue 'members;
                }
                texts.push(tags);
            }
            return Some(Tag { member, texts });
        }
        None
    }

    /// The texts that a required member of an object can have, where they are
    /// listed.
    fn texts_of(&self, atoms: &Atoms, member: &str) -> Option<Vec<String>> {
        let asks = |id| self.rules.get(id).required().iter().any(|it| it == member);
        let is_required = atoms.owns().any(asks);
        if !is_required {
            return None;
        }
        for id in atoms.owns() {
            let Some(property) = self.rules.get(id).properties().named.get(member) else {
                continue;
            };
            for inner in Atoms::of(self.rules, &[*property]).owns() {
                let rule = self.rules.get(inner);
                let is_closed = rule.states(Word::Const) || !rule.is_open();
                let Some(values) = rule.values().filter(|_| is_closed) else {
                    continue;
                };
                let texts: Option<Vec<String>> = values
                    .iter()
                    .map(|value| value.as_str().map(str::to_owned))
                    .collect();
                if let Some(mut texts) = texts {
                    let mut seen = HashSet::new();
                    texts.retain(|text| seen.insert(text.clone()));
                    return Some(texts);
                }
            }
        }
        None
    }
}
