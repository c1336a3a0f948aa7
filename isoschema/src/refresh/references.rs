//! A schema → the names of the schemas that it refers to.

use std::collections::{BTreeSet, HashSet};

use super::address::name_in;
use crate::load::uri;
use crate::load::{Json, unescape};
use crate::resolve::{Dialect, Draft, positions};

/// The names of the documents that a document's references lead to: files
/// beside it, URLs that the template gives, and `NAME` for a reference to
/// `#/components/schemas/NAME` that the document does not answer itself.
///
/// What a name leads to is left to the resolver; a name too many costs a
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
    let mut found = BTreeSet::new();
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
        for keyword in ["$ref", "$dynamicRef", "$recursiveRef"] {
            let Some(text) = schema.get(keyword).and_then(Json::as_str) else {
                continue;
            };
            match target(text, json, own, template) {
                Some(Target::Here(schema)) => open.push(schema),
                Some(Target::Document(name)) => _ = found.insert(name),
                None => {}
            }
        }
    }
    found.remove(own);
    found
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
    if before.contains("://") {
        let name = name_in(template?, before)?;
        return is_name(&name).then_some(Target::Document(name));
    }
    let base = uri::of_path(&format!("{own}.json"));
    let path = uri::to_path(&uri::resolve(&base, before).ok()?)?;
    let name = path.strip_suffix(".json")?;
    is_name(name).then(|| Target::Document(name.to_owned()))
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
