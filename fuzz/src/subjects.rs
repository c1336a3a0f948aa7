//! The generated types, each with its schema and its validator.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde_json::Value;

#[allow(dead_code, unreachable_pub, clippy::all, clippy::pedantic)]
mod types {
    include!(concat!(env!("OUT_DIR"), "/types.rs"));
}

/// A type as the table has it.
struct Entry {
    name: &'static str,
    ways: Ways,
}

/// Ways to read a document into a type and to write it again.
#[derive(Clone, Copy)]
pub(crate) struct Ways {
    /// From bytes, by the documented entry.
    pub(crate) slice: fn(&[u8]) -> Result<String, String>,
    /// From a text as a stream, by serde: by a tape of the whole.
    pub(crate) serde: fn(&str) -> Result<String, String>,
    /// From a value, by serde.
    pub(crate) value: fn(&Value) -> Result<String, String>,
}

macro_rules! entry {
    ($name:literal, $rust:ident) => {
        Entry {
            name: $name,
            ways: Ways {
                slice: |text| written(types::$rust::from_json_slice(text)),
                serde: |text| written(serde_json::from_reader::<_, types::$rust>(text.as_bytes())),
                value: |value| written(<types::$rust as serde::Deserialize>::deserialize(value)),
            },
        }
    };
}

include!(concat!(env!("OUT_DIR"), "/subjects.rs"));

fn written<T: serde::Serialize, E: std::fmt::Display>(
    read: Result<T, E>,
) -> Result<String, String> {
    let value = read.map_err(|error| error.to_string())?;
    // What was read can be written: nobody asks for an error here.
    Ok(serde_json::to_string(&value).unwrap_or_else(|error| panic!("cannot write: {error}")))
}

/// A type, its schema, and who judges by it.
pub(crate) struct Subject {
    /// The name of its schema.
    pub(crate) name: &'static str,
    /// How to read and write it.
    pub(crate) ways: Ways,
    /// The schema.
    pub(crate) schema: Value,
    /// Whether a `multipleOf` has a fraction.
    pub(crate) fractional_steps: bool,
    /// The schema's subschemas by their pointers, with their contents.
    pub(crate) vocabulary: Vocabulary,
    /// Who says what is valid.
    pub(crate) validator: jsonschema::Validator,
}

/// What a schema talks about.
#[derive(Default)]
pub(crate) struct Vocabulary {
    /// The names of members.
    pub(crate) names: Vec<String>,
    /// The subschemas for a member's name, wherever it stands.
    pub(crate) members: BTreeMap<String, Vec<Value>>,
    /// Codes and other values.
    pub(crate) values: Vec<Value>,
}

/// Every subject, by name.
pub(crate) fn all() -> &'static [Subject] {
    static ALL: OnceLock<Vec<Subject>> = OnceLock::new();
    ALL.get_or_init(|| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas");
        SUBJECTS
            .iter()
            .map(|entry| {
                let path = format!("{folder}/{}.json", entry.name);
                let text = std::fs::read_to_string(&path)
                    .unwrap_or_else(|error| panic!("{path}: {error}"));
                let schema: Value =
                    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{path}: {error}"));
                let validator = jsonschema::options()
                    .should_validate_formats(true)
                    .build(&schema)
                    .unwrap_or_else(|error| panic!("{path}: {error}"));
                let mut vocabulary = Vocabulary::default();
                vocabulary.learn(&schema);
                vocabulary.names.sort();
                vocabulary.names.dedup();
                Subject {
                    name: entry.name,
                    ways: entry.ways,
                    fractional_steps: has_fractional_steps(&schema),
                    schema,
                    vocabulary,
                    validator,
                }
            })
            .collect()
    })
}

fn has_fractional_steps(schema: &Value) -> bool {
    match schema {
        Value::Object(members) => {
            members.get("multipleOf").is_some_and(Value::is_f64)
                || members.values().any(has_fractional_steps)
        }
        Value::Array(items) => items.iter().any(has_fractional_steps),
        _ => false,
    }
}

impl Vocabulary {
    fn learn(&mut self, schema: &Value) {
        match schema {
            Value::Object(members) => {
                for (keyword, value) in members {
                    match (keyword.as_str(), value) {
                        ("properties", Value::Object(properties)) => {
                            for (name, schema) in properties {
                                self.names.push(name.clone());
                                let known = self.members.entry(name.clone()).or_default();
                                known.push(schema.clone());
                            }
                        }
                        ("required", Value::Array(names)) => {
                            let names = names.iter().filter_map(Value::as_str);
                            self.names.extend(names.map(str::to_owned));
                        }
                        ("enum" | "examples", Value::Array(values)) => {
                            self.values.extend(values.iter().cloned());
                            continue;
                        }
                        ("const", value) => {
                            self.values.push(value.clone());
                            continue;
                        }
                        _ => {}
                    }
                    self.learn(value);
                }
            }
            Value::Array(items) => items.iter().for_each(|item| self.learn(item)),
            _ => {}
        }
    }
}
