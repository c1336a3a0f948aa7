//! What a `discriminator` says, and how a schema comes to say it itself.

use indexmap::{IndexMap, IndexSet};

use super::place::settle;
use crate::diagnostics::text::Span;
use crate::load::json::{Json, JsonKind};

/// What one `discriminator` says.
pub(super) struct Discriminator {
    /// The component that has it, or the place.
    pub(super) at: String,
    pub(super) member: String,
    /// By component, the values that stand for it.
    pub(super) names: IndexMap<String, Vec<String>>,
    pub(super) span: Span,
}

impl Discriminator {
    /// The values that stand for a component: those of the mapping, or else its
    /// name.
    pub(super) fn values(&self, component: &str) -> Vec<String> {
        let named = self.names.get(component).cloned();
        named.unwrap_or_else(|| vec![component.to_owned()])
    }
}

/// Why a member has these values.
pub(super) fn said(member: &str, values: &IndexSet<String>) -> String {
    let shown: Vec<String> = values.iter().map(|value| format!("{value:?}")).collect();
    let shown = shown.join(" or ");
    format!("by its `discriminator`, `{member}` is {shown}")
}

/// Makes a schema require a member of these values; whether that changes it.
pub(super) fn require(
    schema: &mut Json,
    member: &str,
    values: &IndexSet<String>,
    is_old: bool,
    span: Span,
) -> bool {
    let refers = schema.get("$ref").is_some();
    if is_old && refers {
        // Nothing stands beside a reference in OpenAPI 3.0.
        let own = schema.clone();
        let (at, key) = (own.span, own.key);
        *schema = object([("allOf", array(vec![own]))]);
        (schema.span, schema.key) = (at, key);
    }
    let JsonKind::Object(members) = &mut schema.kind else {
        return false;
    };
    let texts = values.iter().map(|value| text(value)).collect::<Vec<_>>();
    let (keyword, listed) = match texts.as_slice() {
        [only] if !is_old => ("const", only.clone()),
        _ => ("enum", array(texts)),
    };
    let required = members
        .entry("required".to_owned())
        .or_insert_with(|| settled(array(Vec::new()), span));
    if let JsonKind::Array(names) = &mut required.kind
        && !names.iter().any(|name| name.as_str() == Some(member))
    {
        names.push(settled(text(member), span));
    }
    let properties = members
        .entry("properties".to_owned())
        .or_insert_with(|| settled(object([]), span));
    let JsonKind::Object(properties) = &mut properties.kind else {
        return false;
    };
    let property = properties
        .entry(member.to_owned())
        .or_insert_with(|| settled(object([("type", text("string"))]), span));
    if property.get("$ref").is_some() {
        let own = property.clone();
        *property = settled(object([("allOf", array(vec![own]))]), span);
    }
    let JsonKind::Object(property) = &mut property.kind else {
        return false;
    };
    property.shift_remove("enum");
    property.shift_remove("const");
    property.insert(keyword.to_owned(), settled(listed, span));
    true
}

pub(super) fn settled(mut json: Json, span: Span) -> Json {
    settle(&mut json, span, None);
    json
}

pub(super) fn text(text: &str) -> Json {
    Json::new(JsonKind::String(text.to_owned()))
}

pub(super) fn array(items: Vec<Json>) -> Json {
    Json::new(JsonKind::Array(items))
}

pub(super) fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    let members = members.map(|(name, value)| (name.to_owned(), value));
    Json::new(JsonKind::Object(IndexMap::from(members)))
}
