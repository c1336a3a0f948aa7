//! `Documents` + corrections → `Documents`: what the vendor got wrong.
//!
//! A correction is a JSON Patch ([RFC 6902]) or a merge patch ([RFC 7396])
//! with the schema it corrects and the reason. It is applied to a document as
//! soon as that is read, before anything looks at it; from then on the
//! corrected schema is the schema, for the types, their proof and a crate that
//! is written. A correction that changes nothing any more is an error: the
//! vendor has caught up, and it can go.
//!
//! Corrections lie in `overlays/*.json` of the schemas folder,
//!
//! ```json
//! {
//!   "schema": "order",
//!   "reason": "the server sends \"NEW\", which the list lacks",
//!   "patch": [{ "op": "add", "path": "/properties/status/enum/-", "value": "NEW" }]
//! }
//! ```
//!
//! or in sections `[[overlays]]` of `isoschema.toml` with the same members; a
//! merge patch stands under `merge`. A file may hold a list of corrections.
//!
//! [RFC 6902]: https://www.rfc-editor.org/rfc/rfc6902
//! [RFC 7396]: https://www.rfc-editor.org/rfc/rfc7396

mod merge;
mod patch;
mod place;
mod read;
mod set;

use std::sync::Arc;

pub(crate) use read::Reader;
pub(crate) use set::Overlays;

use crate::diagnostics::{Span, Text};
use crate::load::Json;

/// One correction of one schema, as it was read.
#[derive(Debug, Clone)]
pub struct Overlay {
    schema: String,
    reason: String,
    change: Change,
    /// The text that it was read from.
    text: Arc<Text>,
    /// Its place in that text.
    span: Span,
    /// The place of the schema's name in that text.
    named: Span,
    /// Its JSON Pointer in that text.
    pointer: String,
}

impl Overlay {
    /// The schema that it corrects, by its name.
    #[must_use]
    pub fn schema(&self) -> &str {
        &self.schema
    }

    /// Why it is made.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

/// What is changed.
#[derive(Debug, Clone)]
enum Change {
    /// RFC 6902: steps, one after the other.
    Patch(Vec<patch::Step>),
    /// RFC 7396: members to be set, and to be removed where they are null.
    Merge(Json),
}

/// A correction that was applied to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The file that holds it.
    pub overlay: Arc<str>,
    /// Why it is made.
    pub reason: String,
    /// The JSON Pointers of what it changed.
    pub pointers: Vec<String>,
}
