//! Two locations → how the values that they accept relate.

use std::collections::{BTreeMap, HashMap};

use jsonschema::canonical::{CanonicalSchema, Satisfiability};
use serde_json::{Value, json};

use crate::kit::comparison::{Direction, Pair};
use crate::kit::inline::inline;
use crate::kit::uri::percent_encode;
use crate::load::json::escape;

use super::recursion::covers;
use super::shrink::shrunk;
use super::side::{Side, Spot};
use super::{Evidence, Relation};

/// What was found out about two locations.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) relation: Relation,
    pub(super) lost: Option<Evidence>,
    pub(super) gained: Option<Evidence>,
    pub(super) doubt: Option<String>,
}

impl Found {
    pub(super) fn equal() -> Self {
        Self::of(Ok(None), Ok(None))
    }

    fn unknown(doubt: String) -> Self {
        Self::of(Err(doubt), Ok(None))
    }

    fn of(lost: Difference, gained: Difference) -> Self {
        let relation = match (&lost, &gained) {
            (Err(_), _) | (_, Err(_)) => Relation::Unknown,
            (Ok(None), Ok(None)) => Relation::Equal,
            (Ok(Some(_)), Ok(None)) => Relation::Narrower,
            (Ok(None), Ok(Some(_))) => Relation::Wider,
            (Ok(Some(_)), Ok(Some(_))) => Relation::Both,
        };
        let doubts: Vec<String> = [&lost, &gained]
            .into_iter()
            .filter_map(|side| side.as_ref().err().cloned())
            .collect();
        Self {
            relation,
            lost: lost.ok().flatten(),
            gained: gained.ok().flatten(),
            doubt: (!doubts.is_empty()).then(|| doubts.join("; ")),
        }
    }
}

/// The values of one side only: none, some, or not known.
type Difference = Result<Option<Evidence>, String>;

/// Compares locations of two sides; what it has found out once it knows.
#[derive(Debug)]
pub(super) struct Relater<'s> {
    old: Half<'s>,
    new: Half<'s>,
    known: HashMap<(String, String), Found>,
}

/// A side with its bundles.
#[derive(Debug)]
struct Half<'s> {
    side: &'s Side,
    bundles: BTreeMap<String, Result<Value, String>>,
}

impl Half<'_> {
    fn bundle(&mut self, document: &str) -> &Result<Value, String> {
        let side = self.side;
        self.bundles
            .entry(document.to_owned())
            .or_insert_with(|| side.sources.bundle(document))
    }

    /// A self-contained schema of one place.
    fn at(&mut self, spot: &Spot) -> Result<Value, String> {
        let mut whole = self.bundle(&spot.document).clone()?;
        let pointer = format!("/$defs/{}{}", escape(&spot.document), spot.pointer);
        if whole.pointer(&pointer).is_none() {
            return Err(format!("nothing stands at {spot}"));
        }
        if let Value::Object(members) = &mut whole {
            let reference = format!("#{}", percent_encode(&pointer));
            members.insert("$ref".to_owned(), Value::String(reference));
        }
        Ok(whole)
    }
}

impl<'s> Relater<'s> {
    pub(super) fn new(old: &'s Side, new: &'s Side) -> Self {
        let half = |side| Half {
            side,
            bundles: BTreeMap::new(),
        };
        Self {
            old: half(old),
            new: half(new),
            known: HashMap::new(),
        }
    }

    /// Whether all that a document leads to is the same text on both sides.
    pub(super) fn is_untouched(&mut self, document: &str) -> bool {
        let formats = self.old.side.sources.formats() == self.new.side.sources.formats();
        let (old, new) = (self.old.bundle(document), self.new.bundle(document));
        formats && matches!((old, new), (Ok(old), Ok(new)) if old == new)
    }

    /// The relation of two places.
    pub(super) fn relate(&mut self, old: &Spot, new: &Spot) -> Found {
        match self.try_relate(old, new) {
            Ok(found) => found,
            Err(doubt) => Found::unknown(doubt),
        }
    }

    fn try_relate(&mut self, old: &Spot, new: &Spot) -> Result<Found, String> {
        let (source, derived) = (self.old.at(old)?, self.new.at(new)?);
        let formats = (
            self.old.side.sources.formats(),
            self.new.side.sources.formats(),
        );
        // The same text once references are gone: nothing to ask.
        let key = match (plain(&source, formats.0), plain(&derived, formats.1)) {
            (Some(old), Some(new)) if old == new && formats.0 == formats.1 => {
                return Ok(Found::equal());
            }
            (Some(old), Some(new)) => Some((old, new)),
            _ => None,
        };
        if let Some(found) = key.as_ref().and_then(|key| self.known.get(key)) {
            return Ok(found.clone());
        }
        let pair = Pair {
            taken: self.old.side.sources.validator(&source)?,
            given: self.new.side.sources.validator(&derived)?,
            source: &source,
            derived: &derived,
        };
        let forms = if formats.0 == formats.1 {
            pair.forms("Root", formats.0)
        } else {
            Err("one side asserts formats and the other does not".to_owned())
        };
        let forms = forms.as_ref().map(|(old, new)| (old, new));
        let inlined = (
            inline(&source, formats.0).ok(),
            inline(&derived, formats.1).ok(),
        );
        let within = |direction| match (&inlined, direction) {
            ((Some(old), Some(new)), Direction::Refuses) => covers(new, old, formats.0),
            ((Some(old), Some(new)), Direction::Takes) => covers(old, new, formats.0),
            _ => false,
        };
        let lost = difference(&pair, forms, Direction::Refuses, &within);
        let back = forms.map(|(old, new)| (new, old));
        let gained = difference(&pair, back, Direction::Takes, &within);
        let found = Found::of(lost, gained);
        if let Some(key) = key {
            self.known.insert(key, found.clone());
        }
        Ok(found)
    }
}

/// A schema without references as a text.
fn plain(schema: &Value, formats: bool) -> Option<String> {
    let inlined = inline(schema, formats).ok()?;
    let names: Vec<String> = (0..inlined.names().len())
        .map(|rank| format!("r{rank}"))
        .collect();
    Some(json!([draft(schema), inlined.named(&names)]).to_string())
}

/// Drafts differ in what one keyword means.
fn draft(schema: &Value) -> &Value {
    schema.get("$schema").unwrap_or(&Value::Null)
}

/// The values of the first form that are not of the second.
fn difference(
    pair: &Pair<'_>,
    forms: Result<(&CanonicalSchema, &CanonicalSchema), &String>,
    direction: Direction,
    within: &impl Fn(Direction) -> bool,
) -> Difference {
    let drawn = |doubt: String| match pair.any_witness(Some(direction)) {
        Some((_, witness)) => Ok(Some(Evidence {
            schema: None,
            witness: Some(shrunk(pair, direction, witness)),
        })),
        None => Err(doubt),
    };
    let (from, without) = match forms {
        Ok(forms) => forms,
        Err(doubt) => return drawn(doubt.clone()),
    };
    let difference = match from.subtract(without) {
        Ok(difference) => difference,
        Err(_) if within(direction) => return Ok(None),
        Err(error) => return drawn(error.to_string()),
    };
    let satisfiable = difference.satisfiability();
    if satisfiable == Satisfiability::No
        || satisfiable == Satisfiability::Unknown && within(direction)
    {
        return Ok(None);
    }
    let schema = difference.to_json_schema();
    let witness = pair
        .witness(&schema, Some(direction))
        .or_else(|| pair.any_witness(Some(direction)))
        .map(|(_, witness)| shrunk(pair, direction, witness));
    if satisfiable == Satisfiability::Unknown && witness.is_none() {
        return Err(format!("it is unknown whether this is empty: {schema}"));
    }
    let mut schema = schema;
    if let Value::Object(members) = &mut schema {
        members.remove("$schema");
    }
    Ok(Some(Evidence {
        schema: Some(schema),
        witness,
    }))
}
