//! `nullable` that has no effect → the null that people mean by it: `nullable = "meant"`.
//!
//! OpenAPI 3.0.3, "Schema Object": `nullable: true` adds null to the `type` that stands beside it, and to
//! nothing else. Beside `$ref`, `allOf` and their like, or where `enum` does not list null, it lets no null through.

use indexmap::IndexMap;

use super::place::settle;
use super::schemas;
use crate::diagnostics::text::Span;
use crate::keywords::table::Word;
use crate::load::document::{Document, Format};
use crate::load::json::{Json, JsonKind};

/// What may refuse null beside a `type` that allows it, but for `enum`.
fn refusing() -> impl Iterator<Item = &'static str> {
    let lists = Word::names_where(Word::lists_in_place);
    lists.chain([Word::Reference.name(), Word::Not.name()])
}

/// What stays around the choice between null and the rest.
const NOTES: [&str; 8] = [
    "default",
    "deprecated",
    "description",
    "example",
    "readOnly",
    "title",
    "writeOnly",
    "xml",
];

/// Has every `nullable` let null through.
pub(super) fn correct(document: &mut Document) {
    let is_old = matches!(
        document.format,
        Format::OpenApi30 | Format::Swagger2 | Format::Kubernetes
    );
    if !is_old {
        return;
    }
    let mut found = Vec::new();
    schemas::visit(&document.json, |json, at| {
        found.extend(without_effect(json).map(|span| (at.to_owned(), span)));
    });
    // What is inside goes before what is around it, since that moves it. The type says it.
    let found = found.into_iter().rev();
    schemas::correct(document, found, false, |members, span| {
        let own = std::mem::take(members);
        *members = meant(own, span);
        "by its `nullable`, it may be null".to_owned()
    });
}

/// Where a `nullable` stands that lets no null through.
fn without_effect(schema: &Json) -> Option<Span> {
    let said = schema
        .get("nullable")
        .or_else(|| schema.get("x-nullable"))?;
    let is_said = said.as_bool() == Some(true);
    let may_refuse = refusing().any(|it| schema.get(it).is_some());
    let listed = schema.get("enum").and_then(Json::as_array);
    let is_left_out = listed.is_some_and(|it| it.iter().all(|value| !is_null(value)));
    (is_said && (may_refuse || is_left_out)).then_some(said.span)
}

fn is_null(value: &Json) -> bool {
    matches!(value.kind, JsonKind::Null)
}

/// A schema that is null or what it was.
fn meant(mut own: IndexMap<String, Json>, span: Span) -> IndexMap<String, Json> {
    let null = || {
        let mut null = Json::new(JsonKind::Null);
        settle(&mut null, span, None);
        null
    };
    let may_refuse = refusing().any(|it| own.contains_key(it));
    if !may_refuse {
        if let Some(JsonKind::Array(values)) = own.get_mut("enum").map(|it| &mut it.kind) {
            values.push(null());
        }
        return own;
    }
    let mut around = IndexMap::new();
    let mut rest = IndexMap::new();
    for (name, value) in own {
        match name.as_str() {
            "nullable" | "x-nullable" => {}
            name if NOTES.contains(&name) => _ = around.insert(name.to_owned(), value),
            _ => _ = rest.insert(name, value),
        }
    }
    let object = |members| {
        let mut json = Json::new(JsonKind::Object(members));
        json.span = span;
        json
    };
    let list = |items| {
        let mut json = Json::new(JsonKind::Array(items));
        json.span = span;
        json
    };
    let none = object(IndexMap::from([("enum".to_owned(), list(vec![null()]))]));
    let either = list(vec![object(rest), none]);
    around.insert(Word::AnyOf.name().to_owned(), either);
    around
}
