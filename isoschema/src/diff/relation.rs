//! Two locations → how the values that they accept relate.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde_json::Value;

use crate::kit::Sources;
use crate::kit::comparison::{Direction, Pair, Rest, Values};
use crate::kit::uri::percent_encode;
use crate::load::json::escape;

use super::alike::Alike;
use super::pairs::PairOf;
use super::part::part;
use super::proved::{Compared, Written};
use super::shrink::shrunk;
use super::side::{Side, Spot};
use super::similar::is_definition;
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
    known: HashMap<[String; 2], Found>,
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
        let whole = self.bundle(&spot.document).as_ref().map_err(Clone::clone)?;
        let pointer = pointer(spot);
        if whole.pointer(&pointer).is_none() {
            return Err(format!("nothing stands at {spot}"));
        }
        let mut part = part(whole, &pointer);
        let reference = format!("#{}", percent_encode(&pointer));
        part["$ref"] = Value::String(reference);
        if let Some(dialect) = whole.get("$schema") {
            part["$schema"] = dialect.clone();
        }
        Ok(part)
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

    /// The places, by what follows the two that they are inside of, of which the
    /// words alone tell that they are equal.
    pub(super) fn alike(
        &mut self,
        pairs: &[PairOf<'_>],
        old: &Spot,
        new: &Spot,
    ) -> HashSet<String> {
        let mut found = HashSet::new();
        let formats = [&self.old, &self.new].map(|half| half.side.sources.formats());
        let (Ok(before), Ok(after)) = (
            self.old.bundle(&old.document),
            self.new.bundle(&new.document),
        ) else {
            return found;
        };
        if pointer(old) != pointer(new) || formats[0] != formats[1] || draft(before) != draft(after)
        {
            return found;
        }
        let alike = Alike::of(before, after, formats[0]);
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

    /// The relation of two places.
    pub(super) fn relate(&mut self, old: &Spot, new: &Spot) -> Found {
        match self.try_relate(old, new) {
            Ok(found) => found,
            Err(doubt) => Found::unknown(doubt),
        }
    }

    fn try_relate(&mut self, old: &Spot, new: &Spot) -> Result<Found, String> {
        let (source, derived) = (self.old.at(old)?, self.new.at(new)?);
        let sources = [&self.old, &self.new].map(|half| &half.side.sources);
        let formats = sources.map(Sources::formats);
        let written = Written::of([&source, &derived], formats);
        // The same text once references are gone: nothing to ask.
        let key = written.texts([&source, &derived]);
        if let Some([before, after]) = &key
            && before == after
            && formats[0] == formats[1]
        {
            return Ok(Found::equal());
        }
        if let Some(found) = key.as_ref().and_then(|key| self.known.get(key)) {
            return Ok(found.clone());
        }
        let pair = Pair {
            taken: sources[0].validator(&source)?,
            given: sources[1].validator(&derived)?,
            source: &source,
            derived: &derived,
        };
        let compared = Compared::of(pair, written, formats);
        let of = |direction| match compared.rest(direction) {
            Rest::Nothing => Ok(None),
            Rest::Values(values) => {
                let mut evidence = evidence(&compared.pair, direction, values);
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

/// Where a place stands in its document's bundle.
fn pointer(spot: &Spot) -> String {
    format!("/$defs/{}{}", escape(&spot.document), spot.pointer)
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
