//! Two locations → how the values that they accept relate.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Value, json};

use crate::kit::comparison::{Direction, Pair, Rest, Values};
use crate::kit::forms::Forms;
use crate::kit::inline::{Inlined, inline};
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
            Forms::none("one side asserts formats and the other does not")
        };
        let within = |small: &Inlined, large: &Inlined| covers(large, small, formats.0);
        let of = |direction| match pair.difference(&forms, direction, &within) {
            Rest::Nothing => Ok(None),
            Rest::Values(values) => {
                let mut evidence = evidence(&pair, direction, values);
                let refused = evidence
                    .witness
                    .as_ref()
                    .and_then(|witness| match direction {
                        Direction::Refuses => self.new.side.refused(new, witness),
                        Direction::Takes => self.old.side.refused(old, witness),
                    });
                (evidence.place, evidence.refused) = refused.unzip();
                Ok(Some(evidence))
            }
            Rest::Unknown(doubt) => Err(doubt),
        };
        let (lost, gained) = (of(Direction::Refuses), of(Direction::Takes));
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

/// Values of one side, as people can read them.
fn evidence(pair: &Pair<'_>, direction: Direction, values: Values) -> Evidence {
    let witness = values.witness;
    let mut schema = values.schema;
    if let Some(Value::Object(members)) = &mut schema {
        members.remove("$schema");
    }
    Evidence {
        schema,
        witness: witness.map(|witness| shrunk(pair, direction, witness)),
        place: None,
        refused: None,
    }
}
