//! A schema → the same schema of draft 2020-12 without references, save those
//! to recursive definitions.
//!
//! Set subtraction cannot look through references on two sides that name
//! things differently. So each reference is replaced by what it leads to, and
//! where a definition leads back to itself, it is named by its rank among the
//! recursive ones: by the path of the values that it describes, which does not
//! depend on how a schema is cut into definitions.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use serde_json::{Map, Value, json};

use super::bundle::{Draft, draft_of};
pub use super::inlined::Inlined;
use super::modern::{modernize, simplify};
use super::uri::percent_decode;

/// More schemas than this are not written out.
const MOST: usize = 300_000;

/// Inlines a self-contained schema. With `formats`, `format` is kept.
///
/// # Errors
///
/// A reference that leads nowhere, or a schema that grows too large.
pub fn inline(whole: &Value, formats: bool) -> Result<Inlined, String> {
    inline_up_to(whole, formats, MOST)
}

/// As [`inline`], to at most so many schemas.
///
/// # Errors
///
/// As for [`inline`].
pub fn inline_up_to(whole: &Value, formats: bool, most: usize) -> Result<Inlined, String> {
    let mut work = Work::new(whole, formats, most);
    let start = work.follow(String::new())?;
    work.visit_target(&start)?;
    let ranked = work.rank(&start)?;
    let root = work.reference(&start, &ranked)?;
    let mut definitions = Vec::new();
    for pointer in &ranked {
        definitions.push((pointer.clone(), work.body(pointer, &ranked)?));
    }
    Ok(Inlined::new(root, definitions))
}

/// One place of a self-contained schema in the words of draft 2020-12. References stay:
/// `$ref` gives the pointer that it leads to, and stands alone.
///
/// # Errors
///
/// A reference that leads nowhere.
pub fn modern_at(whole: &Value, pointer: &str, formats: bool) -> Result<Value, String> {
    let mut work = Work::new(whole, formats, usize::MAX);
    work.stays = true;
    work.body(pointer, &[])
}

struct Work<'a> {
    whole: &'a Value,
    draft: Draft,
    legacy: bool,
    formats: bool,
    /// Reference targets: `false` while they are being visited.
    state: BTreeMap<String, bool>,
    heads: BTreeSet<String>,
    written: usize,
    most: usize,
    /// Whether references stay.
    stays: bool,
}

/// The keywords that assert, with what their values are.
enum Word {
    Data,
    Schema,
    List,
    Map,
}

fn word(keyword: &str) -> Option<Word> {
    match keyword {
        "type" | "enum" | "const" | "multipleOf" | "minimum" | "maximum" | "exclusiveMinimum"
        | "exclusiveMaximum" | "minLength" | "maxLength" | "pattern" | "minItems" | "maxItems"
        | "uniqueItems" | "minContains" | "maxContains" | "minProperties" | "maxProperties"
        | "required" | "dependentRequired" | "format" => Some(Word::Data),
        "items"
        | "additionalItems"
        | "contains"
        | "unevaluatedItems"
        | "additionalProperties"
        | "propertyNames"
        | "unevaluatedProperties"
        | "not"
        | "if"
        | "then"
        | "else" => Some(Word::Schema),
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => Some(Word::List),
        "properties" | "patternProperties" | "dependentSchemas" | "dependencies" => Some(Word::Map),
        _ => None,
    }
}

impl<'a> Work<'a> {
    fn new(whole: &'a Value, formats: bool, most: usize) -> Self {
        let draft = draft_of(whole);
        Self {
            whole,
            draft,
            legacy: draft <= Draft::Seven,
            formats,
            state: BTreeMap::new(),
            heads: BTreeSet::new(),
            written: 0,
            most,
            stays: false,
        }
    }

    fn at(&self, pointer: &str) -> Result<&'a Value, String> {
        self.whole
            .pointer(pointer)
            .ok_or_else(|| format!("no schema at {pointer}"))
    }

    /// Where a pointer leads, past definitions that only refer on.
    fn follow(&self, pointer: String) -> Result<String, String> {
        let mut pointer = pointer;
        for _ in 0..100 {
            let Value::Object(body) = self.at(&pointer)? else {
                break;
            };
            let Some(next) = body.get("$ref").and_then(Value::as_str) else {
                break;
            };
            if !self.legacy && body.keys().any(|key| word(key).is_some()) {
                break;
            }
            pointer = target(next);
        }
        Ok(pointer)
    }

    fn visit_target(&mut self, pointer: &str) -> Result<(), String> {
        match self.state.get(pointer) {
            Some(true) => return Ok(()),
            Some(false) => {
                self.heads.insert(pointer.to_owned());
                return Ok(());
            }
            None => {}
        }
        self.state.insert(pointer.to_owned(), false);
        let body = self.at(pointer)?;
        self.visit(body)?;
        self.state.insert(pointer.to_owned(), true);
        Ok(())
    }

    fn visit(&mut self, schema: &'a Value) -> Result<(), String> {
        for child in self.children(schema)? {
            match child {
                Child::Target(pointer, _) => self.visit_target(&pointer)?,
                Child::Schema(schema, _) => self.visit(schema)?,
            }
        }
        Ok(())
    }

    /// What a schema leads to, with the step that the value takes.
    fn children(&self, schema: &'a Value) -> Result<Vec<Child<'a>>, String> {
        let mut out = Vec::new();
        let Value::Object(members) = schema else {
            return Ok(out);
        };
        if let Some(reference) = members.get("$ref").and_then(Value::as_str) {
            out.push(Child::Target(
                self.follow(target(reference))?,
                String::new(),
            ));
            if self.legacy {
                return Ok(out);
            }
        }
        let mut keys: Vec<&String> = members.keys().collect();
        keys.sort();
        for key in keys {
            let value = &members[key];
            let step = match key.as_str() {
                "items" | "prefixItems" | "additionalItems" | "contains" | "unevaluatedItems" => {
                    "[]"
                }
                "additionalProperties" | "unevaluatedProperties" | "patternProperties" => "{}",
                "propertyNames" => "{name}",
                _ => "",
            };
            match (word(key), value) {
                (Some(Word::Map), Value::Object(map)) => {
                    let mut names: Vec<&String> = map.keys().collect();
                    names.sort();
                    for name in names {
                        let step = if key == "properties" {
                            format!("/{name}")
                        } else {
                            step.to_owned()
                        };
                        out.push(Child::Schema(&map[name], step));
                    }
                }
                (Some(Word::List | Word::Schema), Value::Array(items)) => {
                    out.extend(
                        items
                            .iter()
                            .map(|item| Child::Schema(item, step.to_owned())),
                    );
                }
                (Some(Word::Schema), _) => out.push(Child::Schema(value, step.to_owned())),
                _ => {}
            }
        }
        Ok(out)
    }

    /// The recursive definitions by the smallest path of a value that they
    /// describe.
    fn rank(&self, start: &str) -> Result<Vec<String>, String> {
        let mut ranked = Vec::new();
        let mut seen = BTreeSet::new();
        let mut queue = BinaryHeap::new();
        queue.push(Reverse((0_usize, String::new(), 0_usize, start.to_owned())));
        let mut order = 0;
        while let Some(Reverse((depth, path, _, pointer))) = queue.pop() {
            if !seen.insert(pointer.clone()) {
                continue;
            }
            if self.heads.contains(&pointer) {
                ranked.push(pointer.clone());
            }
            let mut inner = vec![(self.at(&pointer)?, depth, path)];
            while let Some((schema, depth, path)) = inner.pop() {
                for child in self.children(schema)? {
                    let (Child::Target(_, step) | Child::Schema(_, step)) = &child;
                    let deeper = depth + usize::from(!step.is_empty());
                    let further = format!("{path}{step}");
                    match child {
                        Child::Schema(schema, _) => inner.push((schema, deeper, further)),
                        Child::Target(target, _) => {
                            order += 1;
                            queue.push(Reverse((deeper, further, order, target)));
                        }
                    }
                }
            }
        }
        Ok(ranked)
    }

    fn reference(&mut self, pointer: &str, ranked: &[String]) -> Result<Value, String> {
        if self.stays {
            return Ok(json!({ "$ref": pointer }));
        }
        match ranked.iter().position(|known| known == pointer) {
            // A number stands for the name until both sides are known.
            Some(rank) => Ok(json!({ "$ref": rank })),
            None => self.body(pointer, ranked),
        }
    }

    fn body(&mut self, pointer: &str, ranked: &[String]) -> Result<Value, String> {
        let schema = self.at(pointer)?;
        self.write(schema, ranked)
    }

    fn write(&mut self, schema: &'a Value, ranked: &[String]) -> Result<Value, String> {
        self.written += 1;
        if self.written > self.most {
            return Err(format!(
                "more than {} schemas when references are inlined",
                self.most
            ));
        }
        let Value::Object(members) = schema else {
            return Ok(schema.clone());
        };
        let mut out = Map::new();
        let reference = match members.get("$ref").and_then(Value::as_str) {
            Some(reference) => {
                let pointer = self.follow(target(reference))?;
                Some(self.reference(&pointer, ranked)?)
            }
            None => None,
        };
        if let (Some(whole), true) = (&reference, self.legacy) {
            return Ok(whole.clone());
        }
        for (key, value) in members {
            let written = match (word(key), value) {
                (None, _) => continue,
                (Some(Word::Data), _) => value.clone(),
                (Some(Word::Map), Value::Object(map)) => {
                    let mut inner = Map::new();
                    for (name, child) in map {
                        // A list under `dependencies` is names, not schemas.
                        let child = if child.is_array() {
                            child.clone()
                        } else {
                            self.write(child, ranked)?
                        };
                        inner.insert(name.clone(), child);
                    }
                    Value::Object(inner)
                }
                (_, Value::Array(items)) => {
                    let mut inner = Vec::new();
                    for item in items {
                        inner.push(self.write(item, ranked)?);
                    }
                    Value::Array(inner)
                }
                _ => self.write(value, ranked)?,
            };
            out.insert(key.clone(), written);
        }
        modernize(&mut out, self.draft, self.formats);
        simplify(&mut out, self.draft);
        let Some(reference) = reference else {
            return Ok(Value::Object(out));
        };
        if out.is_empty() {
            return Ok(reference);
        }
        match out.get_mut("allOf") {
            Some(Value::Array(parts)) => parts.push(reference),
            _ => {
                out.insert("allOf".to_owned(), json!([reference]));
            }
        }
        Ok(Value::Object(out))
    }
}

enum Child<'a> {
    Target(String, String),
    Schema(&'a Value, String),
}

/// The pointer that a local reference leads to.
pub fn target(reference: &str) -> String {
    percent_decode(reference.strip_prefix('#').unwrap_or(reference))
}
