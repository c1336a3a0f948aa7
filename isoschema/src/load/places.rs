//! JSON Pointers with `*` → the places in a document.

use std::collections::HashSet;

use super::json::{Json, JsonKind, escape, unescape};
use crate::names::nearest::nearest;

/// A place that a pointer leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    /// The pointer, without any `*`.
    pub(crate) pointer: String,
    /// What the `*`s stand for, items by their `name`s, or the last token where there is none.
    pub(crate) name: String,
}

/// Every place of a document that a pointer leads to, in the order in which
/// they stand there; `*` is any member of an object and any item of an array.
pub(crate) fn matching(json: &Json, pattern: &str) -> Vec<Place> {
    let Some(tokens) = pattern.strip_prefix('/') else {
        return Vec::new();
    };
    let mut found = vec![(json, String::new(), Vec::new())];
    for token in tokens.split('/') {
        let mut next = Vec::with_capacity(found.len());
        for (json, pointer, stars) in found {
            let mut step = |(key, called): (String, Option<&str>), json| {
                let inner = format!("{pointer}/{}", escape(&key));
                let mut stars: Vec<String> = stars.clone();
                if token == "*" {
                    stars.push(called.map_or(key, str::to_owned));
                }
                next.push((json, inner, stars));
            };
            match (&json.kind, token) {
                (JsonKind::Object(members), "*") => {
                    for (key, json) in members {
                        step((key.clone(), None), json);
                    }
                }
                (JsonKind::Array(items), "*") => {
                    let called = called(items);
                    for (index, json) in items.iter().enumerate() {
                        step((index.to_string(), called.get(index).copied()), json);
                    }
                }
                _ => {
                    let key = unescape(token);
                    if let Some(json) = json.step(&key) {
                        step((key, None), json);
                    }
                }
            }
        }
        found = next;
    }
    let place = |(_, pointer, stars): (_, String, Vec<String>)| {
        let last = pointer.rsplit('/').next().map(unescape).unwrap_or_default();
        let name = if stars.is_empty() {
            last
        } else {
            stars.join(" ")
        };
        Place { pointer, name }
    };
    found.into_iter().map(place).collect()
}

/// What items are called by a member `name`; nothing where one has none, or two have the same.
fn called(items: &[Json]) -> Vec<&str> {
    let names = items.iter().map(|it| it.get("name")?.as_str());
    let names: Vec<&str> = names.collect::<Option<_>>().unwrap_or_default();
    let distinct: HashSet<&str> = names.iter().copied().collect();
    if distinct.len() == items.len() {
        names
    } else {
        Vec::new()
    }
}

/// Where a pointer leads nowhere: the pointer up to there, what stands there, and the token that
/// it has not.
pub(crate) fn astray<'j>(json: &'j Json, pointer: &str) -> Option<(String, &'j Json, String)> {
    let mut json = json;
    let mut there = String::new();
    for token in pointer.split('/').skip(1).map(unescape) {
        let Some(next) = json.step(&token) else {
            return Some((there, json, token));
        };
        there = format!("{there}/{}", escape(&token));
        json = next;
    }
    None
}

/// What may be meant by a pointer that leads nowhere.
pub(crate) fn near(json: &Json, pointer: &str) -> Option<String> {
    let (there, json, token) = astray(json, pointer)?;
    let names = json.as_object()?.keys().map(String::as_str);
    let near = nearest(&token, names)?;
    Some(format!("did you mean `{there}/{}`?", escape(near)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::parse_text;

    #[test]
    fn a_star_is_any_member() {
        let text = r#"{"paths": {"/pets": {"get": {"x": 1}, "put": {"x": 2}}, "/a~b": {"get": {}}},
                       "list": [{"x": 1}, {"x": 2}], "tools": [{"name": "a", "x": 1}, {"name": "b", "x": 2}],
                       "twice": [{"name": "a"}, {"name": "a"}]}"#;
        let (json, _) = parse_text("a.json", text).unwrap();
        let found = |pattern: &str| -> Vec<(String, String)> {
            let places = matching(&json, pattern).into_iter();
            places.map(|it| (it.pointer, it.name)).collect()
        };
        let pair = |pointer: &str, name: &str| (pointer.to_owned(), name.to_owned());
        for (pattern, places) in [
            (
                "/paths/*/*/x",
                vec![
                    pair("/paths/~1pets/get/x", "/pets get"),
                    pair("/paths/~1pets/put/x", "/pets put"),
                ],
            ),
            (
                "/paths/*",
                vec![
                    pair("/paths/~1pets", "/pets"),
                    pair("/paths/~1a~0b", "/a~b"),
                ],
            ),
            (
                "/list/*/x",
                vec![pair("/list/0/x", "0"), pair("/list/1/x", "1")],
            ),
            ("/list/1", vec![pair("/list/1", "1")]),
            (
                "/tools/*/x",
                vec![pair("/tools/0/x", "a"), pair("/tools/1/x", "b")],
            ),
            (
                "/twice/*",
                vec![pair("/twice/0", "0"), pair("/twice/1", "1")],
            ),
            ("/nowhere/*", vec![]),
            ("list", vec![]),
        ] {
            assert_eq!(found(pattern), places, "{pattern}");
        }
    }

    #[test]
    fn what_is_near_is_named() {
        let (json, _) = parse_text("a.json", r#"{"$defs": {"Order": true}}"#).unwrap();
        let near = near(&json, "/$defs/Ordre").unwrap();
        assert_eq!(near, "did you mean `/$defs/Order`?");
    }
}
