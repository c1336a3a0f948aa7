//! What a caller has to know of an operation beside its types: the parameters, whether a body has to be there, the
//! media types.

use super::place::Place;
use super::{FOLLOWED, Survey};
use crate::load::json::Json;
use crate::overlay::extensions::REQUIRED;
use crate::rules::location::Location;
use crate::rules::operation::{Asks, Content, Parameter};

impl Survey<'_> {
    /// What an operation of OpenAPI asks for and gives, with what its path item says of all.
    pub(super) fn asks(&mut self, item: &Place, operation: &Place) -> Asks {
        let mut asks = Asks {
            parameters: self.asked(item, operation),
            ..Asks::default()
        };
        let body = operation.step("requestBody");
        if let Some(body) = body.and_then(|it| self.there(it)) {
            asks.body = Some(self.contents(&body));
        }
        for (status, response) in operation.each("responses") {
            if let Some(response) = self.there(response) {
                let content = self.contents(&response);
                asks.responses.push((status, content));
            }
        }
        asks
    }

    /// The same of Swagger 2.0.
    pub(super) fn asks_of_swagger(
        &mut self,
        document: &Place,
        item: &Place,
        operation: &Place,
    ) -> Asks {
        let medias = |key: &str| -> Vec<String> {
            let own = operation.step(key).or_else(|| document.step(key));
            let list = own.as_ref().and_then(|it| it.json()?.as_array());
            let named = list.into_iter().flatten().filter_map(Json::as_str);
            named.map(plain).collect()
        };
        let content = |place: &Place, key: &str| {
            let schema = place.step("schema").map(|it| it.location());
            let mut medias = medias(key);
            if medias.is_empty() {
                medias.push("application/json".to_owned());
            }
            let each = medias.into_iter().map(|media| (media, schema.clone()));
            Content {
                is_required: is_required(place),
                medias: each.filter(|_| schema.is_some()).collect(),
            }
        };
        let mut asks = Asks::default();
        for parameter in self.asked(item, operation) {
            if parameter.within == "body" {
                let place = parameter.schema.as_ref().and_then(|it| self.at(it));
                asks.body = place.map(|it| content(&it, "consumes"));
            } else {
                asks.parameters.push(parameter);
            }
        }
        for (status, response) in operation.each("responses") {
            if let Some(response) = self.there(response) {
                let content = content(&response, "produces");
                asks.responses.push((status, content));
            }
        }
        asks
    }

    /// All parameters; what an operation says itself goes before what its path says.
    fn asked(&mut self, item: &Place, operation: &Place) -> Vec<Parameter> {
        let mut found: Vec<Parameter> = Vec::new();
        for (_, place) in [operation.each("parameters"), item.each("parameters")].concat() {
            let Some(place) = self.there(place) else {
                continue;
            };
            let text = |key: &str| place.text(key).unwrap_or_default().to_owned();
            let (name, within) = (text("name"), text("in"));
            if found
                .iter()
                .any(|it| it.name == name && it.within == within)
            {
                continue;
            }
            let inner = place.step("schema").or_else(|| {
                let media = place.each("content").into_iter().next();
                media?.1.step("schema")
            });
            // In Swagger 2.0, the parameter is the schema, and holds that of a body.
            let schema = match within.as_str() {
                "body" => Some(place.location()),
                _ if place.step("type").is_some() => Some(place.location()),
                _ => inner.map(|it| it.location()),
            };
            found.push(Parameter {
                is_required: is_required(&place),
                name,
                within,
                schema,
            });
        }
        found
    }

    fn contents(&mut self, body: &Place) -> Content {
        let mut content = Content {
            is_required: body.is_true("required"),
            medias: Vec::new(),
        };
        for (media, place) in body.each("content") {
            let schema = self.there(place).and_then(|it| it.step("schema"));
            let schema = schema.map(|it| it.location());
            content.medias.push((plain(&media), schema));
        }
        content
    }

    /// Where references lead from a place; what leads nowhere has been reported.
    pub(super) fn there(&mut self, mut place: Place) -> Option<Place> {
        for _ in 0..FOLLOWED {
            let Some(text) = place.text("$ref").map(str::to_owned) else {
                return Some(place);
            };
            let (document, pointer) = self.builder.leads_to(place.document, &text).ok()?;
            place = self.place(document, pointer);
        }
        None
    }

    fn at(&self, location: &Location) -> Option<Place> {
        let documents = &self.builder.loader.documents;
        let mut all = 0..documents.len();
        let document = all.find(|it| documents.get(*it).path == location.document)?;
        Some(self.place(document, location.pointer.clone()))
    }
}

/// Whether a parameter has to be there.
fn is_required(place: &Place) -> bool {
    place.is_true("required") || place.is_true(REQUIRED)
}

/// A media type without its parameters.
fn plain(media: &str) -> String {
    let own = media.split(';').next().unwrap_or(media);
    own.trim().to_ascii_lowercase()
}
