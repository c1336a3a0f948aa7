//! Two locations → how the values that they accept relate.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::rc::Rc;

use serde_json::Value;

use crate::load::json::escape;

use super::alike::Alike;
use super::by_parts::ByParts;
use super::compared::Found;
use super::exact::Exact;
use super::pairs::PairOf;
use super::side::{Side, Spot};
use super::similar::is_definition;

/// Compares locations of two sides; what it has found out once it knows.
#[derive(Debug)]
pub(super) struct Relater<'s> {
    old: Half<'s>,
    new: Half<'s>,
    exact: Exact<'s>,
    known: HashMap<[String; 2], Found>,
}

type Bundle = Result<Rc<Value>, String>;

/// A side with its bundles.
#[derive(Debug)]
struct Half<'s> {
    side: &'s Side,
    bundles: BTreeMap<String, Bundle>,
}

impl<'s> Half<'s> {
    fn of(side: &'s Side) -> Self {
        Self {
            side,
            bundles: BTreeMap::new(),
        }
    }

    fn bundle(&mut self, document: &str) -> Bundle {
        let side = self.side;
        let bundle = self.bundles.entry(document.to_owned());
        let bundle = bundle.or_insert_with(|| side.sources.bundle(document).map(Rc::new));
        bundle.clone()
    }
}

impl<'s> Relater<'s> {
    pub(super) fn new(old: &'s Side, new: &'s Side) -> Self {
        Self {
            old: Half::of(old),
            new: Half::of(new),
            exact: Exact::of([&old.sources, &new.sources]),
            known: HashMap::new(),
        }
    }

    fn bundles(&mut self, old: &Spot, new: &Spot) -> Result<[Rc<Value>; 2], String> {
        let [old, new] = [
            self.old.bundle(&old.document),
            self.new.bundle(&new.document),
        ];
        Ok([old?, new?])
    }

    /// The places of two schemas, by what follows the two that they are inside of, of which
    /// the words alone tell that they are equal.
    pub(super) fn alike(
        &mut self,
        pairs: &[PairOf<'_>],
        old: &Spot,
        new: &Spot,
    ) -> HashSet<String> {
        let mut found = HashSet::new();
        let [of_old, of_new] = self.exact.formats();
        let Ok([before, after]) = self.bundles(old, new) else {
            return found;
        };
        if pointer(old) != pointer(new) || of_old != of_new || draft(&before) != draft(&after) {
            return found;
        }
        let alike = Alike::of(&before, &after, of_old);
        for pair in pairs {
            let is_inside = !is_definition(&pair.suffix[pair.outer.len()..]);
            if (is_inside && found.contains(&pair.outer))
                || alike.is_alike(&pointer(&old.inside(&pair.suffix)))
            {
                found.insert(pair.suffix.clone());
            }
        }
        found
    }

    /// Compares places by what their parts tell.
    pub(super) fn compare_parts(&mut self, spots: &[[Spot; 2]]) {
        let mut by_document: BTreeMap<[&str; 2], Vec<&[Spot; 2]>> = BTreeMap::new();
        for spots in spots {
            let [old, new] = spots;
            let documents = [old.document.as_str(), new.document.as_str()];
            by_document.entry(documents).or_default().push(spots);
        }
        let sides = [self.old.side, self.new.side];
        let [of_old, of_new] = self.exact.formats();
        for spots in by_document.into_values() {
            let Some([old, new]) = spots.first() else {
                continue;
            };
            let Ok([before, after]) = self.bundles(old, new) else {
                continue;
            };
            if of_old != of_new || draft(&before) != draft(&after) {
                continue;
            }
            let places = spots
                .into_iter()
                .map(|[old, new]| [pointer(old), pointer(new)]);
            let places: Vec<[String; 2]> = places.collect();
            let found = ByParts::compare(sides, [&before, &after], &places, &mut self.exact);
            self.known.extend(found);
        }
    }

    /// The relation of two places.
    pub(super) fn relate(&mut self, old: &Spot, new: &Spot) -> Found {
        let places = [pointer(old), pointer(new)];
        let known = self.known.get(&places).cloned();
        let mut found = known.unwrap_or_else(|| self.exactly(old, new, &places));
        // What was told of already keeps its words.
        let told = [
            (&mut found.lost, self.new.side, new),
            (&mut found.gained, self.old.side, old),
        ];
        for (evidence, side, spot) in told {
            if let Some(evidence) = evidence.as_mut().filter(|it| it.place.is_none()) {
                evidence.tell(|witness| side.refused(spot, witness));
            }
        }
        self.known.entry(places).or_insert_with(|| found.clone());
        found
    }

    fn exactly(&mut self, old: &Spot, new: &Spot, places: &[String; 2]) -> Found {
        let bundles = self.bundles(old, new);
        let found = bundles.map(|[before, after]| {
            let places = [places[0].as_str(), places[1].as_str()];
            let none = [false; 2];
            self.exact.differences([&before, &after], places, none)
        });
        found.map_or_else(Found::unknown, Found::of)
    }
}

/// Where a place stands in its document's bundle.
fn pointer(spot: &Spot) -> String {
    format!("/$defs/{}{}", escape(&spot.document), spot.pointer)
}

/// Drafts differ in what one keyword means.
fn draft(schema: &Value) -> &Value {
    schema.get("$schema").unwrap_or(&Value::Null)
}
