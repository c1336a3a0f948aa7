//! What was found out about two places.

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
        Self::of([Ok(None), Ok(None)])
    }

    pub(super) fn unknown(doubt: String) -> Self {
        Self::of([Err(doubt), Ok(None)])
    }

    /// What one side takes alone, and what the other.
    pub(super) fn of([lost, gained]: [Difference; 2]) -> Self {
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
pub(super) type Difference = Result<Option<Evidence>, String>;
