//! One fault → the change of the schema that accepts the value.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::keywords::fault::Fault;
use crate::keywords::mending::Mending;
use crate::keywords::table::Word;

use super::proposal::Proposed;

/// Changes the documents that the fault is about, and notes how. Gives whether
/// anything changed.
///
/// Of alternatives, only the one that was probably meant is changed, and where
/// others could be meant as well, not what makes it another thing than they
/// are. What looks misspelt is the payload's fault.
pub(super) fn mend(
    fault: &Fault,
    documents: &mut BTreeMap<String, Value>,
    drafts: &mut BTreeMap<String, Proposed>,
) -> bool {
    let told = fault.told();
    let is_sure = told.iter().all(|fault| fault.others == 0);
    let about_members = |fault: &&Fault| !fault.names.is_empty();
    if !is_sure && told.iter().any(|fault| about_members(&fault)) {
        return false;
    }
    let own = told.iter().filter(|fault| fault.near.is_none());
    own.fold(false, |done, fault| one(fault, documents, drafts) | done)
}

fn one(
    fault: &Fault,
    documents: &mut BTreeMap<String, Value>,
    drafts: &mut BTreeMap<String, Proposed>,
) -> bool {
    let Some(location) = &fault.schema else {
        return false;
    };
    let Some(document) = documents.get_mut(&*location.document) else {
        return false;
    };
    let openapi = document
        .get("openapi")
        .and_then(Value::as_str)
        .is_some_and(|version| version.starts_with("3.0"));
    let Some(Value::Object(schema)) = document.pointer_mut(&location.pointer) else {
        return false;
    };
    let at = &location.pointer;
    let Some(operations) = operations(fault, schema, at, openapi) else {
        return false;
    };
    if operations.is_empty() {
        return false;
    }
    let draft = drafts.entry(location.document.to_string()).or_default();
    for operation in operations {
        note(draft, operation);
    }
    let fact = fact(fault);
    if !draft.facts.contains(&fact) {
        draft.facts.push(fact);
    }
    true
}

/// Adds an operation; a later value for one place takes the earlier one's.
fn note(draft: &mut Proposed, operation: Value) {
    let same = draft.patch.iter().position(|earlier| {
        earlier["path"] == operation["path"]
            && earlier["op"] == "replace"
            && operation["op"] != "add"
    });
    match same {
        Some(index) => draft.patch[index] = operation,
        None => draft.patch.push(operation),
    }
}

/// What was seen, in a few words.
fn fact(fault: &Fault) -> String {
    match (Word::spelled(fault.keyword), &fault.found) {
        (_, None) => format!("{} lacks {}", shape(&fault.path), fault.names.join(", ")),
        (Some(Word::Type), Some(_)) => {
            let article = match fault.kind {
                "null" => "",
                "integer" | "array" | "object" => "an ",
                _ => "a ",
            };
            format!("{} is {article}{}", shape(&fault.path), fault.kind)
        }
        (_, Some(found)) => format!("{} is {found}", shape(&fault.path)),
    }
}

/// A path without the numbers of items.
fn shape(path: &str) -> String {
    let mut out = String::new();
    let mut inside = false;
    for letter in path.chars() {
        match letter {
            '[' => inside = true,
            ']' => inside = false,
            digit if inside && digit.is_ascii_digit() => continue,
            _ => {}
        }
        out.push(letter);
    }
    out
}

/// The operations that mend a schema for a fault, already done on it.
fn operations(
    fault: &Fault,
    schema: &mut Map<String, Value>,
    at: &str,
    openapi: bool,
) -> Option<Vec<Value>> {
    // What is `false`, or no JSON, has no keyword.
    if fault.keyword.is_empty() {
        return None;
    }
    let word = Word::spelled(fault.keyword).unwrap_or(Word::Custom);
    let mut mending = Mending::new(fault, schema, at, openapi);
    word.mend(&mut mending)?;
    Some(mending.operations())
}
