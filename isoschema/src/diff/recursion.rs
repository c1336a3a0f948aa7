//! Recursive schemas → a proof by induction that one covers another.
//!
//! Set subtraction does not look into two recursive definitions that differ.
//! But documents are finite, and each recursion takes a step into the value:
//! whatever is smaller may be assumed. So the bodies are compared with the
//! *covering* side's definitions in both. If every body of the small side,
//! read so, is within the large side's body, then the small definitions are
//! within the large ones. That holds where a body only ever asks for more
//! when its definitions accept more: nothing under `not`, `if` or `oneOf`.

use jsonschema::canonical::Satisfiability;
use serde_json::Value;

use crate::kit::comparison::canonical;
use crate::kit::inline::Inlined;

use super::places::children;

/// Whether everything that `small` accepts is proven to be accepted by
/// `large`.
pub(super) fn covers(large: &Inlined, small: &Inlined, formats: bool) -> bool {
    let (of_large, of_small) = (large.definitions(), small.definitions());
    if of_small.is_empty() || of_small.len() > of_large.len() {
        return false;
    }
    let names: Vec<String> = (0..of_large.len()).map(|rank| format!("r{rank}")).collect();
    let within = |body: &Value, other: &Value| {
        let whole = |root: &Value| Inlined::new(root.clone(), of_large.to_vec()).named(&names);
        let forms = (
            canonical(&whole(body), formats),
            canonical(&whole(other), formats),
        );
        let (Ok(body), Ok(other)) = forms else {
            return false;
        };
        body.subtract(&other)
            .is_ok_and(|rest| rest.satisfiability() == Satisfiability::No)
    };
    let bodies = of_small.iter().zip(of_large);
    is_monotone(small.root())
        && of_small
            .iter()
            .all(|(_, body)| is_monotone(body) && is_guarded(body))
        && bodies
            .into_iter()
            .all(|((_, body), (_, other))| within(body, other))
        && within(small.root(), large.root())
}

/// Whether a schema leads to a definition.
fn refers(schema: &Value) -> bool {
    schema.get("$ref").is_some_and(Value::is_u64)
        || children(schema).iter().any(|(_, child)| refers(child))
}

/// Whether a schema accepts no less where its definitions accept more.
fn is_monotone(schema: &Value) -> bool {
    const TURNING: [&str; 4] = ["not", "if", "oneOf", "propertyNames"];
    // What counts as evaluated depends on which arms fit.
    let marks = ["unevaluatedProperties", "unevaluatedItems", "maxContains"]
        .iter()
        .any(|keyword| schema.get(keyword).is_some());
    if marks && refers(schema) {
        return false;
    }
    children(schema).iter().all(|(suffix, child)| {
        let keyword = suffix.split('/').nth(1).unwrap_or_default();
        if TURNING.contains(&keyword) {
            !refers(child)
        } else {
            is_monotone(child)
        }
    })
}

/// Whether a schema leads to a definition only by a step into the value.
fn is_guarded(schema: &Value) -> bool {
    const SAME: [&str; 7] = ["allOf", "anyOf", "oneOf", "not", "if", "then", "else"];
    !schema.get("$ref").is_some_and(Value::is_u64)
        && children(schema).iter().all(|(suffix, child)| {
            let keyword = suffix.split('/').nth(1).unwrap_or_default();
            let same = SAME.contains(&keyword) || keyword == "dependentSchemas";
            !same || is_guarded(child)
        })
}
