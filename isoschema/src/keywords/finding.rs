//! What is found out about one value, and what it comes to.

use std::collections::HashSet;
use std::sync::Arc;

use super::fault::Fault;

/// More faults than this are not collected for one value.
pub const MOST_FAULTS: usize = 1_000;

/// The members and items that a schema has looked at (draft 2020-12, section
/// 11).
#[derive(Debug, Clone, Default)]
pub struct Seen {
    /// The names of members.
    pub members: HashSet<String>,
    /// The positions of items.
    pub items: HashSet<usize>,
}

impl Seen {
    pub(super) fn add(&mut self, other: &Self) {
        self.members.extend(other.members.iter().cloned());
        self.items.extend(&other.items);
    }
}

/// What a rule says about a value.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Whether it fits.
    pub valid: bool,
    /// Why not.
    pub faults: Arc<[Fault]>,
    /// What was looked at.
    pub seen: Seen,
}

/// What is being found out about one value.
#[derive(Debug, Default)]
pub struct Finding {
    pub(super) invalid: bool,
    faults: Vec<Fault>,
    pub(super) seen: Seen,
}

impl Finding {
    /// Notes a fault.
    pub fn push(&mut self, fault: Fault) {
        self.invalid = true;
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(fault);
        }
    }

    /// Notes that the value does not fit, and nothing more.
    pub fn fail(&mut self) {
        self.invalid = true;
    }

    /// Takes over what was found in a value inside this one.
    pub fn inside(&mut self, outcome: &Outcome) {
        self.invalid |= !outcome.valid;
        let room = MOST_FAULTS.saturating_sub(self.faults.len());
        self.faults
            .extend(outcome.faults.iter().take(room).cloned());
    }

    /// Whether the value fits, and nothing of it was looked at.
    #[must_use]
    pub fn says_nothing(&self) -> bool {
        !self.invalid && self.seen.members.is_empty() && self.seen.items.is_empty()
    }

    /// What it comes to, each fault once.
    #[must_use]
    pub fn finish(mut self) -> Outcome {
        if self.faults.len() > 1 {
            let mut known = HashSet::new();
            self.faults.retain(|fault| {
                known.insert((fault.pointer.clone(), fault.location(), fault.names.clone()))
            });
        }
        Outcome {
            valid: !self.invalid,
            faults: self.faults.into(),
            seen: self.seen,
        }
    }
}
