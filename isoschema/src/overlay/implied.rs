//! Keywords of one kind without `type` → that `type`: `imply-type`.
//!
//! `properties` says nothing of a value that is no object, so that a schema without
//! `type` takes all of these. Few people mean that. Here a schema that has keywords of one kind
//! alone, and nothing else that says of which kind a value is, gets the `type`.
//!
//! What stands in `if` and `not` is a condition, and says nothing of what a value should be: it stays as it is.

use std::collections::HashMap;

use super::schemas;
use crate::diagnostics::text::Span;
use crate::formats;
use crate::keywords::spelling::Holds;
use crate::keywords::table::{Word, spelling};
use crate::keywords::types::{kind_of, kinds_named};
use crate::load::document::Document;
use crate::load::json::{Json, JsonKind, escape};
use crate::rules::kinds::Kinds;

/// What may be implied, and what a person calls it.
const IMPLIED: [(Kinds, &str, &str); 4] = [
    (Kinds::OBJECT, "object", "an object"),
    (Kinds::ARRAY, "array", "an array"),
    (Kinds::STRING, "string", "a text"),
    (Kinds::NUMBER, "number", "a number"),
];

/// So many references are followed from one to the next to see what kinds they are of.
const FOLLOWED: usize = 4;

/// The words that say of which kind a value is, or that leave it to what they refer to.
const SAID: [Word; 4] = [Word::Type, Word::Enum, Word::Const, Word::Reference];

/// Gives schemas the types that their keywords imply.
pub(super) fn correct(document: &mut Document) {
    // The type says it.
    let found = implied(document);
    schemas::correct(document, found, false, |members, implied| {
        let ty = Json::new(JsonKind::String(implied.ty.to_owned()));
        schemas::state(members, "type", ty, implied.span);
        let (keyword, word) = (implied.keyword, implied.word);
        format!("with `{keyword}` and without `type`, it is {word}")
    });
}

/// The schemas of a document that say no type, by their places, and what their keywords imply.
pub(crate) fn implied(document: &Document) -> Vec<(String, Implied)> {
    let mut walk = Walk {
        root: &document.json,
        seen: HashMap::new(),
        found: Vec::new(),
    };
    if document.is_schema() {
        walk.schema(&document.json, String::new(), false);
    }
    if let Some(at) = document.format.components() {
        let all = document.json.pointer(at).and_then(Json::as_object);
        for (name, json) in all.into_iter().flatten() {
            walk.schema(json, format!("{at}/{}", escape(name)), false);
        }
    }
    walk.found
}

/// A type that a schema gets.
pub(crate) struct Implied {
    ty: &'static str,
    /// What a person calls a value of it.
    pub(crate) word: &'static str,
    /// The keyword that it comes of.
    pub(crate) keyword: String,
    /// Where that stands.
    span: Span,
}

struct Walk<'d> {
    root: &'d Json,
    /// By pointer of what is referred to, the kinds that it speaks of.
    seen: HashMap<String, Kinds>,
    found: Vec<(String, Implied)>,
}

impl<'d> Walk<'d> {
    /// A schema, and all that it holds; whether something around it says already of which kind
    /// its values are.
    fn schema(&mut self, json: &'d Json, at: String, is_said: bool) {
        let mut open = vec![(json, at, is_said)];
        while let Some((json, at, is_said)) = open.pop() {
            let Some(members) = json.as_object() else {
                continue;
            };
            let mut is_said = is_said || says(json);
            if !is_said && let Some(implied) = self.implied(json) {
                self.found.push((at.clone(), implied));
                is_said = true;
            }
            for (name, inner) in members.iter().rev() {
                let holds = match name.as_str() {
                    // Conditions say nothing of what a value should be.
                    "if" | "not" => continue,
                    "$defs" | "definitions" => Holds::Map,
                    _ => spelling(name).map_or(Holds::Data, |it| it.holds),
                };
                let said = match Word::spelled(name) {
                    Some(Word::AllOf | Word::AnyOf | Word::OneOf | Word::Conditional) => is_said,
                    // Names are texts, and only an object depends on its members.
                    Some(
                        Word::PropertyNames | Word::DependentSchemas | Word::DependentRequired,
                    ) => true,
                    _ => false,
                };
                let below = inside(holds, inner);
                open.extend(below.into_iter().rev().map(|(step, inner)| {
                    let name = escape(name);
                    (inner, format!("{at}/{name}{step}"), said)
                }));
            }
        }
    }

    /// The type that the keywords of a schema imply.
    fn implied(&mut self, json: &Json) -> Option<Implied> {
        let own = own(json);
        let (kinds, ty, word) = *IMPLIED.iter().find(|(kinds, ..)| *kinds == own)?;
        if self.spoken_of(json, FOLLOWED) != kinds {
            return None;
        }
        let (name, value) = json
            .as_object()?
            .iter()
            .find(|(name, value)| !keyword(name, value).is_empty())?;
        Some(Implied {
            ty,
            word,
            keyword: name.clone(),
            span: value.span,
        })
    }

    /// The kinds that a schema, or one that applies to the same value, speaks of.
    fn spoken_of(&mut self, json: &Json, depth: usize) -> Kinds {
        let mut kinds = own(json);
        let ty = json.get("type");
        for name in ty
            .into_iter()
            .flat_map(|ty| ty.as_array().unwrap_or(std::slice::from_ref(ty)))
        {
            kinds = kinds.or(name.as_str().map_or(Kinds::NONE, kinds_named));
        }
        let values = json
            .get("enum")
            .and_then(Json::as_array)
            .unwrap_or_default();
        for value in values.iter().chain(json.get("const")) {
            kinds = kinds.or(kind_of(value));
        }
        for arms in Word::names_where(Word::lists_in_place) {
            for arm in json.get(arms).and_then(Json::as_array).unwrap_or_default() {
                kinds = kinds.or(self.spoken_of(arm, depth));
            }
        }
        for branch in ["then", "else"].iter().filter_map(|name| json.get(name)) {
            kinds = kinds.or(self.spoken_of(branch, depth));
        }
        let target = json.get("$ref").and_then(Json::as_str);
        if let Some(target) = target.and_then(|it| it.strip_prefix('#'))
            && depth > 0
        {
            kinds = kinds.or(self.referred(target, depth - 1));
        }
        // Integers are numbers.
        if kinds.meets(Kinds::NUMBER) {
            kinds = kinds.or(Kinds::NUMBER);
        }
        kinds
    }

    fn referred(&mut self, target: &str, depth: usize) -> Kinds {
        if let Some(known) = self.seen.get(target) {
            return *known;
        }
        self.seen.insert(target.to_owned(), Kinds::NONE);
        let found = self.root.pointer(target);
        let kinds = found.map_or(Kinds::NONE, |json| self.spoken_of(json, depth));
        self.seen.insert(target.to_owned(), kinds);
        kinds
    }
}

/// Whether a schema says of which kind its values are, or refers to one that may.
fn says(json: &Json) -> bool {
    let names = json.as_object().into_iter().flat_map(|it| it.keys());
    // `nullable` of OpenAPI 3.0 says nothing without `type`.
    let names = names.filter(|name| *name != "nullable");
    names
        .filter_map(|name| Word::spelled(name))
        .any(|word| SAID.contains(&word))
}

/// The kinds that the keywords of a schema are about.
fn own(json: &Json) -> Kinds {
    let members = json.as_object().into_iter().flatten();
    members.fold(Kinds::NONE, |kinds, (name, value)| {
        kinds.or(keyword(name, value))
    })
}

/// The kinds that a keyword is about, where it is about some.
fn keyword(name: &str, value: &Json) -> Kinds {
    match Word::spelled(name).map(|word| (word, word.kinds())) {
        // Other formats, such as OpenAPI's, are of no kind that is known.
        Some((Word::Format, _)) if value.as_str().and_then(formats::known).is_none() => Kinds::NONE,
        Some((_, kinds)) if kinds != Kinds::ALL => kinds,
        _ => Kinds::NONE,
    }
}

/// The schemas that a keyword holds, each with its place in it.
fn inside(holds: Holds, json: &Json) -> Vec<(String, &Json)> {
    match (&json.kind, holds) {
        (JsonKind::Array(items), Holds::List | Holds::SchemaOrList) => items
            .iter()
            .enumerate()
            .map(|(index, json)| (format!("/{index}"), json))
            .collect(),
        (JsonKind::Object(members), Holds::Map | Holds::MapOrNames) => members
            .iter()
            .map(|(name, json)| (format!("/{}", escape(name)), json))
            .collect(),
        (JsonKind::Object(_), Holds::Schema | Holds::SchemaOrList) => vec![(String::new(), json)],
        _ => Vec::new(),
    }
}
