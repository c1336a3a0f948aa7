//! Two schemas → the one, without what the other one asks for in the same words.
//!
//! What a schema takes and another refuses breaks something that the other alone
//! asks for. What both ask for alike need not be proven: schemas of hundreds
//! of members that differ in one are compared by that one.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::kit::inline::Inlined;

/// Keywords that have a meaning together.
const TOGETHER: [&[&str]; 2] = [
    &["contains", "minContains", "maxContains"],
    &["if", "then", "else"],
];

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
    let words = ["unevaluatedItems", "unevaluatedProperties"];
    words.iter().any(|word| schema.get(word).is_some()) || inner(schema).any(looks_at_what_is_left)
}

/// What stands in a value.
fn inner(value: &Value) -> impl Iterator<Item = &Value> {
    let members = value.as_object().into_iter().flat_map(Map::values);
    members.chain(value.as_array().into_iter().flatten())
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
                Some(other) => self.left(word, [value, other], schema, taken),
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
        schema: &Map<String, Value>,
        taken: &Map<String, Value>,
    ) -> Option<Value> {
        let is_alike = |word: &&str| match (schema.get(*word), taken.get(*word)) {
            (Some(value), Some(other)) => self.is_same(value, other),
            (value, other) => value == other,
        };
        let names = |word: &str| {
            let names = |schema: &Map<String, Value>| -> Option<BTreeSet<String>> {
                Some(schema.get(word)?.as_object()?.keys().cloned().collect())
            };
            names(schema) == names(taken)
        };
        let length =
            |schema: &Map<String, Value>| Some(schema.get("prefixItems")?.as_array()?.len());
        // What a keyword applies to, others may say.
        let applies_alike = match word {
            "additionalProperties" => names("properties") && names("patternProperties"),
            "items" => length(schema) == length(taken),
            _ => true,
        };
        match (word, value, other) {
            // Of another kind, all other words are nothing.
            ("type", ..) => Some(value.clone()),
            _ if !applies_alike => Some(value.clone()),
            (
                "properties" | "patternProperties" | "dependentSchemas",
                Value::Object(inner),
                Value::Object(other),
            ) => Some(self.members(inner, other)),
            ("prefixItems" | "allOf", Value::Array(inner), Value::Array(other)) => {
                Some(self.each(inner, other))
            }
            ("required", Value::Array(names), Value::Array(other)) => {
                let left = names.iter().filter(|name| !other.contains(name));
                Some(left.cloned().collect())
            }
            ("additionalProperties" | "items" | "propertyNames", ..) => {
                Some(self.relaxed(value, other))
            }
            _ => {
                let group = TOGETHER.iter().find(|group| group.contains(&word));
                let is_dropped = match group {
                    Some(group) => group.iter().all(is_alike),
                    None => self.is_same(value, other),
                };
                (!is_dropped).then(|| value.clone())
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
