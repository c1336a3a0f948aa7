//! Every schema of both sides → what became of it and of each location in it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::stack::on_large_stack;

use super::places::{children, notes, own};
use super::relation::{Found, Relater};
use super::side::{Side, Spot};
use super::{Cause, Change, DefinitionDiff, LocationDiff, Relation, SchemaDiff, Surface};

/// Compares every schema.
pub(super) fn compare(old: &Side, new: &Side, surface: Surface) -> Vec<SchemaDiff> {
    let run = || {
        let mut work = Work {
            old,
            new,
            surface,
            relater: Relater::new(old, new),
        };
        work.run()
    };
    on_large_stack(|| Ok(run())).unwrap_or_default()
}

struct Work<'s> {
    old: &'s Side,
    new: &'s Side,
    surface: Surface,
    relater: Relater<'s>,
}

impl Work<'_> {
    fn run(&mut self) -> Vec<SchemaDiff> {
        if let (Some((earlier, old)), Some((name, new))) =
            (self.old.only_root(), self.new.only_root())
        {
            // Two states of one schema, whatever its file is called.
            let mut diff = self.both(name, old, new);
            diff.renamed_from = (earlier != name).then(|| earlier.clone());
            return vec![diff];
        }
        let mut out: BTreeMap<&str, SchemaDiff> = BTreeMap::new();
        for (name, new) in &self.new.roots {
            let diff = match self.old.roots.get(name) {
                Some(old) => self.both(name, old, new),
                None => blank(name, Relation::Added),
            };
            out.insert(name, diff);
        }
        let gone: Vec<_> = self
            .old
            .roots
            .iter()
            .filter(|(name, _)| !self.new.roots.contains_key(*name))
            .collect();
        let mut waiting: Vec<_> = self
            .new
            .roots
            .iter()
            .filter(|(name, _)| !self.old.roots.contains_key(*name))
            .collect();
        for (name, spot) in gone {
            // Only what is the same to the letter counts as renamed: proving
            // every pair would be quadratic in algebra.
            let twin = waiting
                .iter()
                .position(|(_, new)| self.same_text(spot, new));
            if let Some(index) = twin {
                let (heir, _) = waiting.remove(index);
                if let Some(diff) = out.get_mut(heir.as_str()) {
                    diff.renamed_from = Some(name.clone());
                }
            }
            out.insert(name, blank(name, Relation::Removed));
        }
        out.into_values().collect()
    }

    fn same_text(&self, old: &Spot, new: &Spot) -> bool {
        let formats = (self.old.sources.formats(), self.new.sources.formats());
        match (value(self.old, old), value(self.new, new)) {
            (Some(old), Some(new)) => bare(old, formats.0) == bare(new, formats.1),
            _ => false,
        }
    }

    fn both(&mut self, name: &str, old: &Spot, new: &Spot) -> SchemaDiff {
        let mut diff = blank(name, Relation::Equal);
        let mut pairs = Pairs::default();
        pairs.walk(self.old, old, self.new, new);
        diff.compared = pairs.list.len();
        let untouched = old == new && self.relater.is_untouched(&old.document);
        if untouched {
            return diff;
        }
        let mut inside = BTreeSet::new();
        let mut found = Vec::new();
        // Inner locations first, so that outer ones know about them.
        for pair in pairs.list.iter().rev() {
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

fn blank(name: &str, relation: Relation) -> SchemaDiff {
    SchemaDiff {
        name: name.to_owned(),
        renamed_from: None,
        relation,
        breaks_readers: relation == Relation::Removed,
        breaks_writers: relation == Relation::Removed,
        compared: 0,
        locations: Vec::new(),
        definitions: Vec::new(),
        notes: Vec::new(),
    }
}

/// What differs between two objects of keywords.
fn changes(
    old: &serde_json::Map<String, Value>,
    new: &serde_json::Map<String, Value>,
    location: &str,
) -> Vec<Change> {
    let mut keys: Vec<&String> = old.keys().collect();
    keys.extend(new.keys().filter(|key| !old.contains_key(*key)));
    keys.into_iter()
        .filter(|key| old.get(*key) != new.get(*key))
        .map(|key| Change {
            location: location.to_owned(),
            keyword: key.clone(),
            old: old.get(key).cloned(),
            new: new.get(key).cloned(),
        })
        .collect()
}

/// Whether a place inside a schema is a named definition.
fn is_definition(inside: &str) -> bool {
    ["/$defs/", "/definitions/"]
        .iter()
        .any(|it| inside.starts_with(it))
}

/// Schemas in the place of what says only that there are some: those that came
/// and went.
fn spell_out(change: &mut Change, before: &Value, after: &Value) {
    let (before, after) = (before.get(&change.keyword), after.get(&change.keyword));
    let (Some(old), Some(new)) = (&mut change.old, &mut change.new) else {
        let all = |said: &Option<Value>, all: Option<&Value>| said.as_ref().and(all.cloned());
        change.old = all(&change.old, before);
        change.new = all(&change.new, after);
        return;
    };
    let (Some(before), Some(after)) = (before, after) else {
        return;
    };
    match (&mut *old, &mut *new) {
        (Value::Object(were), Value::Object(are)) => {
            let same: Vec<String> = were
                .iter()
                .filter(|(name, said)| are.get(*name) == Some(said))
                .map(|(name, _)| name.clone())
                .collect();
            for (names, all) in [(were, before), (are, after)] {
                names.retain(|name, _| !same.contains(name));
                for (name, said) in names {
                    if let Some(schema) = all.get(name) {
                        said.clone_from(schema);
                    }
                }
            }
        }
        // Data is what it is, names in their order.
        (Value::Array(_), _) | (_, Value::Array(_)) => {}
        (old, new) => {
            old.clone_from(before);
            new.clone_from(after);
        }
    }
}

fn value<'s>(side: &'s Side, spot: &Spot) -> Option<&'s Value> {
    side.sources
        .documents()
        .get(&spot.document)?
        .pointer(&spot.pointer)
}

/// A schema without its annotations.
fn bare(schema: &Value, formats: bool) -> Value {
    let mut out = own(schema, formats);
    for (suffix, child) in children(schema) {
        out.insert(suffix, bare(child, formats));
    }
    Value::Object(out)
}

/// One location on both sides.
#[derive(Debug)]
struct PairOf<'s> {
    suffix: String,
    /// The place that it is inside of.
    outer: String,
    old: Option<&'s Value>,
    new: Option<&'s Value>,
}

/// The locations of both sides, outer ones first.
#[derive(Debug, Default)]
struct Pairs<'s> {
    list: Vec<PairOf<'s>>,
}

impl<'s> Pairs<'s> {
    fn walk(&mut self, old: &'s Side, old_spot: &Spot, new: &'s Side, new_spot: &Spot) {
        let mut open = vec![PairOf {
            suffix: String::new(),
            outer: String::new(),
            old: value(old, old_spot),
            new: value(new, new_spot),
        }];
        while let Some(pair) = open.pop() {
            if let (Some(old), Some(new)) = (pair.old, pair.new) {
                let mut before: BTreeMap<String, &Value> = children(old).into_iter().collect();
                let mut inner = Vec::new();
                for (suffix, child) in children(new) {
                    let other = before.remove(&suffix);
                    inner.push((suffix, other, Some(child)));
                }
                inner.extend(
                    before
                        .into_iter()
                        .map(|(suffix, child)| (suffix, Some(child), None)),
                );
                for (suffix, old, new) in inner.into_iter().rev() {
                    open.push(PairOf {
                        suffix: format!("{}{suffix}", pair.suffix),
                        outer: pair.suffix.clone(),
                        old,
                        new,
                    });
                }
            }
            self.list.push(pair);
        }
    }
}
