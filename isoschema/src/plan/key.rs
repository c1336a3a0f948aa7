//! What a type is kept under, and what it may be called.

use std::hash::{Hash, Hasher};

use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

use super::atoms::Atoms;
use super::trail::Trail;

/// What a type is kept under.
#[derive(Debug, Clone)]
pub(super) struct Key {
    pub(super) atoms: Atoms,
    pub(super) kinds: Kinds,
    /// The same with the atoms that do not matter for these kinds, but may be
    /// what refuses others; a type is the same whatever they are.
    pub(super) all: Atoms,
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.kinds == other.kinds && self.atoms == other.atoms
    }
}

impl Eq for Key {}

impl Hash for Key {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.atoms.hash(state);
        self.kinds.hash(state);
    }
}

/// What a type may be called, and who asks for it.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    /// The way to it, which names it.
    pub(super) trail: Trail,
    /// Whether the name has been claimed for this very type.
    pub(super) claimed: bool,
    /// The schema at the place of use.
    pub(super) site: RuleId,
    /// Whether it is in an arm, merged with what stands beside the arms: where
    /// nothing fits there, another arm is meant.
    pub(super) is_arm: bool,
}

impl Wish {
    /// The wish for a type with a name of its own.
    pub(super) fn new(name: &Name, claimed: bool, site: RuleId, is_arm: bool) -> Self {
        Self {
            trail: Trail::of(name),
            claimed,
            site,
            is_arm,
        }
    }

    /// The names that it may have, from the one to be preferred on.
    pub(super) fn names(&self) -> Vec<Name> {
        self.trail.names()
    }

    /// The wish for parts of the type, whose name is settled.
    pub(super) fn inner(&self, name: &Name) -> Self {
        // A name that is not of the way is one that parts begin with.
        let is_of_way = !self.claimed && self.names().contains(name);
        Self {
            trail: if is_of_way {
                self.trail.clone()
            } else {
                Trail::of(name)
            },
            claimed: false,
            site: self.site,
            is_arm: self.is_arm,
        }
    }

    /// The wish for arms of the type, whose name is settled.
    pub(super) fn arms(&self, name: &Name) -> Self {
        Self {
            is_arm: true,
            ..self.inner(name)
        }
    }

    /// A name for a part of the wished type.
    pub(super) fn part(&self, suffix: &str, site: RuleId) -> Self {
        Self {
            trail: self.trail.to(suffix),
            claimed: false,
            site,
            is_arm: self.is_arm,
        }
    }
}
