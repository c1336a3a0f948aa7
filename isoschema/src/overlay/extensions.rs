//! What Swagger 2.0 and Kubernetes say by extensions → the keywords that say it.

use super::place::find_mut;
use super::schemas;
use crate::diagnostics::text::Span;
use crate::load::document::{Document, Format};
use crate::load::json::{Json, JsonKind};

/// What an extension is read as: keywords with their values, and why.
type Said = (Vec<(&'static str, Json)>, Span, String);

/// Reads the extensions of a document as keywords.
pub(super) fn correct(document: &mut Document) {
    let read: fn(&Json) -> Vec<Said> = match document.format {
        Format::Swagger2 => swagger,
        Format::Kubernetes => kubernetes,
        _ => return,
    };
    if document.format == Format::Swagger2 {
        parameters(document);
    }
    let mut found = Vec::new();
    schemas::visit(&document.json, |json, at| {
        found.extend(read(json).into_iter().map(|it| (at.to_owned(), it)));
    });
    // The type says it.
    schemas::correct(
        document,
        found,
        false,
        |members, (keywords, span, reason)| {
            for (keyword, value) in keywords {
                schemas::state(members, keyword, value, span);
            }
            reason
        },
    );
}

/// Whether a parameter is required, in a schema, which it is otherwise, under another name: there, `required` is a list.
pub(crate) const REQUIRED: &str = "x-required";

/// Says by another name whether a parameter is required.
fn parameters(document: &mut Document) {
    let mut found = Vec::new();
    schemas::visit(&document.json, |json, at| {
        let is_parameter = json.get("in").and_then(Json::as_str).is_some();
        if is_parameter && json.get("required").and_then(Json::as_bool).is_some() {
            found.push(at.to_owned());
        }
    });
    for at in found {
        if let Ok(JsonKind::Object(members)) =
            find_mut(&mut document.json, &at).map(|it| &mut it.kind)
            && let Some(required) = members.shift_remove("required")
        {
            members.insert(REQUIRED.to_owned(), required);
        }
    }
}

/// An extension that says yes.
fn yes<'a>(schema: &'a Json, name: &str) -> Option<&'a Json> {
    let value = schema.get(name)?;
    Some(value).filter(|it| it.as_bool() == Some(true))
}

fn swagger(schema: &Json) -> Vec<Said> {
    let Some(ty) = schema.get("type").and_then(Json::as_str) else {
        return Vec::new();
    };
    let mut types = vec![text(ty)];
    let mut found = Vec::new();
    // What the API server of Kubernetes says of its own types.
    let either = schema
        .get("format")
        .filter(|it| it.as_str() == Some("int-or-string"));
    if let Some(value) = either.filter(|_| ty == "string") {
        types.insert(0, text("integer"));
        let reason = "by its `format`, it is an integer or a text".to_owned();
        found.push((value.span, reason));
    }
    if let Some(value) = yes(schema, "x-nullable") {
        types.push(text("null"));
        found.push((value.span, "by `x-nullable`, it may be null".to_owned()));
    }
    let told = found.into_iter().map(|(span, reason)| {
        let types = array(types.clone());
        (vec![("type", types)], span, reason)
    });
    told.collect()
}

/// Kubernetes, "Extend the Kubernetes API with CustomResourceDefinitions": structural schemas.
fn kubernetes(schema: &Json) -> Vec<Said> {
    let mut found = Vec::new();
    let says = |keyword: &str| schema.get(keyword).is_some();
    if let Some(value) = yes(schema, "x-kubernetes-int-or-string")
        && !says("type")
        && !says("anyOf")
    {
        let mut types = vec![text("integer"), text("string")];
        if yes(schema, "nullable").is_some() {
            types.push(text("null"));
        }
        let reason = "by `x-kubernetes-int-or-string`, it is an integer or a text".to_owned();
        found.push((vec![("type", array(types))], value.span, reason));
    }
    if let Some(value) = schema.get("x-kubernetes-list-type")
        && value.as_str() == Some("set")
        && !says("uniqueItems")
    {
        let unique = Json::new(JsonKind::Bool(true));
        let reason = "by `x-kubernetes-list-type`, no item stands in it twice".to_owned();
        found.push((vec![("uniqueItems", unique)], value.span, reason));
    }
    if let Some(value) = yes(schema, "x-kubernetes-embedded-resource") {
        let known = schema.get("required").and_then(Json::as_array);
        let mut names: Vec<Json> = known.unwrap_or_default().to_vec();
        let mut is_new = false;
        for name in ["apiVersion", "kind"] {
            if names.iter().all(|it| it.as_str() != Some(name)) {
                names.push(text(name));
                is_new = true;
            }
        }
        if is_new {
            let reason = "by `x-kubernetes-embedded-resource`, it is a resource of its own";
            found.push((
                vec![("required", array(names))],
                value.span,
                reason.to_owned(),
            ));
        }
    }
    found
}

fn text(text: &str) -> Json {
    Json::new(JsonKind::String(text.to_owned()))
}

fn array(items: Vec<Json>) -> Json {
    Json::new(JsonKind::Array(items))
}
