//! What the variants of an enum of several types are called by the kind of their values.

use std::collections::{HashMap, HashSet};

use indexmap::IndexSet;

use crate::keywords::not::Not;
use crate::keywords::regex::Pattern;
use crate::names::name::{Name, camel};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::Rule;

use super::candidate::Candidate;
use super::planner::Planner;
use super::shape::{groups, is_any};
use super::spaces::last;
use super::titles::LONGEST_TITLE;

/// Of so many candidates, two members of so many make a name.
const MOST_MEMBERS: usize = 16;

/// The names of candidates by what kind of value they are.
pub(super) struct Labels {
    /// By candidate, from the shortest to the longest.
    wanted: Vec<Vec<String>>,
    /// By candidate, where it is for values of several kinds.
    broad: Vec<Option<String>>,
    /// By candidate, where it is for values of several kinds, by a member that it alone states.
    stating: Vec<Option<String>>,
    /// Whether a candidate asks for nothing but kinds.
    plain: Vec<bool>,
    counts: HashMap<String, usize>,
}

impl Labels {
    /// Of candidates, of which some are whole, and some others may be named by their one member or their one
    /// value, as `told` has it.
    pub(super) fn of(
        planner: &Planner<'_>,
        candidates: &[Candidate],
        whole: &HashSet<usize>,
        is_by_member: bool,
        told: impl Iterator<Item = Name>,
    ) -> Self {
        let required = Alone::of(planner, candidates, Rule::required);
        let declared = Alone::of(planner, candidates, |rule| rule.properties().named.keys());
        let differing = Differing::of(planner, candidates);
        let with = |at: usize| {
            let member = required.member(at).or_else(|| declared.member(at))?;
            let word = camel(member);
            let is_word = is_by_member || planner.is_barred(candidates, member);
            Some(if is_word { word } else { format!("With{word}") })
        };
        let few = |at: usize| required.few(at).or_else(|| declared.few(at));
        let mut wanted = Vec::with_capacity(candidates.len());
        for (at, candidate) in candidates.iter().enumerate() {
            let mut labels = Vec::new();
            if whole.contains(&at)
                && let Some((group, label)) = kind(candidate.kinds)
            {
                // Beside those that are named by a member, objects are.
                let is_told = is_by_member && group == Kinds::OBJECT && with(at).is_some();
                if !is_told {
                    labels.push(label.to_owned());
                }
                match group {
                    Kinds::ARRAY => {
                        labels.extend(planner.list_label(candidate));
                        labels.extend(planner.tuple_labels(candidate));
                    }
                    Kinds::STRING => {
                        // What is read as a type of its own is called as its format is.
                        let mut owns = candidate.atoms.owns();
                        if owns.any(|id| planner.rules.get(id).parsed.is_some()) {
                            labels.clear();
                        }
                        labels.extend(planner.text_labels(candidate));
                    }
                    Kinds::OBJECT => {
                        labels.extend(with(at));
                        labels.extend(differing.label(at));
                        labels.extend(few(at));
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
        let told = told.map(|name| name.as_str().to_owned());
        for label in wanted.iter().flatten().cloned().chain(told) {
            *counts.entry(label).or_default() += 1;
        }
        let stating = candidates.iter().enumerate().map(|(at, candidate)| {
            let is_broad = kind(candidate.kinds).is_none() && candidate.kinds.meets(Kinds::OBJECT);
            is_broad.then(|| with(at).or_else(|| few(at))).flatten()
        });
        let broad = candidates.iter().map(|candidate| broad(candidate.kinds));
        Self {
            wanted,
            broad: broad.collect(),
            stating: stating.collect(),
            plain: candidates.iter().map(Candidate::is_plain).collect(),
            counts,
        }
    }

    /// The name of a candidate for values of several kinds, which no other one is for.
    pub(super) fn broad_label(&self, at: usize) -> Option<Name> {
        let own = self.broad[at].as_ref()?;
        let same = self.broad.iter().filter(|it| it.as_ref() == Some(own));
        let is_alone = same.count() == 1 && !self.counts.contains_key(own);
        let own = is_alone.then_some(own).or(self.stating[at].as_ref())?;
        Some(Name::of_camel(own))
    }

    /// What a candidate is called by its kind alone.
    pub(super) fn kind_label(&self, at: usize) -> Option<Name> {
        self.wanted[at].first().map(|label| Name::of_camel(label))
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

    /// Two members that no other candidate states together: `WithStartAndEnd`.
    fn few(&self, at: usize) -> Option<String> {
        let own = &self.members[at];
        if own.len() > MOST_MEMBERS || self.members.len() > MOST_MEMBERS {
            return None;
        }
        let others = || {
            let others = self.members.iter().enumerate();
            others.filter_map(|(other, it)| (other != at).then_some(it))
        };
        let pairs = (1..own.len()).flat_map(|second| (0..second).map(move |first| [first, second]));
        let mut pairs = pairs.map(|pair| pair.map(|it| own[it]));
        let [first, second] =
            pairs.find(|pair| !others().any(|it| pair.iter().all(|name| it.contains(name))))?;
        Some(format!("With{}And{}", camel(first), camel(second)))
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

    /// A tuple's names by how many items it has, and by what these are: `Pair`, `TextIntegerPair`.
    fn tuple_labels(&self, candidate: &Candidate) -> Vec<String> {
        let mut owns = candidate.atoms.owns();
        let items = owns.find_map(|id| {
            let items = self.rules.get(id).items();
            (!items.prefix.is_empty()).then_some(items)
        });
        let Some(items) = items else {
            return Vec::new();
        };
        let length = match items.prefix.len() {
            1 => "Single",
            2 => "Pair",
            3 => "Triple",
            _ => return Vec::new(),
        };
        let words = items.prefix.iter().map(|it| Some(self.word(*it)?.0));
        let words: Option<String> = words.collect();
        let long = words.map(|words| words + length);
        [Some(length.to_owned()), long]
            .into_iter()
            .flatten()
            .collect()
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

    /// Whether a candidate says of a member that it must not be there, alone or with others.
    fn is_barred(&self, candidates: &[Candidate], member: &str) -> bool {
        let mut atoms = candidates.iter().flat_map(|it| &it.all.list);
        atoms.any(|atom| {
            let rule = self.rules.get(atom.rule());
            let stated = rule.properties().named.get(member);
            let mut together = rule.each::<Not>().map(|not| self.rules.get(not.0));
            stated.is_some_and(|it| self.rules.get(*it).verdict == Some(false))
                || together.any(|it| it.made && it.required().iter().any(|other| other == member))
        })
    }

    /// Whether a candidate leaves it to alternatives what an object is.
    fn is_choice(&self, candidate: &Candidate) -> bool {
        let mut atoms = candidate.atoms.list.iter();
        atoms.any(|atom| !self.arms(*atom).is_empty())
    }

    /// A text's names by its format, as one of listed codes, or by what its pattern says of its beginning or its end:
    /// `Docker`, or beside a code of that name `DockerText`.
    fn text_labels(&self, candidate: &Candidate) -> Vec<String> {
        let code = || self.listing(&candidate.key()).map(|_| "Code".to_owned());
        if let Some(label) = self.format(candidate).map(camel).or_else(code) {
            return vec![label];
        }
        let mut owns = candidate.atoms.owns();
        let pattern = owns.find_map(|id| self.rules.get(id).get::<Pattern>());
        let Some(pattern) = pattern else {
            return Vec::new();
        };
        let is_short = |words: &String| words.len() <= LONGEST_TITLE;
        let beginning = pattern.beginning().filter(is_short);
        let words = pattern.fixed().into_iter().map(camel);
        let words: Vec<String> = words.chain(beginning.as_deref().map(camel)).collect();
        let longer = words.last().map(|word| format!("{word}Text"));
        let labels: IndexSet<String> = words.into_iter().chain(longer).collect();
        labels.into_iter().collect()
    }
}
