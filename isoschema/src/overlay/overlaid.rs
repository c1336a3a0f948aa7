//! One correction of one schema, as it was read.

use std::sync::Arc;

use crate::diagnostics::text::{Span, Text};
use crate::load::json::Json;

use super::patch::Step;

/// One correction of one schema, as it was read.
#[derive(Debug, Clone)]
pub struct Overlay {
    pub(super) schema: String,
    pub(super) reason: String,
    pub(super) change: Change,
    /// The text that it was read from.
    pub(super) text: Arc<Text>,
    /// Its place in that text.
    pub(super) span: Span,
    /// The place of the schema's name in that text.
    pub(super) named: Span,
    /// Its JSON Pointer in that text.
    pub(super) pointer: String,
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
pub(super) enum Change {
    /// RFC 6902: steps, one after the other.
    Patch(Vec<Step>),
    /// RFC 7396: members to be set, and to be removed where they are null.
    Merge(Json),
}
