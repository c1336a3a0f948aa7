//! An operation as it stands, before the schemas that it carries are found.

use super::super::graph::NodeId;
use super::place::Place;
use crate::load::json::Json;
use crate::rules::operation::{Asks, Operation};

impl Place {
    /// The operation that stands here; nothing where it is no object.
    pub(super) fn drafted(&self, method: &str, path: &str) -> Option<Operation<NodeId>> {
        let json = self.json()?;
        json.as_object()?;
        let tags = json.get("tags").and_then(Json::as_array);
        let id = self.text("operationId").filter(|id| !id.is_empty());
        Some(Operation {
            location: self.location(),
            name: id.map_or_else(|| format!("{method} {path}"), str::to_owned),
            method: method.to_ascii_uppercase(),
            path: path.to_owned(),
            summary: self.text("summary").map(str::to_owned),
            tags: tags
                .into_iter()
                .flatten()
                .filter_map(Json::as_str)
                .map(str::to_owned)
                .collect(),
            deprecated: self.is_true("deprecated"),
            parameters: Vec::new(),
            request: None,
            responses: Vec::new(),
            asks: Asks::default(),
        })
    }
}

/// The responses of an operation that succeed, as far as these have a body.
pub(super) struct Successes(usize);

impl Successes {
    pub(super) fn count<'a>(with_body: impl Iterator<Item = &'a str>) -> Self {
        Self(with_body.filter(|status| is_success(status)).count())
    }

    /// What the body of a response is called: by its status, unless it is the one of a success.
    pub(super) fn name(&self, operation: &str, status: &str) -> String {
        if self.0 == 1 && is_success(status) {
            format!("{operation} response")
        } else {
            format!("{operation} response {status}")
        }
    }
}

fn is_success(status: &str) -> bool {
    status.starts_with('2')
}
