//! OpenAPI 3.0 to 3.2: paths, webhooks and components.

use super::super::graph::NodeId;
use super::Survey;
use super::drafted::Successes;
use super::media::is_json;
use super::place::Place;
use crate::keywords::table::{Word, is_annotation};
use crate::load::json::Json;
use crate::rules::kinds::Kinds;
use crate::rules::operation::{METHODS, Operation};

/// What a parameter's schema may say beside annotations and be no more than a scalar; in Swagger 2.0, the
/// parameter is it.
const BARE: [&str; 8] = [
    "allowEmptyValue",
    "collectionFormat",
    "format",
    "in",
    "name",
    "nullable",
    "required",
    "type",
];

/// Where operations are called.
#[derive(Clone, Copy)]
enum Called<'a> {
    /// At a path, by those who use the API.
    At(&'a str),
    /// By the API itself: it has no path to list.
    Back(&'a str),
}

impl Survey<'_> {
    pub(super) fn openapi(&mut self, document: &Place) {
        for (path, item) in document.each("paths") {
            self.path_item(item, Called::At(&path), None);
        }
        for (name, item) in document.each("webhooks") {
            self.path_item(item, Called::Back(&name), None);
        }
        let Some(components) = document.step("components") else {
            return;
        };
        for (name, item) in components.each("pathItems") {
            self.path_item(item, Called::Back(&name), None);
        }
        for (name, callback) in components.each("callbacks") {
            for (_, item) in callback.all() {
                self.path_item(item, Called::Back(&name), None);
            }
        }
        for (name, place) in components.each("parameters") {
            self.parameter(place, &behind(&name, "parameter"));
        }
        for (name, place) in components.each("headers") {
            self.parameter(place, &behind(&name, "header"));
        }
        for (name, place) in components.each("requestBodies") {
            self.body(place, &behind(&name, "request"), "request");
        }
        for (name, place) in components.each("responses") {
            self.body(place, &behind(&name, "response"), "response");
        }
    }

    /// The operations of a path, or one of them alone.
    pub(super) fn at_path(&mut self, item: Place, path: &str, only: Option<&str>) {
        self.path_item(item, Called::At(path), only);
    }

    fn path_item(&mut self, item: Place, called: Called<'_>, only: Option<&str>) {
        let Some((item, _)) = self.followed(item) else {
            return;
        };
        let is_first = self.enters(&item);
        let named = match called {
            Called::At(path) | Called::Back(path) => path,
        };
        let shared = self.parameters(&item, named);
        let own = item.all().into_iter();
        let own = own.filter(|(method, _)| METHODS.contains(&method.as_str()));
        let added = item.each("additionalOperations");
        let is_meant = |method: &str| only.is_none_or(|it| it == method);
        for (method, operation) in own.chain(added).filter(|(it, _)| is_meant(it)) {
            let mut drafted = self.operation(&operation, &method, named, &shared);
            if let Some(drafted) = &mut drafted {
                drafted.asks = self.asks(&item, &operation);
            }
            // A path item that several paths refer to is of all of them; its schemas are the same.
            if let Called::At(path) = called
                && let Some(mut drafted) = drafted
            {
                path.clone_into(&mut drafted.path);
                self.operations.push(drafted);
            }
            if is_first {
                self.callbacks(&operation);
            }
        }
    }

    /// What an operation calls back.
    fn callbacks(&mut self, operation: &Place) {
        for (name, callback) in operation.each("callbacks") {
            let Some((callback, _)) = self.followed(callback) else {
                continue;
            };
            if !self.enters(&callback) {
                continue;
            }
            for (_, item) in callback.all() {
                self.path_item(item, Called::Back(&name), None);
            }
        }
    }

    fn operation(
        &mut self,
        place: &Place,
        method: &str,
        path: &str,
        shared: &[(String, NodeId)],
    ) -> Option<Operation<NodeId>> {
        let mut drafted = place.drafted(method, path)?;
        let name = drafted.name.clone();
        drafted.parameters = self.parameters(place, &name);
        for (inherited, node) in shared {
            if drafted.parameters.iter().all(|(own, _)| own != inherited) {
                drafted.parameters.push((inherited.clone(), *node));
            }
        }
        let request = place.step("requestBody");
        drafted.request =
            request.and_then(|body| self.body(body, &format!("{name} request"), "request"));
        drafted.responses = self.responses(place, &name);
        Some(drafted)
    }

    fn responses(&mut self, operation: &Place, name: &str) -> Vec<(String, Option<NodeId>)> {
        let mut read = Vec::new();
        for (status, response) in operation.each("responses") {
            if let Some((response, other)) = self.followed(response) {
                read.push((status, response, other));
            }
        }
        let has_body = |place: &Place| place.json().is_some_and(|it| it.get("content").is_some());
        let with_body = read.iter().filter(|(_, place, _)| has_body(place));
        let successes = Successes::count(with_body.map(|(status, ..)| status.as_str()));
        let mut found = Vec::new();
        for (status, response, other) in read {
            let own = match other {
                Some(other) => behind(&other, "response"),
                None => successes.name(name, &status),
            };
            let node = self.body(response, &own, "response");
            found.push((status, node));
        }
        found
    }

    /// The schema of a request or a response, with those of its headers.
    fn body(&mut self, place: Place, name: &str, kind: &str) -> Option<NodeId> {
        let (place, other) = self.followed(place)?;
        let name = other.map_or_else(|| name.to_owned(), |other| behind(&other, kind));
        for (header, inner) in place.each("headers") {
            self.parameter(inner, &format!("{name} {header}"));
        }
        self.content(&place, &name)
    }

    /// The schemas of the parameters of an operation or of a path that have a type.
    fn parameters(&mut self, place: &Place, owner: &str) -> Vec<(String, NodeId)> {
        let mut found = Vec::new();
        for (_, parameter) in place.each("parameters") {
            let Some((parameter, other)) = self.followed(parameter) else {
                continue;
            };
            let Some(name) = parameter.text("name").map(str::to_owned) else {
                continue;
            };
            let own = match other {
                Some(other) => behind(&other, "parameter"),
                None => format!("{owner} {name}"),
            };
            if let Some(node) = self.parameter(parameter, &own) {
                found.push((name, node));
            }
        }
        found
    }

    /// The schema of a parameter or a header, where it is more than a bare scalar.
    fn parameter(&mut self, place: Place, name: &str) -> Option<NodeId> {
        let (place, _) = self.followed(place)?;
        let schema = place.step("schema").or_else(|| {
            let medias = place.each("content");
            let mut json = medias.into_iter().filter(|(media, _)| is_json(media));
            json.next()?.1.step("schema")
        })?;
        let is_bare = schema.json().is_some_and(is_scalar);
        if is_bare {
            return None;
        }
        self.schema(&schema, name, "Parameter")
    }
}

/// Whether a schema is a type by its name, and nothing that asserts beside it.
pub(super) fn is_scalar(schema: &Json) -> bool {
    let Some(members) = schema.as_object() else {
        return true;
    };
    let is_scalar = |ty: &Json| {
        ty.as_str()
            .is_some_and(|ty| ty != "array" && ty != "object")
    };
    let is_type = match schema.get("type") {
        Some(ty) => ty
            .as_array()
            .map_or_else(|| is_scalar(ty), |all| all.iter().all(is_scalar)),
        None => true,
    };
    // The bounds that a format names stand where it does.
    let of_format = |value: &Json| Some(value.span) == schema.get("format").map(|it| it.span);
    // What is said of lists and objects says nothing of a scalar: `uniqueItems` beside `string`.
    let is_of_others = |name: &str| {
        let is_known = schema.get("type").is_some();
        let kinds = Word::spelled(name).map(Word::kinds);
        is_known && kinds.is_some_and(|kinds| Kinds::ARRAY.or(Kinds::OBJECT).contains(kinds))
    };
    let is_note = |name: &str| BARE.contains(&name) || is_annotation(name) || is_of_others(name);
    is_type
        && members
            .iter()
            .all(|(name, value)| is_note(name) || of_format(value))
}

/// A name with what it is the name of behind it, unless that is there already.
pub(super) fn behind(name: &str, kind: &str) -> String {
    let ends = |kind: &str| name.to_ascii_lowercase().ends_with(kind);
    if ends(kind) || kind == "request" && ends("body") {
        name.to_owned()
    } else {
        format!("{name} {kind}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::parse_text;

    #[test]
    fn parameters_that_are_bare() -> Result<(), Box<dyn std::error::Error>> {
        for (schema, bare) in [
            (
                r#"{"type": "integer", "format": "int32", "default": 1}"#,
                true,
            ),
            (r#"{"type": ["string", "null"]}"#, true),
            (r#"{"type": "string", "x-go-name": "A"}"#, true),
            (r#"{"type": "string", "uniqueItems": true}"#, true),
            (r#"{"uniqueItems": true}"#, false),
            (r#"{"type": "string", "enum": ["a"]}"#, false),
            (r#"{"type": "array", "items": {"type": "string"}}"#, false),
            (r##"{"$ref": "#/a"}"##, false),
            (r#"{"type": "integer", "minimum": 1}"#, false),
        ] {
            let (json, _) = parse_text("a.json", schema)?;
            assert_eq!(is_scalar(&json), bare, "{schema}");
        }
        Ok(())
    }

    #[test]
    fn names_end_once() {
        assert_eq!(behind("NotFound", "response"), "NotFound response");
        assert_eq!(behind("ErrorResponse", "response"), "ErrorResponse");
        assert_eq!(behind("PetBody", "request"), "PetBody");
    }
}
