//! Where a schema object stands.

use std::sync::Arc;

use crate::load::document::stem;

/// Where a schema object stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Location {
    /// The document's path relative to the schemas folder, `/`-separated.
    pub document: Arc<str>,
    /// The JSON Pointer inside it (RFC 6901), empty for the root.
    pub pointer: String,
}

impl Location {
    /// The place as a configuration speaks of it: the document without its
    /// ending, and the pointer where there is one.
    pub(crate) fn place(&self) -> String {
        let stem = stem(&self.document);
        if self.pointer.is_empty() {
            stem.to_owned()
        } else {
            format!("{stem}#{}", self.pointer)
        }
    }
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}#{}", self.document, self.pointer)
    }
}
