//! Faults → corrections of the schemas that would accept what was seen.
//!
//! A proposal is tried before it is given: the schemas are read again with
//! it, the payloads are judged again, and what is still wrong is mended too,
//! for a few rounds.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Serialize;
use serde_json::{Value, json};

use crate::diagnostics::Diagnostics;
use crate::judge::Fault;
use crate::overlay::Overlay;

use super::outcome::Outcome;
use super::{Ground, mend};

/// More rounds are not made.
const ROUNDS: usize = 8;

/// How many facts a reason gives.
const MOST_FACTS: usize = 6;

/// Corrections that would accept what was seen.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Suggestion {
    /// One correction for each document.
    pub overlays: Vec<Proposal>,
    /// How many payloads still do not fit with all of them.
    pub misfits: usize,
}

/// A correction of one document.
#[derive(Debug, Clone, Default, Serialize)]
#[non_exhaustive]
pub struct Proposal {
    /// The document's name.
    pub schema: String,
    /// What was seen.
    pub reason: String,
    /// Operations of JSON Patch (RFC 6902).
    pub patch: Vec<Value>,
}

impl Proposal {
    /// The overlay as it goes into a file.
    #[must_use]
    pub fn to_json(&self) -> Value {
        json!({ "schema": self.schema, "reason": self.reason, "patch": self.patch })
    }
}

impl Suggestion {
    /// The overlays as they go into a file: one, or a list of several.
    #[must_use]
    pub fn to_json(&self) -> Value {
        match &self.overlays[..] {
            [one] => one.to_json(),
            several => several.iter().map(Proposal::to_json).collect(),
        }
    }

    /// The text of `overlays/NAME.json`; empty where there is nothing to
    /// propose.
    #[must_use]
    pub fn to_text(&self) -> String {
        if self.overlays.is_empty() {
            return String::new();
        }
        // Written from the proposals themselves, the order is the one that
        // people read.
        let text = match &self.overlays[..] {
            [one] => serde_json::to_string_pretty(one),
            several => serde_json::to_string_pretty(several),
        };
        text.unwrap_or_default() + "\n"
    }
}

/// What is proposed for one document.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) patch: Vec<Value>,
    pub(super) facts: Vec<String>,
}

pub(super) fn suggest(outcome: &Outcome) -> Suggestion {
    let mut drafts: BTreeMap<String, Draft> = BTreeMap::new();
    let payloads = outcome.payloads().iter();
    let mut faults: Vec<Fault> = payloads.flat_map(|p| p.faults.clone()).collect();
    let unread = outcome.payloads().len() - outcome.texts.len();
    let mut misfits = outcome.misfits();
    let mut documents = outcome.ground.documents.clone();
    for _ in 0..ROUNDS {
        let mut mended = false;
        for fault in &faults {
            mended |= mend::mend(fault, &mut documents, &mut drafts, 0);
        }
        if !mended {
            break;
        }
        // Where the schemas cannot be read with it, the proposal is given as
        // it is, with the payloads as they were.
        let Ok(ground) = corrected(&outcome.ground, &proposals(&drafts)) else {
            break;
        };
        let judge = ground.judge();
        faults.clear();
        misfits = unread;
        for (_, json) in &outcome.texts {
            let judged = judge.judge(ground.root, json);
            misfits += usize::from(!judged.fits());
            faults.extend(judged.faults);
        }
        documents.clone_from(&ground.documents);
    }
    Suggestion {
        overlays: proposals(&drafts),
        misfits,
    }
}

fn proposals(drafts: &BTreeMap<String, Draft>) -> Vec<Proposal> {
    drafts
        .iter()
        .filter(|(_, draft)| !draft.patch.is_empty())
        .map(|(document, draft)| {
            let mut reason = String::from("seen in payloads: ");
            let shown = draft.facts.iter().take(MOST_FACTS);
            reason.push_str(&shown.cloned().collect::<Vec<_>>().join("; "));
            if draft.facts.len() > MOST_FACTS {
                let _ = write!(reason, "; {} more", draft.facts.len() - MOST_FACTS);
            }
            Proposal {
                schema: document
                    .strip_suffix(".json")
                    .unwrap_or(document)
                    .to_owned(),
                reason,
                patch: draft.patch.clone(),
            }
        })
        .collect()
}

/// The schemas with the proposals.
fn corrected(ground: &Ground, proposals: &[Proposal]) -> Result<Ground, Diagnostics> {
    let mut config = ground.config.clone();
    for proposal in proposals {
        let text = proposal.to_json().to_string();
        for overlay in Overlay::parse("the proposal", &text)? {
            config = config.overlay(overlay);
        }
    }
    Ground::of(&ground.source, &config, &ground.schema)
}
