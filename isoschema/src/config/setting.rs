//! One setting, with its place.

use crate::diagnostics::text::Span;

/// A setting for one place in the schemas, and where it is set.
#[derive(Debug, Clone)]
pub(crate) struct Setting {
    pub(crate) value: String,
    /// The key's and the value's place in `isoschema.toml`; none for a
    /// setting that was made in code.
    pub(crate) spans: Option<(Span, Span)>,
}

impl Setting {
    pub(super) fn made(value: String) -> Self {
        Self { value, spans: None }
    }
}
