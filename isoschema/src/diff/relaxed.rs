//! Two schemas → the one, without what the other one asks for in the same words.
//!
//! What a schema takes and another refuses breaks something that the other alone
//! asks for. What both ask for alike need not be proven: schemas of hundreds
//! of members that differ in one are compared by that one.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::keywords::keyword::Role;
use crate::keywords::spelling::{Holds, Spelling};
use crate::keywords::table::{Word, spelling};
use crate::kit::inline::Inlined;

/// A schema that refuses the same of what `taken` takes. `None` where nothing is
/// alike, or where it counts what others have looked at.
pub(super) fn relaxed(schema: &Inlined, taken: &Inlined) -> Option<Value> {
    let (own, others) = (bodies(schema), bodies(taken));
    let mut all = own.iter().copied().chain([schema.root()]);
    if all.any(looks_at_what_is_left) {
        return None;
    }
    let relaxer = Relaxer {
        alike: alike(&own, &others),
    };
    let stated = body(schema.root(), &own);
    let root = relaxer.relaxed(stated, body(taken.root(), &others));
    if root == *stated {
        return None;
    }
    let definitions = schema.definitions().to_vec();
    let less = Inlined::new(root, definitions);
    Some(ranked(&less))
}

/// A schema whose recursive definitions are called by their ranks.
pub(super) fn ranked(inlined: &Inlined) -> Value {
    let count = inlined.definitions().len();
    let names: Vec<String> = (0..count).map(|rank| format!("r{rank}")).collect();
    inlined.named(&names)
}

/// The recursive definitions, by their ranks.
fn bodies(inlined: &Inlined) -> Vec<&Value> {
    let definitions = inlined.definitions().iter();
    definitions.map(|(_, body)| body).collect()
}

/// What a reference to a recursive definition stands for.
fn body<'v>(schema: &'v Value, bodies: &[&'v Value]) -> &'v Value {
    let rank = rank(schema).and_then(|rank| usize::try_from(rank).ok());
    let body = rank.and_then(|rank| bodies.get(rank).copied());
    body.unwrap_or(schema)
}

fn rank(schema: &Value) -> Option<u64> {
    schema.get("$ref")?.as_u64()
}

/// The recursive definitions that are the same on both sides, with all that they
/// lead to.
fn alike(own: &[&Value], others: &[&Value]) -> BTreeSet<u64> {
    let mut alike: BTreeSet<u64> = (0..)
        .zip(own.iter().zip(others))
        .filter_map(|(rank, (own, other))| (own == other).then_some(rank))
        .collect();
    loop {
        let kept: BTreeSet<u64> = (0..)
            .zip(own)
            .filter_map(|(rank, body)| {
                let holds = alike.contains(&rank) && is_settled(body, &alike);
                holds.then_some(rank)
            })
            .collect();
        if kept.len() == alike.len() {
            return alike;
        }
        alike = kept;
    }
}

/// Whether a schema leads to no definitions but those.
fn is_settled(schema: &Value, alike: &BTreeSet<u64>) -> bool {
    rank(schema).is_none_or(|rank| alike.contains(&rank))
        && inner(schema).all(|inner| is_settled(inner, alike))
}

fn looks_at_what_is_left(schema: &Value) -> bool {
    let mut words = schema.as_object().into_iter().flat_map(Map::keys);
    let is_rest = |word: &String| Word::spelled(word).map(Word::role) == Some(Role::Rest);
    words.any(is_rest) || inner(schema).any(looks_at_what_is_left)
}

/// What stands in a value.
fn inner(value: &Value) -> impl Iterator<Item = &Value> {
    let members = value.as_object().into_iter().flat_map(Map::values);
    members.chain(value.as_array().into_iter().flatten())
}

/// The names and positions for which a keyword has schemas of their own.
fn places<'s>(
    schema: &'s Map<String, Value>,
    spellings: &[Spelling],
) -> BTreeSet<(&'s str, usize)> {
    let mut found = BTreeSet::new();
    for (at, spelling) in spellings.iter().enumerate() {
        match (spelling.holds, schema.get(spelling.name)) {
            (Holds::Map, Some(Value::Object(members))) => {
                found.extend(members.keys().map(|name| (name.as_str(), at)));
            }
            (Holds::List, Some(Value::Array(items))) => {
                found.extend((0..items.len()).map(|position| ("", position)));
            }
            _ => {}
        }
    }
    found
}

struct Relaxer {
    alike: BTreeSet<u64>,
}

impl Relaxer {
    fn relaxed(&self, schema: &Value, taken: &Value) -> Value {
        if self.is_same(schema, taken) {
            return Value::Bool(true);
        }
        let (Value::Object(schema), Value::Object(taken), None) = (schema, taken, rank(schema))
        else {
            return schema.clone();
        };
        let mut out = Map::new();
        for (word, value) in schema {
            let left = match taken.get(word) {
                Some(other) => self.left(word, [value, other], [schema, taken]),
                None => Some(value.clone()),
            };
            out.extend(left.map(|left| (word.clone(), left)));
        }
        Value::Object(out)
    }

    fn is_same(&self, one: &Value, other: &Value) -> bool {
        one == other && is_settled(one, &self.alike)
    }

    /// What is left of a keyword that both have.
    fn left(
        &self,
        word: &str,
        [value, other]: [&Value; 2],
        schemas: [&Map<String, Value>; 2],
    ) -> Option<Value> {
        let keyword = Word::spelled(word);
        let siblings = keyword.map_or(&[][..], Word::spellings);
        let each = spelling(word).filter(|spelling| spelling.each_holds);
        match (each.map(|it| it.holds), value, other) {
            // Of another kind, all other words are nothing.
            _ if keyword == Some(Word::Type) => Some(value.clone()),
            (Some(Holds::Map), Value::Object(inner), Value::Object(other)) => {
                Some(self.members(inner, other))
            }
            (Some(Holds::List), Value::Array(inner), Value::Array(other)) => {
                Some(self.each(inner, other))
            }
            // What it applies to is what its siblings leave.
            (Some(Holds::Schema | Holds::SchemaOrList), ..) => {
                let [own, others] = schemas.map(|schema| places(schema, siblings));
                Some(if own == others {
                    self.relaxed(value, other)
                } else {
                    value.clone()
                })
            }
            (None, Value::Array(names), Value::Array(other)) if keyword == Some(Word::Required) => {
                let left = names.iter().filter(|name| !other.contains(name));
                Some(left.cloned().collect())
            }
            _ => {
                let [own, others] = schemas;
                let is_alike = |word: &str| match (own.get(word), others.get(word)) {
                    (Some(value), Some(other)) => self.is_same(value, other),
                    (value, other) => value == other,
                };
                // What is one keyword has its meaning together.
                let are_alike = is_alike(word) && siblings.iter().all(|it| is_alike(it.name));
                (!are_alike).then(|| value.clone())
            }
        }
    }

    fn members(&self, schemas: &Map<String, Value>, taken: &Map<String, Value>) -> Value {
        let relaxed = schemas.iter().map(|(name, schema)| {
            let taken = taken.get(name);
            let left = taken.map_or_else(|| schema.clone(), |taken| self.relaxed(schema, taken));
            (name.clone(), left)
        });
        Value::Object(relaxed.collect())
    }

    fn each(&self, schemas: &[Value], taken: &[Value]) -> Value {
        let relaxed = schemas.iter().enumerate().map(|(at, schema)| {
            let taken = taken.get(at);
            taken.map_or_else(|| schema.clone(), |taken| self.relaxed(schema, taken))
        });
        relaxed.collect()
    }
}
