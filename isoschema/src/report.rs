//! What became of each schema: for `--report`.

pub(crate) mod names;
mod unchecked;
mod unsaid;
mod weakened;

use std::collections::HashSet;

use indexmap::IndexMap;
use serde::Serialize;

use crate::config::settings::Config;
use crate::emit::operations::{OperationEntry, operations};
use crate::enforce::Restored;
use crate::enforce::form::borrowing;
use crate::enforce::ty::display;
use crate::keywords::enumeration::Enum;
use crate::keywords::keyword::Role;
use crate::keywords::table::{Word, spelling};
use crate::load::document::Documents;
use crate::plan;
use crate::plan::model::{Model, Part, Shape, TypeRef};
use crate::rules::location::Location;
use crate::rules::rule::Rule;

use unsaid::unsaid;

/// What became of each schema location with a shape.
#[derive(Debug, Clone, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Report {
    /// The root types, by the schemas' names.
    pub roots: Vec<RootEntry>,
    /// How many locations state a `type`, `properties`, `items`,
    /// `prefixItems`, `enum` or `const`.
    pub shapes: usize,
    /// How many of them have a Rust shape of their own.
    pub typed: usize,
    /// Each location with a Rust shape, and its type.
    pub locations: Vec<LocationEntry>,
    /// Each location that states a shape and has none in Rust.
    pub untyped: Vec<ValueEntry>,
    /// Every place that is `serde_json::Value`.
    pub values: Vec<ValueEntry>,
    /// Every correction of a schema.
    pub corrections: Vec<CorrectionEntry>,
    /// Every keyword that a predicate enforces and a derived schema repeats.
    pub repeated: Vec<RepeatedEntry>,
    /// The documents that a comparison with the derived schema cannot judge:
    /// there drawn documents decide alone.
    pub undecided: Vec<ValueEntry>,
    /// Every place where an option of the configuration weakens a promise.
    pub weakened: Vec<WeakenedEntry>,
    /// Every `enum` that the configuration opens.
    pub opened: Vec<OpenedEntry>,
    /// Every reference that strictly read leads nowhere, and what it is taken
    /// for.
    pub assumed: Vec<AssumedEntry>,
    /// Every name of a type, a field or a variant that typify would have changed.
    pub restored: Vec<RestoredEntry>,
    /// Every operation of the documents that have some, and the types that it carries.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<OperationEntry>,
}

/// An `enum` that the configuration opens: from there on, what the schema is
/// taken for.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct OpenedEntry {
    /// `document#/pointer`.
    pub schema: String,
    /// The Rust type there.
    pub rust: String,
    /// Which values fit that did not.
    pub adds: &'static str,
    /// Why it is opened.
    pub reason: String,
}

/// A name that typify would have changed, and that was put back.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct RestoredEntry {
    /// `document#/pointer` of the type.
    pub schema: String,
    /// The Rust type that has the name, or is called by it.
    pub rust: String,
    /// The name.
    pub name: String,
}

impl From<Restored> for RestoredEntry {
    fn from(restored: Restored) -> Self {
        Self {
            schema: restored.location,
            rust: restored.item,
            name: restored.name,
        }
    }
}

/// A reference that strictly read leads nowhere.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct AssumedEntry {
    /// `document#/pointer`.
    pub schema: String,
    /// How it is written.
    pub reference: String,
    /// What it is taken for.
    pub target: String,
    /// Why.
    pub reason: String,
}

/// A place where an option weakens a promise, or where a document says what no schema does.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct WeakenedEntry {
    /// The promise: `accept`, `lossless`, `sound` or `derived`.
    pub promise: &'static str,
    /// `document#/pointer`.
    pub schema: String,
    /// The Rust type there.
    pub rust: String,
    /// What the option does, or what is not checked.
    pub reason: String,
}

/// A root type.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct RootEntry {
    /// The schema's name.
    pub schema: String,
    /// Its type.
    pub rust: String,
    /// Whether an option weakens a promise for something in it.
    pub weakened: bool,
    /// Whether its type has a borrowing form.
    pub borrowed: bool,
    /// Whether the schema says anything of a document, beside what it defines.
    pub speaks: bool,
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

/// A schema location that was corrected.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct CorrectionEntry {
    /// `document#/pointer`.
    pub schema: String,
    /// The file with the correction.
    pub overlay: String,
    /// Why it is made.
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
    pub(crate) fn of(
        documents: &Documents,
        model: &Model,
        config: &Config,
        restored: Vec<Restored>,
    ) -> Self {
        let rules = &model.rules;
        let mut report = Self {
            operations: operations(model),
            restored: restored.into_iter().map(RestoredEntry::from).collect(),
            ..Self::default()
        };
        for document in documents.iter() {
            for correction in &document.corrections {
                for pointer in &correction.pointers {
                    report.corrections.push(CorrectionEntry {
                        schema: format!("{}#{pointer}", document.path),
                        overlay: correction.overlay.to_string(),
                        reason: correction.reason.clone(),
                    });
                }
            }
        }
        let weak = weakened::types(model, config);
        let borrowed = if config.types.borrowed {
            borrowing(model)
        } else {
            HashSet::new()
        };
        for root in &model.roots {
            let rule = rules.roots.iter().find(|it| it.name == root.schema);
            let rule = rule.map(|it| rules.get(it.rule));
            // A definition is no document.
            let is_whole = rule.is_some_and(|it| it.location.to_string().ends_with('#'));
            report.roots.push(RootEntry {
                speaks: is_whole && rule.is_some_and(Rule::speaks),
                schema: root.schema.clone(),
                rust: display(model, &TypeRef::Named(root.id)),
                weakened: weak[root.id.0 as usize],
                borrowed: borrowed.contains(&root.id),
            });
        }
        // In several dynamic scopes one location is several rules.
        let mut opened: IndexMap<&Location, (&str, Option<&TypeRef>)> = IndexMap::new();
        let mut locations: IndexMap<&Location, (bool, Option<&TypeRef>)> = IndexMap::new();
        for (rule, used) in rules.rules.iter().zip(&model.used) {
            let entry = locations.entry(&rule.location).or_default();
            entry.0 |= states_shape(rule);
            entry.1 = entry.1.or(used.as_ref());
            if let Some(reason) = rule.get::<Enum>().and_then(|it| it.open.as_ref()) {
                opened.entry(&rule.location).or_insert((reason, None)).1 = entry.1;
            }
        }
        report.opened.extend(
            opened
                .into_iter()
                .map(|(location, (reason, used))| OpenedEntry {
                    schema: location.to_string(),
                    rust: used.map_or_else(String::new, |used| display(model, used)),
                    adds: "other texts",
                    reason: reason.to_owned(),
                }),
        );
        for (location, (states, used)) in locations {
            if states {
                report.location(location, used, model);
            }
        }
        report.bags(model);
        report.weakened = weakened::entries(model, config);
        report.weakened.extend(unchecked::entries(documents, model));
        for (document, all) in &rules.assumed {
            report.assumed.extend(all.iter().map(|it| AssumedEntry {
                schema: format!("{document}#{}", it.pointer),
                reference: it.reference.clone(),
                target: it.target.clone(),
                reason: it.reason.to_owned(),
            }));
        }
        report.undecided = plan::undecided(model)
            .into_iter()
            .map(|(schema, reason)| ValueEntry { schema, reason })
            .collect();
        for ty in &model.types {
            for check in &ty.checks {
                report.repeated.push(RepeatedEntry {
                    schema: rules.get(check.rule).location.to_string(),
                    keyword: check.part.keyword().to_owned(),
                    rust: ty.name.to_string(),
                });
            }
        }
        report
    }

    fn location(&mut self, location: &Location, used: Option<&TypeRef>, model: &Model) {
        self.shapes += 1;
        let schema = location.to_string();
        match used {
            Some(TypeRef::Any) | None => self.untyped.push(ValueEntry {
                schema,
                reason: unused(location),
            }),
            Some(rust) => {
                self.typed += 1;
                self.locations.push(LocationEntry {
                    schema,
                    rust: display(model, rust),
                });
            }
        }
    }

    /// The places of `serde_json::Value` in the types.
    fn bags(&mut self, model: &Model) {
        let deep = "deeper than the compiler follows: enforced by a predicate";
        for ty in &model.types {
            let is_cut = ty.checks.iter().any(|check| check.part == Part::Whole);
            let silent = if is_cut {
                deep
            } else {
                unsaid(model, ty).unwrap_or("the schema says nothing of the value")
            };
            let mut places: Vec<(String, &TypeRef, &str)> = Vec::new();
            match &ty.shape {
                Shape::Newtype(newtype) => {
                    places.push((ty.location.to_string(), &newtype.inner, silent));
                }
                Shape::Values(_) | Shape::Foreign(_) => {}
                Shape::Struct(object) => {
                    for field in &object.fields {
                        places.push((field.location.clone(), &field.ty, silent));
                    }
                    for bag in &object.patterns {
                        places.push((bag.location.clone(), &bag.ty, silent));
                    }
                    let undeclared = "members that the schema does not declare";
                    places.push((ty.location.to_string(), &object.additional, undeclared));
                }
                Shape::Tuple(tuple) => {
                    for position in &tuple.positions {
                        places.push((position.location.clone(), &position.ty, silent));
                    }
                    places.push((ty.location.to_string(), &tuple.rest, silent));
                }
                Shape::Union(union) => {
                    for arm in &union.arms {
                        places.push((arm.location.clone(), &arm.ty, silent));
                    }
                }
            }
            for (schema, used, reason) in places {
                if holds_any(used) {
                    self.values.push(ValueEntry {
                        schema,
                        reason: reason.to_owned(),
                    });
                }
            }
        }
    }
}

fn states_shape(rule: &Rule) -> bool {
    !rule.made
        && (rule.types().is_some()
            || rule.values().is_some()
            || !rule.properties().named.is_empty()
            || rule.states(Word::Items))
}

/// Whether a `serde_json::Value` is in the use itself, not in a named type.
fn holds_any(ty: &TypeRef) -> bool {
    *ty.innermost() == TypeRef::Any
}

/// Whether the schemas inside a keyword are there for predicates.
fn is_enforced_apart(keyword: &str) -> bool {
    let holds = spelling(keyword).is_some_and(|it| it.holds.schemas());
    let role = Word::spelled(keyword).map(Word::role);
    holds && matches!(role, Some(Role::Predicate | Role::Union | Role::Rest))
}

/// Why a location has no type of its own.
fn unused(location: &Location) -> String {
    let keyword = location
        .pointer
        .split('/')
        .rev()
        .find(|token| is_enforced_apart(token));
    match keyword {
        Some(keyword) => format!("`{keyword}` is enforced by a predicate"),
        None => "no value of the types reaches it".to_owned(),
    }
}
