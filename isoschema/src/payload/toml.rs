//! TOML texts → [`Json`].
//!
//! A date or a time is a text, as it is written; what JSON has no number for is
//! refused.

use std::sync::Arc;

use indexmap::IndexMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostics::text::{Span, Text};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};
use crate::load::json::{Json, JsonKind};

/// The one document of a TOML text.
pub(super) fn parse(name: &str, content: String) -> Result<Json, Diagnostics> {
    let text = Arc::new(Text::new(name, content));
    let (table, errors) = DeTable::parse_recoverable(text.content());
    let mut reader = Reader {
        text: &text,
        problems: Collector::default(),
    };
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        reader.wrong(Span::new(span.start, span.end), error.message());
    }
    let whole = Span::new(0, text.content().len());
    let kind = reader.table(table.get_ref());
    reader.problems.finish(Json {
        span: whole,
        ..Json::new(kind)
    })
}

struct Reader<'a> {
    text: &'a Arc<Text>,
    problems: Collector,
}

impl Reader<'_> {
    fn table(&mut self, table: &DeTable<'_>) -> JsonKind {
        let mut members = IndexMap::with_capacity(table.len());
        // In the order of the text: a table has its keys sorted.
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        for (key, value) in entries {
            let mut json = self.value(value);
            json.key = Some(Span::new(key.span().start, key.span().end));
            members.insert(key.get_ref().to_string(), json);
        }
        JsonKind::Object(members)
    }

    fn value(&mut self, value: &Spanned<DeValue<'_>>) -> Json {
        let span = Span::new(value.span().start, value.span().end);
        let kind = match value.get_ref() {
            DeValue::String(text) => JsonKind::String(text.to_string()),
            DeValue::Boolean(value) => JsonKind::Bool(*value),
            DeValue::Datetime(time) => JsonKind::String(time.to_string()),
            DeValue::Array(items) => {
                JsonKind::Array(items.iter().map(|item| self.value(item)).collect())
            }
            DeValue::Table(table) => self.table(table),
            DeValue::Integer(number) => match i128::from_str_radix(number.as_str(), number.radix())
            {
                Ok(number) => JsonKind::Number(number.to_string().into()),
                Err(_) => self.number(span, number.as_str()),
            },
            DeValue::Float(number) => self.number(span, number.as_str()),
        };
        Json {
            span,
            ..Json::new(kind)
        }
    }

    /// A number as it is written, without the signs that JSON has not.
    fn number(&mut self, span: Span, token: &str) -> JsonKind {
        let token = token.strip_prefix('+').unwrap_or(token);
        if token.ends_with(|last: char| last.is_ascii_alphabetic()) {
            self.wrong(span, &format!("JSON has no number `{token}`"));
        }
        JsonKind::Number(token.into())
    }

    fn wrong(&mut self, span: Span, reason: &str) {
        let reason = format!("not TOML that JSON can say: {reason}");
        let problem = Diagnostic::at(Kind::Syntax, self.text, span, reason);
        self.problems.push(problem);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(toml: &str) -> Result<String, String> {
        parse("a.toml", toml.to_owned())
            .map(|json| json.to_text().split_whitespace().collect())
            .map_err(|problems| problems.to_string())
    }

    #[test]
    fn toml_as_json() {
        for (toml, json) in [
            ("b = 1\na = 'x'\n", r#"{"b":1,"a":"x"}"#),
            ("[t]\nn = -0x1F\n", ""),
            (
                "[t]\nn = 0x1F\n[[l]]\nx = true\n[[l]]\n",
                r#"{"t":{"n":31},"l":[{"x":true},{}]}"#,
            ),
            ("n = [+1_000, 1.50, 1e3, -0]", r#"{"n":[1000,1.50,1e3,0]}"#),
            (
                "d = 2020-01-01\nt = 1979-05-27T07:32:00Z\n",
                r#"{"d":"2020-01-01","t":"1979-05-27T07:32:00Z"}"#,
            ),
        ] {
            match read(toml) {
                Ok(text) => assert_eq!(text, json, "{toml}"),
                Err(problem) => assert!(json.is_empty(), "{toml}: {problem}"),
            }
        }
    }

    #[test]
    fn what_json_cannot_say_is_refused() {
        for (toml, place) in [
            ("a = inf\n", "a.toml:1:5: "),
            ("a = 1\nb = -nan\n", "a.toml:2:5: "),
            ("a = 1\na = 2\n", "a.toml:2:1: "),
            ("a 1\n", "a.toml:1:"),
        ] {
            let problem = read(toml).unwrap_err();
            assert!(problem.starts_with(place), "{toml}: {problem}");
        }
    }
}
