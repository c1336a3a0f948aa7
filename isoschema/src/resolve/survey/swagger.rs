//! Swagger 2.0: bodies of requests and responses. Its other parameters are no
//! schemas, but have some of their keywords.

use super::super::graph::NodeId;
use super::Survey;
use super::media::is_json;
use super::openapi::{METHODS, behind};
use super::place::Place;
use crate::load::json::Json;
use crate::rules::location::Location;
use crate::rules::operation::Operation;

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
            self.body_of(place, &behind(&name, "request"));
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
        let json = place.json()?;
        json.as_object()?;
        let holds = |key: &str| {
            let own = json.get(key).or_else(|| document.json()?.get(key));
            let list = own.and_then(Json::as_array);
            list.is_none_or(|it| it.iter().filter_map(Json::as_str).any(is_json))
        };
        let id = place.text("operationId").filter(|id| !id.is_empty());
        let name = id.map_or_else(|| format!("{method} {path}"), str::to_owned);
        let mut request = None;
        for (_, parameter) in [place.each("parameters"), item.each("parameters")].concat() {
            if request.is_none() && holds("consumes") {
                request = self.body_of(parameter, &format!("{name} request"));
            }
        }
        let all = place.each("responses");
        let is_success = |status: &str| status.starts_with('2');
        let has_body = |place: &Place| place.json().is_some_and(|it| it.get("schema").is_some());
        let successes = all
            .iter()
            .filter(|(it, place)| is_success(it) && has_body(place));
        let is_sole = successes.count() == 1;
        let mut responses = Vec::new();
        for (status, response) in all {
            let name = if is_sole && is_success(&status) {
                format!("{name} response")
            } else {
                format!("{name} response {status}")
            };
            let is_read = holds("produces");
            let node = is_read.then(|| self.response(response, &name)).flatten();
            responses.push((status, node));
        }
        Some(Operation {
            location: Location {
                document: place.held.path.clone(),
                pointer: place.pointer.clone(),
            },
            method: method.to_ascii_uppercase(),
            path: path.to_owned(),
            summary: place.text("summary").map(str::to_owned),
            deprecated: json.get("deprecated").and_then(Json::as_bool) == Some(true),
            name,
            parameters: Vec::new(),
            request,
            responses,
        })
    }

    /// The schema of a parameter that is the body.
    fn body_of(&mut self, place: Place, name: &str) -> Option<NodeId> {
        let (place, other) = self.followed(place)?;
        let name = other.map_or_else(|| name.to_owned(), |other| behind(&other, "request"));
        let is_body = place.text("in") == Some("body");
        let schema = place.step("schema").filter(|_| is_body)?;
        self.schema(&schema, &name, "Body")
    }

    fn response(&mut self, place: Place, name: &str) -> Option<NodeId> {
        let (place, other) = self.followed(place)?;
        let name = other.map_or_else(|| name.to_owned(), |other| behind(&other, "response"));
        let schema = place.step("schema")?;
        // A file is no JSON.
        if schema.text("type") == Some("file") {
            return None;
        }
        self.schema(&schema, &name, "Body")
    }
}
