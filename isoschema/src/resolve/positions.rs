//! Where a schema object holds further schemas.

use super::dialect::{Dialect, Draft};
use crate::load::json::{Json, JsonKind, escape};

/// A schema inside a schema.
#[derive(Debug)]
pub struct Position<'a> {
    /// The JSON Pointer from the outer schema on.
    pub suffix: String,
    /// The inner schema.
    pub json: &'a Json,
    /// Whether it takes part when the outer schema is evaluated; a definition
    /// does not.
    pub evaluated: bool,
    /// The key of a definition.
    pub entry: Option<&'a str>,
}

/// Every schema directly inside a schema object, in the order of its members.
#[must_use]
pub fn positions(json: &Json, dialect: Dialect) -> Vec<Position<'_>> {
    let mut found = Vec::new();
    let Some(members) = json.as_object() else {
        return found;
    };
    let bare = dialect.is_bare_reference(json);
    let listed = json
        .get("items")
        .is_some_and(|json| json.as_array().is_some());
    for (keyword, value) in members {
        let definitions = match keyword.as_str() {
            "definitions" => true,
            "$defs" => dialect.since(Draft::Draft2019),
            _ => false,
        };
        if definitions {
            map(&mut found, keyword, value, true);
        } else if !bare {
            applied(&mut found, keyword, value, (dialect, listed));
        }
    }
    found
}

/// `listed` says that `items` lists schemas by position.
fn applied<'a>(
    found: &mut Vec<Position<'a>>,
    keyword: &'a str,
    value: &'a Json,
    (dialect, listed): (Dialect, bool),
) {
    let holds = match keyword {
        "additionalItems" if dialect.draft >= Draft::Draft2020 => {
            dialect.applicator && dialect.unnamed && listed
        }
        "unevaluatedItems" | "unevaluatedProperties" => dialect.unevaluated,
        _ => dialect.applicator,
    };
    let array = matches!(value.kind, JsonKind::Array(_));
    if !holds || !in_draft(keyword, dialect.draft) {
        return;
    }
    match keyword {
        "items" | "allOf" | "anyOf" | "oneOf" | "prefixItems" if array => {
            for (index, json) in value.as_array().into_iter().flatten().enumerate() {
                found.push(Position {
                    suffix: format!("/{keyword}/{index}"),
                    json,
                    evaluated: true,
                    entry: None,
                });
            }
        }
        "properties" | "patternProperties" | "dependentSchemas" | "dependencies" => {
            map(found, keyword, value, false);
        }
        "items"
        | "additionalItems"
        | "contains"
        | "additionalProperties"
        | "propertyNames"
        | "not"
        | "if"
        | "then"
        | "else"
        | "unevaluatedItems"
        | "unevaluatedProperties" => {
            found.push(Position {
                suffix: format!("/{keyword}"),
                json: value,
                evaluated: true,
                entry: None,
            });
        }
        _ => {}
    }
}

fn map<'a>(found: &mut Vec<Position<'a>>, keyword: &str, value: &'a Json, definitions: bool) {
    for (key, json) in value.as_object().into_iter().flatten() {
        if keyword == "dependencies"
            && !matches!(json.kind, JsonKind::Object(_) | JsonKind::Bool(_))
        {
            continue;
        }
        found.push(Position {
            suffix: format!("/{keyword}/{}", escape(key)),
            json,
            evaluated: !definitions,
            entry: definitions.then_some(key),
        });
    }
}

/// Whether a draft knows an applicator.
#[must_use]
pub fn in_draft(keyword: &str, draft: Draft) -> bool {
    match keyword {
        "contains" | "propertyNames" => draft >= Draft::Draft6,
        "if" | "then" | "else" => draft >= Draft::Draft7,
        "dependentSchemas" | "unevaluatedItems" | "unevaluatedProperties" => {
            draft >= Draft::Draft2019
        }
        "prefixItems" => draft >= Draft::Draft2020,
        _ => true,
    }
}
