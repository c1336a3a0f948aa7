//! `repeated-entry`: a list that names something twice, where each is to stand once.

use std::collections::HashSet;

use super::{Finding, Schema};
use crate::keywords::table::{Word, spelling};
use crate::load::json::{Json, escape};

pub(super) fn repeated(schema: &Schema<'_>, found: &mut Vec<Finding>) {
    let members = schema.json.as_object().into_iter().flatten();
    let spoken = members.filter(|(name, _)| {
        spelling(name).is_some_and(|spelling| spelling.is_spoken(schema.dialect))
    });
    for (name, json) in spoken {
        match Word::spelled(name) {
            Some(Word::Enum | Word::Required | Word::Type) => {
                look(json, &format!("/{name}"), found);
            }
            Some(Word::DependentRequired | Word::DependentSchemas) => {
                for (member, names) in json.as_object().into_iter().flatten() {
                    look(names, &format!("/{name}/{}", escape(member)), found);
                }
            }
            _ => {}
        }
    }
}

/// A list of values, or of names.
fn look(list: &Json, at: &str, found: &mut Vec<Finding>) {
    let mut seen = HashSet::new();
    for (index, entry) in list.as_array().into_iter().flatten().enumerate() {
        if !seen.insert(entry.canonical()) {
            found.push(Finding {
                suffix: format!("{at}/{index}"),
                reason: format!("{} stands here twice", entry.to_value()),
                help: "leave one out, or correct it".to_owned(),
            });
        }
    }
}
