//! What an error names, as it is found once for all uses of the same schemas.

use super::check::End;
use super::model::{Check, Integer, Place};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

/// What an error names, whatever the schema at the place of use.
#[derive(Debug, Clone)]
pub(super) enum Found {
    /// The schema itself: it refuses nothing, or not by a keyword.
    Stated,
    /// A keyword.
    At(String),
    /// What the predicates find, and otherwise a keyword or the schema.
    Asked(Option<String>),
    /// The same for a type of texts, and for what is none of its own.
    Between(Box<Found>, [Option<String>; 2]),
    /// The same for a whole integer type, and for what is beyond its two ends.
    Bounds(Box<Found>, [Option<End>; 2]),
}

/// The schemas that apply to a value, what its type may hold, and the type
/// where it is an integer's.
pub(super) type Asking = (Vec<RuleId>, Kinds, Option<Integer>);

impl Found {
    /// The place, with the predicates to be asked, and the schema where it is
    /// used.
    pub(super) fn at(self, checks: impl Fn() -> Vec<Check>, stated: String) -> Place {
        match self {
            Self::Stated => Place::At(stated),
            Self::At(location) => Place::At(location),
            Self::Asked(location) => Place::Asked(checks(), location.unwrap_or(stated)),
            Self::Between(own, ends) => {
                let own = own.at(checks, stated);
                let [least, most] =
                    ends.map(|end| end.unwrap_or_else(|| own.location().to_owned()));
                if [&least, &most].iter().all(|end| *end == own.location()) {
                    own
                } else {
                    Place::Between(Box::new(own), least, most)
                }
            }
            Self::Bounds(own, [None, None]) => own.at(checks, stated),
            Self::Bounds(own, ends) => {
                Place::Bounds(Box::new(own.at(checks, stated)), Box::new(ends))
            }
        }
    }
}
