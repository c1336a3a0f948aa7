//! What is gone and what has come → what was moved or has another name.
//!
//! Nothing is proven here: two schemas that say much the same are probably one,
//! and it is said how much.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use crate::names::nearest::likeness;

use super::side::{Side, Spot};
use super::similar::Facts;
use super::{Move, Moved, Relation};

/// Schemas of which less is the same are not told to be one.
const LEAST: usize = 60;
/// The same, for those that have kept their name.
const LEAST_NAMED: usize = 30;
/// Names of which less is the same say nothing.
const LEAST_OF_NAMES: usize = 50;
/// What more schemas say does not tell them apart.
const MOST_COMMON: usize = 64;
/// A schema that says so much is known by that alone.
const MUCH: usize = 3;

/// A schema of one side only.
#[derive(Debug)]
pub(super) struct Lone<'s> {
    what: Moved,
    /// Where it stands; what is called by the same name moved.
    pub(super) spot: Spot,
    name: String,
    /// The object that a property is one of: only there it can be renamed.
    object: Option<String>,
    facts: Facts,
    description: Option<&'s Value>,
    /// Whether it is known what became of it.
    pub(super) settled: bool,
}

impl<'s> Lone<'s> {
    pub(super) fn of(side: &'s Side, what: Moved, spot: Spot, name: &str) -> Option<Self> {
        let documents = side.sources.documents();
        let schema = documents.get(&spot.document)?.pointer(&spot.pointer)?;
        Some(Self {
            what,
            spot,
            name: name.to_owned(),
            object: None,
            facts: Facts::of(schema, side.sources.formats()),
            description: schema.get("description").or_else(|| schema.get("title")),
            settled: false,
        })
    }

    /// The same, as a property of an object.
    pub(super) fn of_object(mut self, object: String) -> Self {
        self.object = Some(object);
        self
    }
}

/// How good a pair is: that of the schemas, and that of the names.
type Score = (usize, usize);

/// Each that is gone with the one that it is now, as far as both say so.
pub(super) fn pairs(gone: &[Lone<'_>], come: &[Lone<'_>]) -> Vec<(usize, usize, Score)> {
    let near = near(gone, come);
    let mut all: Vec<(Score, usize, usize)> = Vec::new();
    for (index, lone) in gone.iter().enumerate() {
        let others = near.get(&index).into_iter().flatten();
        all.extend(others.filter_map(|heir| Some((score(lone, &come[*heir])?, index, *heir))));
    }
    // The best first; what another fits as well is not told.
    all.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| (a.1, a.2).cmp(&(b.1, b.2))));
    let mut out: Vec<(usize, usize, Score)> = Vec::new();
    let (mut left, mut right) = (vec![true; gone.len()], vec![true; come.len()]);
    for alike in all.chunk_by(|a, b| a.0 == b.0) {
        let free = alike.iter().filter(|it| left[it.1] && right[it.2]);
        let free: Vec<(Score, usize, usize)> = free.copied().collect();
        let (mut of_left, mut of_right) = (BTreeMap::new(), BTreeMap::new());
        for (_, from, to) in &free {
            *of_left.entry(*from).or_insert(0) += 1;
            *of_right.entry(*to).or_insert(0) += 1;
        }
        for (score, from, to) in free {
            if of_left[&from] == 1 && of_right[&to] == 1 {
                out.push((from, to, score));
            }
            // What could be one of two is none.
            (left[from], right[to]) = (false, false);
        }
    }
    out.sort_unstable();
    out
}

/// For each that is gone those that have come and could be the same: that say
/// something in common which few say, or have the same name.
fn near(gone: &[Lone<'_>], come: &[Lone<'_>]) -> BTreeMap<usize, Vec<usize>> {
    let mut saying: HashMap<&str, Vec<usize>> = HashMap::new();
    let mut called: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, heir) in come.iter().enumerate() {
        called.entry(&heir.name).or_default().push(index);
        for fact in heir.facts.iter() {
            let saying = saying.entry(fact).or_default();
            if saying.len() <= MOST_COMMON {
                saying.push(index);
            }
        }
    }
    let mut out = BTreeMap::new();
    for (index, lone) in gone.iter().enumerate() {
        let facts = lone.facts.iter().filter_map(|fact| saying.get(fact));
        let facts = facts.filter(|list| list.len() <= MOST_COMMON);
        let mut found: Vec<usize> = facts.flatten().copied().collect();
        let named = called.get(lone.name.as_str());
        found.extend(named.into_iter().flatten().take(MOST_COMMON));
        found.sort_unstable();
        found.dedup();
        out.insert(index, found);
    }
    out
}

/// How alike two are, where that is enough to say that they are one.
fn score(old: &Lone<'_>, new: &Lone<'_>) -> Option<Score> {
    if old.object != new.object {
        return None;
    }
    let score = (
        old.facts.likeness(&new.facts),
        likeness(&old.name, &new.name),
    );
    let (schemas, names) = score;
    let says_much = old.facts.count() >= MUCH;
    let same_words = old.description.is_some() && old.description == new.description;
    let enough = match old.what {
        // The same schema under another name.
        Moved::Property => schemas == 100 && (says_much || same_words || names >= LEAST_OF_NAMES),
        _ if names == 100 => schemas >= LEAST_NAMED,
        Moved::Schema if schemas == 100 => true,
        _ => schemas >= LEAST && (says_much || same_words || names >= LEAST_OF_NAMES),
    };
    enough.then_some(score)
}

/// What is told of a pair.
pub(super) fn told(
    old: &Lone<'_>,
    new: &Lone<'_>,
    (similarity, names): Score,
    relation: Relation,
) -> Move {
    Move {
        // A definition that has become a file, or a file a definition, is one.
        what: if old.what == new.what {
            old.what
        } else {
            Moved::Definition
        },
        old: old.spot.to_string(),
        new: new.spot.to_string(),
        similarity,
        names,
        relation,
    }
}
