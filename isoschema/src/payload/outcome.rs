//! What a check found.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::judge::OpenCode;
use crate::keywords::fault::Fault;
use crate::load::json::Json;

use super::ground::Ground;

/// What a check found.
#[derive(Debug)]
pub struct Outcome {
    pub(super) ground: Ground,
    payloads: Vec<Payload>,
    /// The payloads that are JSON.
    pub(super) texts: Vec<(usize, Json)>,
}

/// One payload.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Payload {
    /// Its file, with the line behind `:` in JSON Lines.
    pub name: String,
    /// Its faults; it fits where there is none.
    pub faults: Vec<Fault>,
    /// The codes that an enum takes only because the configuration opens it.
    pub open_codes: Vec<OpenCode>,
}

/// Faults of one kind at one place of the schema.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Group {
    /// `document#/pointer/keyword`.
    pub location: String,
    /// The keyword.
    pub keyword: &'static str,
    /// How many faults there are.
    pub count: usize,
    /// How many payloads have one.
    pub payloads: usize,
    /// The first of them.
    pub example: Fault,
}

/// The codes of one enum that were seen beyond the schema.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SeenCodes {
    /// `document#/pointer` of the schema that has the enum.
    pub location: String,
    /// Whether the configuration opens it already.
    pub open: bool,
    /// The codes, and how many payloads have each.
    pub codes: BTreeMap<String, usize>,
}

impl Outcome {
    pub(super) fn new(ground: Ground, payloads: Vec<Payload>, texts: Vec<(usize, Json)>) -> Self {
        Self {
            ground,
            payloads,
            texts,
        }
    }

    /// The payloads, in the order in which they came.
    #[must_use]
    pub fn payloads(&self) -> &[Payload] {
        &self.payloads
    }

    /// How many do not fit.
    #[must_use]
    pub fn misfits(&self) -> usize {
        let payloads = self.payloads.iter();
        payloads
            .filter(|payload| !payload.faults.is_empty())
            .count()
    }

    /// The exit status of the command: 0 where all fit, 1 where some do not.
    #[must_use]
    pub fn status(&self) -> u8 {
        u8::from(self.misfits() > 0)
    }

    /// The faults by their kind and place, the most frequent first.
    #[must_use]
    pub fn groups(&self) -> Vec<Group> {
        let mut groups: BTreeMap<(String, &str), (Group, usize)> = BTreeMap::new();
        for (number, payload) in self.payloads.iter().enumerate() {
            for fault in &payload.faults {
                let place = fault.location();
                let key = (place.clone(), fault.keyword);
                let (group, last) = groups.entry(key).or_insert_with(|| {
                    let group = Group {
                        location: place,
                        keyword: fault.keyword,
                        count: 0,
                        payloads: 0,
                        example: fault.clone(),
                    };
                    (group, usize::MAX)
                });
                group.count += 1;
                if *last != number {
                    *last = number;
                    group.payloads += 1;
                }
            }
        }
        let mut groups: Vec<Group> = groups.into_values().map(|(group, _)| group).collect();
        groups.sort_by(|a, b| {
            b.count
                .cmp(&a.count)
                .then_with(|| a.location.cmp(&b.location))
        });
        groups
    }

    /// The enum codes that were seen beyond the schema.
    #[must_use]
    pub fn codes(&self) -> Vec<SeenCodes> {
        let mut seen: BTreeMap<(String, bool), BTreeMap<String, usize>> = BTreeMap::new();
        for payload in &self.payloads {
            let mut own = BTreeSet::new();
            for fault in &payload.faults {
                gather(fault, &mut own, 0);
            }
            for code in &payload.open_codes {
                own.insert((code.schema.to_string(), true, code.code.clone()));
            }
            for (location, open, code) in own {
                *seen
                    .entry((location, open))
                    .or_default()
                    .entry(code)
                    .or_default() += 1;
            }
        }
        seen.into_iter()
            .map(|((location, open), codes)| SeenCodes {
                location,
                open,
                codes,
            })
            .collect()
    }

    /// The whole for programs; proposals and codes where they are asked for.
    #[must_use]
    pub fn to_json(&self, suggest: bool, codes: bool) -> Value {
        let payloads: Vec<Value> = self
            .payloads
            .iter()
            .map(|payload| {
                json!({
                    "name": payload.name,
                    "fits": payload.faults.is_empty(),
                    "faults": payload.faults.iter().map(|f| as_json(f, 0)).collect::<Vec<_>>(),
                })
            })
            .collect();
        let groups: Vec<Value> = self
            .groups()
            .iter()
            .map(|group| {
                json!({
                    "location": group.location,
                    "keyword": group.keyword,
                    "count": group.count,
                    "payloads": group.payloads,
                    "example": as_json(&group.example, 0),
                })
            })
            .collect();
        let mut out = json!({
            "schema": self.ground.schema,
            "checked": self.payloads.len(),
            "misfits": self.misfits(),
            "payloads": payloads,
            "groups": groups,
        });
        if suggest {
            let suggestion = self.suggest();
            out["overlays"] = suggestion.to_json();
            out["misfitsWithOverlays"] = suggestion.misfits.into();
        }
        if codes {
            let list = self.codes().into_iter().map(
                |seen| json!({ "location": seen.location, "open": seen.open, "codes": seen.codes }),
            );
            out["codes"] = list.collect();
        }
        out
    }
}

/// How deep alternatives within alternatives are followed.
const DEEPEST: usize = 4;

fn gather(fault: &Fault, out: &mut BTreeSet<(String, bool, String)>, depth: usize) {
    if let ("enum", Some(Value::String(code)), Some(schema)) =
        (fault.keyword, &fault.value, &fault.schema)
    {
        out.insert((schema.to_string(), false, code.clone()));
    }
    if depth < DEEPEST {
        for inner in fault.arms.iter().flat_map(|arm| arm.faults.iter()) {
            gather(inner, out, depth + 1);
        }
    }
}

fn as_json(fault: &Fault, depth: usize) -> Value {
    let mut out = json!({
        "pointer": fault.pointer,
        "path": fault.path,
        "found": fault.found,
        "wanted": fault.wanted,
        "keyword": fault.keyword,
        "schema": fault.location(),
    });
    if !fault.arms.is_empty() && depth < DEEPEST {
        let arms = fault.arms.iter().map(|arm| {
            let faults = arm.faults.iter().map(|inner| as_json(inner, depth + 1));
            json!({ "schema": arm.schema.to_string(), "faults": faults.collect::<Vec<_>>() })
        });
        out["alternatives"] = arms.collect();
    }
    out
}
