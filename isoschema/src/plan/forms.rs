//! The forms in which a value may be written.

use crate::keywords::types::kind_of;
use crate::load::json::{Json, JsonKind};
use crate::load::number::{Decimal, Edge};
use crate::rules::kinds::Kinds;

/// An integer without a fraction, and with one, where readers tell the two
/// apart.
pub(super) fn forms(value: &Json) -> [Option<Json>; 2] {
    let token = value.as_number().unwrap_or_default();
    let integer = match Decimal::parse(token).floor() {
        Edge::At(integer) if kind_of(value) == Kinds::INTEGER => i64::try_from(integer).ok(),
        _ => None,
    };
    ["", ".0"].map(|fraction| {
        let text = format!("{}{fraction}", integer?);
        Some(Json::new(JsonKind::Number(text.into())))
    })
}
