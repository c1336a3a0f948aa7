//! Two states of a folder of schemas → what changed, and what that means.
//!
//! For every schema, and inside it for every location, the values that the
//! new state accepts are compared with those of the old one, by canonical set
//! subtraction: equal, narrower, wider, both, or unknown. Each difference
//! comes with a document that one side accepts and the other refuses, which
//! the `jsonschema` validator has confirmed. Annotations are compared apart,
//! and so are the Rust types of both states.
//!
//! ```
//! use isoschema::diff::{Audience, Relation, Side, Verdict, diff};
//!
//! let side = |text: &str| Side::texts([("code.json", text)]).unwrap();
//! let old = side(r#"{"type": "string", "maxLength": 3}"#);
//! let new = side(r#"{"type": "string", "maxLength": 5}"#);
//! let found = diff(&old, &new, Audience::Everyone);
//! assert_eq!(found.schemas[0].relation, Relation::Wider);
//! assert_eq!(found.verdict, Verdict::Breaking);
//! assert_eq!(diff(&old, &new, Audience::Writers).verdict, Verdict::Compatible);
//! ```

mod alike;
mod apart;
mod api;
mod api_compare;
mod bodies;
mod brief;
mod by_parts;
mod changed;
mod compared;
mod document;
mod exact;
mod found;
mod ground;
mod implied;
mod markdown;
mod meaning;
mod moved;
mod next;
mod operations;
mod pairs;
mod part;
mod parts;
mod placed;
mod places;
mod planted;
pub(crate) mod prepared;
mod proved;
mod question;
mod recursion;
mod relation;
mod relaxed;
mod revision;
mod rust;
mod schemas;
mod shrink;
pub(crate) mod side;
mod similar;
mod text;
mod words;

use serde::Serialize;

pub use document::Lines;
pub use found::{
    Cause, Change, DefinitionDiff, Evidence, LocationDiff, Move, Moved, OperationChange,
    OperationDiff, Relation, SchemaDiff, Step, Verdict,
};
pub use question::{About, Audience, Question, Surface};
pub use revision::Revision;
pub use rust::{ApiChange, ApiChangeKind, ApiDiff};
pub use side::Side;

/// Everything that differs between two states.
#[derive(Debug, Clone, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Diff {
    /// What the old state is called.
    pub old: String,
    /// What the new state is called.
    pub new: String,
    /// Who was asked.
    pub audience: Audience,
    /// What about.
    pub about: About,
    /// The outcome as a whole.
    pub verdict: Verdict,
    /// The release that it asks for; `None` where that could not be decided.
    pub step: Option<Step>,
    /// What could not be decided, and why.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub undecided: Vec<String>,
    /// Every schema of either side, by name.
    pub schemas: Vec<SchemaDiff>,
    /// The operations that differ.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub operations: Vec<OperationDiff>,
    /// What seems to have another name or another place.
    pub moves: Vec<Move>,
    /// The Rust types.
    pub api: ApiDiff,
    /// What to do next, in words.
    pub next: Vec<String>,
    /// Whether the words of a prover are told.
    #[serde(skip)]
    explained: bool,
}

/// Compares two states.
#[must_use]
pub fn diff(old: &Side, new: &Side, question: impl Into<Question>) -> Diff {
    let question = question.into();
    // What has another name tells about types, too.
    let (mut schemas, moves) = schemas::compare(old, new, question.surface);
    if question.about == About::Rust {
        schemas.clear();
    }
    let api = match question.about {
        About::Values => ApiDiff::none(),
        _ => api_compare::compare(old, new, &moves),
    };
    let operations = match question.about {
        About::Rust => Vec::new(),
        _ => operations::compare(old, new),
    };
    let meaning = meaning::of(&schemas, &operations, &api, question.audience);
    let mut found = Diff {
        old: old.label().to_owned(),
        new: new.label().to_owned(),
        audience: question.audience,
        about: question.about,
        verdict: meaning.verdict,
        step: meaning.step,
        undecided: meaning.undecided,
        schemas,
        operations,
        moves,
        api,
        next: Vec::new(),
        explained: false,
    };
    found.next = next::steps(&found);
    found
}

impl Diff {
    /// The same, with a prover's own words in the texts for people where
    /// something could not be decided.
    #[must_use]
    pub fn explained(mut self) -> Self {
        self.explained = true;
        self
    }

    /// The text for people, with terminal colours if asked for.
    #[must_use]
    pub fn to_text(&self, colour: bool) -> String {
        text::text(self, colour)
    }

    /// The text for a pull request.
    #[must_use]
    pub fn to_markdown(&self) -> String {
        markdown::markdown(self)
    }

    /// The whole for programs.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
