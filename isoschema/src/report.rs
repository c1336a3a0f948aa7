//! What became of each schema: for `--report`.

use serde::Serialize;

use crate::enforce;
use crate::lower::model::{Model, TypeRef};
use crate::lower::rule::{RuleId, Rules};

/// What became of each schema location with a shape.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Report {
    /// The root types, by the schemas' names.
    pub roots: Vec<RootEntry>,
    /// How many locations state a shape.
    pub shapes: usize,
    /// How many of them have a Rust shape of their own.
    pub typed: usize,
    /// Each location and its Rust type.
    pub locations: Vec<LocationEntry>,
    /// Every place that is `serde_json::Value`, with the reason.
    pub values: Vec<ValueEntry>,
    /// Every keyword that a predicate enforces and a derived schema repeats.
    pub repeated: Vec<RepeatedEntry>,
}

/// A root type.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct RootEntry {
    /// The schema's name.
    pub schema: String,
    /// Its type.
    pub rust: String,
}

/// A schema location and its Rust type.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct LocationEntry {
    /// `document#/pointer`.
    pub schema: String,
    /// The Rust type.
    pub rust: String,
}

/// A place without a shape.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct ValueEntry {
    /// `document#/pointer`.
    pub schema: String,
    /// Why it has none.
    pub reason: String,
}

/// A keyword that no shape shows.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct RepeatedEntry {
    /// `document#/pointer`.
    pub schema: String,
    /// The keyword.
    pub keyword: String,
    /// The type that enforces it.
    pub rust: String,
}

impl Report {
    /// The report of a model.
    pub(crate) fn of(rules: &Rules, model: &Model) -> Self {
        let mut report = Self::default();
        for root in &model.roots {
            report.roots.push(RootEntry {
                schema: root.schema.clone(),
                rust: model.get(root.id).name.clone(),
            });
        }
        let mut typed: Vec<Option<String>> = vec![None; rules.rules.len()];
        for shape in &model.shapes {
            let rust = enforce::display(model, &shape.rust);
            for rule in &shape.rules {
                let place = &mut typed[rule.0 as usize];
                if place.is_none() {
                    *place = Some(rust.clone());
                }
                if shape.rust == TypeRef::Any {
                    report.values.push(ValueEntry {
                        schema: rules.get(*rule).location.to_string(),
                        reason: "the schema says nothing of the value".to_owned(),
                    });
                }
            }
        }
        for (index, rust) in typed.iter().enumerate() {
            let rule = rules.get(RuleId(u32::try_from(index).unwrap_or(u32::MAX)));
            let states = rule.types.is_some()
                || rule.enumeration.is_some()
                || rule.constant.is_some()
                || !rule.properties.is_empty()
                || rule.items.is_some()
                || !rule.prefix_items.is_empty();
            if !states {
                continue;
            }
            report.shapes += 1;
            if let Some(rust) = rust {
                report.typed += 1;
                report.locations.push(LocationEntry {
                    schema: rule.location.to_string(),
                    rust: rust.clone(),
                });
            }
        }
        for ty in &model.types {
            for check in &ty.checks {
                report.repeated.push(RepeatedEntry {
                    schema: rules.get(check.rule).location.to_string(),
                    keyword: check.part.keyword().to_owned(),
                    rust: ty.name.clone(),
                });
            }
        }
        report
    }
}
