//! What a type is kept under, and what it may be called.

use std::collections::HashSet;
use std::hash::{Hash, Hasher};
use std::rc::Rc;

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
    /// What stands beside the unions that it is an arm of, from the outermost on.
    pub(super) beside: Vec<Beside>,
}

/// What stands beside a union: all its arms have these members, and none of them names their types.
#[derive(Debug, Clone)]
pub(super) struct Beside {
    trail: Trail,
    /// The schemas of the members.
    members: Rc<HashSet<RuleId>>,
}

impl Wish {
    /// The wish for a type with a name of its own.
    pub(super) fn new(name: &Name, claimed: bool, site: RuleId, is_arm: bool) -> Self {
        Self {
            trail: Trail::of(name),
            claimed,
            site,
            is_arm,
            beside: Vec::new(),
        }
    }

    /// The names that it may have, from the one to be preferred on.
    pub(super) fn names(&self) -> Vec<Name> {
        self.trail.names()
    }

    /// The wish for parts of the type, whose name is settled.
    pub(super) fn inner(&self, name: &Name) -> Self {
        // A name that is not of the way is one that parts begin with.
        let trail = self.trail.of_name(name).filter(|_| !self.claimed);
        Self {
            trail: trail.cloned().unwrap_or_else(|| Trail::of(name)),
            claimed: false,
            site: self.site,
            is_arm: self.is_arm,
            beside: self.beside.clone(),
        }
    }

    /// The wish for arms of the type, whose name is settled, beside which these schemas of members stand.
    pub(super) fn arms(&self, name: &Name, members: HashSet<RuleId>) -> Self {
        let mut arms = self.inner(name);
        arms.is_arm = true;
        arms.beside.push(Beside {
            trail: arms.trail.clone(),
            members: Rc::new(members),
        });
        arms
    }

    /// A name for one of the arms.
    pub(super) fn arm(&self, label: &str, site: RuleId) -> Self {
        Self {
            beside: self.beside.clone(),
            ..self.part(label, site)
        }
    }

    /// A name for the member of a struct that these schemas apply to: by the definition that `declares`
    /// it, or else by what it stands beside, or by the struct, which has the members `all`.
    pub(super) fn member(
        &self,
        suffix: &str,
        all: &HashSet<String>,
        sources: &[RuleId],
        declares: Option<&Name>,
        site: RuleId,
    ) -> Self {
        let is_shared = |it: &&Beside| sources.iter().all(|source| it.members.contains(source));
        let shared = self.beside.iter().find(is_shared);
        let trail = shared.map_or_else(|| self.trail.clone(), |it| it.trail.clone());
        let trail = declares.map_or(trail, Trail::of);
        Self {
            trail: trail.to_member(suffix, all),
            ..self.part(suffix, site)
        }
    }

    /// A name for one of the many values of a list or a map, by their kind where they have no singular.
    pub(super) fn one(&self, kind: &str, site: RuleId) -> Self {
        Self {
            trail: self.trail.to_one(kind),
            ..self.part(kind, site)
        }
    }

    /// The same wish under a name that has been claimed.
    pub(super) fn titled(&self, name: &Name) -> Self {
        Self {
            trail: Trail::of(name),
            claimed: true,
            ..self.clone()
        }
    }

    /// A name for a part of the wished type.
    pub(super) fn part(&self, suffix: &str, site: RuleId) -> Self {
        Self {
            trail: self.trail.to(suffix),
            claimed: false,
            site,
            is_arm: self.is_arm,
            beside: Vec::new(),
        }
    }
}
