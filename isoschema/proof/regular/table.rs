//! A language → the table of its smallest automaton, where that is small.

use std::collections::{BTreeMap, HashMap};

use super::automaton::{Automaton, FOUND, automata, sets, words};
use super::graph::Graph;
use super::letters::{Alike, Letters, MANY};
use super::{Condition, Language};

/// A graph of more places is not looked at, for one may lead to very many states.
const MOST_PLACES: usize = 2_000;
/// So many states are found before those that are alike become one.
const MOST_STATES: usize = 2_000;
/// A table of more ranges of characters is larger than it is worth.
const MOST_RANGES: usize = 1_024;

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
    /// The table of the language of a pattern; `None` where it would be large.
    #[must_use]
    pub fn table(&self) -> Option<Table> {
        let found = self.0.iter().map(|condition| match condition {
            Condition::Found { graph, is } => Some((graph, *is)),
            Condition::Length { .. } => None,
        });
        let (graphs, are): (Vec<_>, Vec<_>) =
            found.collect::<Option<Vec<_>>>()?.into_iter().unzip();
        let places = graphs.iter().map(|graph| graph.places.len());
        if places.sum::<usize>() > MOST_PLACES {
            return None;
        }
        Moves::of(&graphs, &are)?.table()
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
    /// Those of all graphs together, each of which is to be found or not.
    fn of(graphs: &[&Graph], are: &[bool]) -> Option<Self> {
        let words = words(graphs);
        let sets = sets(graphs, words.as_ref());
        let alike = Alike::of(&sets);
        let mut automata = automata(graphs, &alike.in_sets, words.as_ref());
        let kinds = alike.examples.len();
        let start = vec![Automaton::START; graphs.len()];
        let mut known = HashMap::from([(start.clone(), Automaton::START)]);
        // What has found all of it is never read on.
        let mut states = vec![Vec::new(), start];
        let (mut next, mut ends) = (vec![vec![FOUND; kinds]], vec![true]);
        while next.len() < states.len() {
            if next.len() > MOST_STATES {
                return None;
            }
            let from = states[next.len()].clone();
            let all = automata.iter().zip(&from).zip(are);
            ends.push(all.fold(true, |all, ((it, at), is)| all && it.ends(*at) == *is));
            let steps = (0..kinds).map(|kind| {
                let to = automata.iter_mut().zip(&from);
                let mut to: Vec<_> = to.map(|(it, at)| it.step(*at, kind)).collect();
                let mut each = to.iter().zip(are);
                if each.clone().all(|(at, is)| *is && *at == FOUND) {
                    return FOUND;
                }
                // It has found what it must not.
                if each.any(|(at, is)| !is && *at == FOUND) {
                    to.fill(FOUND);
                }
                let fresh = states.len();
                *known.entry(to).or_insert_with_key(|to| {
                    states.push(to.clone());
                    fresh
                })
            });
            next.push(steps.collect());
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
        let (mut count, mut longest) = (0, 0);
        let mut states = Vec::with_capacity(order.len());
        for state in &order {
            let mut ways: BTreeMap<usize, Vec<(u32, u32)>> = BTreeMap::new();
            for (next, letters) in self.next[*state].iter().zip(&self.kinds) {
                if let Some(number) = numbers.get(&classes[*next]) {
                    ways.entry(*number).or_default().extend(letters.ranges());
                }
            }
            let ways = ways.into_iter().map(|(number, ranges)| {
                let letters = Letters::of(ranges);
                count += letters.ranges().len();
                longest = longest.max(letters.ranges().len());
                (letters.bounds(), number)
            });
            states.push(ways.collect());
        }
        let ends = order.iter().enumerate();
        let ends = ends.filter(|(_, state)| self.ends[**state]);
        let ends = ends.map(|(number, _)| number).collect();
        (count <= MOST_RANGES && longest <= MANY).then_some(Table { states, ends })
    }
}
