//! Pairs of schemas that are drawn from seeds: no document that is drawn of
//! either contradicts what is said of them, and what is shown as a proof is one.
//!
//! `ISOSCHEMA_PAIRS=3000 cargo test` draws more of them.

use fastrand::Rng;
use isoschema::diff::{About, Question, Relation, diff};
use serde_json::{Map, Value, json};

use super::{proof, side, validator};

/// How many pairs are drawn where nobody says.
const PAIRS: u64 = 240;

#[test]
fn no_document_contradicts_what_is_said_of_drawn_pairs() {
    let pairs = std::env::var("ISOSCHEMA_PAIRS").map_or(PAIRS, |it| it.parse().expect("a count"));
    let (mut documents, mut witnesses, mut marked, mut undecided) = (0, 0, 0, 0);
    let mut found_of = std::collections::BTreeMap::<&str, u64>::new();
    for seed in 0..pairs {
        let mut rng = Rng::with_seed(seed);
        let old = schema(&mut rng, 2);
        let new = if rng.u8(..10) < 7 {
            changed(&old, &mut rng)
        } else {
            schema(&mut rng, 2)
        };
        let shown = format!("seed {seed}: {old} -> {new}");
        let values = Question::default().about(About::Values);
        let found = diff(&side(&old), &side(&new), values);
        let relation = found.schemas[0].relation;
        *found_of.entry(relation.word()).or_default() += 1;
        undecided += u64::from(relation == Relation::Unknown);
        let (before, after) = (validator(&old), validator(&new));
        for document in drawn(&old, &new, &mut rng) {
            let (was, is) = (before.is_valid(&document), after.is_valid(&document));
            let fits = match relation {
                Relation::Equal => was == is,
                Relation::Narrower => was || !is,
                Relation::Wider => !was || is,
                _ => true,
            };
            assert!(fits, "{shown}: {} and yet {document}", relation.word());
            documents += 1;
        }
        let root = found.schemas[0].locations.first();
        let Some(root) = root.filter(|it| it.location.ends_with('#')) else {
            assert_eq!(relation, Relation::Equal, "{shown}");
            continue;
        };
        for (evidence, takes, refuses) in [
            (&root.lost, &before, &after),
            (&root.gained, &after, &before),
        ] {
            let Some(evidence) = evidence else { continue };
            let Some(text) = &evidence.witness else {
                continue;
            };
            let witness: Value = serde_json::from_str(text).expect("a witness is JSON");
            assert!(takes.is_valid(&witness), "{shown}: {text}");
            assert!(!refuses.is_valid(&witness), "{shown}: {text}");
            witnesses += 1;
            if let Some(place) = &evidence.place {
                assert!(
                    witness.pointer(place).is_some(),
                    "{shown}: {text} at {place}"
                );
                marked += 1;
            }
        }
    }
    println!(
        "{pairs} pairs, {documents} documents, {witnesses} witnesses, {marked} marked: {found_of:?}"
    );
    assert!(documents > 40 * pairs, "{documents}");
    assert!(witnesses > pairs / 3, "{witnesses}");
    assert!(marked * 100 >= witnesses * 95, "{marked} of {witnesses}");
    assert!(undecided * 100 <= pairs * 10, "{undecided} of {pairs}");
}

/// Documents of both schemas, valid and with one fault, and some of neither.
fn drawn(old: &Value, new: &Value, rng: &mut Rng) -> Vec<Value> {
    let mut out: Vec<Value> = (0..20).map(|_| value(rng, 2)).collect();
    for schema in [old, new] {
        let sources = proof::Sources::new().with("case", schema.clone());
        let bundle = sources.bundle("case").expect("a bundle");
        let graph = proof::graph::Graph::new(&bundle);
        let of = validator(schema);
        let mut valid = proof::valid::Valid::new(&graph, &of, rng.u64(..));
        out.extend((0..12).filter_map(|_| valid.draw()).map(|it| it.value));
        for site in 0..valid.sites.len().min(12) {
            out.extend((0..3).filter_map(|turn| Some(valid.faulty(site, turn)?.value)));
        }
    }
    out
}

/// A value of few, so that schemas and documents meet.
fn value(rng: &mut Rng, depth: usize) -> Value {
    match rng.u8(..if depth == 0 { 6 } else { 9 }) {
        0 => Value::Null,
        1 => rng.bool().into(),
        2 | 3 => rng.i64(-2..8).into(),
        4 | 5 => ["", "a", "ab", "abc", "X", "XY", "7", "42"][rng.usize(..8)].into(),
        6 => (0..rng.usize(..4)).map(|_| value(rng, depth - 1)).collect(),
        _ => {
            let mut members = Map::new();
            for _ in 0..rng.usize(..4) {
                members.insert(name(rng), value(rng, depth - 1));
            }
            members.into()
        }
    }
}

fn name(rng: &mut Rng) -> String {
    ["a", "b", "c", "ab"][rng.usize(..4)].to_owned()
}

/// A schema of what people write, small.
fn schema(rng: &mut Rng, depth: usize) -> Value {
    let shapes = if depth == 0 { 8 } else { 16 };
    match rng.u8(..shapes) {
        0..3 => text(rng),
        3..5 => number(rng),
        5 => {
            let mut codes: Vec<Value> = (0..rng.usize(1..5)).map(|_| value(rng, 0)).collect();
            codes.sort_by_key(ToString::to_string);
            codes.dedup();
            json!({ "enum": codes })
        }
        6 => json!({ "const": value(rng, 1) }),
        7 => {
            let kinds = [
                "null", "boolean", "integer", "number", "string", "array", "object",
            ];
            let count = rng.usize(1..4);
            json!({ "type": rng.choose_multiple(kinds, count) })
        }
        8..10 => list(rng, depth - 1),
        10..13 => object(rng, depth - 1),
        13 => {
            let keyword = ["anyOf", "oneOf", "allOf"][rng.usize(..3)];
            let arms: Vec<Value> = (0..2).map(|_| schema(rng, depth - 1)).collect();
            json!({ keyword: arms })
        }
        14 => json!({ "not": schema(rng, depth - 1), "type": ["string", "integer", "null"] }),
        _ => json!({
            "if": schema(rng, 0), "then": schema(rng, depth - 1), "else": schema(rng, 0)
        }),
    }
}

fn text(rng: &mut Rng) -> Value {
    let mut out = json!({ "type": "string" });
    if rng.bool() {
        out["minLength"] = rng.u8(..3).into();
    }
    if rng.bool() {
        out["maxLength"] = rng.u8(2..6).into();
    }
    if rng.u8(..3) == 0 {
        let patterns = [
            "^[a-z]+$",
            "^[a-z]*$",
            "^[A-Z]{1,2}$",
            r"^\d+$",
            "b",
            "^(a|ab)$",
        ];
        out["pattern"] = patterns[rng.usize(..patterns.len())].into();
    }
    out
}

fn number(rng: &mut Rng) -> Value {
    let kind = ["integer", "number"][rng.usize(..2)];
    let mut out = json!({ "type": kind });
    for (keyword, least) in [("minimum", -2), ("exclusiveMaximum", 3), ("multipleOf", 1)] {
        if rng.u8(..3) == 0 {
            out[keyword] = (least + rng.i64(0..4)).into();
        }
    }
    out
}

fn list(rng: &mut Rng, depth: usize) -> Value {
    let mut out = json!({ "type": "array", "items": schema(rng, depth) });
    if rng.bool() {
        out["maxItems"] = rng.u8(..4).into();
    }
    if rng.u8(..3) == 0 {
        out["minItems"] = rng.u8(..3).into();
    }
    if rng.u8(..5) == 0 {
        out["contains"] = schema(rng, 0);
    }
    out
}

fn object(rng: &mut Rng, depth: usize) -> Value {
    let mut properties = Map::new();
    for _ in 0..rng.usize(1..4) {
        properties.insert(name(rng), schema(rng, depth));
    }
    let required: Vec<String> = properties.keys().filter(|_| rng.bool()).cloned().collect();
    let mut out = json!({ "type": "object", "properties": properties });
    if !required.is_empty() {
        out["required"] = required.into();
    }
    match rng.u8(..4) {
        0 => out["additionalProperties"] = false.into(),
        1 => out["additionalProperties"] = schema(rng, 0),
        2 => out["maxProperties"] = rng.u8(..4).into(),
        _ => {}
    }
    out
}

/// The same with one change, as people make it.
fn changed(schema_of: &Value, rng: &mut Rng) -> Value {
    let mut out = schema_of.clone();
    let mut places = Vec::new();
    places_of(&out, String::new(), &mut places);
    let place = &places[rng.usize(..places.len())];
    let Some(Value::Object(members)) = out.pointer_mut(place) else {
        return schema(rng, 1);
    };
    let keywords: Vec<String> = members.keys().cloned().collect();
    let keyword = &keywords[rng.usize(..keywords.len())];
    match (members.get_mut(keyword), rng.u8(..4)) {
        (Some(Value::Number(number)), 0..3) => {
            let by = [-1, 1][rng.usize(..2)];
            let least = i64::from(keyword == "multipleOf");
            let near = number.as_i64().unwrap_or_default() + by;
            let is_free = keyword == "minimum" || keyword == "exclusiveMaximum";
            let near = if is_free { near } else { near.max(least) };
            members.insert(keyword.clone(), near.into());
        }
        (Some(Value::Array(values)), 0..2) if keyword == "enum" || keyword == "required" => {
            let more = if keyword == "enum" {
                value(rng, 0)
            } else {
                name(rng).into()
            };
            if !values.contains(&more) {
                values.push(more);
            }
        }
        (_, 0..2) if keywords.len() > 1 => _ = members.remove(keyword),
        (_, 2) => {
            if let Value::Object(more) = schema(rng, 0) {
                for (keyword, value) in more {
                    members.entry(keyword).or_insert(value);
                }
            }
        }
        _ => {
            let other = schema(rng, 1);
            if let Some(there) = out.pointer_mut(place) {
                *there = other;
            }
        }
    }
    out
}

/// The places of schemas in a drawn one.
fn places_of(schema: &Value, here: String, out: &mut Vec<String>) {
    let Value::Object(members) = schema else {
        return;
    };
    for (keyword, value) in members {
        let inside = format!("{here}/{keyword}");
        match (keyword.as_str(), value) {
            ("properties", Value::Object(named)) => {
                for (name, schema) in named {
                    places_of(schema, format!("{inside}/{name}"), out);
                }
            }
            ("anyOf" | "oneOf" | "allOf", Value::Array(arms)) => {
                for (index, schema) in arms.iter().enumerate() {
                    places_of(schema, format!("{inside}/{index}"), out);
                }
            }
            (
                "items" | "contains" | "additionalProperties" | "not" | "if" | "then" | "else",
                schema,
            ) => places_of(schema, inside, out),
            _ => {}
        }
    }
    out.push(here);
}
