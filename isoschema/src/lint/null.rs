//! `refused-null`: null among the types, where something else refuses it.

use super::{Asked, Finding};
use crate::load::json::{Json, JsonKind};
use crate::rules::kinds::Kinds;

pub(super) fn refused(asked: &Asked<'_>, found: &mut Vec<Finding>) {
    let types = asked.rule.types().filter(|it| it.contains(Kinds::NULL));
    // One of null alone has no value, and planning says so.
    let is_meant = types.is_some_and(|it| it != Kinds::NULL);
    if is_meant && !asked.fits(&Json::new(JsonKind::Null)) {
        found.push(Finding {
            suffix: String::new(),
            reason: "null is among the types, and never fits: what stands beside refuses it"
                .to_owned(),
            help: "list null in `enum`, or let `allOf` and their like take it; in OpenAPI 3.0, \
                   `nullable = \"meant\"` below [generate] does so"
                .to_owned(),
        });
    }
}
