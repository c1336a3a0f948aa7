//! How a schema is read that stands inside of a document, and where it refers to.

use crate::resolve::dialect::Dialect;

use super::location::Location;

/// How a schema is read that stands inside of a document, and where it refers to.
#[derive(Debug, Clone)]
pub struct Standing {
    /// Its dialect.
    pub dialect: Dialect,
    /// Where its `$ref` leads, if it has one.
    pub reference: Option<Location>,
}
