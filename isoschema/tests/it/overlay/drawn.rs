//! Drawn corrections do what another implementation of RFC 6902 and RFC 7396 does.

use isoschema::load::escape;
use serde_json::{Value, json};

use super::{Outcome, corrected};

/// Drawn values; no member is a keyword.
fn drawn(random: &mut fastrand::Rng, depth: u32) -> Value {
    const NAMES: [&str; 5] = ["a", "b", "c/d", "~e", ""];
    match random.u32(0..if depth == 0 { 3 } else { 6 }) {
        0 => Value::Null,
        1 => Value::from(random.u8(0..3)),
        2 => Value::from(*random.choice(&NAMES).unwrap_or(&"")),
        3 => (0..random.usize(0..4))
            .map(|_| drawn(random, depth - 1))
            .collect(),
        _ => drawn_object(random, depth),
    }
}

fn drawn_object(random: &mut fastrand::Rng, depth: u32) -> Value {
    const NAMES: [&str; 5] = ["a", "b", "c/d", "~e", ""];
    let mut members = serde_json::Map::new();
    for name in NAMES {
        if random.bool() {
            members.insert(name.to_owned(), drawn(random, depth.saturating_sub(1)));
        }
    }
    Value::Object(members)
}

/// A place in the document, or beside one.
fn drawn_place(random: &mut fastrand::Rng, document: &Value) -> String {
    const TOKENS: [&str; 8] = ["a", "b", "c~1d", "~0e", "", "0", "1", "-"];
    let mut at = document;
    let mut path = String::new();
    for _ in 0..random.usize(1..4) {
        let there: Vec<(String, &Value)> = match at {
            Value::Object(members) => members
                .iter()
                .map(|(name, value)| (escape(name), value))
                .collect(),
            Value::Array(items) => (0..).map(|at: usize| at.to_string()).zip(items).collect(),
            _ => Vec::new(),
        };
        path.push('/');
        let known = random.choice(&there).filter(|_| random.u8(0..10) < 8);
        let Some((token, inner)) = known else {
            path.push_str(random.choice(&TOKENS).unwrap_or(&"a"));
            break;
        };
        path.push_str(token);
        at = inner;
    }
    path
}

/// Compares with another's work: what it gives, unless that is what was
/// there before, or an error.
fn judged(before: &Value, change: &str, wanted: Option<Value>) -> Outcome {
    let found = corrected(&before.to_string(), change);
    match (found, wanted.filter(|after| after != before)) {
        (Ok(found), Some(wanted)) => {
            let found: Value = serde_json::from_str(&found)?;
            assert_eq!(found, wanted, "{before} by {change}");
        }
        (Err(error), None) => {
            let error = error.to_string();
            let told = error.contains("no longer changes") || error.contains("cannot correct");
            assert!(told, "{before} by {change}: {error}");
        }
        (found, wanted) => panic!("{before} by {change}: {found:?}, not {wanted:?}"),
    }
    Ok(())
}

#[test]
fn drawn_merges_do_what_another_implementation_does() -> Outcome {
    let mut random = fastrand::Rng::with_seed(7396);
    for _ in 0..400 {
        let before = drawn_object(&mut random, 3);
        let patch = drawn_object(&mut random, 3);
        let mut after = before.clone();
        json_patch::merge(&mut after, &patch);
        judged(&before, &format!(r#""merge": {patch}"#), Some(after))?;
    }
    Ok(())
}

#[test]
fn drawn_patches_do_what_another_implementation_does() -> Outcome {
    let mut random = fastrand::Rng::with_seed(6902);
    let mut done = 0;
    for _ in 0..1500 {
        let before = drawn_object(&mut random, 3);
        let steps: Vec<Value> = (0..random.usize(1..4))
            .map(|_| {
                let path = drawn_place(&mut random, &before);
                let from = drawn_place(&mut random, &before);
                let value = drawn(&mut random, 2);
                match random.u32(0..6) {
                    0 => json!({"op": "add", "path": path, "value": value}),
                    1 => json!({"op": "remove", "path": path}),
                    2 => json!({"op": "replace", "path": path, "value": value}),
                    3 => json!({"op": "move", "path": path, "from": from}),
                    4 => json!({"op": "copy", "path": path, "from": from}),
                    _ => json!({"op": "test", "path": path, "value": value}),
                }
            })
            .collect();
        let steps = Value::Array(steps);
        let patch: json_patch::Patch = serde_json::from_value(steps.clone())?;
        // Without its undoing, which stops at a move that it has refused.
        let mut after = before.clone();
        let wanted = json_patch::patch_unsafe(&mut after, &patch)
            .ok()
            .map(|()| after);
        done += u32::from(wanted.is_some());
        judged(&before, &format!(r#""patch": {steps}"#), wanted)?;
    }
    assert!(done > 200, "{done}");
    Ok(())
}
