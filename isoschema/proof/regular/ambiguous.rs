//! Whether a matcher that goes back can take exponential time for a pattern: it can read some text in twice
//! as many ways with each repetition, and what follows may refuse all of them.
//!
//! Places are the characters of a pattern, each with those that may follow it, as Glushkov has them. Two ways
//! from a place to itself over one text make the ways double (Weber and Seidl, "On the degree of ambiguity
//! of finite automata"). The matcher of the types, `regress`, also takes that long for a counted part within a loop,
//! which may have several lengths: `(\.([a-z]+)?)+`.

use std::collections::BTreeMap;

use super::back::Groups;
use super::letters::Letters;
use super::parse::{Node, parse};

/// Of a pattern with more places, nothing is said.
const MOST: usize = 80;

/// Whether it can; `false` where that is not known.
#[must_use]
pub fn is_exponential(source: &str) -> bool {
    let found = parse(source, Some(Groups::default())).unwrap_or_default();
    found
        .iter()
        .any(|it| Places::of(&it.node).is_some_and(|places| places.double() || places.goes_back()))
}

/// The places of a pattern.
#[derive(Default)]
struct Places<'n> {
    letters: Vec<&'n Letters>,
    /// What may follow each, with the number of ways.
    follow: Vec<BTreeMap<usize, usize>>,
    /// Where it is found with nothing more to ask.
    last: Vec<usize>,
    /// Where a counted part of several lengths ends that is within a loop.
    counted: Vec<usize>,
}

/// The places at which a part begins and ends.
struct Part {
    first: Vec<usize>,
    last: Vec<usize>,
    can_be_empty: bool,
}

impl Part {
    fn nothing(can_be_empty: bool) -> Self {
        Self {
            first: Vec::new(),
            last: Vec::new(),
            can_be_empty,
        }
    }
}

impl<'n> Places<'n> {
    fn of(node: &'n Node) -> Option<Self> {
        let mut places = Self::default();
        places.last = places.part(node, false)?.last;
        Some(places)
    }

    fn part(&mut self, node: &'n Node, repeats: bool) -> Option<Part> {
        Some(match node {
            Node::One(letters) => {
                let place = self.letters.len();
                if place == MOST {
                    return None;
                }
                self.letters.push(letters);
                self.follow.push(BTreeMap::new());
                Part {
                    first: vec![place],
                    last: vec![place],
                    can_be_empty: false,
                }
            }
            Node::All(parts) => {
                let mut all = Part::nothing(true);
                for part in parts {
                    let part = self.part(part, repeats)?;
                    self.link(&all.last, &part.first);
                    if all.can_be_empty {
                        all.first.extend(&part.first);
                    }
                    if !part.can_be_empty {
                        all.last.clear();
                    }
                    all.last.extend(&part.last);
                    all.can_be_empty &= part.can_be_empty;
                }
                all
            }
            Node::Any(arms) => {
                let mut any = Part::nothing(false);
                for arm in arms {
                    let arm = self.part(arm, repeats)?;
                    any.first.extend(arm.first);
                    any.last.extend(arm.last);
                    any.can_be_empty |= arm.can_be_empty;
                }
                any
            }
            Node::Start | Node::Edge(_) | Node::Times(_, _, Some(0)) => Part::nothing(true),
            Node::Times(inner, least, most) => {
                // A number of times that is not fixed doubles nothing by itself, but may within a loop.
                let is_loop = most.is_none_or(|most| repeats && most > 1 && most > *least);
                let mut part = self.part(inner, repeats || most.is_none())?;
                if is_loop {
                    self.link(&part.last, &part.first);
                }
                if repeats && most.is_some() && length(inner).is_none() {
                    self.counted.extend(&part.last);
                }
                part.can_be_empty |= *least == 0;
                part
            }
            // Nothing follows the end.
            Node::End => Part::nothing(false),
        })
    }

    fn link(&mut self, from: &[usize], to: &[usize]) {
        for from in from {
            for to in to {
                *self.follow[*from].entry(*to).or_default() += 1;
            }
        }
    }

    /// Whether a counted part within a loop has several lengths, and what follows may refuse.
    fn goes_back(&self) -> bool {
        self.counted.iter().any(|place| !self.last.contains(place))
    }

    /// Whether two ways lead from some place to itself over one text, and what follows may refuse.
    fn double(&self) -> bool {
        let count = self.letters.len();
        let pairs = (0..count * count).map(|pair| {
            let (one, two) = (pair / count, pair % count);
            let one = self.follow[one].keys();
            let next = one.flat_map(|one| self.follow[two].keys().map(move |two| (*one, *two)));
            let next = next.filter(|(one, two)| self.letters[*one].meets(self.letters[*two]));
            next.map(|(one, two)| one * count + two).collect()
        });
        let component = components(&pairs.collect::<Vec<Vec<usize>>>());
        let same = |place: usize| component[place * count + place];
        (0..count)
            .filter(|place| !self.last.contains(place))
            .any(|place| {
                let own = same(place);
                let twice = |(to, ways): (&usize, &usize)| *ways > 1 && same(*to) == own;
                // A place that leads to itself alone is in its component by itself.
                let other = (0..count * count)
                    .any(|pair| component[pair] == own && pair / count != pair % count);
                other || self.follow[place].iter().any(twice)
            })
    }
}

/// How many characters a part has, where that is always the same.
fn length(node: &Node) -> Option<usize> {
    match node {
        Node::One(_) => Some(1),
        Node::Start | Node::End | Node::Edge(_) => Some(0),
        Node::All(parts) => parts.iter().map(length).sum(),
        Node::Any(arms) => {
            let mut lengths = arms.iter().map(length);
            let first = lengths.next().unwrap_or(Some(0));
            first.filter(|_| lengths.all(|it| it == first))
        }
        Node::Times(inner, least, most) => {
            let is_fixed = *most == Some(*least);
            length(inner).filter(|_| is_fixed)?.checked_mul(*least)
        }
    }
}

/// The strongly connected component of each node, by a number (Kosaraju).
fn components(next: &[Vec<usize>]) -> Vec<usize> {
    let mut before = vec![Vec::new(); next.len()];
    for (from, all) in next.iter().enumerate() {
        for to in all {
            before[*to].push(from);
        }
    }
    let mut order = Vec::with_capacity(next.len());
    let mut seen = vec![false; next.len()];
    for start in 0..next.len() {
        let mut open = vec![(start, 0)];
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        while let Some((node, at)) = open.pop() {
            match next[node].get(at) {
                Some(to) => {
                    open.push((node, at + 1));
                    if !std::mem::replace(&mut seen[*to], true) {
                        open.push((*to, 0));
                    }
                }
                None => order.push(node),
            }
        }
    }
    let mut component = vec![usize::MAX; next.len()];
    for start in order.into_iter().rev() {
        let mut open = vec![start];
        while let Some(node) = open.pop() {
            if component[node] == usize::MAX {
                component[node] = start;
                open.extend(&before[node]);
            }
        }
    }
    component
}
