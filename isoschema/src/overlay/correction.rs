//! A correction that was applied to a document.

use std::sync::Arc;

/// A correction that was applied to a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The file that holds it.
    pub overlay: Arc<str>,
    /// Why it is made.
    pub reason: String,
    /// The JSON Pointers of what it changed.
    pub pointers: Vec<String>,
    /// Whether the documentation of the types tells of it, beside the report.
    pub is_told: bool,
}
