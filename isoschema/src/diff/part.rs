//! A place in a bundle → the part of the bundle that it needs.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::kit::inline::target;
use crate::load::json::unescape;

/// A place and what its references lead to, each where it stands in the whole.
pub(super) fn part(whole: &Value, place: &str) -> Value {
    let mut kept: BTreeMap<String, &Value> = BTreeMap::new();
    let mut open = vec![place.to_owned()];
    while let Some(place) = open.pop() {
        let place = in_objects(whole, &place);
        let mut around = place.match_indices('/').map(|(end, _)| &place[..end]);
        if kept.contains_key(place) || around.any(|outer| kept.contains_key(outer)) {
            continue;
        }
        if let Some(value) = whole.pointer(place) {
            kept.insert(place.to_owned(), value);
            open.extend(references(value).into_iter().map(target));
        }
    }
    let mut out = json!({});
    for (place, value) in kept {
        put(&mut out, &place, value);
    }
    out
}

/// A place, or the outermost list that it stands in.
fn in_objects<'p>(whole: &Value, place: &'p str) -> &'p str {
    let (mut value, mut end) = (whole, 0);
    for name in place.split('/').skip(1) {
        let Some(inner) = value.as_object().and_then(|it| it.get(&unescape(name))) else {
            break;
        };
        end += 1 + name.len();
        value = inner;
    }
    &place[..end]
}

/// Puts a value where it stands, unless it came with something around it.
fn put(out: &mut Value, place: &str, value: &Value) {
    if out.pointer(place).is_some() {
        return;
    }
    let mut at = out;
    for name in place.split('/').skip(1) {
        let Value::Object(members) = at else { return };
        at = members.entry(unescape(name)).or_insert_with(|| json!({}));
    }
    *at = value.clone();
}

/// All references in a schema, and in what stands in it.
pub(super) fn references(schema: &Value) -> BTreeSet<&str> {
    let mut out = BTreeSet::new();
    let mut open = vec![schema];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                out.extend(members.get("$ref").and_then(Value::as_str));
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    out
}
