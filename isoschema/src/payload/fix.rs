//! Faults → the payload as it was probably meant.
//!
//! Only what loses nothing: a member or a code that is misspelt gets the name
//! that is near, a number in quotes is a number, a text without them is one.
//! Each change is tried, and kept where less is wrong than before.

use serde_json::{Value, json};

use crate::judge::Judge;
use crate::keywords::fault::Fault;
use crate::load::json::{Json, JsonKind, escape};
use crate::load::parse::parse_text;
use crate::rules::id::RuleId;
use crate::words::quoted;

use super::outcome::{Kept, Outcome};

/// So many changes are tried with one payload.
const MOST_TRIES: usize = 100;

/// A payload as it was probably meant.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Corrected {
    /// The payload: its file, with the line behind `:` in JSON Lines.
    pub name: String,
    /// The line in JSON Lines.
    pub line: Option<usize>,
    /// What was changed.
    pub changes: Vec<Correction>,
    /// Whether it fits now.
    pub fits: bool,
    pub(super) json: Json,
}

/// A change of a payload.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Correction {
    /// The JSON Pointer of the value as it was (RFC 6901).
    pub pointer: String,
    /// Its path as people write it.
    pub path: String,
    /// What was there: a value, or the name of a member, as JSON.
    pub old: String,
    /// What is there now.
    pub new: String,
    /// Whether it is the name of a member.
    pub is_name: bool,
}

impl Corrected {
    /// The payload's file.
    #[must_use]
    pub fn file(&self) -> &str {
        let line = self.line.map(|line| format!(":{line}"));
        let file = line.and_then(|line| self.name.strip_suffix(&line));
        file.unwrap_or(&self.name)
    }

    /// The text of a file.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.json.to_text()
    }

    /// The text on one line.
    #[must_use]
    pub fn to_line(&self) -> String {
        // No line break is inside of a text.
        let text = self.json.to_text();
        let lines = text.lines().map(str::trim_start);
        lines
            .flat_map(|line| [line, if line.ends_with(',') { " " } else { "" }])
            .collect()
    }
}

impl Corrected {
    /// What was changed, for programs.
    pub(super) fn to_json(&self) -> Value {
        let changes: Vec<Value> = self.changes.iter().map(Correction::to_json).collect();
        json!({ "name": self.name, "fits": self.fits, "changes": changes })
    }
}

impl Outcome {
    /// The payloads that do not fit and can be corrected without a loss: what is
    /// misspelt, and numbers and texts in one another's form. Nothing, where no
    /// payloads are kept.
    ///
    /// ```
    /// use isoschema::payload::Check;
    ///
    /// let schema = r#"{"properties": {"count": {"type": "integer"}}, "required": ["count"]}"#;
    /// let mut check = Check::texts([("order.json", schema)], "order").unwrap();
    /// check.text("first.json", r#"{"cuont": "3"}"#);
    /// let corrected = check.finish().corrected();
    /// assert!(corrected[0].fits);
    /// assert_eq!(corrected[0].to_line(), r#"{"count": 3}"#);
    /// ```
    #[must_use]
    pub fn corrected(&self) -> Vec<Corrected> {
        let judge = self.ground.judge();
        let kept = self.texts.iter();
        kept.filter_map(|kept| corrected(&judge, self.ground.root, kept))
            .collect()
    }
}

pub(super) fn corrected(judge: &Judge<'_>, root: RuleId, kept: &Kept) -> Option<Corrected> {
    let mut faults = told(judge, root, &kept.json);
    let mut json = kept.json.clone();
    let (mut changes, mut tries) = (Vec::new(), 0);
    while !faults.is_empty() {
        let mut better = None;
        for fault in &faults {
            let Some((mended, change)) = change(fault, &json) else {
                continue;
            };
            tries += 1;
            if tries > MOST_TRIES {
                break;
            }
            let left = told(judge, root, &mended);
            // What is renamed may be wrong itself, and is told now, as is what has a tag or a code that is known.
            let is_code = !fault.codes.is_empty() && fault.near.is_some();
            let is_found = change.is_name && left.len() == faults.len()
                || is_code && left.iter().all(|it| it.pointer != fault.pointer);
            // A value in another form is none where its kind is still wrong.
            let is_still = |it: &Fault| it.pointer == fault.pointer && it.keyword == fault.keyword;
            let is_less =
                left.len() < faults.len() && (change.is_name || !left.iter().any(is_still));
            if is_less || is_found {
                better = Some((mended, change, left));
                break;
            }
        }
        let Some((mended, change, left)) = better else {
            break;
        };
        (json, faults) = (mended, left);
        changes.push(change);
    }
    (!changes.is_empty()).then(|| Corrected {
        name: kept.name.clone(),
        line: kept.line,
        changes,
        fits: faults.is_empty(),
        json,
    })
}

fn told(judge: &Judge<'_>, root: RuleId, json: &Json) -> Vec<Fault> {
    let faults = judge.judge(root, json).faults;
    faults.iter().flat_map(Fault::told).collect()
}

/// The payload with what a fault is probably about put right.
fn change(fault: &Fault, json: &Json) -> Option<(Json, Correction)> {
    let mut out = json.clone();
    let of = |pointer: String, path: &str, old: String, new: String, is_name| Correction {
        pointer,
        path: path.to_owned(),
        old,
        new,
        is_name,
    };
    match (&fault.near, &fault.found, fault.keyword) {
        // A member is missing, and a near one is there.
        (Some(near), None, _) => {
            let name = fault.names.first()?;
            rename(out.pointer_mut(&fault.pointer)?, near, name)?;
            let pointer = format!("{}/{}", fault.pointer, escape(near));
            let change = of(pointer, &fault.path, quoted(near), quoted(name), true);
            Some((out, change))
        }
        // A member's name is none of the codes.
        (Some(near), Some(_), _) if !fault.codes.is_empty() && is_name(fault, json) => {
            let name = fault.names.first()?;
            rename(out.pointer_mut(&fault.pointer)?, name, near)?;
            let pointer = format!("{}/{}", fault.pointer, escape(name));
            let change = of(pointer, &fault.path, quoted(name), quoted(near), true);
            Some((out, change))
        }
        // None of the codes.
        (Some(near), Some(_), _) if !fault.codes.is_empty() => {
            let value = out.pointer_mut(&fault.pointer)?;
            let old = value.as_str().map(quoted)?;
            value.kind = JsonKind::String(near.clone());
            let change = of(fault.pointer.clone(), &fault.path, old, quoted(near), false);
            Some((out, change))
        }
        // A member that is not declared.
        (Some(near), Some(_), _) => {
            let (around, _) = fault.pointer.rsplit_once('/')?;
            let name = fault.names.first()?;
            rename(out.pointer_mut(around)?, name, near)?;
            let change = of(
                fault.pointer.clone(),
                &fault.path,
                quoted(name),
                quoted(near),
                true,
            );
            Some((out, change))
        }
        (None, Some(_), keyword) => {
            let value = out.pointer_mut(&fault.pointer)?;
            let (old, new) = (value.clone(), other_form(value)?);
            value.kind = new;
            // What is a text by its quotes alone may be meant for another alternative; a number is a text where
            // that is asked for.
            let is_code = || fault.codes.contains(&value.to_value());
            let is_bare =
                || old.as_str().is_some() && matches!(keyword, "enum" | "const" | "pattern");
            if keyword != "type" && !is_code() && !is_bare() {
                return None;
            }
            let shown = [&old, &*value].map(|it| it.to_text().trim_end().to_owned());
            let [old, new] = shown;
            let change = of(fault.pointer.clone(), &fault.path, old, new, false);
            Some((out, change))
        }
        _ => None,
    }
}

/// Whether a fault is about the name of a member of the object that it stands at.
fn is_name(fault: &Fault, json: &Json) -> bool {
    let around = json.pointer(&fault.pointer).and_then(Json::as_object);
    let is_there = |name: &String| around.is_some_and(|it| it.contains_key(name));
    fault.names.first().is_some_and(is_there)
}

/// Gives a member another name, at its place among the others.
fn rename(object: &mut Json, old: &str, new: &str) -> Option<()> {
    let JsonKind::Object(members) = &mut object.kind else {
        return None;
    };
    if members.contains_key(new) {
        return None;
    }
    let (at, _, value) = members.shift_remove_full(old)?;
    members.shift_insert(at, new.to_owned(), value);
    Some(())
}

/// A number or a truth value in quotes without them, and the other way round.
fn other_form(value: &Json) -> Option<JsonKind> {
    match &value.kind {
        JsonKind::String(text) => {
            let (json, _) = parse_text("value", text).ok()?;
            let is_scalar = matches!(json.kind, JsonKind::Number(_) | JsonKind::Bool(_));
            (is_scalar && text.trim() == text).then_some(json.kind)
        }
        JsonKind::Number(token) => Some(JsonKind::String(token.to_string())),
        JsonKind::Bool(value) => Some(JsonKind::String(value.to_string())),
        _ => None,
    }
}

impl Correction {
    /// The change in words: `count: "3" becomes 3`.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { path, old, new, .. } = self;
        let what = if self.is_name { "the member " } else { "" };
        format!("{path}: {what}{old} becomes {new}")
    }

    /// The same for programs.
    fn to_json(&self) -> Value {
        let value = |text: &str| serde_json::from_str(text).unwrap_or(Value::Null);
        json!({
            "pointer": self.pointer,
            "path": self.path,
            "what": if self.is_name { "name" } else { "value" },
            "old": value(&self.old),
            "new": value(&self.new),
        })
    }
}
