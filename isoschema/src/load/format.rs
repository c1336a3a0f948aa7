//! What a document holds, by what it says of itself.

use super::json::{Json, JsonKind};

/// What a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One schema.
    Schema,
    /// An OpenAPI 3.0 document: its components, and what its operations carry.
    OpenApi30,
    /// The same of OpenAPI 3.1 and 3.2, whose schemas are those of a draft.
    OpenApi31,
    /// A Swagger 2.0 document: its `definitions`, and what its operations carry.
    Swagger2,
    /// An AsyncAPI document, 2.x or 3.x: its components and messages.
    AsyncApi,
    /// Custom resource definitions of Kubernetes, one or several.
    Kubernetes,
    /// Schemas one after the other, each on a line.
    Lines,
}

impl Format {
    /// What a document holds, by what it says of itself.
    pub(crate) fn of(path: &str, json: &Json) -> Self {
        if is_lines(path) {
            return Self::Lines;
        }
        let says = |keyword| json.get(keyword).and_then(Json::as_str);
        if let Some(version) = says("openapi").filter(|version| version.starts_with("3.")) {
            return if version.starts_with("3.0") {
                Self::OpenApi30
            } else {
                Self::OpenApi31
            };
        }
        if says("swagger").is_some_and(|version| version.starts_with("2.")) {
            return Self::Swagger2;
        }
        if says("asyncapi").is_some() {
            return Self::AsyncApi;
        }
        if resources(json).any(|(_, it)| is_definition(it)) {
            return Self::Kubernetes;
        }
        Self::Schema
    }

    /// Whether its schemas are those of a draft, with nothing beside.
    pub(crate) fn is_plain(self) -> bool {
        matches!(self, Self::Schema | Self::Lines)
    }

    /// Where its named schemas stand; nothing where all of it is one.
    pub(crate) fn components(self) -> Option<&'static str> {
        match self {
            Self::Schema | Self::Kubernetes | Self::Lines => None,
            Self::OpenApi30 | Self::OpenApi31 | Self::AsyncApi => Some("/components/schemas"),
            Self::Swagger2 => Some("/definitions"),
        }
    }
}

/// The resources of a Kubernetes document, each with its pointer: itself, the items of a `List`, or
/// the documents of a YAML stream.
pub(crate) fn resources(json: &Json) -> impl Iterator<Item = (String, &Json)> {
    let (items, around) = match &json.kind {
        JsonKind::Array(items) => (Some(items.as_slice()), ""),
        _ => match json.get("kind").and_then(Json::as_str) {
            Some("List") => (json.get("items").and_then(Json::as_array), "/items"),
            _ => (None, ""),
        },
    };
    let alone = items.is_none().then(|| (String::new(), json));
    let items = items.into_iter().flatten().enumerate();
    let items = items.map(move |(index, item)| (format!("{around}/{index}"), item));
    alone.into_iter().chain(items)
}

/// Whether a resource of Kubernetes defines others.
pub(crate) fn is_definition(json: &Json) -> bool {
    let says = |keyword| json.get(keyword).and_then(Json::as_str);
    says("kind") == Some("CustomResourceDefinition")
        && says("apiVersion").is_some_and(|it| it.starts_with("apiextensions.k8s.io/"))
}

/// Whether a file holds values one after the other, by its name.
pub(super) fn is_lines(path: &str) -> bool {
    [".jsonl", ".ndjson"].iter().any(|end| path.ends_with(end))
}
