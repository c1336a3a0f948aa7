//! The round-trip check: what a type reads it writes back as an equal JSON
//! value, and it reads what it wrote.

use std::fmt::Write as _;

use super::accept::has_extremes;
use super::graph::Graph;
use super::stack::on_large_stack;
use super::subject::{Sources, Subject};
use super::text::Doc;
use super::valid::Valid;

/// A document that did not survive.
#[derive(Debug, Clone)]
pub struct Loss {
    /// The document.
    pub text: String,
    /// What came back, or the reader's error.
    pub back: String,
    /// Where and what was lost.
    pub what: String,
}

/// What the round-trip check found.
#[derive(Debug, Clone, Default)]
pub struct RoundTrip {
    /// Valid documents tried.
    pub documents: usize,
    /// How many of them did not survive.
    pub lost: usize,
    /// The first losses.
    pub losses: Vec<Loss>,
}

impl RoundTrip {
    /// Whether every document survived.
    pub fn passed(&self) -> bool {
        self.lost == 0
    }

    /// What to print when it did not pass.
    pub fn report(&self) -> String {
        let mut out = format!(
            "{} of {} documents lost something\n",
            self.lost, self.documents
        );
        for loss in &self.losses {
            let _ = writeln!(
                out,
                "  document: {}\n    came back: {}\n    lost: {}",
                loss.text, loss.back, loss.what
            );
        }
        out
    }
}

/// Draws `documents` valid documents from the subject's schema, writes each
/// back and compares. A valid document that the type refuses counts as lost.
///
/// # Errors
///
/// A schema that cannot be bundled or compiled.
pub fn round_trip(
    subject: &Subject,
    sources: &Sources,
    documents: usize,
    seed: u64,
) -> Result<RoundTrip, String> {
    on_large_stack(|| {
        let bundle = sources.bundle(subject.name)?;
        let validator = sources.validator(&bundle)?;
        let graph = Graph::new(&bundle).with_formats(sources.formats());
        let mut valid = Valid::new(&graph, &validator, seed);
        let mut found = RoundTrip::default();
        // A schema that takes next to nothing must not draw for ever.
        for _ in 0..documents.saturating_mul(4) {
            if found.documents >= documents {
                break;
            }
            let Some(drawn) = valid.draw().filter(|drawn| drawn.valid) else {
                continue;
            };
            found.documents += 1;
            if let Some(loss) = survives(subject, &drawn.doc, &drawn.text) {
                found.lost += 1;
                if found.losses.len() < 10 {
                    found.losses.push(loss);
                }
            }
        }
        Ok(found)
    })
}

/// What a valid document loses on its way through the type.
pub(super) fn survives(subject: &Subject, doc: &Doc, text: &str) -> Option<Loss> {
    let loss = |back: String, what: String| {
        Some(Loss {
            text: text.to_owned(),
            back,
            what,
        })
    };
    let back = match (subject.rewrite)(text) {
        Ok(back) => back,
        Err(_) if has_extremes(doc) => return None,
        Err(error) => return loss(error, "a valid document is refused".to_owned()),
    };
    match Doc::parse(&back) {
        Err(error) => loss(back, format!("what came back is not JSON: {error}")),
        Ok(after) => match doc.difference(&after) {
            Some(what) => loss(back, what),
            None => match (subject.rewrite)(&back).map(|again| Doc::parse(&again)) {
                Ok(Ok(again)) => after
                    .difference(&again)
                    .and_then(|what| loss(back, format!("on the second way through: {what}"))),
                Ok(Err(error)) => loss(back, format!("what came back again is not JSON: {error}")),
                Err(error) => loss(back, format!("the type refuses what it wrote: {error}")),
            },
        },
    }
}
