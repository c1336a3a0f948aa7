//! A language → the table of its smallest automaton, where that is small.

use std::collections::{BTreeMap, HashMap};

use super::automaton::Automaton;
use super::graph::Graph;
use super::letters::{Alike, Letters};
use super::{Condition, Language};

/// A graph of more places is not looked at, for one may lead to very many states.
const MOST_PLACES: usize = 2_000;
/// So many states are found before those that are alike become one.
const MOST_STATES: usize = 512;
/// A table of more ranges of characters is larger than it is worth.
const MOST_RANGES: usize = 512;

/// An automaton that reads a text character by character.
///
/// It begins in state 0. A state that is not listed has found what it looks for, whatever
/// follows; where a state says nothing of a character, the text is not of the language.
///
/// ```
/// use isoschema::regular::Language;
///
/// let language = Language::of_pattern("^v[0-9]?$").unwrap();
/// let table = language.table().unwrap();
/// assert_eq!(table.states[0], [("vv".to_owned(), 1)]);
/// assert_eq!(table.states[1], [("09".to_owned(), 2)]);
/// assert_eq!(table.ends, [1, 2]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// For each state, where characters lead: each text is of the first and the last character
    /// of some ranges, one after another.
    pub states: Vec<Vec<(String, usize)>>,
    /// The states in which a text may end.
    pub ends: Vec<usize>,
}

impl Language {
    /// The table of the language of a pattern; `None` where it would be large, and where the
    /// pattern looks ahead.
    #[must_use]
    pub fn table(&self) -> Option<Table> {
        let [Condition::Found { graph, is: true }] = self.0.as_slice() else {
            return None;
        };
        if graph.places.len() > MOST_PLACES {
            return None;
        }
        Moves::of(graph)?.table()
    }
}

/// Where the kinds of characters lead from each state that can be reached: 0 has found what is
/// looked for, 1 is before a text.
struct Moves {
    next: Vec<Vec<usize>>,
    ends: Vec<bool>,
    /// The characters of each kind.
    kinds: Vec<Letters>,
}

impl Moves {
    fn of(graph: &Graph) -> Option<Self> {
        let words = Letters::escaped('w').filter(|_| graph.has_edges);
        let mut sets: Vec<&Letters> = graph.sets.iter().collect();
        sets.extend(&words);
        let alike = Alike::of(&sets);
        let (own, word_kinds) = alike.in_sets.split_at(graph.sets.len());
        let no_words = Vec::new();
        let word_kinds = word_kinds.first().unwrap_or(&no_words);
        let mut automaton = Automaton::new(graph, own, word_kinds);
        let (mut next, mut ends) = (Vec::new(), Vec::new());
        // What is reached is numbered as it is found: there are no gaps.
        while next.len() < automaton.count() {
            if next.len() > MOST_STATES {
                return None;
            }
            let from = next.len();
            let steps = (0..alike.examples.len()).map(|kind| automaton.step(from, kind));
            next.push(steps.collect());
            ends.push(automaton.ends(from));
        }
        let kinds = alike.letters(&sets);
        Some(Self { next, ends, kinds })
    }

    /// The states that nothing tells apart have one number.
    fn classes(&self) -> Vec<usize> {
        let mut classes: Vec<usize> = self.ends.iter().map(|ends| usize::from(*ends)).collect();
        let mut count = 0;
        loop {
            let mut known = HashMap::new();
            let told: Vec<usize> = (0..classes.len())
                .map(|state| {
                    let next = self.next[state].iter().map(|next| classes[*next]);
                    let key = (classes[state], next.collect::<Vec<_>>());
                    let fresh = known.len();
                    *known.entry(key).or_insert(fresh)
                })
                .collect();
            classes = told;
            if known.len() == count {
                return classes;
            }
            count = known.len();
        }
    }

    fn table(&self) -> Option<Table> {
        let classes = self.classes();
        let leads_only_to_itself = |state: usize| {
            self.next[state]
                .iter()
                .all(|next| classes[*next] == classes[state])
        };
        let found = classes[0];
        // The numbers of classes in the table, in the order in which they are reached.
        let mut order = vec![Automaton::START];
        let mut numbers = BTreeMap::from([(classes[Automaton::START], 0)]);
        if classes[Automaton::START] == found {
            order.clear();
        }
        let mut at = 0;
        while let Some(state) = order.get(at).copied() {
            at += 1;
            for next in &self.next[state] {
                let is_lost = !self.ends[*next] && leads_only_to_itself(*next);
                let class = classes[*next];
                if class != found && !is_lost && !numbers.contains_key(&class) {
                    numbers.insert(class, order.len());
                    order.push(*next);
                }
            }
        }
        numbers.insert(found, order.len());
        let mut count = 0;
        let mut states = Vec::with_capacity(order.len());
        for state in &order {
            let mut ways: BTreeMap<usize, Vec<(u32, u32)>> = BTreeMap::new();
            for (next, letters) in self.next[*state].iter().zip(&self.kinds) {
                if let Some(number) = numbers.get(&classes[*next]) {
                    ways.entry(*number).or_default().extend(letters.ranges());
                }
            }
            let ways = ways.into_iter().map(|(number, ranges)| {
                let ranges = Letters::of(ranges).bounds();
                count += ranges.chars().count() / 2;
                (ranges, number)
            });
            states.push(ways.collect());
        }
        let ends = order.iter().enumerate();
        let ends = ends.filter(|(_, state)| self.ends[**state]);
        let ends = ends.map(|(number, _)| number).collect();
        (count <= MOST_RANGES).then_some(Table { states, ends })
    }
}
