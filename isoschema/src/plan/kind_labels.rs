//! What the variants of an enum of several types are called by the kind of their values.

use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;

use crate::names::name::{Name, camel};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rule;

use super::candidate::Candidate;
use super::planner::Planner;
use super::shape::{groups, is_any};
use super::spaces::last;

/// The names of candidates by what kind of value they are.
pub(super) struct Labels {
    /// By candidate, from the shortest to the longest.
    wanted: Vec<Vec<String>>,
    /// By candidate, where it is for values of several kinds.
    broad: Vec<Option<String>>,
    /// Whether a candidate asks for nothing but kinds.
    plain: Vec<bool>,
    counts: HashMap<String, usize>,
}

impl Labels {
    pub(super) fn of(
        planner: &Planner<'_>,
        candidates: &[Candidate],
        whole: &HashSet<usize>,
    ) -> Self {
        let required = Alone::of(planner, candidates, Rule::required);
        let declared = Alone::of(planner, candidates, |rule| rule.properties().named.keys());
        let differing = Differing::of(planner, candidates);
        let mut wanted = Vec::with_capacity(candidates.len());
        for (at, candidate) in candidates.iter().enumerate() {
            let mut labels = Vec::new();
            if whole.contains(&at)
                && let Some((group, label)) = kind(candidate.kinds)
            {
                labels.push(label.to_owned());
                match group {
                    Kinds::ARRAY => labels.extend(planner.list_label(candidate)),
                    Kinds::STRING => {
                        // What is read as a type of its own is called as its format is.
                        let mut owns = candidate.atoms.owns();
                        if owns.any(|id| planner.rules.get(id).parsed.is_some()) {
                            labels.clear();
                        }
                        labels.extend(planner.text_label(candidate));
                    }
                    Kinds::OBJECT => {
                        let with = required.member(at).or_else(|| declared.member(at));
                        labels.extend(with.map(|member| {
                            let word = camel(member);
                            if planner.is_barred(candidates, member) {
                                word
                            } else {
                                format!("With{word}")
                            }
                        }));
                        labels.extend(differing.label(at));
                        if !declared.has_any(at) && !planner.is_choice(candidate) {
                            labels.push("Map".to_owned());
                        }
                    }
                    _ => {}
                }
            }
            wanted.push(labels);
        }
        let mut counts = HashMap::new();
        for label in wanted.iter().flatten() {
            *counts.entry(label.clone()).or_default() += 1;
        }
        let broad = candidates.iter().map(|candidate| broad(candidate.kinds));
        Self {
            wanted,
            broad: broad.collect(),
            plain: candidates.iter().map(Candidate::is_plain).collect(),
            counts,
        }
    }

    /// The name of a candidate for values of several kinds, which no other one is for.
    pub(super) fn broad_label(&self, at: usize) -> Option<Name> {
        let own = self.broad[at].as_ref()?;
        let same = self.broad.iter().filter(|it| it.as_ref() == Some(own));
        let is_alone = same.count() == 1 && !self.counts.contains_key(own);
        is_alone.then(|| Name::of_camel(own))
    }

    /// The first name that no other candidate wants, or that the others can do
    /// without.
    pub(super) fn label(&self, at: usize) -> Option<Name> {
        let wanted = &self.wanted[at];
        let mut labels = wanted.iter();
        let alone = labels.find(|label| self.counts.get(*label) == Some(&1));
        let label = alone.or_else(|| {
            let [only] = wanted.as_slice() else {
                return None;
            };
            let mut others = self.wanted.iter().enumerate();
            // One that asks for nothing else is called by its kind.
            let is_first = |other: usize| self.plain[at] && !self.plain[other];
            let is_left = others.all(|(other, labels)| {
                other == at || labels.as_slice() != wanted || is_first(other)
            });
            is_left.then_some(only)
        })?;
        Some(Name::of_camel(label))
    }
}

/// What values of several kinds beside null are called.
fn broad(kinds: Kinds) -> Option<String> {
    let groups = groups(kinds.without(Kinds::NULL));
    match groups.as_slice() {
        [] | [_] => None,
        _ if is_any(kinds) => Some("Any".to_owned()),
        _ => {
            let words: Vec<&str> = groups.iter().map(|(_, label)| *label).collect();
            Some(words.join("Or"))
        }
    }
}

/// The one group that kinds are of beside null, and what it is called.
fn kind(kinds: Kinds) -> Option<(Kinds, &'static str)> {
    let null = (kinds != Kinds::NULL).then_some(Kinds::NULL);
    let kinds = kinds.without(null.unwrap_or(Kinds::NONE));
    match *groups(kinds).as_slice() {
        [(group, _)] if kinds == Kinds::INTEGER => Some((group, "Integer")),
        [only] => Some(only),
        _ => None,
    }
}

/// The members that candidates for objects state, and how many state each.
struct Alone<'a> {
    /// By candidate, in the schema's order.
    members: Vec<Vec<&'a str>>,
    counts: HashMap<&'a str, usize>,
}

impl<'a> Alone<'a> {
    fn of<I>(planner: &Planner<'a>, candidates: &[Candidate], stated: fn(&'a Rule) -> I) -> Self
    where
        I: IntoIterator<Item = &'a String>,
    {
        let rules = planner.rules;
        let members = candidates.iter().map(|candidate| {
            let owns = candidate.atoms.owns();
            let names = owns.flat_map(|id| stated(rules.get(id)));
            let names: IndexSet<&str> = names.map(String::as_str).collect();
            names.into_iter().collect()
        });
        let members: Vec<Vec<&str>> = members.collect();
        let mut counts = HashMap::new();
        for member in members.iter().flatten() {
            *counts.entry(*member).or_default() += 1;
        }
        Self { members, counts }
    }

    /// The first member that a candidate alone states.
    fn member(&self, at: usize) -> Option<&'a str> {
        let mut own = self.members[at].iter();
        own.find(|name| self.counts.get(**name) == Some(&1))
            .copied()
    }

    fn has_any(&self, at: usize) -> bool {
        !self.members[at].is_empty()
    }
}

/// The members that candidates for objects declare, with a word for the values of each.
struct Differing<'a> {
    /// By candidate, in the schema's order; of each, whether the word is a definition's name.
    members: Vec<Vec<(&'a str, String, bool)>>,
    counts: HashMap<(&'a str, String), usize>,
}

impl<'a> Differing<'a> {
    fn of(planner: &Planner<'a>, candidates: &[Candidate]) -> Self {
        let rules = planner.rules;
        let members = candidates.iter().map(|candidate| {
            let owns = candidate.atoms.owns();
            let declared = owns.flat_map(|id| &rules.get(id).properties().named);
            let with_word = declared.filter_map(|(name, rule)| {
                let (word, is_named) = planner.word(*rule)?;
                Some((name.as_str(), word, is_named))
            });
            with_word.collect()
        });
        let members: Vec<Vec<(&str, String, bool)>> = members.collect();
        let mut counts = HashMap::new();
        for (member, word, _) in members.iter().flatten() {
            *counts.entry((*member, word.clone())).or_default() += 1;
        }
        Self { members, counts }
    }

    /// By the first member whose values are of another type in the others: `WithTextId` beside `WithIntegerId`.
    fn label(&self, at: usize) -> Option<String> {
        let own = self.members[at].iter();
        let is_alone =
            |(member, word, _): &&_| self.counts.get(&(*member, String::clone(word))) == Some(&1);
        let alone: Vec<&(&str, String, bool)> = own.filter(is_alone).collect();
        let named = alone.iter().find(|(_, _, is_named)| *is_named);
        let (member, word, _) = named.or(alone.first())?;
        Some(format!("With{word}{}", camel(member)))
    }
}

impl Planner<'_> {
    /// A list's name by its items: `TextList`.
    fn list_label(&self, candidate: &Candidate) -> Option<String> {
        let mut owns = candidate.atoms.owns();
        let items = owns.find_map(|id| self.rules.get(id).items().rest)?;
        Some(format!("{}List", self.word(items)?.0))
    }

    /// A word for the values of a schema, and whether it is a definition's name.
    fn word(&self, id: RuleId) -> Option<(String, bool)> {
        let rule = self.rules.get(self.aliases.follow(id));
        if let Some(entry) = &rule.entry {
            return Some((camel(last(entry)), true));
        }
        let (group, word) = kind(rule.kinds())?;
        let items = rule.items().rest.filter(|_| group == Kinds::ARRAY);
        let items = items.map(|it| self.rules.get(self.aliases.follow(it)));
        let item = items.and_then(|it| match &it.entry {
            Some(entry) => Some(camel(last(entry))),
            None => Some(kind(it.kinds())?.1.to_owned()),
        });
        Some((item.unwrap_or_default() + word, false))
    }

    /// Whether a candidate says of a member that it must not be there.
    fn is_barred(&self, candidates: &[Candidate], member: &str) -> bool {
        let mut owns = candidates.iter().flat_map(|it| it.atoms.owns());
        owns.any(|id| {
            let stated = self.rules.get(id).properties().named.get(member);
            stated.is_some_and(|it| self.rules.get(*it).verdict == Some(false))
        })
    }

    /// Whether a candidate leaves it to alternatives what an object is.
    fn is_choice(&self, candidate: &Candidate) -> bool {
        let mut atoms = candidate.atoms.list.iter();
        atoms.any(|atom| !self.arms(*atom).is_empty())
    }

    /// A text's name by its format, or as one of listed codes.
    fn text_label(&self, candidate: &Candidate) -> Option<String> {
        let code = || self.listing(&candidate.key()).map(|_| "Code".to_owned());
        self.format(candidate).map(camel).or_else(code)
    }
}
