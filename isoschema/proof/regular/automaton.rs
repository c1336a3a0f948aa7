//! A graph → the states that reading a text leads through, each made when it
//! is first asked for: a deterministic automaton.

use std::collections::HashMap;

use super::graph::{Beside, Graph, Place};

/// A state that has found what is looked for stays so.
const FOUND: usize = 0;

/// Where a search may be, and what it has read last.
type State = (Vec<usize>, Beside);

/// The states of a search in texts.
#[derive(Debug)]
pub(super) struct Automaton<'g> {
    graph: &'g Graph,
    /// For each set of the graph, which kinds of characters it has.
    in_sets: &'g [Vec<bool>],
    /// Which kinds of characters words have.
    words: &'g [bool],
    states: Vec<State>,
    known: HashMap<State, usize>,
    next: HashMap<(usize, usize), usize>,
}

impl<'g> Automaton<'g> {
    /// The automaton, in its first state.
    pub(super) fn new(graph: &'g Graph, in_sets: &'g [Vec<bool>], words: &'g [bool]) -> Self {
        let mut automaton = Self {
            graph,
            in_sets,
            words,
            // Stands for `FOUND`, whose places nobody asks for.
            states: vec![(Vec::new(), Beside::Nothing)],
            known: HashMap::new(),
            next: HashMap::new(),
        };
        automaton.state((Vec::new(), Beside::Nothing));
        automaton
    }

    /// The state before a text.
    pub(super) const START: usize = 1;

    fn state(&mut self, state: State) -> usize {
        if let Some(known) = self.known.get(&state) {
            return *known;
        }
        self.states.push(state.clone());
        self.known.insert(state, self.states.len() - 1);
        self.states.len() - 1
    }

    /// How many states are known.
    pub(super) fn count(&self) -> usize {
        self.states.len()
    }

    /// The state behind a character of a kind.
    pub(super) fn step(&mut self, from: usize, kind: usize) -> usize {
        if from == FOUND {
            return FOUND;
        }
        if let Some(known) = self.next.get(&(from, kind)) {
            return *known;
        }
        let is_word = self.words.get(kind).is_some_and(|is| *is);
        let read = if is_word { Beside::Word } else { Beside::Other };
        let to = match self.reached(from, read) {
            None => FOUND,
            Some(places) => {
                let mut to: Vec<usize> = places
                    .into_iter()
                    .filter_map(|place| match &self.graph.places[place] {
                        Place::One(set, then) if self.in_sets[*set][kind] => Some(*then),
                        _ => None,
                    })
                    .collect();
                to.sort_unstable();
                to.dedup();
                self.state((to, read))
            }
        };
        self.next.insert((from, kind), to);
        to
    }

    /// Whether a text that ends here has what is looked for.
    pub(super) fn ends(&self, state: usize) -> bool {
        state == FOUND || self.reached(state, Beside::Nothing).is_none()
    }

    /// The places before a character of a kind; `None` where it is found.
    fn reached(&self, state: usize, next: Beside) -> Option<Vec<usize>> {
        let (places, last) = &self.states[state];
        self.graph.reached(places, *last, next)
    }
}
