//! A bundle → its schemas in the words of one draft, each by its place, with
//! references between them.

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use crate::keywords::table::spelling;
use crate::kit::inline::modern_at;

use super::part::references;
use super::places::children;

/// How many references in a row are followed.
const MOST_FOLLOWED: usize = 100;

/// The schemas that were asked for, and all that they refer to.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    by_place: HashMap<String, Value>,
    /// Whether a reference leads back to itself without a step into the value.
    pub(super) circles: bool,
}

impl Bodies {
    pub(super) fn of(whole: &Value, places: Vec<String>, formats: bool) -> Self {
        let mut by_place = HashMap::new();
        let mut open = places;
        while let Some(place) = open.pop() {
            if by_place.contains_key(&place) {
                continue;
            }
            // What cannot be written is proven nothing of.
            let Ok(body) = modern_at(whole, &place, formats) else {
                continue;
            };
            open.extend(references(&body).into_iter().map(str::to_owned));
            by_place.insert(place, body);
        }
        let mut bodies = Self {
            by_place,
            circles: false,
        };
        bodies.circles = bodies.is_circular();
        bodies
    }

    pub(super) fn at(&self, place: &str) -> Option<&Value> {
        self.by_place.get(place)
    }

    /// What a schema stands for: itself, or what it refers to.
    pub(super) fn meant<'b>(&'b self, schema: &'b Value) -> Option<&'b Value> {
        let mut schema = schema;
        for _ in 0..MOST_FOLLOWED {
            let Some(Value::String(place)) = schema.get("$ref") else {
                return Some(schema);
            };
            schema = self.at(place)?;
        }
        None
    }

    /// How many schemas a place has where references are written out, recursive ones once;
    /// of more than so many, that many.
    pub(super) fn size_up_to(&self, place: &str, most: usize) -> usize {
        let mut size = Size {
            bodies: self,
            open: Vec::new(),
            count: 0,
            most,
        };
        if let Some(body) = self.at(place) {
            size.add(body);
        }
        size.count
    }

    fn is_circular(&self) -> bool {
        let mut seen: BTreeMap<&str, bool> = BTreeMap::new();
        self.by_place
            .keys()
            .any(|place| self.leads_back(place, &mut seen))
    }

    /// Whether a place leads back to one that it is reached from; `false` of those that are
    /// looked at.
    fn leads_back<'b>(&'b self, place: &'b str, seen: &mut BTreeMap<&'b str, bool>) -> bool {
        match seen.get(place) {
            Some(is_done) => return !is_done,
            None => _ = seen.insert(place, false),
        }
        let mut same = Vec::new();
        if let Some(body) = self.at(place) {
            on_same_value(body, &mut same);
        }
        let leads = same.into_iter().any(|next| self.leads_back(next, seen));
        seen.insert(place, true);
        leads
    }
}

/// The references of a schema that are about the same value.
fn on_same_value<'b>(schema: &'b Value, out: &mut Vec<&'b str>) {
    out.extend(schema.get("$ref").and_then(Value::as_str));
    for (suffix, child) in children(schema) {
        let keyword = suffix.split('/').nth(1).unwrap_or_default();
        if spelling(keyword).is_some_and(|it| it.in_place) {
            on_same_value(child, out);
        }
    }
}

struct Size<'b> {
    bodies: &'b Bodies,
    /// The references that lead to what is looked at.
    open: Vec<&'b str>,
    count: usize,
    most: usize,
}

impl<'b> Size<'b> {
    fn add(&mut self, schema: &'b Value) {
        if self.count == self.most {
            return;
        }
        self.count += 1;
        if let Some(Value::String(place)) = schema.get("$ref")
            && !self.open.contains(&place.as_str())
            && let Some(body) = self.bodies.at(place)
        {
            self.open.push(place);
            self.add(body);
            self.open.pop();
        }
        for (_, child) in children(schema) {
            self.add(child);
        }
    }
}
