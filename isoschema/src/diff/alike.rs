//! Two states of one document → the places that say the same on both sides.
//!
//! Most of a schema stays as it was: nobody need prove that. What its words
//! alone tell is asked first: a place is alike where both sides assert the
//! same, and all that its references lead to is alike.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::kit::inline::target;

use super::part::references;
use super::places::{Said, is_definitions, said_by};

/// Two bundles, and the references that lead to something else in the one than
/// in the other.
#[derive(Debug)]
pub(super) struct Alike<'b> {
    old: &'b Value,
    new: &'b Value,
    formats: bool,
    touched: HashSet<&'b str>,
}

impl<'b> Alike<'b> {
    /// Compares what references lead to, in bundles of one dialect that both assert
    /// formats, or both do not.
    pub(super) fn of(old: &'b Value, new: &'b Value, formats: bool) -> Self {
        let mut alike = Self {
            old,
            new,
            formats,
            touched: HashSet::new(),
        };
        let mut users: HashMap<&str, Vec<&str>> = HashMap::new();
        let mut changed = Vec::new();
        for reference in references(old) {
            match alike.words(&target(reference)) {
                Some(used) => used.into_iter().for_each(|used| {
                    users.entry(used).or_default().push(reference);
                }),
                None => changed.push(reference),
            }
        }
        while let Some(reference) = changed.pop() {
            if alike.touched.insert(reference) {
                changed.extend(users.remove(reference).into_iter().flatten());
            }
        }
        alike
    }

    /// Whether the same is asserted at a place of both bundles.
    pub(super) fn is_alike(&self, pointer: &str) -> bool {
        let used = self.words(pointer);
        used.is_some_and(|used| used.is_disjoint(&self.touched))
    }

    /// The references of a place whose words are the same on both sides.
    fn words(&self, pointer: &str) -> Option<HashSet<&'b str>> {
        let (old, new) = (self.old.pointer(pointer)?, self.new.pointer(pointer)?);
        let mut used = HashSet::new();
        self.same(old, new, &mut used).then_some(used)
    }

    /// Whether two schemas have the same words, but for notes and definitions.
    fn same(&self, old: &'b Value, new: &Value, used: &mut HashSet<&'b str>) -> bool {
        let (Value::Object(old), Value::Object(new)) = (old, new) else {
            return old == new;
        };
        if let Some(Value::String(reference)) = old.get("$ref") {
            used.insert(reference);
        }
        let (before, after) = (self.asserting(old), self.asserting(new));
        before.len() == after.len()
            && before.into_iter().zip(after).all(|(before, after)| {
                let ((word, said, old), (other, _, new)) = (before, after);
                word == other
                    && match said {
                        Said::Schema | Said::List => self.each(old, new, used),
                        Said::Map => self.members(old, new, used),
                        Said::Data | Said::Structure | Said::Note => old == new,
                    }
            })
    }

    /// The keywords that say which values fit, in an order of their own.
    fn asserting<'v>(&self, schema: &'v Map<String, Value>) -> Vec<(&'v str, Said, &'v Value)> {
        let words = schema.iter().filter(|(word, _)| !is_definitions(word));
        let words = words.map(|(word, value)| (word.as_str(), said_by(word, self.formats), value));
        let mut words: Vec<_> = words.filter(|(_, said, _)| *said != Said::Note).collect();
        words.sort_unstable_by_key(|(word, ..)| *word);
        words
    }

    /// Schemas, or a list of them.
    fn each(&self, old: &'b Value, new: &Value, used: &mut HashSet<&'b str>) -> bool {
        match (old, new) {
            (Value::Array(old), Value::Array(new)) => {
                old.len() == new.len()
                    && old
                        .iter()
                        .zip(new)
                        .all(|(old, new)| self.same(old, new, used))
            }
            _ => self.same(old, new, used),
        }
    }

    /// Schemas by name, or names in their place.
    fn members(&self, old: &'b Value, new: &Value, used: &mut HashSet<&'b str>) -> bool {
        let (Value::Object(old), Value::Object(new)) = (old, new) else {
            return old == new;
        };
        old.len() == new.len()
            && old.iter().all(|(name, old)| {
                new.get(name).is_some_and(|new| match old {
                    Value::Array(_) => old == new,
                    _ => self.same(old, new, used),
                })
            })
    }
}
