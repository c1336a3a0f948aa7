//! The names of the lints, and what becomes of what they find.

use std::collections::BTreeMap;

/// What becomes of what a lint finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Nothing.
    Allow,
    /// It is a warning.
    Warn,
    /// It is an error: nothing is generated.
    Deny,
}

impl Level {
    /// A level by its name in a configuration: `allow`, `warn`, `deny`.
    pub(crate) fn by_name(name: &str) -> Option<Self> {
        Some(match name {
            "allow" => Self::Allow,
            "warn" => Self::Warn,
            "deny" => Self::Deny,
            _ => return None,
        })
    }
}

/// The lint of files that hold no schema.
pub(crate) const NO_SCHEMA: &str = "no-schema";

/// The lint that planning speaks for.
pub(crate) const NO_VALUE: &str = "no-value";

/// The lint that few want: most enums are meant to be closed.
const CLOSED_ENUM: &str = "closed-enum";

/// All of them, as `[lints]` has them.
pub(crate) const NAMES: [&str; 18] = [
    CLOSED_ENUM,
    "foreign-pattern",
    "ignored-keyword",
    "misspelt-keyword",
    "misspelt-member",
    NO_SCHEMA,
    "no-type",
    NO_VALUE,
    "refused-member",
    "refused-null",
    "repeated-entry",
    "slow-pattern",
    "swallowed-arm",
    "unfit-code",
    "unfit-default",
    "unfit-example",
    "unknown-dialect",
    "unknown-format",
];

/// The levels that a configuration sets.
#[derive(Debug, Clone, Default)]
pub(crate) struct Levels(BTreeMap<String, Level>);

impl Levels {
    /// Sets that of a lint.
    pub(crate) fn set(&mut self, name: String, level: Level) {
        self.0.insert(name, level);
    }

    /// That of a lint.
    pub(crate) fn of(&self, name: &str) -> Level {
        let otherwise = match name {
            CLOSED_ENUM => Level::Allow,
            _ => Level::Warn,
        };
        self.0.get(name).copied().unwrap_or(otherwise)
    }
}
