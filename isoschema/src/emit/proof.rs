//! Root types → the crate's own tests.

use super::krate::RootType;

/// The test files by their paths in the crate.
pub(super) fn files(_library: &str, _roots: &[RootType]) -> Vec<(&'static str, String)> {
    Vec::new()
}
