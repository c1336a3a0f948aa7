//! Faults → corrections of the schemas that would accept what was seen.
//!
//! A proposal is tried before it is given: the schemas are read again with
//! it, the payloads are judged again, and what is still wrong is mended too,
//! for a few rounds.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::diagnostics::Diagnostics;
use crate::keywords::fault::Fault;
use crate::overlay::overlaid::Overlay;

use super::fix::{Corrected, corrected};
use super::ground::Ground;
use super::mend;
use super::outcome::Outcome;
use super::proposal::{Proposal, Proposed, Suggestion};

/// More rounds are not made.
const ROUNDS: usize = 8;

/// How many facts a reason gives.
const MOST_FACTS: usize = 6;

impl Outcome {
    /// Corrections of the schemas that would accept what was seen, as
    /// overlays. What they cannot mend (a text that is no JSON, a value that
    /// is forbidden by `not`) is left out.
    #[must_use]
    pub fn suggest(&self) -> Suggestion {
        suggest(self)
    }
}

fn suggest(outcome: &Outcome) -> Suggestion {
    let mut drafts: BTreeMap<String, Proposed> = BTreeMap::new();
    let payloads = outcome.payloads().iter();
    let mut faults: Vec<Fault> = payloads.flat_map(|p| p.faults.clone()).collect();
    let unread = outcome.tally.unread;
    let (judge, root) = (outcome.ground.judge(), outcome.ground.root);
    let meant = outcome.texts.iter();
    let meant: Vec<Option<Corrected>> = meant.map(|kept| corrected(&judge, root, kept)).collect();
    let mut misfits = outcome.misfits();
    let fit = meant.iter().flatten().filter(|payload| payload.fits);
    let mut misfits_as_meant = misfits.saturating_sub(fit.count());
    let mut documents = outcome.ground.documents.clone();
    for _ in 0..ROUNDS {
        let mut mended = false;
        for fault in &faults {
            mended |= mend::mend(fault, &mut documents, &mut drafts);
        }
        if !mended {
            break;
        }
        // Where the schemas cannot be read with it, the proposal is given as
        // it is, with the payloads as they were.
        let Ok(ground) = overlaid(&outcome.ground, &proposals(&drafts)) else {
            break;
        };
        let judge = ground.judge();
        faults.clear();
        (misfits, misfits_as_meant) = (unread, unread);
        for (kept, meant) in outcome.texts.iter().zip(&meant) {
            let judged = judge.judge(ground.root, &kept.json);
            if judged.fits() {
                continue;
            }
            misfits += 1;
            let as_meant = meant.as_ref();
            let fits = as_meant.is_some_and(|it| judge.judge(ground.root, &it.json).fits());
            misfits_as_meant += usize::from(!fits);
            faults.extend(judged.faults);
        }
        documents.clone_from(&ground.documents);
    }
    Suggestion {
        overlays: proposals(&drafts),
        misfits,
        misfits_as_meant,
    }
}

fn proposals(drafts: &BTreeMap<String, Proposed>) -> Vec<Proposal> {
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
fn overlaid(ground: &Ground, proposals: &[Proposal]) -> Result<Ground, Diagnostics> {
    let mut config = ground.config.clone();
    for proposal in proposals {
        let text = proposal.to_json().to_string();
        for overlay in Overlay::parse("the proposal", &text)? {
            config = config.overlay(overlay);
        }
    }
    Ground::of(&ground.source, &config, Some(&ground.schema))
}
