//! Two schemas → whether it is plain that no value fits both.

use serde_json::Value;

use crate::kit::kind;

/// What a schema of either side stands for.
pub(super) type Meant<'m, 'b> = &'m dyn Fn(&'b Value) -> &'b Value;

/// Alternatives within alternatives are looked at so deep.
const DEEPEST: usize = 4;

/// The kinds of values that a schema can take, as far as it is plain.
pub(super) fn kinds<'b>(schema: &'b Value, meant: Meant<'_, 'b>) -> u8 {
    kinds_within(schema, meant, 0)
}

fn kinds_within<'b>(schema: &'b Value, meant: Meant<'_, 'b>, depth: usize) -> u8 {
    let members = match meant(schema) {
        Value::Object(members) => members,
        Value::Bool(false) => return 0,
        _ => return kind::ALL,
    };
    let mut kinds = members.get("type").map_or(kind::ALL, kind::of_type);
    if let Some(values) = listed(members) {
        let of_values = values.into_iter().map(kind::of_value);
        kinds &= of_values.fold(0, |all, one| all | one);
    }
    if depth == DEEPEST {
        return kinds;
    }
    for (word, value) in members {
        let arms = value.as_array().into_iter().flatten();
        let arms = arms.map(|arm| kinds_within(arm, meant, depth + 1));
        match word.as_str() {
            "allOf" => kinds &= arms.fold(kind::ALL, |all, one| all & one),
            "anyOf" | "oneOf" => kinds &= arms.fold(0, |all, one| all | one),
            _ => {}
        }
    }
    kinds
}

/// The values that a schema lists.
pub(super) fn listed(schema: &serde_json::Map<String, Value>) -> Option<Vec<&Value>> {
    ["const", "enum"]
        .into_iter()
        .find_map(|word| Some(values(word, schema.get(word)?)))
}

/// The values that `const` or `enum` lists.
pub(super) fn values<'b>(word: &str, value: &'b Value) -> Vec<&'b Value> {
    match value {
        Value::Array(values) if word == "enum" => values.iter().collect(),
        _ => vec![value],
    }
}

/// Whether it is plain that no value fits both: by their kinds, by the values that they
/// list, or by those of a member that both ask for.
pub(super) fn are_apart<'b>(both: [&'b Value; 2], meant: [Meant<'_, 'b>; 2]) -> bool {
    let [one, other] = both;
    let shared = kinds(one, meant[0]) & kinds(other, meant[1]);
    if shared == 0 || list_others(both, meant) {
        return true;
    }
    let (Value::Object(one), Value::Object(other)) = (meant[0](one), meant[1](other)) else {
        return false;
    };
    let asks = |schema: &serde_json::Map<String, Value>, name: &str| {
        let names = schema.get("required").and_then(Value::as_array);
        names.is_some_and(|names| names.iter().any(|it| it == name))
    };
    let declared =
        |schema: &'b serde_json::Map<String, Value>| schema.get("properties")?.as_object();
    let (Some(own), Some(others), true) = (declared(one), declared(other), shared == kind::OBJECT)
    else {
        return false;
    };
    own.iter().any(|(name, schema)| {
        let beside = others.get(name);
        let tells = |beside: &'b Value| list_others([schema, beside], meant);
        beside.is_some_and(tells) && asks(one, name) && asks(other, name)
    })
}

/// Whether both list values, all texts, and none is in both lists. (Numbers are the
/// same in many spellings.)
fn list_others<'b>([one, other]: [&'b Value; 2], meant: [Meant<'_, 'b>; 2]) -> bool {
    let texts = |schema: &'b Value| -> Option<Vec<&str>> {
        let values = listed(schema.as_object()?)?;
        values.into_iter().map(Value::as_str).collect()
    };
    let (one, other) = (texts(meant[0](one)), texts(meant[1](other)));
    let (Some(one), Some(other)) = (one, other) else {
        return false;
    };
    one.iter().all(|text| !other.contains(text))
}
