//! One fault → the change of the schema that accepts the value.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::keywords::fault::Fault;
use crate::load::json::escape;

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
    match (fault.keyword, &fault.found) {
        (_, None) => format!("{} lacks {}", shape(&fault.path), fault.names.join(", ")),
        ("type", Some(_)) => {
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
    let replace = |keyword: &str, value: &Value| json!({ "op": "replace", "path": format!("{at}/{keyword}"), "value": value });
    match fault.keyword {
        "type" if openapi && fault.kind == "null" => {
            schema.insert("nullable".to_owned(), Value::Bool(true));
            Some(vec![
                json!({ "op": "add", "path": format!("{at}/nullable"), "value": true }),
            ])
        }
        "type" => {
            let types = schema.get_mut("type")?;
            widen(types, fault.kind)?;
            Some(vec![replace("type", types)])
        }
        "enum" => {
            let Some(Value::Array(codes)) = schema.get_mut("enum") else {
                return None;
            };
            let code = fault.value.clone()?;
            if codes.contains(&code) {
                return None;
            }
            codes.push(code.clone());
            Some(vec![
                json!({ "op": "add", "path": format!("{at}/enum/-"), "value": code }),
            ])
        }
        "const" => {
            let code = fault.value.clone()?;
            let known = schema.remove("const")?;
            let codes = json!([known, code]);
            schema.insert("enum".to_owned(), codes.clone());
            Some(vec![
                json!({ "op": "remove", "path": format!("{at}/const") }),
                json!({ "op": "add", "path": format!("{at}/enum"), "value": codes }),
            ])
        }
        "required" => {
            let Some(Value::Array(names)) = schema.get_mut("required") else {
                return None;
            };
            let before = names.len();
            names.retain(|name| !fault.names.iter().any(|missing| name == missing));
            if names.len() == before {
                return None;
            }
            let left = Value::Array(names.clone());
            if names.is_empty() {
                schema.remove("required");
                return Some(vec![
                    json!({ "op": "remove", "path": format!("{at}/required") }),
                ]);
            }
            Some(vec![replace("required", &left)])
        }
        keyword @ ("dependentRequired" | "dependencies") => {
            let Some(Value::Object(lists)) = schema.get_mut(keyword) else {
                return None;
            };
            let mut out = Vec::new();
            for (trigger, names) in lists {
                let Value::Array(names) = names else { continue };
                let before = names.len();
                names.retain(|name| !fault.names.iter().any(|missing| name == missing));
                if names.len() < before {
                    let path = format!("{at}/{keyword}/{}", escape(trigger));
                    out.push(json!({ "op": "replace", "path": path, "value": names }));
                }
            }
            Some(out)
        }
        // One more constant; a new tag is more than a slip of the pen.
        keyword @ ("anyOf" | "oneOf") if !fault.codes.is_empty() && fault.names.is_empty() => {
            let Some(Value::Array(arms)) = schema.get_mut(keyword) else {
                return None;
            };
            let arm = json!({ "const": fault.value.clone()? });
            if arms.contains(&arm) {
                return None;
            }
            arms.push(arm.clone());
            Some(vec![
                json!({ "op": "add", "path": format!("{at}/{keyword}/-"), "value": arm }),
            ])
        }
        // What forbids, or excludes several alternatives, is no slip of the
        // pen: a person has to decide.
        "" | "not" | "anyOf" | "oneOf" => None,
        keyword => {
            schema.remove(keyword)?;
            Some(vec![
                json!({ "op": "remove", "path": format!("{at}/{keyword}") }),
            ])
        }
    }
}

/// Adds a kind to the value of `type`.
fn widen(types: &mut Value, kind: &str) -> Option<()> {
    let mut list: Vec<String> = match types {
        Value::String(name) => vec![name.clone()],
        Value::Array(names) => names
            .iter()
            .filter_map(|name| name.as_str().map(str::to_owned))
            .collect(),
        _ => return None,
    };
    if list.iter().any(|known| known == kind) {
        return None;
    }
    if kind == "number" {
        list.retain(|known| known != "integer");
    }
    list.push(kind.to_owned());
    *types = match &list[..] {
        [one] => json!(one),
        several => json!(several),
    };
    Some(())
}
