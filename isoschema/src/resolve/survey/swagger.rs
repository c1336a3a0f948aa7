//! Swagger 2.0: bodies of requests and responses, parameters and headers. These are schemas
//! themselves, with members that say where they stand.

use super::super::graph::NodeId;
use super::Survey;
use super::drafted::Successes;
use super::media::is_json;
use super::openapi::{behind, is_scalar};
use super::place::Place;
use crate::load::json::Json;
use crate::rules::operation::{METHODS, Operation};

impl Survey<'_> {
    pub(super) fn swagger(&mut self, document: &Place) {
        for (path, item) in document.each("paths") {
            let Some((item, _)) = self.followed(item) else {
                continue;
            };
            for (method, operation) in item.all() {
                if METHODS.contains(&method.as_str()) {
                    let drafted = self.of_swagger(document, &item, &operation, &method, &path);
                    self.operations.extend(drafted);
                }
            }
        }
        for (name, place) in document.each("parameters") {
            self.body_of(place.clone(), &behind(&name, "request"));
            self.value_of(place, &behind(&name, "parameter"));
        }
        for (name, place) in document.each("responses") {
            self.response(place, &behind(&name, "response"));
        }
    }

    fn of_swagger(
        &mut self,
        document: &Place,
        item: &Place,
        place: &Place,
        method: &str,
        path: &str,
    ) -> Option<Operation<NodeId>> {
        let mut drafted = place.drafted(method, path)?;
        let name = drafted.name.clone();
        let holds = |key: &str| {
            let own = place.step(key).or_else(|| document.step(key));
            let list = own.as_ref().and_then(|it| it.json()?.as_array());
            list.is_none_or(|it| it.iter().filter_map(Json::as_str).any(is_json))
        };
        for (_, parameter) in [place.each("parameters"), item.each("parameters")].concat() {
            if drafted.request.is_none() && holds("consumes") {
                drafted.request = self.body_of(parameter.clone(), &format!("{name} request"));
            }
            let Some((parameter, other)) = self.followed(parameter) else {
                continue;
            };
            let Some(called) = parameter.text("name").map(str::to_owned) else {
                continue;
            };
            // What an operation says itself goes before what the path says.
            if drafted.parameters.iter().any(|(known, _)| *known == called) {
                continue;
            }
            let own = match other {
                Some(other) => behind(&other, "parameter"),
                None => format!("{name} {called}"),
            };
            let node = self.value_of(parameter, &own);
            drafted.parameters.extend(node.map(|node| (called, node)));
        }
        let all = place.each("responses");
        let has_body = |place: &Place| place.json().is_some_and(|it| it.get("schema").is_some());
        let with_body = all.iter().filter(|(_, place)| has_body(place));
        let successes = Successes::count(with_body.map(|(status, _)| status.as_str()));
        for (status, response) in all {
            let name = successes.name(&name, &status);
            let is_read = holds("produces");
            let node = is_read.then(|| self.response(response, &name)).flatten();
            drafted.responses.push((status, node));
        }
        drafted.asks = self.asks_of_swagger(document, item, place);
        Some(drafted)
    }

    /// The schema of a parameter that is the body.
    fn body_of(&mut self, place: Place, name: &str) -> Option<NodeId> {
        let (place, other) = self.followed(place)?;
        let name = other.map_or_else(|| name.to_owned(), |other| behind(&other, "request"));
        let is_body = place.text("in") == Some("body");
        let schema = place.step("schema").filter(|_| is_body)?;
        self.schema(&schema, &name, "Body")
    }

    /// The schema that a parameter is which is neither the body nor in a form, where it is more than a
    /// bare scalar.
    fn value_of(&mut self, place: Place, name: &str) -> Option<NodeId> {
        let (place, _) = self.followed(place)?;
        let has_value = matches!(
            place.text("in"),
            Some("cookie" | "header" | "path" | "query")
        );
        has_value.then(|| self.value(&place, name)).flatten()
    }

    /// The schema that a parameter or a header is.
    fn value(&mut self, place: &Place, name: &str) -> Option<NodeId> {
        let is_bare = place.json().is_some_and(is_scalar);
        (!is_bare)
            .then(|| self.schema(place, name, "Parameter"))
            .flatten()
    }

    fn response(&mut self, place: Place, name: &str) -> Option<NodeId> {
        let (place, other) = self.followed(place)?;
        let name = other.map_or_else(|| name.to_owned(), |other| behind(&other, "response"));
        for (header, value) in place.each("headers") {
            self.value(&value, &format!("{name} {header}"));
        }
        let schema = place.step("schema")?;
        // A file is no JSON.
        if schema.text("type") == Some("file") {
            return None;
        }
        self.schema(&schema, &name, "Body")
    }
}
