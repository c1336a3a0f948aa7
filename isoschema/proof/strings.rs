//! Two schemas whose texts the algebra cannot compare → the same two schemas
//! over few texts, which it can.
//!
//! The algebra takes a pattern for a name: it does not know that `^\d+$` and
//! `^[0-9]+$` allow the same texts. Patterns, lengths and listed texts are
//! regular languages, and of all texts only so many can be told apart by
//! them. So a text of each kind stands for all of its kind: a pattern
//! becomes the list of the texts of those kinds that it takes. What the two
//! schemas say about one another stays the same, since neither could tell the
//! texts of a kind apart.
//!
//! That is so as long as nobody counts texts (`uniqueItems`), or asks for
//! more than languages say (an asserted `format`): such schemas are left
//! alone. Names of members are left alone, too, but for patterns of the same
//! names, which get the same spelling.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::inline::Inlined;
use super::regular::{Language, combinations, outside};

/// More kinds of texts are not told apart.
const MOST_KINDS: usize = 200;

/// What one schema says about texts themselves.
type Facets = (Option<String>, usize, Option<usize>);

/// Two schemas over few texts.
#[derive(Debug)]
pub struct FewTexts {
    /// The one.
    pub left: Inlined,
    /// The other.
    pub right: Inlined,
    /// A text of the kind that has all texts that do not stand for a kind.
    pub other: String,
}

/// The same two schemas over few texts; `None` where there is nothing to
/// gain, or no way.
pub fn over_few_texts(left: &Inlined, right: &Inlined) -> Option<FewTexts> {
    let mut found = Found::default();
    for schema in schemas(left).chain(schemas(right)) {
        found.look(schema);
    }
    if found.is_beyond || found.facets.is_empty() && found.names.len() < 2 {
        return None;
    }
    let table = Table::of(&found)?;
    let few = |inlined: &Inlined| {
        let definitions = inlined.definitions().iter();
        let definitions = definitions.map(|(name, body)| (name.clone(), table.write(body)));
        Inlined::new(table.write(inlined.root()), definitions.collect())
    };
    Some(FewTexts {
        left: few(left),
        right: few(right),
        other: table.other.clone(),
    })
}

fn schemas(inlined: &Inlined) -> impl Iterator<Item = &Value> {
    let definitions = inlined.definitions().iter().map(|(_, body)| body);
    definitions.chain([inlined.root()])
}

/// The keywords that hold a schema or a list of them, and those that hold
/// schemas by name.
const HOLD: [&str; 14] = [
    "items",
    "prefixItems",
    "contains",
    "unevaluatedItems",
    "additionalProperties",
    "unevaluatedProperties",
    "not",
    "if",
    "then",
    "else",
    "allOf",
    "anyOf",
    "oneOf",
    "propertyNames",
];
const NAMED: [&str; 3] = ["properties", "patternProperties", "dependentSchemas"];

/// What two schemas say about texts.
#[derive(Default)]
struct Found {
    facets: BTreeSet<Facets>,
    /// Texts that are listed, also inside of values.
    listed: BTreeSet<String>,
    /// The patterns of names.
    names: BTreeSet<String>,
    /// Whether anything counts texts, or knows them by other means.
    is_beyond: bool,
}

impl Found {
    fn look(&mut self, schema: &Value) {
        let Value::Object(members) = schema else {
            return;
        };
        self.is_beyond |= members.get("uniqueItems") == Some(&Value::Bool(true))
            || members.contains_key("format");
        self.facets.extend(facets(members));
        for value in ["enum", "const"]
            .iter()
            .filter_map(|word| members.get(*word))
        {
            self.list(value);
        }
        for (key, value) in members {
            match (key.as_str(), value) {
                ("propertyNames", _) => self.names_of(value),
                (hold, Value::Array(items)) if HOLD.contains(&hold) => {
                    for item in items {
                        self.look(item);
                    }
                }
                (hold, _) if HOLD.contains(&hold) => self.look(value),
                (named, Value::Object(map)) if NAMED.contains(&named) => {
                    if named == "patternProperties" {
                        self.names.extend(map.keys().cloned());
                    }
                    map.values().for_each(|child| self.look(child));
                }
                _ => {}
            }
        }
    }

    fn names_of(&mut self, schema: &Value) {
        let pattern = schema.get("pattern").and_then(Value::as_str);
        self.names.extend(pattern.map(str::to_owned));
    }

    fn list(&mut self, value: &Value) {
        match value {
            Value::String(text) => _ = self.listed.insert(text.clone()),
            Value::Array(items) => items.iter().for_each(|item| self.list(item)),
            Value::Object(members) => members.values().for_each(|member| self.list(member)),
            _ => {}
        }
    }
}

/// What a schema says about texts themselves, if anything.
fn facets(members: &Map<String, Value>) -> Option<Facets> {
    let count = |keyword: &str| {
        let value = members.get(keyword)?;
        let token = value.to_string();
        let whole = token.strip_suffix(".0").unwrap_or(&token);
        // A limit that no text reaches is as good as any.
        whole
            .bytes()
            .all(|digit| digit.is_ascii_digit())
            .then(|| whole.parse().unwrap_or(usize::MAX))
    };
    let pattern = members.get("pattern").and_then(Value::as_str);
    let (least, most) = (count("minLength"), count("maxLength"));
    let says = pattern.is_some() || least.is_some() || most.is_some();
    says.then(|| (pattern.map(str::to_owned), least.unwrap_or(0), most))
}

/// What stands for the texts.
struct Table {
    /// The texts that stand for those of their kind, listed ones for
    /// themselves.
    texts: Vec<String>,
    /// One that does not.
    other: String,
    /// For what a schema says, which of these it takes, and whether it takes
    /// all other texts.
    taken: BTreeMap<Facets, (Vec<bool>, bool)>,
    /// One spelling for all patterns of the same names.
    names: BTreeMap<String, String>,
}

impl Table {
    fn of(found: &Found) -> Option<Self> {
        let facets: Vec<&Facets> = found.facets.iter().collect();
        let mut languages = vec![Language::of_texts(found.listed.iter().map(String::as_str))?];
        let mut parts = Vec::new();
        for (pattern, least, most) in &facets {
            let pattern = pattern
                .as_deref()
                .map(Language::of_pattern)
                .transpose()
                .ok()?;
            let first = languages.len();
            languages.extend(pattern);
            if *least > 0 || most.is_some() {
                languages.push(Language::of_lengths(*least, *most));
            }
            parts.push(first..languages.len());
        }
        let all: Vec<&Language> = languages.iter().collect();
        let kinds = combinations(&all).ok()?;
        if kinds.len() > MOST_KINDS {
            return None;
        }
        let fitting = |of: &[bool]| -> Vec<bool> {
            let parts = parts.iter();
            let fit = parts.map(|parts| of[parts.clone()].iter().all(|is| *is));
            fit.collect()
        };
        let mut texts: Vec<(String, Vec<bool>)> = Vec::new();
        for text in &found.listed {
            let of: Vec<bool> = all.iter().map(|language| language.has(text)).collect();
            texts.push((text.clone(), fitting(&of)));
        }
        let mut kinds = kinds.into_iter().filter(|kind| !kind.of[0]);
        let rest = kinds.next()?;
        let (other, rest) = (rest.text, fitting(&rest.of));
        for kind in kinds {
            let taken = fitting(&kind.of);
            // Lengths and patterns tell more apart than what is said of them
            // together.
            if taken != rest
                && !texts[found.listed.len()..]
                    .iter()
                    .any(|(_, known)| *known == taken)
            {
                texts.push((kind.text, taken));
            }
        }
        let taken = facets.iter().enumerate().map(|(index, facets)| {
            let of = texts.iter().map(|(_, taken)| taken[index]).collect();
            ((*facets).clone(), (of, rest[index]))
        });
        Some(Self {
            taken: taken.collect(),
            texts: texts.into_iter().map(|(text, _)| text).collect(),
            other,
            names: spellings(&found.names),
        })
    }

    fn write(&self, schema: &Value) -> Value {
        let Value::Object(members) = schema else {
            return schema.clone();
        };
        let mut out = Map::new();
        for (key, value) in members {
            let written = match (key.as_str(), value) {
                ("pattern" | "minLength" | "maxLength", _) => continue,
                ("propertyNames", _) => self.spelt(value),
                (hold, Value::Array(items)) if HOLD.contains(&hold) => {
                    items.iter().map(|item| self.write(item)).collect()
                }
                (hold, _) if HOLD.contains(&hold) => self.write(value),
                ("patternProperties", Value::Object(map)) => self.patterns(map),
                (named, Value::Object(map)) if NAMED.contains(&named) => {
                    let map = map.iter();
                    let map = map.map(|(name, child)| (name.clone(), self.write(child)));
                    Value::Object(map.collect())
                }
                _ => value.clone(),
            };
            out.insert(key.clone(), written);
        }
        if let Some((taken, others)) = facets(members).and_then(|it| self.taken.get(&it)) {
            let texts = self.texts.iter().zip(taken);
            let listed = texts.filter(|(_, is)| *is != others).map(|(text, _)| text);
            let listed: Vec<&String> = listed.collect();
            let part = match (others, listed.is_empty()) {
                (true, true) => None,
                (true, false) => Some(json!({ "not": { "enum": listed } })),
                (false, true) => Some(json!({ "not": { "type": "string" } })),
                (false, false) => {
                    let other = ["array", "boolean", "null", "number", "object"];
                    Some(json!({ "anyOf": [{ "type": other }, { "enum": listed }] }))
                }
            };
            if let Some(part) = part {
                push(&mut out, part);
            }
        }
        Value::Object(out)
    }

    /// Names with the one spelling of their pattern.
    fn spelt(&self, names: &Value) -> Value {
        let mut names = names.clone();
        if let Some(Value::String(pattern)) = names.get_mut("pattern")
            && let Some(one) = self.names.get(pattern)
        {
            pattern.clone_from(one);
        }
        names
    }

    fn patterns(&self, map: &Map<String, Value>) -> Value {
        let mut out: Map<String, Value> = Map::new();
        for (pattern, child) in map {
            let child = self.write(child);
            let one = self.names.get(pattern).unwrap_or(pattern);
            match out.get_mut(one) {
                Some(known) => *known = json!({ "allOf": [known.take(), child] }),
                None => _ = out.insert(one.clone(), child),
            }
        }
        Value::Object(out)
    }
}

/// Adds what holds as well.
fn push(schema: &mut Map<String, Value>, part: Value) {
    match schema.get_mut("allOf") {
        Some(Value::Array(parts)) => parts.push(part),
        _ => _ = schema.insert("allOf".to_owned(), json!([part])),
    }
}

/// Each pattern with the first of those that take the same names.
fn spellings(patterns: &BTreeSet<String>) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    let mut known: Vec<(&String, Language)> = Vec::new();
    for pattern in patterns {
        let Ok(language) = Language::of_pattern(pattern) else {
            continue;
        };
        let same = known.iter().find(|(_, other)| {
            let none = Ok(None);
            outside(&[&language], &[other]) == none && outside(&[other], &[&language]) == none
        });
        match same {
            Some((one, _)) => _ = out.insert(pattern.clone(), (*one).clone()),
            None => known.push((pattern, language)),
        }
    }
    out
}
