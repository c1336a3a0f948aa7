//! What a refresh did.

use crate::report::Report;

/// What a refresh did.
#[derive(Debug)]
#[non_exhaustive]
pub struct Outcome {
    /// How many schemas there are now that were fetched.
    pub schemas: usize,
    /// What changed, in the order of the names.
    pub changes: Vec<Change>,
    /// What became of the schemas, where anything changed.
    pub report: Option<Report>,
}

/// A file that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Change {
    /// Its path in the schemas folder.
    pub path: String,
    /// Its text before; none for a new file.
    pub before: Option<String>,
    /// Its text now; none for a file that is gone.
    pub after: Option<String>,
}
