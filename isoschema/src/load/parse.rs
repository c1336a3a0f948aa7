//! JSON texts (RFC 8259, nothing beside it) → [`Json`].
//!
//! Iterative, so that the nesting of a text costs no stack, and strict: no
//! comments, no trailing commas, no repeated members, no lone surrogates.

use std::sync::Arc;

use indexmap::IndexMap;
use indexmap::map::Entry;

use super::json::{Json, JsonKind};
use super::misread;
#[cfg(feature = "refresh")]
use super::repeated::RepeatedMembers;
use super::repeated::{Place, Repeated};
use crate::diagnostics::text::{Span, Text};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind};

/// The deepest nesting that is read.
pub const NESTING: usize = 2_000;

/// Reads one JSON text.
///
/// # Errors
///
/// The first place where the text is not JSON, or every member that is
/// repeated.
pub fn parse_text(name: &str, content: &str) -> Result<(Json, Arc<Text>), Diagnostics> {
    let text = Arc::new(Text::new(name, content.to_owned()));
    let (json, repeated) = parse(&text)?;
    let mut problems = Collector::default();
    problems.extend(repeated.into_iter().map(Repeated::refused));
    problems.finish((json, text))
}

/// Reads one schema, in which what is repeated means what the configuration
/// says; no more is said of what is only to be warned of.
#[cfg(feature = "refresh")]
pub(crate) fn parse_schema(
    name: &str,
    content: &str,
    meant: RepeatedMembers,
) -> Result<(Json, Arc<Text>), Diagnostics> {
    let text = Arc::new(Text::new(name, content.to_owned()));
    let (json, repeated) = parse(&text)?;
    let mut problems = Collector::default();
    for repeated in repeated {
        repeated.tell(meant, &mut problems);
    }
    problems.finish((json, text))
}

/// Reads one JSON text that is already held. Of the members that are repeated,
/// the value has the last one.
pub(crate) fn parse(text: &Arc<Text>) -> Result<(Json, Vec<Repeated>), Diagnostics> {
    parse_as(text, text.content())
}

/// The same of a text whose comments are blanks in `content`.
pub(super) fn parse_as(
    text: &Arc<Text>,
    content: &str,
) -> Result<(Json, Vec<Repeated>), Diagnostics> {
    let mut parser = Parser {
        text,
        bytes: content.as_bytes(),
        at: 0,
        repeated: Vec::new(),
    };
    match parser.document() {
        Ok(json) => Ok((json, parser.repeated)),
        Err(diagnostic) => Err(with_yaml_told(*diagnostic, text).into()),
    }
}

/// Reads JSON texts that stand one after the other, as items of an array.
pub(super) fn parse_lines(text: &Arc<Text>) -> Result<(Json, Vec<Repeated>), Diagnostics> {
    let mut parser = Parser {
        text,
        bytes: text.content().as_bytes(),
        at: 0,
        repeated: Vec::new(),
    };
    let mut items = Vec::new();
    let read = loop {
        parser.blank();
        if parser.at == parser.bytes.len() {
            break Ok(());
        }
        match parser.value() {
            Ok(json) => items.push(json),
            Err(problem) => break Err(*problem),
        }
    };
    read?;
    let mut json = Json::new(JsonKind::Array(items));
    json.span = Span::new(0, parser.at);
    Ok((json, parser.repeated))
}

/// Whether a text is YAML by its name.
pub(super) fn is_yaml(text: &Text) -> bool {
    let endings = [".yaml", ".yml"];
    endings.iter().any(|ending| text.name().ends_with(ending))
}

/// What is wrong with a text that is YAML by its name, and no JSON.
fn with_yaml_told(mut problem: Diagnostic, text: &Text) -> Diagnostic {
    if is_yaml(text) {
        problem.reason = format!("this is YAML by its name: {}", problem.reason);
        problem = problem.help("save it as JSON, in a file whose name ends in `.json`");
    }
    problem
}

type Step<T> = Result<T, Box<Diagnostic>>;

/// A container that is not closed yet.
enum Open {
    Array(usize, Option<Span>, Vec<Json>, Place),
    Object(
        usize,
        Option<Span>,
        IndexMap<String, Json>,
        String,
        Span,
        Place,
    ),
}

impl Open {
    /// Where the value stands that comes next in it.
    fn place(&self) -> Place {
        match self {
            Self::Array(_, _, _, place) => *place,
            Self::Object(_, _, _, name, _, place) => place.member(name),
        }
    }
}

struct Parser<'a> {
    text: &'a Arc<Text>,
    bytes: &'a [u8],
    at: usize,
    repeated: Vec<Repeated>,
}

impl Parser<'_> {
    fn document(&mut self) -> Step<Json> {
        if self.bytes.starts_with("\u{feff}".as_bytes()) {
            self.at = 3;
        }
        self.blank();
        if self.at == self.bytes.len() {
            return Err(self.wrong(self.at, "the file is empty; a JSON value is expected"));
        }
        let json = self.value()?;
        self.blank();
        if self.at < self.bytes.len() {
            return Err(self.wrong(self.at, "there is text behind the end of the JSON value"));
        }
        Ok(json)
    }

    fn value(&mut self) -> Step<Json> {
        let mut open: Vec<Open> = Vec::new();
        let mut key: Option<Span> = None;
        loop {
            self.blank();
            let start = self.at;
            let place = open.last().map_or(Place::Schema, Open::place);
            let mut done = match self.bytes.get(self.at) {
                Some(b'[') => {
                    self.at += 1;
                    self.blank();
                    if self.take(b']') {
                        JsonKind::Array(Vec::new())
                    } else {
                        self.room(open.len(), start)?;
                        open.push(Open::Array(start, key.take(), Vec::new(), place));
                        continue;
                    }
                }
                Some(b'{') => {
                    self.at += 1;
                    self.blank();
                    if self.take(b'}') {
                        JsonKind::Object(IndexMap::new())
                    } else {
                        self.room(open.len(), start)?;
                        let (name, span) = self.name()?;
                        let own = key.replace(span);
                        open.push(Open::Object(start, own, IndexMap::new(), name, span, place));
                        continue;
                    }
                }
                _ => self.scalar()?,
            };
            let mut start = start;
            // Puts the value where it belongs, and closes what ends behind it.
            loop {
                let json = Json {
                    span: Span::new(start, self.at),
                    key: key.take(),
                    kind: done,
                };
                self.blank();
                match open.pop() {
                    None => return Ok(json),
                    Some(Open::Array(from, own, mut items, place)) => {
                        items.push(json);
                        if self.take(b',') {
                            open.push(Open::Array(from, own, items, place));
                            break;
                        }
                        if !self.take(b']') {
                            return Err(self.unclosed("array", "]", from));
                        }
                        (done, start, key) = (JsonKind::Array(items), from, own);
                    }
                    Some(Open::Object(from, own, mut members, name, span, place)) => {
                        match members.entry(name) {
                            Entry::Occupied(mut first) => {
                                self.repeated.push(Repeated {
                                    problem: Diagnostic::at(
                                        Kind::DuplicateMember,
                                        self.text,
                                        span,
                                        format!("the member `{}` stands here twice", first.key()),
                                    ),
                                    annotates: place.member(first.key()) == Place::Annotation,
                                });
                                first.insert(json);
                            }
                            Entry::Vacant(vacant) => {
                                vacant.insert(json);
                            }
                        }
                        if self.take(b',') {
                            self.blank();
                            let (name, span) = self.name()?;
                            key = Some(span);
                            open.push(Open::Object(from, own, members, name, span, place));
                            break;
                        }
                        if !self.take(b'}') {
                            return Err(self.unclosed("object", "}", from));
                        }
                        (done, start, key) = (JsonKind::Object(members), from, own);
                    }
                }
            }
        }
    }

    /// A member's name with the colon behind it.
    fn name(&mut self) -> Step<(String, Span)> {
        let start = self.at;
        if self.bytes.get(start) != Some(&b'"') {
            return Err(self.odd("a member's name in double quotes is expected here"));
        }
        let name = self.string()?;
        let span = Span::new(start, self.at);
        self.blank();
        if !self.take(b':') {
            return Err(self.wrong(self.at, "a colon is expected behind a member's name"));
        }
        Ok((name, span))
    }

    fn scalar(&mut self) -> Step<JsonKind> {
        let rest = &self.bytes[self.at..];
        for (word, kind) in [
            ("null", JsonKind::Null),
            ("true", JsonKind::Bool(true)),
            ("false", JsonKind::Bool(false)),
        ] {
            let ends = |byte: Option<&u8>| !byte.is_some_and(u8::is_ascii_alphanumeric);
            if rest.starts_with(word.as_bytes()) && ends(rest.get(word.len())) {
                self.at += word.len();
                return Ok(kind);
            }
        }
        match rest.first() {
            Some(b'"') => self.string().map(JsonKind::String),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(b']' | b'}') => Err(self.odd("a value is expected before this")),
            Some(_) => Err(self.odd("a JSON value is expected here")),
            None => Err(self.odd("the text ends where a JSON value is expected")),
        }
    }

    fn number(&mut self) -> Step<JsonKind> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        } else if self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            return Err(self.wrong(start, "a number has no leading zero in JSON"));
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            if !self.take(b'+') {
                self.take(b'-');
            }
            self.digits()?;
        }
        Ok(JsonKind::Number(self.text.content()[start..self.at].into()))
    }

    fn digits(&mut self) -> Step<()> {
        let start = self.at;
        while self.bytes.get(self.at).is_some_and(u8::is_ascii_digit) {
            self.at += 1;
        }
        if start == self.at {
            return Err(self.wrong(start, "a digit is expected here"));
        }
        Ok(())
    }

    fn string(&mut self) -> Step<String> {
        let start = self.at;
        self.at += 1;
        let mut escaped = false;
        loop {
            match self.bytes.get(self.at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    self.at += 2;
                }
                Some(0..0x20) => {
                    let reason = "a control character inside a string has to be escaped";
                    return Err(self.wrong(self.at, reason));
                }
                Some(_) => self.at += 1,
                None => return Err(self.wrong(start, "this string is not closed")),
            }
        }
        self.at += 1;
        let token = &self.text.content()[start..self.at];
        if !escaped {
            return Ok(token[1..token.len() - 1].to_owned());
        }
        serde_json::from_str(token).map_err(|error| {
            // Its column counts bytes from the quote on, up to the fault.
            let at = start + error.column().saturating_sub(1);
            let text = error.to_string();
            let what = text.split(" at line").next().unwrap_or(&text);
            self.wrong(at, &format!("bad escape in a string: {what}"))
        })
    }

    fn blank(&mut self) {
        while let Some(b' ' | b'\t' | b'\n' | b'\r') = self.bytes.get(self.at) {
            self.at += 1;
        }
    }

    fn take(&mut self, byte: u8) -> bool {
        let found = self.bytes.get(self.at) == Some(&byte);
        self.at += usize::from(found);
        found
    }

    fn room(&self, depth: usize, at: usize) -> Step<()> {
        if depth < NESTING {
            return Ok(());
        }
        let reason = format!("more than {NESTING} levels of nesting");
        let diagnostic = Diagnostic::at(Kind::Limit, self.text, Span::new(at, at + 1), reason);
        Err(Box::new(
            diagnostic.help("give the inner schemas names and refer to them"),
        ))
    }

    fn unclosed(&self, what: &str, close: &str, from: usize) -> Box<Diagnostic> {
        let (line, column) = self.text.position(from);
        let reason =
            format!("a comma or `{close}` is expected: the {what} began at {line}:{column}");
        self.odd(&reason)
    }

    fn odd(&self, reason: &str) -> Box<Diagnostic> {
        misread::odd(self.text, self.at, reason)
    }

    fn wrong(&self, at: usize, reason: &str) -> Box<Diagnostic> {
        Box::new(misread::wrong(self.text, at, reason))
    }
}
