//! Where a schema object holds further schemas.

use super::dialect::{Dialect, Draft};
use crate::keywords::spelling::Holds;
use crate::keywords::table::spelling;
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
    let items = json.get("items");
    let listed = items.is_some_and(|json| json.as_array().is_some());
    for (keyword, value) in members {
        let definitions = match keyword.as_str() {
            "definitions" => true,
            "$defs" => dialect.since(Draft::Draft2019),
            _ => false,
        };
        if definitions {
            map(&mut found, keyword, value, |key, _| {
                Some((false, Some(key)))
            });
        } else if !bare {
            let spelling = spelling(keyword).filter(|it| it.is_spoken_beside(dialect, listed));
            let holds = spelling.map_or(Holds::Data, |spelling| spelling.holds);
            applied(&mut found, keyword, value, holds);
        }
    }
    found
}

fn applied<'a>(found: &mut Vec<Position<'a>>, keyword: &str, value: &'a Json, holds: Holds) {
    let mut push = |suffix: String, json: &'a Json| {
        found.push(Position {
            suffix,
            json,
            evaluated: true,
            entry: None,
        });
    };
    match (holds, value.as_array()) {
        (Holds::Data | Holds::Reference, _) | (Holds::List, None) => {}
        (Holds::List | Holds::SchemaOrList, Some(items)) => {
            for (index, json) in items.iter().enumerate() {
                push(format!("/{keyword}/{index}"), json);
            }
        }
        (Holds::Schema | Holds::SchemaOrList, _) => push(format!("/{keyword}"), value),
        (Holds::Map, _) => map(found, keyword, value, |_, _| Some((true, None))),
        (Holds::MapOrNames, _) => map(found, keyword, value, |_, json| {
            let is_schema = matches!(json.kind, JsonKind::Object(_) | JsonKind::Bool(_));
            is_schema.then_some((true, None))
        }),
    }
}

/// Of each member of a map: whether it is evaluated, and the key of a
/// definition; nothing of what is no schema.
fn map<'a>(
    found: &mut Vec<Position<'a>>,
    keyword: &str,
    value: &'a Json,
    meant: impl Fn(&'a str, &Json) -> Option<(bool, Option<&'a str>)>,
) {
    for (key, json) in value.as_object().into_iter().flatten() {
        if let Some((evaluated, entry)) = meant(key, json) {
            found.push(Position {
                suffix: format!("/{keyword}/{}", escape(key)),
                json,
                evaluated,
                entry,
            });
        }
    }
}
