//! What a type is kept under, and what it may be called.

use std::hash::{Hash, Hasher};

use crate::names::name::Name;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;

use super::atoms::Atoms;

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
    /// The name.
    pub(super) name: Name,
    /// Whether the name has been claimed for this very type.
    pub(super) claimed: bool,
    /// The schema at the place of use.
    pub(super) site: RuleId,
    /// Whether it is in an arm, merged with what stands beside the arms: where
    /// nothing fits there, another arm is meant.
    pub(super) is_arm: bool,
}

impl Wish {
    /// The wish for parts of the type, whose name is settled.
    pub(super) fn inner(&self, name: &Name) -> Self {
        Self {
            name: name.clone(),
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
        /// A name from deep inside begins anew.
        const LONGEST: usize = 72;
        let length = self.name.as_str().len() + suffix.len();
        let name = if length > LONGEST && !suffix.is_empty() {
            Name::of_camel(suffix)
        } else {
            self.name.and(suffix)
        };
        Self {
            name,
            claimed: false,
            site,
            is_arm: self.is_arm,
        }
    }
}
