//! Places of two bundles → how their values relate, as far as what stands in them tells.
//!
//! What large schemas take is compared by their parts: that there is nothing new follows
//! from what is inside, and a document that shows a difference of what is inside is put
//! into one of the whole. Small schemas, and what parts do not tell, are compared exactly.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use crate::kit::graph::Graph;
use crate::kit::inline::target;

use super::Evidence;
use super::bodies::Bodies;
use super::compared::{Difference, Found};
use super::exact::Exact;
use super::ground::{Drawing, Ground};
use super::part::references;
use super::parts::Parts;
use super::places::children;
use super::planted::planted;
use super::shrink::shrunk;
use super::side::Side;

/// Larger schemas are compared by their parts first.
const SMALL: usize = 300;

/// How often each constraint is broken, and each part is drawn.
const TURNS: usize = 12;

/// What is known of the places of two bundles.
pub(super) struct ByParts<'b, 's, 'e> {
    bundles: [&'b Value; 2],
    sides: [&'s Side; 2],
    exact: &'e mut Exact<'s>,
    bodies: &'b [Bodies; 2],
    parts: Parts<'b>,
    grounds: &'b [Ground; 2],
    drawings: [Drawing<'b>; 2],
    found: HashMap<[String; 2], Found>,
    /// Places that are looked at.
    open: HashSet<[String; 2]>,
}

impl ByParts<'_, '_, '_> {
    /// Compares places of two bundles of one draft.
    pub(super) fn compare<'a>(
        sides: [&'a Side; 2],
        bundles: [&Value; 2],
        places: &[[String; 2]],
        exact: &mut Exact<'a>,
    ) -> HashMap<[String; 2], Found> {
        let formats = exact.formats();
        let of = |side: usize| {
            let asked = places.iter().map(move |places| places[side].clone());
            asked.collect::<Vec<_>>()
        };
        let bodies = [0, 1].map(|side| Bodies::of(bundles[side], of(side), formats[side]));
        let ground = |side: usize| {
            let targets = references(bundles[side]).into_iter().map(target);
            let places = of(side).into_iter().chain(targets);
            Ground::of(bundles[side], places, exact.sources[side])
        };
        let (Ok(old), Ok(new)) = (ground(0), ground(1)) else {
            return HashMap::new();
        };
        let grounds = [old, new];
        let graphs: [Graph<'_>; 2] = [grounds[0].graph(), grounds[1].graph()];
        let mut work = ByParts {
            bundles,
            sides,
            exact,
            bodies: &bodies,
            parts: Parts::of([&bodies[0], &bodies[1]]),
            grounds: &grounds,
            drawings: [Drawing::of(&graphs[0]), Drawing::of(&graphs[1])],
            found: HashMap::new(),
            open: HashSet::new(),
        };
        for places in places.iter().rev() {
            work.relate(places);
        }
        work.found
    }

    /// What is known of two places; `None` while these are looked at.
    fn relate(&mut self, places: &[String; 2]) -> Option<&Found> {
        if !self.found.contains_key(places) {
            if !self.open.insert(places.clone()) {
                return None;
            }
            let mut found = self.look(places);
            self.tell(&mut found, places);
            self.open.remove(places);
            self.found.insert(places.clone(), found);
        }
        self.found.get(places)
    }

    /// Says of what is shown where it is refused.
    fn tell(&self, found: &mut Found, places: &[String; 2]) {
        let shown = [&mut found.lost, &mut found.gained].into_iter().enumerate();
        for (side, evidence) in shown {
            let Some(evidence) = evidence.as_mut().filter(|it| it.place.is_none()) else {
                continue;
            };
            let other = self.sides[1 - side];
            let spot = other.spot_in_bundle(&places[1 - side]);
            evidence.tell(|witness| other.refused(&spot?, witness));
        }
    }

    fn look(&mut self, places: &[String; 2]) -> Found {
        let both = [places[0].as_str(), places[1].as_str()];
        let is_none = [0, 1].map(|side| self.parts.is_within(side, both));
        if is_none == [true; 2] {
            return Found::equal();
        }
        let size = |side: usize| self.bodies[side].size_up_to(both[side], SMALL);
        let is_small = size(0) < SMALL && size(1) < SMALL;
        let open = is_none.map(|is_none| {
            if is_none {
                Ok(None)
            } else {
                Err(String::new())
            }
        });
        // Exact answers have all values as a schema, and cost more the larger they are.
        let told = if is_small {
            let told = self.exactly(both, open);
            self.shown(places, told)
        } else {
            let told = self.shown(places, open);
            self.exactly(both, told)
        };
        Found::of(told)
    }

    /// The same, with what is found out exactly of what is open.
    fn exactly(&mut self, places: [&str; 2], told: [Difference; 2]) -> [Difference; 2] {
        let is_told = [told[0].is_ok(), told[1].is_ok()];
        if is_told == [true; 2] {
            return told;
        }
        let [lost, gained] = self.exact.differences(self.bundles, places, is_told);
        let [known_lost, known_gained] = told;
        [known_lost.or(lost), known_gained.or(gained)]
    }

    /// The same, with what parts show of what is open.
    fn shown(&mut self, places: &[String; 2], told: [Difference; 2]) -> [Difference; 2] {
        let [lost, gained] = told;
        let mut show = |side: usize, told: Difference| match told {
            Err(doubt) => self.witness(side, places).map(Some).ok_or(doubt),
            told => told,
        };
        [show(0, lost), show(1, gained)]
    }

    fn shows(&self, side: usize, places: [&str; 2], document: &Value) -> bool {
        let fits = |side: usize| self.grounds[side].fits(places[side], document);
        fits(side) && !fits(1 - side)
    }

    /// A document that one side takes alone.
    fn witness(&mut self, side: usize, places: &[String; 2]) -> Option<Evidence> {
        let both = [places[0].as_str(), places[1].as_str()];
        let inner = self.inner(places);
        let lifted = inner.into_iter().find_map(|(suffix, inner)| {
            let found = self.relate(&inner)?;
            let evidence = [&found.lost, &found.gained][side].clone()?;
            let part = serde_json::from_str(evidence.witness.as_ref()?).ok()?;
            let (whole, at) = self.lifted(side, places, &suffix, &part)?;
            Some((whole, at, part, evidence))
        });
        let keeps = |value: &Value| self.shows(side, both, value);
        let Some((whole, at, part, of_part)) = lifted else {
            let witness = self.drawn(side, places)?;
            let keeps = |value: &Value| self.shows(side, both, value);
            return Some(Evidence::of(shrunk(keeps, witness.to_string())));
        };
        let mut evidence = Evidence::of(shrunk(keeps, whole.to_string()));
        let is_kept = |witness: &String| {
            let whole: Option<Value> = serde_json::from_str(witness).ok();
            whole.is_some_and(|whole| whole.pointer(&at) == Some(&part))
        };
        // What is refused of the part is refused of the whole.
        if evidence.witness.as_ref().is_some_and(is_kept) {
            evidence.place = of_part.place.map(|place| format!("{at}{place}"));
            evidence.refused = of_part.refused;
        }
        Some(evidence)
    }

    /// The schemas inside of both, with what leads to them; nothing for what is about the
    /// same value.
    fn inner(&self, places: &[String; 2]) -> Vec<(String, [String; 2])> {
        let [old, new] = [0, 1].map(|side| self.bundles[side].pointer(&places[side]));
        let (Some(old), Some(new)) = (old, new) else {
            return Vec::new();
        };
        let refers = |schema: &Value| schema.get("$ref").and_then(Value::as_str).map(target);
        let mut out = Vec::new();
        match (refers(old), refers(new)) {
            (Some(old), Some(new)) => out.push((String::new(), [old, new])),
            (Some(old), None) => out.push((String::new(), [old, places[1].clone()])),
            (None, Some(new)) => out.push((String::new(), [places[0].clone(), new])),
            (None, None) => {}
        }
        let own: HashSet<String> = children(old)
            .into_iter()
            .map(|(suffix, _)| suffix)
            .collect();
        for (suffix, _) in children(new) {
            if own.contains(&suffix) {
                let inner = [0, 1].map(|side| format!("{}{suffix}", places[side]));
                out.push((suffix, inner));
            }
        }
        out
    }

    /// A document with one of what is inside of it that shows a difference.
    fn lifted(
        &mut self,
        side: usize,
        places: &[String; 2],
        suffix: &str,
        part: &Value,
    ) -> Option<(Value, String)> {
        let [old, new] = [places[0].as_str(), places[1].as_str()];
        let place = &places[side];
        let declared = self.bundles[side].pointer(place);
        (0..2 * TURNS).find_map(|_| {
            let base = self.drawings[side].valid(place, Some(suffix))?;
            let tried = planted(suffix, part, base, declared);
            let mut tried = tried.into_iter();
            tried.find(|(it, _)| self.shows(side, [old, new], it))
        })
    }

    /// A document that breaks what one of the places states itself or the other one has
    /// alone, or that has what the one has alone.
    fn drawn(&mut self, side: usize, places: &[String; 2]) -> Option<Value> {
        let both = [places[0].as_str(), places[1].as_str()];
        let inside = |side: usize| {
            let schema = self.bundles[side].pointer(both[side]);
            let inside = schema.map(children).unwrap_or_default();
            inside.into_iter().map(|(suffix, _)| suffix)
        };
        let alone = [0, 1].map(|side| {
            let others: HashSet<String> = inside(1 - side).collect();
            let alone = inside(side).filter(|it| !others.contains(it));
            alone.collect::<Vec<_>>()
        });
        let other = 1 - side;
        // The constraints that a document may break: where, and the how many-th there.
        let mut broken: Vec<(usize, &str, usize)> = Vec::new();
        let own = [String::new()];
        for (of, inside) in [
            (side, &own[..]),
            (other, &own[..]),
            (other, &alone[other][..]),
        ] {
            for suffix in inside {
                let count = self.drawings[of].count(&format!("{}{suffix}", both[of]));
                broken.extend((0..count).map(|site| (of, suffix.as_str(), site)));
            }
        }
        for turn in 0..TURNS {
            let drawings = &mut self.drawings;
            let faulty = broken.iter().filter_map(|(of, suffix, site)| {
                drawings[*of].faulty(both[*of], suffix, *site, turn)
            });
            let mut tried: Vec<Value> = faulty.collect();
            let drawing = &mut drawings[side];
            tried.extend(drawing.valid(both[side], None));
            let valid = alone[side].iter();
            tried.extend(valid.filter_map(|suffix| drawing.valid(both[side], Some(suffix))));
            let shown = tried.into_iter().find(|it| self.shows(side, both, it));
            if shown.is_some() {
                return shown;
            }
        }
        None
    }
}
