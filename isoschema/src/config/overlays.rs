//! `[[overlays]]` of `isoschema.toml` → corrections.

use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use super::settings::Config;
use crate::diagnostics::text::{Span, Text};
use crate::diagnostics::{Collector, Diagnostic, Kind};
use crate::load::json::{Json, JsonKind};
use crate::overlay::read::Reader;

/// Reads the sections into the configuration.
pub(super) fn read(
    value: &Spanned<DeValue<'_>>,
    text: &Arc<Text>,
    config: &mut Config,
    problems: &mut Collector,
) {
    let DeValue::Array(sections) = value.get_ref() else {
        let reason = "`overlays` is a list of sections: `[[overlays]]`";
        problems.push(problem(text, value, reason));
        return;
    };
    for (index, section) in sections.iter().enumerate() {
        let Some(json) = json(section, text, problems) else {
            continue;
        };
        let mut reader = Reader { text, problems };
        let overlay = reader.overlay(&json, &format!("/overlays/{index}"));
        config.overlays.extend(overlay);
    }
}

/// A TOML value as the JSON value that it stands for.
fn json(value: &Spanned<DeValue<'_>>, text: &Arc<Text>, problems: &mut Collector) -> Option<Json> {
    let kind = match value.get_ref() {
        DeValue::String(text) => JsonKind::String(text.to_string()),
        DeValue::Boolean(value) => JsonKind::Bool(*value),
        DeValue::Integer(number) if number.radix() == 10 => {
            JsonKind::Number(number.as_str().trim_start_matches('+').into())
        }
        DeValue::Integer(number) => {
            let digits = number.as_str();
            let Ok(number) = i128::from_str_radix(digits, number.radix()) else {
                problems.push(problem(text, value, "this number is too large"));
                return None;
            };
            JsonKind::Number(number.to_string().into())
        }
        DeValue::Float(number) => {
            let token = number.as_str().trim_start_matches('+');
            if serde_json::from_str::<serde_json::Number>(token).is_err() {
                problems.push(problem(text, value, "JSON has no such number"));
                return None;
            }
            JsonKind::Number(token.into())
        }
        DeValue::Datetime(_) => {
            let reason = "JSON has no dates: put the date in quotes";
            problems.push(problem(text, value, reason));
            return None;
        }
        DeValue::Array(items) => {
            let items: Vec<_> = items
                .iter()
                .map(|item| json(item, text, problems))
                .collect();
            JsonKind::Array(items.into_iter().collect::<Option<_>>()?)
        }
        DeValue::Table(members) => {
            let members: Vec<_> = members
                .iter()
                .map(|(name, value)| {
                    let mut json = json(value, text, problems)?;
                    json.key = Some(Span::new(name.span().start, name.span().end));
                    Some((name.get_ref().to_string(), json))
                })
                .collect();
            JsonKind::Object(members.into_iter().collect::<Option<_>>()?)
        }
    };
    Some(Json {
        span: Span::new(value.span().start, value.span().end),
        key: None,
        kind,
    })
}

fn problem(text: &Arc<Text>, value: &Spanned<DeValue<'_>>, reason: &str) -> Diagnostic {
    let span = Span::new(value.span().start, value.span().end);
    Diagnostic::at(Kind::Configuration, text, span, reason)
}
