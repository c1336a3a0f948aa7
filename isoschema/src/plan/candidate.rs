//! An arm of a union before it has a type.

use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

use super::atoms::Atoms;
use super::key::Key;

/// An arm of a union before it has a type.
pub(super) struct Candidate {
    pub(super) source: RuleId,
    /// What the arm alone says.
    pub(super) stated: Atoms,
    pub(super) atoms: Atoms,
    pub(super) kinds: Kinds,
    /// See [`Key::all`].
    pub(super) all: Atoms,
}

impl Candidate {
    /// What its type is kept under.
    pub(super) fn key(&self) -> Key {
        Key {
            atoms: self.atoms.clone(),
            kinds: self.kinds,
            all: self.all.clone(),
        }
    }
}
