//! What a configuration makes of the schemas: the ones that its types are
//! exact for, and the documents that show it.

use std::fmt::Write as _;

use super::draw::Set;
use super::proof::graph::Graph;
use super::proof::number::beyond_limits;
use super::proof::text::{Doc, Style};
use super::proof::uri::escape;
use super::proof::valid::Valid;
use super::proof::{Sources, on_large_stack};

/// The part of a configuration that changes verdicts.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Meaning {
    /// Whether every format is asserted.
    pub(crate) formats: bool,
    /// The places whose `enum` is opened.
    pub(crate) opened: Vec<String>,
}

/// A document, and what the validator says of it.
#[derive(Debug, Clone)]
pub(crate) struct Document {
    pub(crate) doc: Doc,
    pub(crate) text: String,
    pub(crate) valid: bool,
    /// Whether it has a number that a type may refuse.
    pub(crate) beyond: bool,
    /// Whether it has an integer that an `i64` does not hold.
    pub(crate) wide: bool,
}

/// Draws documents for one schema of a set, as the configuration has it.
pub(crate) fn documents(
    set: &Set,
    meaning: &Meaning,
    name: &str,
    most: usize,
) -> Result<Vec<Document>, String> {
    let mut sources = Sources::new();
    if meaning.formats {
        sources = sources.asserting_formats();
    }
    for (name, schema) in &set.documents {
        let mut schema = schema.clone();
        for place in &meaning.opened {
            if let Some((document, pointer)) = place.split_once('#')
                && document == name
            {
                open(&mut schema, pointer);
            }
        }
        let value = serde_json::from_str(&schema.to_text(Style::Compact))
            .map_err(|error| error.to_string())?;
        sources = sources.with(name, value);
    }
    on_large_stack(|| {
        let bundle = sources.bundle(name)?;
        let validator = sources.validator(&bundle)?;
        let graph = Graph::new(&bundle).with_formats(meaning.formats);
        let mut valid = Valid::new(&graph, &validator, set.seed);
        let sites = valid.sites.len();
        let mut found: Vec<Document> = Vec::new();
        for turn in 0..most {
            let drawn = match turn % 2 {
                1 if sites > 0 => valid.faulty(turn / 2 % sites, turn / 2 / sites),
                _ => valid.draw(),
            };
            if let Some(drawn) = drawn.filter(|drawn| found.iter().all(|it| it.text != drawn.text))
            {
                found.push(Document::new(drawn.doc, drawn.text, drawn.valid));
            }
        }
        Ok(found)
    })
}

impl Document {
    pub(crate) fn new(doc: Doc, text: String, valid: bool) -> Self {
        let (mut beyond, mut wide) = (false, false);
        doc.numbers(&mut |token| {
            beyond |= beyond_limits(token);
            wide |= token
                .parse::<f64>()
                .is_ok_and(|size| size.abs() >= 9_223_372_036_854_775_807.0);
        });
        Self {
            doc,
            text,
            valid,
            beyond,
            wide,
        }
    }

    /// Whether it has an integer with a fraction or an exponent, which is none in draft 4.
    pub(crate) fn is_spelled(&self) -> bool {
        let mut is_spelled = false;
        self.doc.numbers(&mut |token| {
            let is_whole = token.parse::<f64>().is_ok_and(|size| size % 1.0 == 0.0);
            is_spelled |= is_whole && token.contains(['.', 'e', 'E']);
        });
        is_spelled
    }
}

/// Every place of a set with an `enum`.
pub(crate) fn enums(set: &Set) -> Vec<String> {
    let mut places = Vec::new();
    for (name, schema) in &set.documents {
        find(schema, &mut format!("{name}#"), &mut places);
    }
    places
}

fn find(schema: &Doc, at: &mut String, places: &mut Vec<String>) {
    let here = at.len();
    match schema {
        Doc::Object(members) => {
            for (name, value) in members {
                if name == "enum" && matches!(value, Doc::List(_)) {
                    places.push(at.clone());
                    continue;
                }
                at.push('/');
                at.push_str(&escape(name));
                find(value, at, places);
                at.truncate(here);
            }
        }
        Doc::List(items) => {
            for (index, item) in items.iter().enumerate() {
                let _ = write!(at, "/{index}");
                find(item, at, places);
                at.truncate(here);
            }
        }
        _ => {}
    }
}

/// Lets the schema at a pointer take every other text too.
fn open(schema: &mut Doc, pointer: &str) {
    let (token, rest) = match pointer.strip_prefix('/') {
        Some(inner) => inner
            .split_once('/')
            .map_or((inner, ""), |(token, _)| (token, &inner[token.len()..])),
        None => ("", ""),
    };
    match schema {
        Doc::Object(members) if pointer.is_empty() => {
            let mut arms = vec![Doc::Object(vec![(
                "type".to_owned(),
                Doc::Text("string".to_owned()),
            )])];
            for (_, codes) in members.extract_if(.., |(name, _)| name == "enum") {
                arms.push(Doc::Object(vec![("enum".to_owned(), codes)]));
            }
            // In an `allOf`, as it may have an `anyOf` already.
            let either = Doc::Object(vec![("anyOf".to_owned(), Doc::List(arms))]);
            match members.iter_mut().find(|(name, _)| name == "allOf") {
                Some((_, Doc::List(parts))) => parts.push(either),
                _ => members.push(("allOf".to_owned(), Doc::List(vec![either]))),
            }
        }
        Doc::Object(members) => {
            if let Some((_, inner)) = members.iter_mut().find(|(name, _)| escape(name) == token) {
                open(inner, rest);
            }
        }
        Doc::List(items) => {
            if let Some(inner) = token
                .parse()
                .ok()
                .and_then(|index: usize| items.get_mut(index))
            {
                open(inner, rest);
            }
        }
        _ => {}
    }
}
