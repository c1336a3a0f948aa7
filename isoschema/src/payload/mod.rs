//! Real payloads + a schema → where they do not fit, and what to do about it.
//!
//! ```
//! use isoschema::payload::Check;
//!
//! let mut check = Check::texts(
//!     [("order.json", r#"{"properties": {"note": {"type": "string"}}}"#)],
//!     "order",
//! )
//! .unwrap();
//! check.text("first.json", r#"{"note": null}"#);
//! let outcome = check.finish();
//! assert_eq!(outcome.misfits(), 1);
//! let suggestion = outcome.suggest();
//! assert_eq!(suggestion.misfits, 0);
//! let proposal = &suggestion.overlays[0];
//! assert_eq!(proposal.schema, "order");
//! assert_eq!(proposal.patch[0]["value"], serde_json::json!(["string", "null"]));
//! ```

mod fix;
mod ground;
mod input;
mod lines;
mod mend;
mod outcome;
mod proposal;
mod suggest;
mod tally;
mod text;
mod toml;

use std::path::Path;

use crate::config::settings::Config;
use crate::diagnostics::{Diagnostic, Diagnostics};
use crate::load::json::Json;
use crate::load::parse::parse_text;
use crate::load::source::Source;

use crate::judge::Judged;

use ground::Ground;
use outcome::Kept;
use tally::Tally;

pub use crate::judge::OpenCode;
pub use crate::keywords::fault::{Arm, Fault};
pub use fix::{Corrected, Correction};
pub use outcome::Outcome;
pub use proposal::{Proposal, Suggestion};
pub use tally::{Group, Payload, SeenCodes};
pub use text::Shown;

/// Of more payloads that do not fit, the faults are only counted.
const MOST_PAYLOADS: usize = 1_000;

/// A check of payloads against one schema of a folder.
#[derive(Debug)]
pub struct Check {
    ground: Ground,
    tally: Tally,
    texts: Vec<Kept>,
    /// How many payloads that do not fit are told of.
    most: usize,
    /// Whether payloads are kept, for proposals.
    keeps: bool,
}

/// What became of a payload: what is wrong with it, and itself where it is JSON.
type Read = (Judged, Option<Json>);

impl Check {
    /// A check against a schema of a folder, under its `isoschema.toml`.
    ///
    /// # Errors
    ///
    /// What the engine says about the schemas, or that there is none of this
    /// name.
    pub fn folder(folder: impl AsRef<Path>, schema: &str) -> Result<Self, Diagnostics> {
        let folder = folder.as_ref();
        let config = Config::of_folder(folder)?;
        let source = Source::folder(folder);
        Self::of(&source, &config, schema)
    }

    /// A check against schemas that are in memory, each with the name of its
    /// file.
    ///
    /// # Errors
    ///
    /// As for [`Check::folder`].
    pub fn texts<N: Into<String>, T: Into<String>>(
        texts: impl IntoIterator<Item = (N, T)>,
        schema: &str,
    ) -> Result<Self, Diagnostics> {
        let texts = texts
            .into_iter()
            .map(|(name, text)| (name.into(), text.into()));
        Self::of(&Source::texts(texts), &Config::new(), schema)
    }

    /// A check against any source, under a configuration.
    ///
    /// # Errors
    ///
    /// As for [`Check::folder`].
    pub fn of(source: &Source, config: &Config, schema: &str) -> Result<Self, Diagnostics> {
        Ok(Self::against(Ground::of(source, config, Some(schema))?))
    }

    /// A check against the one schema of a source, such as that of a file.
    ///
    /// # Errors
    ///
    /// What the engine says about the schema, or that there are several.
    pub fn one(source: &Source, config: &Config) -> Result<Self, Diagnostics> {
        Ok(Self::against(Ground::of(source, config, None)?))
    }

    fn against(ground: Ground) -> Self {
        Self {
            ground,
            tally: Tally::default(),
            texts: Vec::new(),
            most: MOST_PAYLOADS,
            keeps: true,
        }
    }

    /// Tells of so many payloads that do not fit; of the others, only their
    /// faults are counted.
    #[must_use]
    pub fn most(mut self, payloads: usize) -> Self {
        self.most = payloads;
        self
    }

    /// Keeps no payload: there are no proposals and no corrections then, and very many take no more
    /// room than a few.
    #[must_use]
    pub fn passing(mut self) -> Self {
        self.keeps = false;
        self
    }

    /// Judges one payload. A text that is not JSON, or that repeats a member,
    /// does not fit.
    pub fn text(&mut self, name: &str, text: &str) {
        self.judge(name, parse_text(name, text).map(|(json, _)| json));
    }

    /// Judges one payload, which may not be what its format asks for.
    fn judge(&mut self, name: &str, payload: Result<Json, Diagnostics>) {
        self.judge_at(name.to_owned(), None, payload);
    }

    /// The same of one that begins in a line of its file.
    fn judge_at(&mut self, name: String, line: Option<usize>, payload: Result<Json, Diagnostics>) {
        let read = match payload {
            Ok(json) => {
                let judged = self.ground.judge().judge(self.ground.root, &json);
                (judged, Some(json))
            }
            Err(problems) => (unread(&problems, false), None),
        };
        self.add_line(name, line, read);
    }

    /// A payload that cannot even be a text.
    fn refuse(&mut self, name: &str, why: &str) {
        let mut judged = Judged::default();
        judged.faults.push(Fault::of_document(why.to_owned()));
        self.add_line(name.to_owned(), None, (judged, None));
    }

    fn add_line(&mut self, name: String, line: Option<usize>, (judged, json): Read) {
        self.tally.unread += usize::from(json.is_none());
        let kept = json.filter(|_| self.keeps).map(|json| Kept {
            name: name.clone(),
            line,
            json,
        });
        self.texts.extend(kept);
        let payload = Payload {
            name,
            line,
            faults: judged.faults,
            open_codes: judged.open_codes,
        };
        self.tally.add(payload, self.most);
    }

    /// The outcome for all payloads.
    #[must_use]
    pub fn finish(self) -> Outcome {
        Outcome::new(self.ground, self.tally, self.texts)
    }
}

/// Why a payload cannot be read; of one that is a line, the column is enough.
fn unread(problems: &Diagnostics, is_line: bool) -> Judged {
    let mut judged = Judged::default();
    let faults = problems.iter().map(|problem| not_json(problem, is_line));
    judged.faults.extend(faults);
    judged
}

fn not_json(problem: &Diagnostic, is_line: bool) -> Fault {
    let place = match (problem.line, problem.column) {
        (0, _) => String::new(),
        (_, column) if is_line => format!(" at column {column}"),
        (line, column) => format!(" at line {line}, column {column}"),
    };
    Fault::of_document(format!("{}{place}", problem.reason))
}
