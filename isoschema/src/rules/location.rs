//! Where a schema object stands.

use std::sync::Arc;

/// Where a schema object stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// The document's path relative to the schemas folder, `/`-separated.
    pub document: Arc<str>,
    /// The JSON Pointer inside it (RFC 6901), empty for the root.
    pub pointer: String,
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}#{}", self.document, self.pointer)
    }
}
