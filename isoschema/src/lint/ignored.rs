//! `ignored-keyword`: a keyword that another draft knows, and this one does not.

use super::{Finding, Schema};
use crate::config::kinds::Nullable;
use crate::keywords::spelling::{Spelling, Vocabulary};
use crate::keywords::table::spelling;
use crate::load::json::Json;
use crate::resolve::dialect::Draft;

pub(super) fn ignored(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    let (json, dialect) = (schema.json, schema.dialect);
    let Some(members) = json.as_object() else {
        return;
    };
    let draft = if dialect.openapi30 {
        "OpenAPI 3.0".to_owned()
    } else {
        format!("draft {}", dialect.draft.name())
    };
    let is_bare = dialect.is_bare_reference(json);
    let listed = json.get("items").is_some_and(|it| it.as_array().is_some());
    for key in members.keys() {
        let Some(known) = spelling(key).filter(|_| key != "$ref") else {
            continue;
        };
        // What the reference leads to may say the same.
        let again = || {
            schema
                .target
                .and_then(|target| target.get(key))
                .zip(json.get(key))
        };
        if is_bare && again().is_some_and(|(there, here)| there.same_value(here)) {
            continue;
        }
        let (reason, help) = if is_bare {
            let reason = format!("`{key}` says nothing beside `$ref` in {draft}");
            let help = match key.as_str() {
                "nullable" => MEANT,
                _ => "put both into an `allOf`",
            };
            (reason, help.to_owned())
        } else if !known.is_spoken_beside(dialect, listed) {
            let reason = format!("`{key}` says nothing in {draft}");
            let help = if dialect.openapi30 {
                "it is a keyword of later versions: see whether the document is one".to_owned()
            } else {
                way_out(known)
            };
            (reason, help)
        } else if key == "nullable"
            && json.get("type").is_none()
            && says_yes(json)
            // What is meant by it stands there already, or null fits anyway.
            && schema.config.nullable == Nullable::Strict
        {
            let reason = "`nullable` says nothing where no `type` stands beside it".to_owned();
            (reason, MEANT.to_owned())
        } else if let Some(beside) = needs(key).filter(|it| !members.contains_key(*it)) {
            let reason = format!("`{key}` says nothing where no `{beside}` stands beside it");
            (reason, format!("put the `{beside}` beside it"))
        } else {
            continue;
        };
        found.push(Finding {
            suffix: format!("/{key}"),
            reason,
            help,
        });
    }
}

/// The keyword beside which alone another one says anything.
fn needs(key: &str) -> Option<&'static str> {
    match key {
        "then" | "else" => Some("if"),
        "minContains" | "maxContains" => Some("contains"),
        _ => None,
    }
}

/// The way out of a `nullable` without effect.
const MEANT: &str = "put the `type` beside it; `nullable = \"meant\"` below [generate] reads it as null \
                     all the same";

fn says_yes(json: &Json) -> bool {
    json.get("nullable").and_then(Json::as_bool) == Some(true)
}

fn way_out(known: &Spelling) -> String {
    match known.vocabulary {
        Vocabulary::OpenApi30 => "it is OpenAPI 3.0's; add \"null\" to `type`".to_owned(),
        _ if known.behind_a_list => "it goes on behind `items` as a list".to_owned(),
        _ if known.since > Draft::Draft4 && known.until == Draft::Draft2020 => {
            format!(
                "it is there since draft {}: name that by `$schema`",
                known.since.name()
            )
        }
        _ => format!("it was there up to draft {}", known.until.name()),
    }
}
