//! What may be a schema in an OpenAPI document.

use crate::load::json::{Json, JsonKind, escape};

/// What holds values, in which nothing is a schema.
const VALUES: [&str; 5] = ["const", "default", "enum", "example", "examples"];

/// Goes through a document in its order, and hands over each value that is in no example, default or
/// listed value, with its JSON Pointer.
pub(super) fn visit<'d>(document: &'d Json, mut found: impl FnMut(&'d Json, &str)) {
    let mut stack = vec![(document, String::new())];
    while let Some((json, at)) = stack.pop() {
        found(json, &at);
        match &json.kind {
            JsonKind::Object(members) => {
                // Members of an object may be called anything.
                let are_named = at.ends_with("/properties");
                let inner = members.iter().rev();
                let inner = inner.filter(|(name, _)| are_named || !VALUES.contains(&name.as_str()));
                stack.extend(inner.map(|(name, inner)| (inner, format!("{at}/{}", escape(name)))));
            }
            JsonKind::Array(items) => {
                let inner = items.iter().enumerate().rev();
                stack.extend(inner.map(|(index, inner)| (inner, format!("{at}/{index}"))));
            }
            _ => {}
        }
    }
}
