//! What a check found.

use serde_json::{Value, json};

use crate::keywords::fault::Fault;
use crate::load::json::Json;

use super::ground::Ground;
use super::tally::{Group, Payload, SeenCodes, Tally};

/// What a check found.
#[derive(Debug)]
pub struct Outcome {
    pub(super) ground: Ground,
    pub(super) tally: Tally,
    /// The payloads that are JSON, where they are kept for proposals.
    pub(super) texts: Vec<Kept>,
}

/// A payload that is kept.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) name: String,
    pub(super) line: Option<usize>,
    pub(super) json: Json,
}

impl Outcome {
    pub(super) fn new(ground: Ground, tally: Tally, texts: Vec<Kept>) -> Self {
        Self {
            ground,
            tally,
            texts,
        }
    }

    /// The payloads that do not fit, in the order in which they came; of very
    /// many, the first.
    #[must_use]
    pub fn payloads(&self) -> &[Payload] {
        &self.tally.payloads
    }

    /// How many were checked.
    #[must_use]
    pub fn checked(&self) -> usize {
        self.tally.checked
    }

    /// How many do not fit.
    #[must_use]
    pub fn misfits(&self) -> usize {
        self.tally.misfits
    }

    /// The exit status of the command: 0 where all fit, 1 where some do not.
    #[must_use]
    pub fn status(&self) -> u8 {
        u8::from(self.misfits() > 0)
    }

    /// The faults by their kind and place, the most frequent first; of a value
    /// that fits no alternative, those of the one that was probably meant.
    #[must_use]
    pub fn groups(&self) -> Vec<Group> {
        self.tally.groups()
    }

    /// The codes that were seen beyond an `enum` or a list of constants.
    #[must_use]
    pub fn codes(&self) -> Vec<SeenCodes> {
        self.tally.codes()
    }

    /// The whole for programs; proposals and codes where they are asked for.
    #[must_use]
    pub fn to_json(&self, suggest: bool, codes: bool) -> Value {
        let payloads: Vec<Value> = self
            .payloads()
            .iter()
            .map(|payload| {
                json!({
                    "name": payload.name,
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
                    "first": group.first,
                    "example": as_json(&group.example, 0),
                })
            })
            .collect();
        let mut out = json!({
            "schema": self.ground.schema,
            "checked": self.checked(),
            "misfits": self.misfits(),
            "payloads": payloads,
            "groups": groups,
        });
        if suggest {
            let mut corrected = Vec::new();
            for payload in self.corrected() {
                corrected.push(payload.to_json());
            }
            out["corrected"] = corrected.into();
            let suggestion = self.suggest();
            out["overlays"] = suggestion.to_json();
            out["misfitsWithOverlays"] = suggestion.misfits.into();
        }
        if codes {
            let list = self.codes().into_iter().map(|seen| {
                let codes = seen.codes.iter().map(|(code, payloads)| {
                    let near = seen.near.get(code);
                    let code: Value = serde_json::from_str(code).unwrap_or_default();
                    let mut out = json!({ "code": code, "payloads": payloads });
                    if let Some(near) = near {
                        out["near"] = near.as_str().into();
                    }
                    out
                });
                let codes: Vec<Value> = codes.collect();
                json!({ "location": seen.location, "open": seen.open, "codes": codes })
            });
            out["codes"] = list.collect();
        }
        out
    }
}

/// How deep alternatives within alternatives are shown.
const DEEPEST: usize = 4;

fn as_json(fault: &Fault, depth: usize) -> Value {
    let mut out = json!({
        "pointer": fault.pointer,
        "path": fault.path,
        "found": fault.found,
        "wanted": fault.wanted,
        "keyword": fault.keyword,
        "schema": fault.location(),
    });
    if let Some(value) = &fault.value {
        out["value"] = value.clone();
    }
    if let Some(near) = &fault.near {
        out["near"] = near.as_str().into();
    }
    if let Some(because) = &fault.because {
        out["because"] = because.as_str().into();
    }
    if !fault.arms.is_empty() && depth == 0 {
        out["told"] = fault
            .told()
            .iter()
            .map(|told| as_json(told, DEEPEST))
            .collect();
    }
    if !fault.arms.is_empty() && depth < DEEPEST {
        let arms = fault.arms.iter().map(|arm| {
            let faults = arm.faults.iter().map(|inner| as_json(inner, depth + 1));
            json!({ "schema": arm.schema.to_string(), "faults": faults.collect::<Vec<_>>() })
        });
        out["alternatives"] = arms.collect();
    }
    out
}
