//! `unknown-dialect`: a `$schema` that leads nowhere.

use super::{Finding, Schema};
use crate::load::json::Json;
use crate::resolve::dialect::{Dialect, Draft};

pub(super) fn unknown(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    let declared = schema.json.get("$schema").and_then(Json::as_str);
    let Some(declared) = declared.filter(|_| schema.is_root && schema.dialect.unnamed) else {
        return;
    };
    if Dialect::known(declared).is_none() {
        found.push(Finding {
            suffix: "/$schema".to_owned(),
            reason: format!(
                "`{declared}` is the dialect of no draft: the schema is read as of draft {}",
                schema.dialect.draft.name()
            ),
            help: format!("name a draft, as in {:?}", Draft::Draft2020.uri()),
        });
    }
}
