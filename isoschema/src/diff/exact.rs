//! Two places of two bundles → how their values relate, by canonical set
//! subtraction and drawn documents.

use std::collections::HashMap;

use serde_json::Value;

use crate::kit::Sources;
use crate::kit::comparison::{Direction, Pair, Rest, Values};
use crate::kit::uri::percent_encode;

use super::Evidence;
use super::compared::Difference;
use super::part::part;
use super::proved::{Compared, Written};
use super::shrink::shrunk;

/// Both directions of a comparison.
pub(super) const DIRECTIONS: [Direction; 2] = [Direction::Refuses, Direction::Takes];

/// Compares places of two bundles; what it has found out once it knows.
#[derive(Debug)]
pub(super) struct Exact<'s> {
    pub(super) sources: [&'s Sources; 2],
    /// By the texts of both, as far as somebody asked.
    known: HashMap<[String; 2], [Option<Difference>; 2]>,
}

impl<'s> Exact<'s> {
    pub(super) fn of(sources: [&'s Sources; 2]) -> Self {
        Self {
            sources,
            known: HashMap::new(),
        }
    }

    pub(super) fn formats(&self) -> [bool; 2] {
        self.sources.map(Sources::formats)
    }

    /// What each of two places takes alone; nothing is said of a side that is told of already.
    pub(super) fn differences(
        &mut self,
        bundles: [&Value; 2],
        places: [&str; 2],
        is_told: [bool; 2],
    ) -> [Difference; 2] {
        let found = self.try_differences(bundles, places, is_told);
        found.unwrap_or_else(|doubt| [Err(doubt.clone()), Err(doubt)])
    }

    fn try_differences(
        &mut self,
        bundles: [&Value; 2],
        places: [&str; 2],
        is_told: [bool; 2],
    ) -> Result<[Difference; 2], String> {
        let formats = self.formats();
        let [source, derived] = &[at(bundles[0], places[0])?, at(bundles[1], places[1])?];
        let written = Written::of([source, derived], formats);
        // The same text once references are gone: nothing to ask.
        let key = written.texts([source, derived]);
        if let Some([before, after]) = &key
            && before == after
            && formats[0] == formats[1]
        {
            return Ok([Ok(None), Ok(None)]);
        }
        let mut known = [None, None];
        if let Some(before) = key.as_ref().and_then(|key| self.known.get(key)) {
            known.clone_from(before);
        }
        let is_open = |side: usize| !is_told[side] && known[side].is_none();
        if is_open(0) || is_open(1) {
            let pair = Pair {
                taken: self.sources[0].validator(source)?,
                given: self.sources[1].validator(derived)?,
                source,
                derived,
            };
            let compared = Compared::of(pair, &written, formats);
            for side in [0, 1] {
                if !is_told[side] && known[side].is_none() {
                    known[side] = Some(difference(&compared, DIRECTIONS[side]));
                }
            }
            if let Some(key) = key {
                self.known.insert(key, known.clone());
            }
        }
        Ok(known.map(|known| known.unwrap_or(Ok(None))))
    }
}

fn difference(compared: &Compared<'_>, direction: Direction) -> Difference {
    match compared.rest(direction) {
        Rest::Nothing => Ok(None),
        Rest::Values(values) => Ok(Some(evidence(&compared.pair, direction, values))),
        Rest::Unknown(doubt) => Err(doubt),
    }
}

/// A self-contained schema of one place.
fn at(whole: &Value, place: &str) -> Result<Value, String> {
    if whole.pointer(place).is_none() {
        return Err(format!("nothing stands at {place}"));
    }
    let mut part = part(whole, place);
    part["$ref"] = Value::String(format!("#{}", percent_encode(place)));
    if let Some(dialect) = whole.get("$schema") {
        part["$schema"] = dialect.clone();
    }
    Ok(part)
}

/// Values of one side, as people can read them.
fn evidence(pair: &Pair<'_>, direction: Direction, values: Values) -> Evidence {
    let mut schema = values.schema;
    if let Some(Value::Object(members)) = &mut schema {
        members.remove("$schema");
    }
    let keeps = |value: &Value| pair.side(&value.to_string()) == Some(direction);
    Evidence {
        schema,
        witness: values.witness.map(|witness| shrunk(keeps, witness)),
        place: None,
        refused: None,
    }
}
