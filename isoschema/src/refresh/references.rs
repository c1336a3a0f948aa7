//! A schema → the names of the schemas that it refers to.

use std::collections::{BTreeSet, HashSet};

use super::address::name_in;
use crate::load::json::{Json, unescape};
use crate::load::uri;
use crate::resolve::dialect::{Dialect, Draft};
use crate::resolve::positions::positions;

/// The names of the documents that a document's references lead to: files
/// beside it, URLs that the template gives, and `NAME` for a reference to
/// `#/components/schemas/NAME` that the document does not answer itself. The
/// ending `.json` may be left out.
///
/// What the document has inside it under that `$id` is fetched from nowhere;
/// what else a name leads to is left to the resolver: a name too many costs a
/// request, a name too few would leave a reference dangling.
pub(super) fn names(
    json: &Json,
    own: &str,
    template: Option<&str>,
    default: Draft,
) -> BTreeSet<String> {
    let declared = json.get("$schema").and_then(Json::as_str);
    let dialect = declared
        .and_then(Dialect::known)
        .unwrap_or_else(|| Dialect::of(default));
    let mut found: Vec<(String, Option<String>)> = Vec::new();
    let mut embedded: HashSet<String> = HashSet::new();
    let mut met: HashSet<*const Json> = HashSet::new();
    let mut open = vec![json];
    let components = json.pointer("/components/schemas");
    open.extend(
        components
            .and_then(Json::as_object)
            .into_iter()
            .flat_map(|map| map.values()),
    );
    while let Some(schema) = open.pop() {
        if !met.insert(std::ptr::from_ref(schema)) {
            continue;
        }
        open.extend(positions(schema, dialect).iter().map(|inner| inner.json));
        let claim = schema.get("$id").or_else(|| schema.get("id"));
        embedded.extend(
            claim
                .and_then(Json::as_str)
                .and_then(|id| resolved(own, id)),
        );
        for keyword in ["$ref", "$dynamicRef", "$recursiveRef"] {
            let Some(text) = schema.get(keyword).and_then(Json::as_str) else {
                continue;
            };
            match target(text, json, own, template) {
                Some(Target::Here(schema)) => open.push(schema),
                Some(Target::Document(name)) => found.push((name, resolved(own, text))),
                None => {}
            }
        }
    }
    let is_elsewhere =
        |target: &Option<String>| target.as_ref().is_none_or(|it| !embedded.contains(it));
    let others = found
        .into_iter()
        .filter(|(name, target)| name != own && is_elsewhere(target));
    others.map(|(name, _)| name).collect()
}

enum Target<'a> {
    Here(&'a Json),
    Document(String),
}

fn target<'a>(
    reference: &str,
    document: &'a Json,
    own: &str,
    template: Option<&str>,
) -> Option<Target<'a>> {
    let (before, fragment) = uri::split(reference);
    if before.is_empty() {
        let pointer = uri::decode(fragment);
        if let Some(schema) = document.pointer(&pointer) {
            return Some(Target::Here(schema));
        }
        let prefixes = ["/components/schemas/", "/definitions/", "/$defs/"];
        let rest = prefixes
            .iter()
            .find_map(|prefix| pointer.strip_prefix(prefix))?;
        let name = unescape(rest.split('/').next().unwrap_or(rest));
        let folder = own.rfind('/').map_or("", |at| &own[..=at]);
        let name = format!("{folder}{name}");
        return is_name(&name).then_some(Target::Document(name));
    }
    // As the resolver does: as it is written, then with the ending it lacks.
    let name = if before.contains("://") {
        let template = template?;
        let lacking = || uri::completed(before).find_map(|whole| name_in(template, &whole));
        name_in(template, before).or_else(lacking)?
    } else {
        let path = uri::to_path(&resolved(own, before)?)?;
        let lacking = || uri::completed(&path).find_map(|whole| stem(&whole));
        stem(&path).or_else(lacking)?
    };
    is_name(&name).then_some(Target::Document(name))
}

/// What a reference of a document, or an `$id` in it, stands for.
fn resolved(own: &str, reference: &str) -> Option<String> {
    let base = uri::of_path(&format!("{own}.json"));
    uri::resolve(&base, uri::split(reference).0).ok()
}

/// The name of a file.
fn stem(path: &str) -> Option<String> {
    path.strip_suffix(".json").map(str::to_owned)
}

/// Whether a name can be that of a file in the schemas folder.
pub(super) fn is_name(name: &str) -> bool {
    let plain = |part: &str| !part.is_empty() && !part.starts_with('.');
    let signs = ['\\', ':', '*', '?', '"', '<', '>', '|'];
    name.split('/').all(plain)
        && !name.starts_with("overlays/")
        && !name.contains(signs)
        && !name.contains(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Diagnostics;
    use crate::load::parse_text;

    #[test]
    fn every_reference_is_followed_and_nothing_else() -> Result<(), Diagnostics> {
        let text = r##"{
            "$ref": "a.json#/x",
            "properties": {
                "b": { "$ref": "#/components/schemas/b/properties/x" },
                "c": { "items": { "$ref": "./deeper/c.json" } },
                "d": { "$ref": "https://example.com/d.json" },
                "e": { "$ref": "https://elsewhere.example/e.json" },
                "f": { "enum": [{ "$ref": "f.json" }] },
                "g": { "$ref": "../g.json" },
                "h": { "$ref": "../../h.json" },
                "i": { "$ref": "#/x-own/i" },
                "$ref": { "type": "string" }
            },
            "$defs": { "j": { "$dynamicRef": "j.json" } },
            "x-own": { "i": { "$ref": "i.json" }, "k": { "$ref": "k.json" } },
            "default": { "$ref": "l.json" }
        }"##;
        let (json, _) = parse_text("inner/own.json", text)?;
        let template = "https://example.com/{name}.json";
        let found = names(&json, "inner/own", Some(template), Draft::Draft2020);
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(
            found,
            [
                "d",
                "g",
                "inner/a",
                "inner/b",
                "inner/deeper/c",
                "inner/i",
                "inner/j"
            ]
        );
        Ok(())
    }

    #[test]
    fn the_ending_may_be_left_out() -> Result<(), Diagnostics> {
        let text = r#"{
            "$id": "https://example.com/inner/own",
            "properties": {
                "a": { "$ref": "a#/x" },
                "a again": { "$ref": "a.json" },
                "b": { "$ref": "https://example.com/b" },
                "b again": { "$ref": "../b.json" },
                "c": { "$ref": "v1.2" },
                "d": { "$ref": "d.yaml" },
                "e": { "$ref": "e/" },
                "f": { "$ref": "f?x" },
                "g": { "$ref": "held" },
                "h": { "$ref": "https://example.com/inner/own" },
                "i": { "$ref": "own" }
            },
            "$defs": { "held": { "$id": "held", "type": "string" } }
        }"#;
        let (json, _) = parse_text("inner/own.json", text)?;
        let template = "https://example.com/{name}.json";
        let found = names(&json, "inner/own", Some(template), Draft::Draft2020);
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(found, ["b", "inner/a", "inner/v1.2"]);
        Ok(())
    }

    #[test]
    fn names_stay_in_the_folder() {
        for name in ["a", "a b", "a/b", "ü.x"] {
            assert!(is_name(name), "{name}");
        }
        for name in [
            "",
            "..",
            ".a",
            "a/../b",
            "a//b",
            "/a",
            "a\\b",
            "c:a",
            "overlays/a",
            "a\n",
        ] {
            assert!(!is_name(name), "{name}");
        }
    }
}
