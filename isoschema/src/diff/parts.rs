//! Two bundles → which schemas take no more than others, told by their parts.
//!
//! One schema is within another where each keyword of the other follows from
//! what the one says, and of schemas inside, from what holds of these. What is
//! inside is claimed again, once for each two schemas however many ways lead
//! there; a claim fails where its own keywords say so, or one that it needs
//! fails. Documents are finite and each circle takes a step into the value, so
//! what is left when all failures are known holds, of recursive schemas, too.
//! The work grows with the number of schemas, not with what they look like when
//! references are written out.

use std::collections::HashMap;
use std::ptr;

use serde_json::Value;

use super::bodies::Bodies;
use super::implied::{Need, needs};

/// More claims are not looked at.
const MOST_CLAIMS: usize = 400_000;

/// A schema of one of the two sides.
#[derive(Debug, Clone, Copy)]
struct Part<'b> {
    schema: &'b Value,
    side: usize,
}

/// That one schema is within another.
#[derive(Debug)]
struct Claim<'b> {
    inner: Part<'b>,
    outer: Part<'b>,
    fails: bool,
    /// The claims that need it.
    users: Vec<usize>,
}

/// What was claimed of the schemas of two sides.
#[derive(Debug)]
pub(super) struct Parts<'b> {
    sides: [&'b Bodies; 2],
    claims: Vec<Claim<'b>>,
    known: HashMap<[usize; 2], usize>,
    /// How many claims have been looked at.
    done: usize,
}

impl<'b> Parts<'b> {
    pub(super) fn of(sides: [&'b Bodies; 2]) -> Self {
        Self {
            sides,
            claims: Vec::new(),
            known: HashMap::new(),
            done: 0,
        }
    }

    /// Whether all that one side takes at its place, the other one is proven to take at
    /// its own. `inner` says which side the one is.
    pub(super) fn is_within(&mut self, inner: usize, places: [&str; 2]) -> bool {
        let part = |side: usize| {
            let schema = self.sides[side].at(places[side])?;
            Some(Part { schema, side })
        };
        let (Some(small), Some(large)) = (part(inner), part(1 - inner)) else {
            return false;
        };
        if self.sides.iter().any(|side| side.circles) {
            return false;
        }
        let Some(first) = self.claim(small, large) else {
            return false;
        };
        self.settle();
        !self.claims[first].fails
    }

    /// The claim of two schemas; `None` where it is not looked at.
    fn claim(&mut self, inner: Part<'b>, outer: Part<'b>) -> Option<usize> {
        let meant = |part: Part<'b>| {
            let schema = self.sides[part.side].meant(part.schema)?;
            Some(Part { schema, ..part })
        };
        let (inner, outer) = (meant(inner)?, meant(outer)?);
        let key = [inner, outer].map(|part| ptr::from_ref(part.schema).addr());
        if let Some(known) = self.known.get(&key) {
            return Some(*known);
        }
        if self.claims.len() == MOST_CLAIMS {
            return None;
        }
        self.known.insert(key, self.claims.len());
        self.claims.push(Claim {
            inner,
            outer,
            fails: false,
            users: Vec::new(),
        });
        Some(self.claims.len() - 1)
    }

    /// Looks at each claim, and at those that it needs.
    fn settle(&mut self) {
        let mut failed = Vec::new();
        while let Some(Claim { inner, outer, .. }) = self.claims.get(self.done) {
            let (inner, outer, user) = (*inner, *outer, self.done);
            self.done += 1;
            let sides = self.sides;
            let meant = [inner, outer].map(|part| {
                move |schema: &'b Value| sides[part.side].meant(schema).unwrap_or(schema)
            });
            let Some(needs) = needs(inner.schema, outer.schema, [&meant[0], &meant[1]]) else {
                failed.push(user);
                continue;
            };
            for Need {
                inner: small,
                outer: large,
                turned,
            } in needs
            {
                let (of_small, of_large) = if turned {
                    (outer.side, inner.side)
                } else {
                    (inner.side, outer.side)
                };
                let part = |schema, side| Part { schema, side };
                match self.claim(part(small, of_small), part(large, of_large)) {
                    Some(needed) if !self.claims[needed].fails => {
                        self.claims[needed].users.push(user);
                    }
                    _ => failed.push(user),
                }
            }
        }
        while let Some(claim) = failed.pop() {
            let claim = &mut self.claims[claim];
            if !claim.fails {
                claim.fails = true;
                failed.append(&mut claim.users);
            }
        }
    }
}
