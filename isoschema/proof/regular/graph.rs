//! The parts of a pattern → a graph of what may follow what: a
//! nondeterministic automaton.

use super::letters::Letters;
use super::parse::Node;

/// A graph of more places is not made.
const MOST: usize = 20_000;

/// A place in the graph.
#[derive(Debug, Clone)]
pub(super) enum Place {
    /// A character of this set, then on.
    One(usize, usize),
    /// On to each of these.
    To(Vec<usize>),
    /// On where this holds.
    Where(Look, usize),
    /// It is found.
    Found,
}

/// What asks about the place in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Start,
    End,
    Edge(bool),
}

/// What stands in the text at one side of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Beside {
    /// The text begins or ends here.
    Nothing,
    /// A character of a word.
    Word,
    /// Another character.
    Other,
}

/// A graph.
#[derive(Debug, Clone)]
pub(super) struct Graph {
    pub(super) places: Vec<Place>,
    pub(super) start: usize,
    /// The sets of characters that it asks for.
    pub(super) sets: Vec<Letters>,
    /// Whether it asks for the edges of words.
    pub(super) has_edges: bool,
}

impl Graph {
    /// `None` where it would be too large.
    pub(super) fn of(node: &Node) -> Option<Self> {
        let mut graph = Self {
            places: vec![Place::Found],
            start: 0,
            sets: Vec::new(),
            has_edges: false,
        };
        graph.start = graph.add(node, 0)?;
        Some(graph)
    }

    fn place(&mut self, place: Place) -> Option<usize> {
        self.places.push(place);
        (self.places.len() <= MOST).then(|| self.places.len() - 1)
    }

    /// Where a part begins that leads on to a place.
    fn add(&mut self, node: &Node, then: usize) -> Option<usize> {
        match node {
            Node::One(letters) => {
                let known = self.sets.iter().position(|set| set == letters);
                let set = known.unwrap_or_else(|| {
                    self.sets.push(letters.clone());
                    self.sets.len() - 1
                });
                self.place(Place::One(set, then))
            }
            Node::All(parts) => {
                let mut then = then;
                for part in parts.iter().rev() {
                    then = self.add(part, then)?;
                }
                Some(then)
            }
            Node::Any(arms) => {
                let mut starts = Vec::with_capacity(arms.len());
                for arm in arms {
                    starts.push(self.add(arm, then)?);
                }
                self.place(Place::To(starts))
            }
            Node::Times(inner, least, most) => self.times(inner, (*least, *most), then),
            Node::Start => self.place(Place::Where(Look::Start, then)),
            Node::End => self.place(Place::Where(Look::End, then)),
            Node::Edge(is) => {
                self.has_edges = true;
                self.place(Place::Where(Look::Edge(*is), then))
            }
        }
    }

    fn times(
        &mut self,
        inner: &Node,
        (least, most): (usize, Option<usize>),
        then: usize,
    ) -> Option<usize> {
        if most.unwrap_or(least) > MOST {
            return None;
        }
        let mut start = then;
        match most {
            // A place for the way back, known before what leads there.
            None => {
                let again = self.place(Place::To(Vec::new()))?;
                let once = self.add(inner, again)?;
                self.places[again] = Place::To(vec![once, then]);
                start = again;
            }
            Some(most) => {
                for _ in least..most {
                    let once = self.add(inner, start)?;
                    start = self.place(Place::To(vec![once, then]))?;
                }
            }
        }
        for _ in 0..least {
            let once = self.add(inner, start)?;
            // What takes nothing takes it once.
            if once == start {
                break;
            }
            start = once;
        }
        Some(start)
    }

    /// The places that lead on by a character from some others, and from the
    /// start: a search may begin anywhere. `None` where it is found.
    pub(super) fn reached(
        &self,
        places: &[usize],
        last: Beside,
        next: Beside,
    ) -> Option<Vec<usize>> {
        let mut seen = vec![false; self.places.len()];
        let mut open = places.to_vec();
        open.push(self.start);
        let mut reached = Vec::new();
        while let Some(place) = open.pop() {
            if std::mem::replace(&mut seen[place], true) {
                continue;
            }
            match &self.places[place] {
                Place::Found => return None,
                Place::One(..) => reached.push(place),
                Place::To(places) => open.extend(places),
                Place::Where(look, then) => {
                    let holds = match look {
                        Look::Start => last == Beside::Nothing,
                        Look::End => next == Beside::Nothing,
                        Look::Edge(is) => ((last == Beside::Word) != (next == Beside::Word)) == *is,
                    };
                    if holds {
                        open.push(*then);
                    }
                }
            }
        }
        Some(reached)
    }

    /// Whether it is found in a text.
    pub(super) fn is_found_in(&self, text: &str) -> bool {
        let (mut places, mut last) = (Vec::new(), Beside::Nothing);
        for letter in text.chars() {
            let is_word = letter == '_' || letter.is_ascii_alphanumeric();
            let next = if is_word { Beside::Word } else { Beside::Other };
            let Some(reached) = self.reached(&places, last, next) else {
                return true;
            };
            let reached = reached.into_iter();
            places = reached
                .filter_map(|place| match &self.places[place] {
                    Place::One(set, then) => self.sets[*set].has(letter.into()).then_some(*then),
                    _ => None,
                })
                .collect();
            places.sort_unstable();
            places.dedup();
            last = next;
        }
        self.reached(&places, last, Beside::Nothing).is_none()
    }
}
