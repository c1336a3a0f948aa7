//! Corrections that would accept what was seen.

use serde::Serialize;
use serde_json::{Value, json};

/// Corrections that would accept what was seen.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Suggestion {
    /// One correction for each document.
    pub overlays: Vec<Proposal>,
    /// How many payloads still do not fit with all of them.
    pub misfits: usize,
    /// How many of these would not even as they were probably meant.
    pub misfits_as_meant: usize,
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
pub(super) struct Proposed {
    pub(super) patch: Vec<Value>,
    pub(super) facts: Vec<String>,
}
