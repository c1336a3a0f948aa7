//! Integer formats of OpenAPI → the bounds that they name.
//!
//! The OpenAPI format registry: `int32` and its like say how wide an integer is. A
//! schema of such a format gets the bounds, where it states none.

use super::schemas;
use crate::diagnostics::text::Span;
use crate::formats::widths;
use crate::load::document::Document;
use crate::load::json::{Json, JsonKind};

/// A bound that a schema gets: the keyword, and its value.
type Missing = Vec<(&'static str, i128)>;

/// Reads the integer formats of an OpenAPI document as bounds.
pub(super) fn correct(document: &mut Document) {
    if document.format.is_plain() {
        return;
    }
    let mut found = Vec::new();
    schemas::visit(&document.json, |json, at| {
        found.extend(missing(json).map(|it| (at.to_owned(), it)));
    });
    schemas::correct(document, found, true, |members, (missing, span, reason)| {
        for (keyword, bound) in missing {
            let bound = Json::new(JsonKind::Number(bound.to_string().into()));
            schemas::state(members, keyword, bound, span);
        }
        reason
    });
}

/// The bounds of its format that a schema does not state, where the format stands, and
/// why it gets them.
fn missing(schema: &Json) -> Option<(Missing, Span, String)> {
    let format = schema.get("format")?;
    let name = format.as_str()?;
    let (least, most) = widths::bounds(name)?;
    let ty = schema.get("type")?;
    let mut types = ty.as_array().unwrap_or(std::slice::from_ref(ty)).iter();
    if !types.any(|ty| ty.as_str() == Some("integer")) {
        return None;
    }
    let sides = [
        ("minimum", "exclusiveMinimum", least),
        ("maximum", "exclusiveMaximum", most),
    ];
    let is_open = |keyword| schema.get(keyword).is_none();
    let missing: Missing = sides
        .into_iter()
        .filter(|(side, exclusive, _)| is_open(side) && is_open(exclusive))
        .filter_map(|(side, _, bound)| Some((side, bound?)))
        .collect();
    let told = [("from", least), ("to", most)].into_iter();
    let told = told.filter_map(|(word, bound)| Some(format!("{word} {}", bound?)));
    let told: Vec<String> = told.collect();
    let reason = format!("by its `format`, `{name}`, {}", told.join(" "));
    (!missing.is_empty()).then_some((missing, format.span, reason))
}
