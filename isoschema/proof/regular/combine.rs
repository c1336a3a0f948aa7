//! Languages → which of them a text can be of at the same time.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::automaton::{Automaton, automata, sets, words};
use super::letters::Alike;
use super::{Condition, Language, TooMuch};

/// So many states of all languages together are looked at.
const MOST: usize = 30_000;

/// What a text can be of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Combination {
    /// Whether it is of each language.
    pub of: Vec<bool>,
    /// A shortest such text.
    pub text: String,
}

/// Every combination of the languages that some text has.
///
/// # Errors
///
/// They have too many states together.
pub fn combinations(languages: &[&Language]) -> Result<Vec<Combination>, TooMuch> {
    let graphs: Vec<_> = languages
        .iter()
        .flat_map(|language| &language.0)
        .filter_map(|condition| match condition {
            Condition::Found { graph, .. } => Some(graph),
            Condition::Length { .. } => None,
        })
        .collect();
    let words = words(&graphs);
    let alike = Alike::of(&sets(&graphs, words.as_ref()));
    let automata = automata(&graphs, &alike.in_sets, words.as_ref());
    Search {
        languages,
        automata,
        examples: &alike.examples,
        longest: longest(languages),
    }
    .run()
}

/// From so many characters on, no length differs from another.
fn longest(languages: &[&Language]) -> usize {
    let conditions = languages.iter().flat_map(|language| &language.0);
    let limits = conditions.map(|condition| match condition {
        Condition::Found { .. } => 0,
        Condition::Length { least, most } => (*least).max(most.map_or(0, |most| most + 1)),
    });
    limits.max().unwrap_or(0)
}

struct Search<'s> {
    languages: &'s [&'s Language],
    automata: Vec<Automaton<'s>>,
    examples: &'s [char],
    longest: usize,
}

impl Search<'_> {
    /// Reads texts of all kinds of characters, the shortest first.
    fn run(mut self) -> Result<Vec<Combination>, TooMuch> {
        // A state of each automaton and a length, and how it was reached.
        let first = (vec![Automaton::START; self.automata.len()], 0);
        let mut states: Vec<(Vec<usize>, usize)> = vec![first.clone()];
        let mut from: Vec<Option<(usize, char)>> = vec![None];
        let mut known = HashMap::from([(first, 0)]);
        let mut found: BTreeMap<Vec<bool>, usize> = BTreeMap::new();
        let mut open = VecDeque::from([0]);
        while let Some(index) = open.pop_front() {
            let (at, length) = states[index].clone();
            found.entry(self.of(&at, length)).or_insert(index);
            for (kind, example) in self.examples.iter().enumerate() {
                let automata = self.automata.iter_mut();
                let next = automata
                    .zip(&at)
                    .map(|(automaton, at)| automaton.step(*at, kind));
                let next = (next.collect::<Vec<_>>(), (length + 1).min(self.longest));
                if known.contains_key(&next) {
                    continue;
                }
                if states.len() == MOST {
                    return Err(TooMuch);
                }
                known.insert(next.clone(), states.len());
                open.push_back(states.len());
                states.push(next);
                from.push(Some((index, *example)));
            }
        }
        let text = |mut index: usize| {
            let mut letters = Vec::new();
            while let Some((before, letter)) = from[index] {
                letters.push(letter);
                index = before;
            }
            letters.iter().rev().collect()
        };
        let found = found.into_iter().map(|(of, index)| Combination {
            of,
            text: text(index),
        });
        Ok(found.collect())
    }

    /// Of which languages a text is that ends here.
    fn of(&self, at: &[usize], length: usize) -> Vec<bool> {
        let mut automata = self.automata.iter().zip(at);
        let mut holds = |condition: &Condition| match condition {
            Condition::Found { is, .. } => automata
                .next()
                .is_some_and(|(automaton, at)| automaton.ends(*at) == *is),
            Condition::Length { least, most } => {
                length >= *least && most.is_none_or(|most| length <= most)
            }
        };
        let mut of = Vec::with_capacity(self.languages.len());
        for language in self.languages {
            // Each condition is asked, for each has its automaton.
            let broken = language.0.iter().filter(|condition| !holds(condition));
            of.push(broken.count() == 0);
        }
        of
    }
}
