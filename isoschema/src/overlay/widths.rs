//! Integer formats of OpenAPI → the bounds that they name.
//!
//! The OpenAPI format registry: `int32` and its like say how wide an integer is. A
//! schema of such a format gets the bounds, where it states none.

use std::sync::Arc;

use super::correction::Correction;
use super::place::settle;
use crate::load::document::{Document, Format};
use crate::load::json::{Json, JsonKind, escape};

/// The formats, each with its least and its greatest integer.
const WIDTHS: [(&str, i128, i128); 8] = [
    ("int8", i8::MIN as i128, i8::MAX as i128),
    ("int16", i16::MIN as i128, i16::MAX as i128),
    ("int32", i32::MIN as i128, i32::MAX as i128),
    ("int64", i64::MIN as i128, i64::MAX as i128),
    ("uint8", 0, u8::MAX as i128),
    ("uint16", 0, u16::MAX as i128),
    ("uint32", 0, u32::MAX as i128),
    ("uint64", 0, u64::MAX as i128),
];

/// What holds values, in which nothing is a schema.
const VALUES: [&str; 5] = ["const", "default", "enum", "example", "examples"];

/// Reads the integer formats of an OpenAPI document as bounds.
pub(super) fn correct(document: &mut Document) {
    if document.format == Format::Schema {
        return;
    }
    let mut corrections = Vec::new();
    let mut open = vec![(&mut document.json, String::new())];
    while let Some((json, at)) = open.pop() {
        if let Some(reason) = bounded(json) {
            corrections.push(Correction {
                overlay: Arc::clone(&document.path),
                reason,
                pointers: vec![at.clone()],
            });
        }
        match &mut json.kind {
            JsonKind::Object(members) => {
                // Members of an object may be called anything.
                let are_named = at.ends_with("/properties");
                let schemas = members
                    .iter_mut()
                    .filter(|(name, _)| are_named || !VALUES.contains(&name.as_str()));
                open.extend(schemas.map(|(name, json)| (json, format!("{at}/{}", escape(name)))));
            }
            JsonKind::Array(items) => {
                let items = items.iter_mut().enumerate();
                open.extend(items.map(|(index, json)| (json, format!("{at}/{index}"))));
            }
            _ => {}
        }
    }
    corrections.sort_by(|one, two| one.pointers.cmp(&two.pointers));
    document.corrections.extend(corrections);
}

/// Gives a schema the bounds of its format; why, where it had not both.
fn bounded(schema: &mut Json) -> Option<String> {
    let format = schema.get("format")?;
    let (name, span) = (format.as_str()?, format.span);
    let (name, least, most) = *WIDTHS.iter().find(|(format, ..)| *format == name)?;
    let ty = schema.get("type")?;
    let types = ty.as_array().unwrap_or_default();
    if !(ty.as_str() == Some("integer") || types.iter().any(|ty| ty.as_str() == Some("integer"))) {
        return None;
    }
    let JsonKind::Object(members) = &mut schema.kind else {
        return None;
    };
    let mut is_new = false;
    for (side, exclusive, bound) in [
        ("minimum", "exclusiveMinimum", least),
        ("maximum", "exclusiveMaximum", most),
    ] {
        if !members.contains_key(side) && !members.contains_key(exclusive) {
            let mut json = Json::new(JsonKind::Number(bound.to_string().into()));
            settle(&mut json, span, None);
            members.insert(side.to_owned(), json);
            is_new = true;
        }
    }
    is_new.then(|| format!("by its `format`, `{name}`, from {least} to {most}"))
}
