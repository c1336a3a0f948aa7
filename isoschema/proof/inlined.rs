//! A schema whose recursive definitions alone are referred to, by their ranks.

use serde_json::{Map, Value, json};

use super::uri::escape;

/// A schema ready for comparison.
#[derive(Debug, Clone)]
pub struct Inlined {
    /// What holds for the document.
    root: Value,
    /// The recursive definitions: their keys in the original and their
    /// bodies.
    definitions: Vec<(String, Value)>,
}

impl Inlined {
    /// A schema with the recursive definitions of another one.
    pub fn new(root: Value, definitions: Vec<(String, Value)>) -> Self {
        Self { root, definitions }
    }

    /// What holds for the document; `$ref` gives the rank of a definition.
    pub fn root(&self) -> &Value {
        &self.root
    }

    /// The recursive definitions in rank order: their keys and their bodies.
    pub fn definitions(&self) -> &[(String, Value)] {
        &self.definitions
    }

    /// The last part of the pointer of each recursive definition, in rank
    /// order; empty for the root.
    pub fn names(&self) -> Vec<String> {
        self.definitions
            .iter()
            .map(|(pointer, _)| pointer.rsplit('/').next().unwrap_or_default().to_owned())
            .collect()
    }

    /// The whole schema, the recursive definitions under the given names.
    pub fn named(&self, names: &[String]) -> Value {
        let mut root = rename(&self.root, names);
        let definitions: Map<String, Value> = self
            .definitions
            .iter()
            .zip(names)
            .map(|((_, body), name)| (name.clone(), rename(body, names)))
            .collect();
        if let (Value::Object(members), false) = (&mut root, definitions.is_empty()) {
            members.insert("$defs".to_owned(), Value::Object(definitions));
        }
        root
    }
}

fn rename(value: &Value, names: &[String]) -> Value {
    match value {
        Value::Object(members) => members
            .iter()
            .map(|(key, child)| {
                let rank = (key == "$ref").then(|| child.as_u64()).flatten();
                let name = rank.and_then(|rank| names.get(usize::try_from(rank).ok()?));
                match name {
                    Some(name) => (key.clone(), json!(format!("#/$defs/{}", escape(name)))),
                    None => (key.clone(), rename(child, names)),
                }
            })
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(items) => items.iter().map(|item| rename(item, names)).collect(),
        other => other.clone(),
    }
}
