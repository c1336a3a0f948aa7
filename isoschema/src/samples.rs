//! Schemas → documents to look at: one that fits each, and for each constraint
//! one that misses it.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use crate::diagnostics::Diagnostics;
use crate::diff::{prepared, side};
use crate::front;
use crate::generator::Generator;
use crate::judge::{Fault, Judge};
use crate::kit::graph::Graph;
use crate::kit::valid::{Drawn, Valid};
use crate::load::parse::parse_text;
use crate::rules::location::Location;
use crate::stack::on_large_stack;

/// How many documents are drawn for one that fits.
const FITTING: usize = 24;

/// How many faults are tried at a constraint.
const TURNS: usize = 6;

/// The longest document that is shown.
const LONGEST: usize = 2_000;

/// Documents for one schema.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Samples {
    /// A document that fits; `None` where none was drawn.
    pub fitting: Option<String>,
    /// A document for each constraint that one was drawn for, sorted by place.
    pub misses: Vec<Miss>,
}

/// A document that misses a constraint.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Miss {
    /// The constraint: where its keyword stands.
    pub schema: Location,
    /// The document.
    pub document: String,
    /// What the types say of it.
    pub error: String,
}

impl Generator {
    /// Documents for each schema, by its name; the same ones each time.
    ///
    /// ```
    /// use isoschema::Generator;
    ///
    /// let schema = r#"{"type": "object", "required": ["code"], "properties": {"code": {"enum": ["A"]}}}"#;
    /// let samples = Generator::new().text("order.json", schema).samples().unwrap();
    /// let order = &samples["order"];
    /// assert!(order.fitting.as_deref().is_some_and(|text| text.contains(r#""code": "A""#)));
    /// let missed: Vec<String> = order.misses.iter().map(|it| it.schema.to_string()).collect();
    /// assert_eq!(missed, ["order.json#/properties/code/enum", "order.json#/required", "order.json#/type"]);
    /// ```
    ///
    /// # Errors
    ///
    /// What the engine says about schemas that it cannot read or resolve.
    pub fn samples(&self) -> Result<BTreeMap<String, Samples>, Diagnostics> {
        let (source, config) = (self.source(), self.settled()?);
        on_large_stack(|| {
            let (documents, rules, _) = front::rules(&source, &config)?;
            let spots = side::roots(&documents, &rules);
            // Each schema is what a document of its own leads to.
            let document = |root: &str| format!("sampled {root}");
            let mut sources = prepared::sources(&documents, &rules, &config);
            for (root, spot) in &spots {
                let leads = json!({"$ref": format!("{}#{}", spot.document, spot.pointer)});
                sources = sources.with(&document(root), leads);
            }
            let judge = Judge::new(&rules);
            let mut found = BTreeMap::new();
            for root in &rules.roots {
                if !spots.contains_key(&root.name) {
                    continue;
                }
                let judged = |text: &str| {
                    let (json, _) = parse_text("sample", text).ok()?;
                    Some(judge.judge(root.rule, &json).faults)
                };
                // What cannot be bundled has no documents.
                let drawn = sources.bundle(&document(&root.name)).and_then(|bundle| {
                    let validator = sources.validator(&bundle)?;
                    let graph = Graph::new(&bundle).with_formats(sources.formats());
                    let text = bundle.to_string();
                    let mut valid = Valid::new(&graph, &validator, 1);
                    Ok(drawn(&mut valid, &text, judged))
                });
                found.insert(root.name.clone(), drawn.unwrap_or_default());
            }
            Ok(found)
        })
    }
}

fn drawn(
    valid: &mut Valid<'_, '_, '_>,
    schema: &str,
    judged: impl Fn(&str) -> Option<Vec<Fault>>,
) -> Samples {
    let fitting = (0..FITTING)
        .filter_map(|_| valid.draw())
        .filter(|it| it.valid && it.text.len() <= LONGEST)
        .filter(|it| judged(&it.text).is_some_and(|faults| faults.is_empty()))
        .max_by_key(|it| members(&it.value, schema))
        .map(|it| shown(&it));
    // Each member that is required is a constraint of its own.
    let mut misses: BTreeMap<(Location, Vec<String>), (Drawn, String)> = BTreeMap::new();
    for site in 0..valid.sites.len() {
        for turn in 0..TURNS {
            let Some(faulty) = valid.faulty(site, turn) else {
                continue;
            };
            let Some(found) = judged(&faulty.text) else {
                continue;
            };
            // With one fault it is clear what the error is about.
            if let [fault] = found.as_slice()
                && !faulty.valid
                && let Some(schema) = keyword(fault)
            {
                let is_missed = fault.found.is_none();
                let names = is_missed.then(|| fault.names.clone());
                let key = (schema, names.unwrap_or_default());
                let error = fault.to_string();
                let is_shorter = |(kept, _): &(Drawn, String)| faulty.text.len() < kept.text.len();
                if misses.get(&key).is_none_or(is_shorter) {
                    misses.insert(key, (faulty, error));
                }
            }
        }
    }
    let misses = misses
        .into_iter()
        .map(|((schema, _), (drawn, error))| Miss {
            schema,
            document: shown(&drawn),
            error,
        });
    Samples {
        fitting,
        misses: misses.filter(|it| it.document.len() <= LONGEST).collect(),
    }
}

/// Where the keyword stands that a value misses.
fn keyword(fault: &Fault) -> Option<Location> {
    let schema = fault.schema.clone()?;
    Some(if fault.keyword.is_empty() {
        schema
    } else {
        Location {
            pointer: format!("{}/{}", schema.pointer, fault.keyword),
            ..schema
        }
    })
}

/// How many members of a value a schema speaks of, less those that it does not.
fn members(value: &Value, schema: &str) -> isize {
    match value {
        Value::Object(found) => {
            let known = found.iter().map(|(name, value)| {
                let is_known = schema.contains(&Value::from(name.as_str()).to_string());
                let counts = if is_known { 1 } else { -1 };
                counts + members(value, schema)
            });
            known.sum()
        }
        Value::Array(items) => items.iter().map(|it| members(it, schema)).sum(),
        _ => 0,
    }
}

/// A document over several lines, its numbers as they were drawn.
fn shown(drawn: &Drawn) -> String {
    match parse_text("sample", &drawn.text) {
        Ok((json, _)) => json.to_text(),
        Err(_) => drawn.text.clone(),
    }
}
