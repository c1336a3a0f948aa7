//! Every schema of both sides → what became of it and of each location in it.

use std::collections::{BTreeMap, BTreeSet};

use crate::load::json::unescape;
use crate::stack::on_large_stack;

use super::changed::{changes, spell_out};
use super::compared::Found;
use super::moved::{Lone, pairs, told};
use super::pairs::{PairOf, Pairs};
use super::places::{notes, own};
use super::relation::Relater;
use super::side::{Side, Spot};
use super::similar::is_definition;
use super::{
    Cause, Change, DefinitionDiff, LocationDiff, Move, Moved, Relation, SchemaDiff, Surface,
};

/// Compares every schema; what seems to have another name or place is told apart.
pub(super) fn compare(old: &Side, new: &Side, surface: Surface) -> (Vec<SchemaDiff>, Vec<Move>) {
    let run = || {
        let mut work = Work {
            old,
            new,
            surface,
            relater: Relater::new(old, new),
            gone: Vec::new(),
            come: Vec::new(),
            moves: Vec::new(),
        };
        let schemas = work.run();
        (schemas, work.moves)
    };
    on_large_stack(|| Ok(run())).unwrap_or_default()
}

struct Work<'s> {
    old: &'s Side,
    new: &'s Side,
    surface: Surface,
    relater: Relater<'s>,
    /// What only the old side has, and what only the new one has.
    gone: Vec<Lone<'s>>,
    come: Vec<Lone<'s>>,
    moves: Vec<Move>,
}

impl Work<'_> {
    fn run(&mut self) -> Vec<SchemaDiff> {
        if let (Some((earlier, old)), Some((name, new))) =
            (self.old.only_root(), self.new.only_root())
        {
            // Two states of one schema, whatever its file is called.
            let spots = self.changed(old, new);
            self.relater.compare_parts(&spots);
            let mut diff = self.both(name, old, new);
            diff.renamed_from = (earlier != name).then(|| earlier.clone());
            self.settle();
            return vec![diff];
        }
        self.compare_parts();
        let mut out: BTreeMap<&str, SchemaDiff> = BTreeMap::new();
        for (name, new) in &self.new.roots {
            let diff = if let Some(old) = self.old.roots.get(name) {
                self.both(name, old, new)
            } else {
                let lone = Lone::of(self.new, Moved::Schema, new.clone(), name);
                self.come.extend(lone);
                blank(name, new, Relation::Added)
            };
            out.insert(name, diff);
        }
        for (name, old) in &self.old.roots {
            if !self.new.roots.contains_key(name) {
                let lone = Lone::of(self.old, Moved::Schema, old.clone(), name);
                self.gone.extend(lone);
                out.insert(name, blank(name, old, Relation::Removed));
            }
        }
        for (old, new, similarity) in self.settle() {
            let called = |side: &'_ Side, spot: &Spot| {
                let mut roots = side.roots.iter();
                roots
                    .find(|(_, it)| *it == spot)
                    .map(|(name, _)| name.clone())
            };
            let (Some(earlier), Some(name)) = (called(self.old, &old), called(self.new, &new))
            else {
                continue;
            };
            let spots = self.changed(&old, &new);
            self.relater.compare_parts(&spots);
            let diff = self.both(&name, &old, &new);
            if let Some(heir) = out.get_mut(name.as_str()) {
                *heir = SchemaDiff {
                    renamed_from: Some(earlier),
                    similarity: Some(similarity),
                    ..diff
                };
            }
        }
        self.settle();
        out.into_values().collect()
    }

    /// Compares the parts of all schemas that both sides have, once for all of a document.
    fn compare_parts(&mut self) {
        let (old, new) = (self.old, self.new);
        let mut spots = Vec::new();
        for (name, new) in &new.roots {
            if let Some(old) = old.roots.get(name) {
                spots.extend(self.changed(old, new));
            }
        }
        self.relater.compare_parts(&spots);
    }

    /// The places of two schemas that are not alike by their words.
    fn changed(&mut self, old: &Spot, new: &Spot) -> Vec<[Spot; 2]> {
        let mut pairs = Pairs::default();
        pairs.walk(self.old, old, self.new, new);
        let alike = self.relater.alike(&pairs.list, old, new);
        let both = pairs.list.iter();
        let both = both.filter(|pair| pair.old.is_some() && pair.new.is_some());
        let changed = both.filter(|pair| !alike.contains(&pair.suffix));
        let spots = changed.map(|pair| [old, new].map(|spot| spot.inside(&pair.suffix)));
        spots.collect()
    }

    /// Tells what of what is gone has come under another name; gives the schemas
    /// among it, and how much of them is the same.
    fn settle(&mut self) -> Vec<(Spot, Spot, usize)> {
        let found = pairs(&self.gone, &self.come);
        let spots = found.iter().map(|(from, to, _)| {
            let (old, new) = (&self.gone[*from], &self.come[*to]);
            [old.spot.clone(), new.spot.clone()]
        });
        let spots: Vec<[Spot; 2]> = spots.collect();
        self.relater.compare_parts(&spots);
        let mut schemas = Vec::new();
        for (from, to, score) in &found {
            let (old, new) = (&self.gone[*from], &self.come[*to]);
            let relation = self.relater.relate(&old.spot, &new.spot).relation;
            let told = told(old, new, *score, relation);
            if told.what == Moved::Schema {
                schemas.push((old.spot.clone(), new.spot.clone(), told.similarity));
            }
            self.moves.push(told);
        }
        for (from, to, _) in found {
            self.gone[from].settled = true;
            self.come[to].settled = true;
        }
        self.gone.retain(|lone| !lone.settled);
        self.come.retain(|lone| !lone.settled);
        schemas
    }

    /// Takes down what one side alone has: definitions and properties.
    fn lone(&mut self, pair: &PairOf<'_>, old: &Spot, new: &Spot) {
        let (side, spot) = match (pair.old, pair.new) {
            (Some(_), None) => (self.old, old),
            (None, Some(_)) => (self.new, new),
            _ => return,
        };
        let inside = &pair.suffix[pair.outer.len()..];
        let what = match inside {
            _ if is_definition(inside) => Moved::Definition,
            _ if inside.starts_with("/properties/") => Moved::Property,
            _ => return,
        };
        let name = inside.rsplit('/').next().map(unescape).unwrap_or_default();
        let lone = Lone::of(side, what, spot.inside(&pair.suffix), &name);
        let lone = lone.map(|lone| match what {
            Moved::Property => lone.of_object(new.inside(&pair.outer).to_string()),
            _ => lone,
        });
        if pair.new.is_none() {
            self.gone.extend(lone);
        } else {
            self.come.extend(lone);
        }
    }

    fn both(&mut self, name: &str, old: &Spot, new: &Spot) -> SchemaDiff {
        let mut diff = blank(name, new, Relation::Equal);
        let mut pairs = Pairs::default();
        pairs.walk(self.old, old, self.new, new);
        diff.compared = pairs.list.len();
        let alike = self.relater.alike(&pairs.list, old, new);
        for pair in &pairs.list {
            self.lone(pair, old, new);
        }
        let mut inside = BTreeSet::new();
        let mut found = Vec::new();
        // Inner locations first, so that outer ones know about them.
        let doubtful = |pair: &&PairOf<'_>| !alike.contains(&pair.suffix);
        for pair in pairs.list.iter().rev().filter(doubtful) {
            if let Some(location) = self.location(pair, old, new, &mut inside) {
                found.push(location);
            }
        }
        found.reverse();
        // What came or went inside of what stayed the same is another spelling.
        let shown = |suffix: &str| new.inside(suffix).to_string();
        let outer: BTreeMap<String, &str> = pairs
            .list
            .iter()
            .filter(|pair| pair.old.is_none() || pair.new.is_none())
            .filter(|pair| !is_definition(&pair.suffix[pair.outer.len()..]))
            .map(|pair| (shown(&pair.suffix), pair.outer.as_str()))
            .collect();
        found.retain(|location| {
            let outer = outer.get(&location.location);
            outer.is_none_or(|outer| inside.contains(*outer))
        });
        for pair in &pairs.list {
            diff.notes.extend(self.notes(pair, new));
        }
        if let Some(first) = found
            .first()
            .filter(|first| first.location == new.to_string())
        {
            diff.relation = first.relation;
            // A document that proves it breaks, whatever else is in doubt.
            diff.breaks_readers = first.gained.is_some();
            diff.breaks_writers = first.lost.is_some();
        }
        diff.locations = found;
        self.surface(old, new, &mut diff);
        diff
    }

    /// What became of the definitions that others may use.
    fn surface(&self, old: &Spot, new: &Spot, diff: &mut SchemaDiff) {
        for location in &diff.locations {
            let Some(pointer) = location.location.strip_prefix(&new.to_string()) else {
                continue;
            };
            let is_used = |side: &Side, spot: &Spot| {
                let is_reached = side.definitions.get(&spot.inside(pointer))?;
                Some(match self.surface {
                    Surface::Roots => false,
                    Surface::Reached => !is_reached,
                    Surface::All => true,
                })
            };
            let sides = [is_used(self.old, old), is_used(self.new, new)];
            if !sides.contains(&Some(true)) {
                continue;
            }
            let is_gone = location.relation == Relation::Removed;
            let definition = DefinitionDiff {
                location: location.location.clone(),
                relation: location.relation,
                breaks_readers: location.gained.is_some() || is_gone,
                breaks_writers: location.lost.is_some() || is_gone,
            };
            diff.relation = diff.relation.and(definition.relation);
            diff.breaks_readers |= definition.breaks_readers;
            diff.breaks_writers |= definition.breaks_writers;
            diff.definitions.push(definition);
        }
    }

    fn location(
        &mut self,
        pair: &PairOf<'_>,
        old_root: &Spot,
        new_root: &Spot,
        inside: &mut BTreeSet<String>,
    ) -> Option<LocationDiff> {
        let (old, new) = (old_root.inside(&pair.suffix), new_root.inside(&pair.suffix));
        let (relation, changes, found) = match (pair.old, pair.new) {
            (Some(before), Some(after)) => {
                let found = self.relater.relate(&old, &new);
                let formats = (self.old.sources.formats(), self.new.sources.formats());
                let mut changes = changes(
                    &own(before, formats.0),
                    &own(after, formats.1),
                    &new.to_string(),
                );
                for change in &mut changes {
                    spell_out(change, before, after);
                }
                (found.relation, changes, found)
            }
            (None, _) => (Relation::Added, Vec::new(), Found::equal()),
            (_, None) => (Relation::Removed, Vec::new(), Found::equal()),
        };
        if relation == Relation::Equal {
            return None;
        }
        let prefix = format!("{}/", pair.suffix);
        let cause = if !changes.is_empty() || pair.old.is_none() || pair.new.is_none() {
            Cause::Here
        } else if inside
            .range(prefix.clone()..)
            .next()
            .is_some_and(|other| other.starts_with(&prefix))
        {
            Cause::Inside
        } else {
            Cause::Referred
        };
        inside.insert(pair.suffix.clone());
        Some(LocationDiff {
            location: new.to_string(),
            was: (old != new).then(|| old.to_string()),
            relation,
            cause,
            changes,
            lost: found.lost,
            gained: found.gained,
            doubt: found.doubt,
        })
    }

    fn notes(&self, pair: &PairOf<'_>, new: &Spot) -> Vec<Change> {
        let (Some(before), Some(after)) = (pair.old, pair.new) else {
            return Vec::new();
        };
        let formats = (self.old.sources.formats(), self.new.sources.formats());
        let location = new.inside(&pair.suffix).to_string();
        changes(
            &notes(before, formats.0),
            &notes(after, formats.1),
            &location,
        )
    }
}

fn blank(name: &str, spot: &Spot, relation: Relation) -> SchemaDiff {
    // What an operation carries has a name by its place; what became of it, operations say.
    let is_gone = relation == Relation::Removed && !spot.pointer.starts_with("/paths/");
    SchemaDiff {
        name: name.to_owned(),
        location: spot.to_string(),
        renamed_from: None,
        similarity: None,
        relation,
        breaks_readers: is_gone,
        breaks_writers: is_gone,
        compared: 0,
        locations: Vec::new(),
        definitions: Vec::new(),
        notes: Vec::new(),
    }
}
