//! YAML 1.2 (core schema) → [`Json`].

use std::collections::HashMap;
use std::sync::Arc;

use indexmap::IndexMap;
use saphyr_parser::{Event, Parser, ScalarStyle, ScanError};

use crate::diagnostics::text::{Span, Text};
use crate::diagnostics::{Diagnostic, Kind};
use crate::load::format::Format;
use crate::load::json::{Json, JsonKind};
use crate::load::parse::NESTING;

/// The most values that aliases may unfold to.
const VALUES: usize = 2_000_000;

type Step<T> = Result<T, Box<Diagnostic>>;

/// A container that is not closed yet.
enum Open {
    Array(usize, usize, Vec<Json>),
    Object(usize, usize, IndexMap<String, Json>, Option<(String, Span)>),
}

/// Reads the one document of a YAML text.
pub(crate) fn parse(text: &Arc<Text>) -> Step<Json> {
    let mut reader = Reader::of(text);
    let (documents, second) = reader.run()?;
    reader.one(documents, second)
}

/// Reads the documents of a YAML stream.
#[cfg(feature = "compare")]
pub(crate) fn parse_all(text: &Arc<Text>) -> Step<Vec<Json>> {
    let mut reader = Reader::of(text);
    let (documents, _) = reader.run()?;
    if documents.is_empty() {
        return Err(reader.nothing());
    }
    Ok(documents)
}

struct Reader<'a> {
    text: &'a Arc<Text>,
    /// The byte at which each character stands: the parser counts characters.
    bytes: Vec<usize>,
    anchors: HashMap<usize, Json>,
    /// How many values aliases have unfolded to.
    values: usize,
}

impl<'a> Reader<'a> {
    fn of(text: &'a Arc<Text>) -> Self {
        Self {
            text,
            bytes: text.content().char_indices().map(|(at, _)| at).collect(),
            anchors: HashMap::new(),
            values: 0,
        }
    }

    /// The documents of the stream, and where the second begins.
    fn run(&mut self) -> Step<(Vec<Json>, Option<Span>)> {
        let content = Arc::clone(self.text);
        let mut open: Vec<Open> = Vec::new();
        let mut whole = None;
        let mut before: Vec<Json> = Vec::new();
        let mut second = None;
        for event in Parser::new_from_str(content.content()) {
            let (event, span) = event.map_err(|error| self.scan(&error))?;
            let span = self.span(span);
            let (json, anchor) = match event {
                Event::Scalar(text, style, anchor, tag) => {
                    let is_text =
                        style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.suffix == "str");
                    let kind = if is_text {
                        JsonKind::String(text.into_owned())
                    } else {
                        plain(&text).map_err(|reason| self.wrong(span, reason))?
                    };
                    (
                        Json {
                            span,
                            key: None,
                            kind,
                        },
                        anchor,
                    )
                }
                Event::Alias(anchor) => {
                    let Some(json) = self.anchors.get(&anchor).cloned() else {
                        return Err(self.wrong(span, "this alias has no anchor"));
                    };
                    self.count(&json)?;
                    (json, 0)
                }
                Event::SequenceStart(anchor, _) => {
                    self.room(open.len(), span)?;
                    open.push(Open::Array(span.start, anchor, Vec::new()));
                    continue;
                }
                Event::MappingStart(anchor, _) => {
                    self.room(open.len(), span)?;
                    open.push(Open::Object(span.start, anchor, IndexMap::new(), None));
                    continue;
                }
                Event::SequenceEnd | Event::MappingEnd => {
                    let (start, anchor, kind) = match open.pop() {
                        Some(Open::Array(start, anchor, items)) => {
                            (start, anchor, JsonKind::Array(items))
                        }
                        Some(Open::Object(start, anchor, members, _)) => {
                            (start, anchor, JsonKind::Object(members))
                        }
                        None => continue,
                    };
                    let span = Span::new(start, span.start.max(start));
                    (
                        Json {
                            span,
                            key: None,
                            kind,
                        },
                        anchor,
                    )
                }
                Event::DocumentStart(_) => {
                    if let Some(one) = whole.take() {
                        before.push(one);
                        second.get_or_insert(span);
                    }
                    continue;
                }
                _ => continue,
            };
            if anchor > 0 {
                self.anchors.insert(anchor, json.clone());
            }
            self.put(json, &mut open, &mut whole)?;
        }
        before.extend(whole);
        // What stands behind the last `---` may be nothing.
        if before.len() > 1 {
            before.retain(|json| !matches!(json.kind, JsonKind::Null));
        }
        Ok((before, second))
    }

    /// The one document, or the resources of Kubernetes that a stream holds.
    fn one(&self, mut documents: Vec<Json>, second: Option<Span>) -> Step<Json> {
        if documents.len() > 1 {
            let mut all = Json::new(JsonKind::Array(documents));
            all.span = Span::new(0, self.text.content().len());
            return match Format::of(self.text.name(), &all) {
                Format::Kubernetes => Ok(all),
                _ => Err(self.wrong(second.unwrap_or_default(), "a second document begins here")),
            };
        }
        documents.pop().ok_or_else(|| self.nothing())
    }

    fn nothing(&self) -> Box<Diagnostic> {
        self.wrong(Span::default(), "there is no document in it")
    }

    fn put(&self, mut json: Json, open: &mut [Open], whole: &mut Option<Json>) -> Step<()> {
        match open.last_mut() {
            None => *whole = Some(json),
            Some(Open::Array(_, _, items)) => items.push(json),
            Some(Open::Object(_, _, members, key)) => {
                let Some((name, span)) = key.take() else {
                    *key = Some((self.name(&json)?, json.span));
                    return Ok(());
                };
                json.key = Some(span);
                if members.insert(name, json).is_some() {
                    return Err(self.wrong(span, "this member stands here twice"));
                }
            }
        }
        Ok(())
    }

    fn name(&self, json: &Json) -> Step<String> {
        match &json.kind {
            JsonKind::String(text) => Ok(text.clone()),
            JsonKind::Array(_) | JsonKind::Object(_) => {
                Err(self.wrong(json.span, "a member's name is a text"))
            }
            // `200:` and `null:` are names as they are written.
            _ => {
                let written = self.text.content().get(json.span.start..json.span.end);
                Ok(written.unwrap_or_default().trim().to_owned())
            }
        }
    }

    /// Counts what an alias unfolds to.
    fn count(&mut self, json: &Json) -> Step<()> {
        let mut open = vec![json];
        while let Some(json) = open.pop() {
            self.values += 1;
            if self.values > VALUES {
                let reason = format!("its aliases unfold to more than {VALUES} values");
                return Err(self.wrong(json.span, reason));
            }
            match &json.kind {
                JsonKind::Array(items) => open.extend(items),
                JsonKind::Object(members) => open.extend(members.values()),
                _ => {}
            }
        }
        Ok(())
    }

    fn room(&self, depth: usize, span: Span) -> Step<()> {
        if depth < NESTING {
            return Ok(());
        }
        Err(self.wrong(span, format!("more than {NESTING} levels of nesting")))
    }

    fn span(&self, span: saphyr_parser::Span) -> Span {
        let byte = |at: usize| {
            let end = self.text.content().len();
            self.bytes.get(at).copied().unwrap_or(end)
        };
        Span::new(byte(span.start.index()), byte(span.end.index()))
    }

    fn scan(&self, error: &ScanError) -> Box<Diagnostic> {
        let at = error.marker().index();
        let end = self.text.content().len();
        let at = self.bytes.get(at).copied().unwrap_or(end);
        self.wrong(Span::new(at, at), error.info().to_owned())
    }

    fn wrong(&self, span: Span, reason: impl Into<String>) -> Box<Diagnostic> {
        let reason = format!("not YAML that JSON can say: {}", reason.into());
        Box::new(Diagnostic::at(Kind::Syntax, self.text, span, reason))
    }
}

/// A plain scalar by the core schema (YAML 1.2.2, section 10.3.2).
fn plain(text: &str) -> Result<JsonKind, String> {
    Ok(match text {
        "" | "~" | "null" | "Null" | "NULL" => JsonKind::Null,
        "true" | "True" | "TRUE" => JsonKind::Bool(true),
        "false" | "False" | "FALSE" => JsonKind::Bool(false),
        _ => match number(text)? {
            Some(token) => JsonKind::Number(token.into()),
            None => JsonKind::String(text.to_owned()),
        },
    })
}

/// The JSON number that a scalar stands for.
fn number(text: &str) -> Result<Option<String>, String> {
    for (prefix, radix) in [("0o", 8), ("0x", 16)] {
        if let Some(digits) = text.strip_prefix(prefix)
            && !digits.is_empty()
            && digits.chars().all(|digit| digit.is_digit(radix))
        {
            return u128::from_str_radix(digits, radix)
                .map(|number| Some(number.to_string()))
                .map_err(|_| "this number is too large".to_owned());
        }
    }
    let (sign, rest) = match text.as_bytes().first() {
        Some(b'-') => ("-", &text[1..]),
        Some(b'+') => ("", &text[1..]),
        _ => ("", text),
    };
    if [".inf", ".Inf", ".INF"].contains(&rest) || [".nan", ".NaN", ".NAN"].contains(&text) {
        return Err(format!("JSON has no number `{text}`"));
    }
    let (mantissa, exponent) = match rest.find(['e', 'E']) {
        Some(at) => (&rest[..at], &rest[at..]),
        None => (rest, ""),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let power = exponent.get(1..).unwrap_or("");
    let power = power.strip_prefix(['+', '-']).unwrap_or(power);
    let is_number = digits(whole)
        && digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && digits(power)
        && exponent.is_empty() == power.is_empty();
    if !is_number {
        return Ok(None);
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let fraction = match (mantissa.contains('.'), fraction) {
        (false, _) => String::new(),
        (true, "") => ".0".to_owned(),
        (true, digits) => format!(".{digits}"),
    };
    Ok(Some(format!("{sign}{whole}{fraction}{exponent}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(yaml: &str) -> Result<String, String> {
        let text = Arc::new(Text::new("a.yaml", yaml.to_owned()));
        parse(&text)
            .map(|json| json.to_text().split_whitespace().collect())
            .map_err(|problem| problem.to_string())
    }

    #[test]
    fn yaml_as_json() {
        for (yaml, json) in [
            (
                "a: 1\nb: [x, 'y', \"z\\n\"]\n",
                r#"{"a":1,"b":["x","y","z\n"]}"#,
            ),
            ("200: ok\n'404': no\n", r#"{"200":"ok","404":"no"}"#),
            (
                "a: 1.50\nb: 007\nc: +.5\nd: 1e3\ne: 0x1F\nf: 1.\n",
                r#"{"a":1.50,"b":7,"c":0.5,"d":1e3,"e":31,"f":1.0}"#,
            ),
            (
                "a: yes\nb: true\nc: ~\nd:\ne: 2020-01-01\nf: 1.2.3\n",
                r#"{"a":"yes","b":true,"c":null,"d":null,"e":"2020-01-01","f":"1.2.3"}"#,
            ),
            ("a: &x {b: 1}\nc: *x\n", r#"{"a":{"b":1},"c":{"b":1}}"#),
            ("a: !!str 1\nb: |\n  é\n", r#"{"a":"1","b":"é\n"}"#),
            ("{\"a\": [1, {\"b\": null}]}", r#"{"a":[1,{"b":null}]}"#),
        ] {
            assert_eq!(read(yaml).as_deref(), Ok(json), "{yaml}");
        }
    }

    #[test]
    fn what_json_cannot_say_is_refused() {
        for (yaml, place) in [
            ("a: 1\na: 2\n", "a.yaml:2:1: "),
            ("é: 1\n? [a]\n: 2\n", "a.yaml:2:"),
            ("a: .inf\n", "a.yaml:1:4: "),
            ("a: [1\n", "a.yaml:"),
            ("", "a.yaml:"),
            ("a: 1\n---\nb: 2\n", "a.yaml:2:"),
        ] {
            let problem = read(yaml).unwrap_err();
            assert!(problem.starts_with(place), "{yaml}: {problem}");
        }
    }

    #[test]
    fn aliases_do_not_unfold_without_end() {
        let mut yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
        for level in 1..9 {
            let before = level - 1;
            let items = vec![format!("*a{before}"); 10].join(", ");
            yaml = format!("{yaml}a{level}: &a{level} [{items}]\n");
        }
        let problem = read(&yaml).unwrap_err();
        assert!(problem.contains("unfold to more than"), "{problem}");
    }
}
