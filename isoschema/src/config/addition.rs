//! One thing that is added to generated types.

use super::setting::Setting;

/// What is added to one type, or to all.
#[derive(Debug, Clone)]
pub(crate) struct Addition {
    /// The Rust name of the type; `None` for all.
    pub(crate) to: Option<String>,
    /// What is added.
    pub(crate) what: Setting,
}

/// Which types are to be `#[non_exhaustive]`.
#[derive(Debug, Clone)]
pub(crate) enum NonExhaustive {
    /// Every enum.
    Enums,
    /// Every struct with public fields.
    Structs,
    /// The type of this name.
    Type(Setting),
}
