//! A graph → the states that reading a text leads through, each made when it
//! is first asked for: a deterministic automaton.

use std::collections::HashMap;

use super::graph::{Beside, Graph, Place};
use super::letters::Letters;

/// A state that has found what is looked for stays so.
pub(super) const FOUND: usize = 0;

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

/// What characters of words are, where some graph asks for them: else all are alike in that.
pub(super) fn words(graphs: &[&Graph]) -> Option<Letters> {
    let has_edges = graphs.iter().any(|graph| graph.has_edges);
    Letters::escaped('w').filter(|_| has_edges)
}

/// The sets of characters that graphs, and then words, ask for.
pub(super) fn sets<'g>(graphs: &[&'g Graph], words: Option<&'g Letters>) -> Vec<&'g Letters> {
    let sets = graphs.iter().flat_map(|graph| &graph.sets);
    sets.chain(words).collect()
}

/// The automata of graphs, by which kinds of characters their [`sets`] have.
pub(super) fn automata<'g>(
    graphs: &[&'g Graph],
    mut in_sets: &'g [Vec<bool>],
    words: Option<&Letters>,
) -> Vec<Automaton<'g>> {
    let words = words.and(in_sets.last()).map_or(&[][..], Vec::as_slice);
    let each = graphs.iter().map(|graph| {
        let (own, rest) = in_sets.split_at(graph.sets.len());
        in_sets = rest;
        Automaton::new(graph, own, words)
    });
    each.collect()
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
