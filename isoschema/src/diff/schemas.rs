//! Every schema of both sides → what became of it and of each location in it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::stack::on_large_stack;

use super::places::{children, notes, own};
use super::relation::{Found, Relater};
use super::side::{Side, Spot};
use super::{Cause, Change, LocationDiff, Relation, SchemaDiff};

/// Compares every schema.
pub(super) fn compare(old: &Side, new: &Side) -> Vec<SchemaDiff> {
    let run = || {
        let mut work = Work {
            old,
            new,
            relater: Relater::new(old, new),
        };
        work.run()
    };
    on_large_stack(|| Ok(run())).unwrap_or_default()
}

struct Work<'s> {
    old: &'s Side,
    new: &'s Side,
    relater: Relater<'s>,
}

impl Work<'_> {
    fn run(&mut self) -> Vec<SchemaDiff> {
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
        diff
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
                let changes = changes(
                    &own(before, formats.0),
                    &own(after, formats.1),
                    &new.to_string(),
                );
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
                        old,
                        new,
                    });
                }
            }
            self.list.push(pair);
        }
    }
}
