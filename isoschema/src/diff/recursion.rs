//! Recursive schemas → a proof by induction that one covers another.
//!
//! Set subtraction does not look into two recursive definitions that differ.
//! But documents are finite, and each recursion takes a step into the value:
//! whatever is smaller may be assumed. So both sides are read at the same
//! time. Where both lead to a definition, it is assumed that the *covering*
//! side's one takes whatever the other's does, and both lead to the covering
//! one's; where only one does, its body stands there. If every body so read
//! is within the other, with all that was assumed, the small schema is within
//! the large one: however often a schema is unrolled, and however many
//! definitions one side needs for what the other says in one. That holds
//! where a body only ever asks for more when its definitions accept more:
//! nothing under `not`, `if`, or where just one alternative fits.

use std::collections::BTreeSet;

use jsonschema::canonical::Satisfiability;
use serde_json::{Map, Value, json};

use crate::keywords::contains::Contains;
use crate::keywords::keyword::Role;
use crate::keywords::table::Word;
use crate::kit::forms::canonical;
use crate::kit::inline::Inlined;

use super::places::children;

/// More bodies are not read in the place of references.
const MOST_BODIES: usize = 200;

/// Whether everything that `small` accepts is proven to be accepted by
/// `large`.
pub(super) fn covers(large: &Inlined, small: &Inlined, formats: bool) -> bool {
    let (of_large, of_small) = (large.definitions(), small.definitions());
    if of_small.is_empty() && of_large.is_empty() {
        return false;
    }
    let mut proof = Proof {
        large: of_large,
        small: of_small,
        formats,
        assumed: BTreeSet::new(),
        open: Vec::new(),
        bodies: 0,
    };
    is_monotone(small.root())
        && of_small
            .iter()
            .all(|(_, body)| is_monotone(body) && is_guarded(body))
        && proof.holds(small.root(), large.root())
}

/// What is to be proven, and with what.
struct Proof<'i> {
    large: &'i [(String, Value)],
    small: &'i [(String, Value)],
    formats: bool,
    /// Definitions of the small side, each within one of the large side.
    assumed: BTreeSet<(usize, usize)>,
    /// Those of them whose bodies have not been compared.
    open: Vec<(usize, usize)>,
    bodies: usize,
}

impl Proof<'_> {
    fn holds(&mut self, small: &Value, large: &Value) -> bool {
        if !self.is_within(small, large) {
            return false;
        }
        while let Some((of_small, of_large)) = self.open.pop() {
            let (small, large) = (&self.small[of_small].1, &self.large[of_large].1);
            if !self.is_within(small, large) {
                return false;
            }
        }
        true
    }

    /// Whether a body is within another one, with what is assumed.
    fn is_within(&mut self, small: &Value, large: &Value) -> bool {
        let (small, large) = self.aligned(small, large);
        let bodies = self.small.iter().map(|(name, body)| (name, self.own(body)));
        let mut definitions = self.large.to_vec();
        definitions.extend(bodies.map(|(name, body)| (name.clone(), body)));
        let names: Vec<String> = (0..definitions.len())
            .map(|rank| format!("r{rank}"))
            .collect();
        let form = |root: Value| {
            let whole = Inlined::new(root, definitions.clone()).named(&names);
            canonical(&whole, self.formats)
        };
        let (Ok(small), Ok(large)) = (form(small), form(large)) else {
            return false;
        };
        small
            .subtract(&large)
            .is_ok_and(|rest| rest.satisfiability() == Satisfiability::No)
    }

    /// Both schemas with references to the definitions of the large side
    /// wherever both refer, which is assumed to be right.
    fn aligned(&mut self, small: &Value, large: &Value) -> (Value, Value) {
        match (reference(small), reference(large)) {
            (Some(of_small), Some(of_large)) => {
                if self.assumed.insert((of_small, of_large)) {
                    self.open.push((of_small, of_large));
                }
                (large.clone(), large.clone())
            }
            (Some(of_small), None) if large.is_object() && self.unfolds() => {
                let small = self.small;
                self.aligned(&small[of_small].1, large)
            }
            (None, Some(of_large)) if small.is_object() && self.unfolds() => {
                let large = self.large;
                self.aligned(small, &large[of_large].1)
            }
            _ => match (small, large) {
                (Value::Object(small), Value::Object(large)) => self.members(small, large),
                _ => (self.own(small), large.clone()),
            },
        }
    }

    fn unfolds(&mut self) -> bool {
        self.bodies += 1;
        self.bodies <= MOST_BODIES
    }

    fn members(
        &mut self,
        small: &Map<String, Value>,
        large: &Map<String, Value>,
    ) -> (Value, Value) {
        let (mut left, mut right) = (Map::new(), large.clone());
        for (key, value) in small {
            let (small, large) = match (value, large.get(key)) {
                // Data, or what refers beside nothing.
                (_, None) => (self.own(value), None),
                (Value::Array(parts), Some(Value::Array(others))) => {
                    let mut sides = (Vec::new(), others.clone());
                    for (at, part) in parts.iter().enumerate() {
                        let Some(other) = others.get(at) else {
                            sides.0.push(self.own(part));
                            continue;
                        };
                        let (part, other) = self.aligned(part, other);
                        sides.0.push(part);
                        sides.1[at] = other;
                    }
                    (Value::Array(sides.0), Some(Value::Array(sides.1)))
                }
                (_, Some(other)) => {
                    let (small, large) = self.aligned(value, other);
                    (small, Some(large))
                }
            };
            left.insert(key.clone(), small);
            if let Some(large) = large {
                right.insert(key.clone(), large);
            }
        }
        (Value::Object(left), Value::Object(right))
    }

    /// A schema of the small side by itself: its definitions stand behind
    /// those of the large side.
    fn own(&self, schema: &Value) -> Value {
        if let Some(rank) = reference(schema) {
            return json!({ "$ref": rank + self.large.len() });
        }
        match schema {
            Value::Object(members) => {
                let members = members.iter();
                let members = members.map(|(key, value)| (key.clone(), self.own(value)));
                Value::Object(members.collect())
            }
            Value::Array(items) => items.iter().map(|item| self.own(item)).collect(),
            other => other.clone(),
        }
    }
}

/// The rank of the definition that a schema is a reference to.
fn reference(schema: &Value) -> Option<usize> {
    usize::try_from(schema.get("$ref")?.as_u64()?).ok()
}

/// Whether a schema leads to a definition.
fn refers(schema: &Value) -> bool {
    schema.get("$ref").is_some_and(Value::is_u64)
        || children(schema).iter().any(|(_, child)| refers(child))
}

/// Whether a schema accepts no less where its definitions accept more.
fn is_monotone(schema: &Value) -> bool {
    // What counts as evaluated depends on which arms fit.
    let is_rest = |keyword: &String| {
        let role = Word::spelled(keyword).map(Word::role);
        role == Some(Role::Rest) || keyword == Contains::MOST
    };
    let marks = schema.as_object().is_some_and(|it| it.keys().any(is_rest));
    if marks && refers(schema) {
        return false;
    }
    children(schema).iter().all(|(suffix, child)| {
        let keyword = suffix.split('/').nth(1).unwrap_or_default();
        let turning = [Word::Not, Word::OneOf, Word::PropertyNames];
        let is_turning = Word::spelled(keyword).is_some_and(|word| turning.contains(&word));
        if is_turning || keyword == "if" {
            !refers(child)
        } else {
            is_monotone(child)
        }
    })
}

/// Whether a schema leads to a definition only by a step into the value.
fn is_guarded(schema: &Value) -> bool {
    const SAME: [Word; 6] = [
        Word::AllOf,
        Word::AnyOf,
        Word::OneOf,
        Word::Not,
        Word::Conditional,
        Word::DependentSchemas,
    ];
    !schema.get("$ref").is_some_and(Value::is_u64)
        && children(schema).iter().all(|(suffix, child)| {
            let keyword = suffix.split('/').nth(1).unwrap_or_default();
            let is_same = Word::spelled(keyword).is_some_and(|word| SAME.contains(&word));
            !is_same || is_guarded(child)
        })
}
