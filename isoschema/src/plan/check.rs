//! What predicates enforce, and which keyword an error names.

use crate::keywords::bound::Bound;
use crate::keywords::properties::Properties;
use crate::keywords::table::Word;
use crate::rules::id::RuleId;

/// Where a schema says what a value has to be: what an error names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// The keyword that refuses everything that the type does not hold.
    At(String),
    /// No one keyword does: the predicates tell which refuses a value. The
    /// location is that of the schema.
    Asked(Vec<Check>, String),
    /// That of a list or a map, and that of its items or values.
    Of(Box<Place>, Box<Place>),
    /// That of a list, and the keywords with the bounds that its Rust
    /// type has by itself; that of texts of a format, and the format twice.
    Between(Box<Place>, String, String),
    /// That of an integer, and the bounds that refuse what its Rust type does not hold.
    Bounds(Box<Place>, Box<[Option<End>; 2]>),
}

/// A bound and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct End {
    /// The keyword's location.
    pub location: String,
    /// What it asks.
    pub bound: Bound,
}

impl Place {
    /// The location where one is to be named for all values.
    #[must_use]
    pub fn location(&self) -> &str {
        match self {
            Self::At(location) | Self::Asked(_, location) => location,
            Self::Of(own, _) | Self::Between(own, ..) | Self::Bounds(own, _) => own.location(),
        }
    }
}

/// A keyword of a rule that is enforced by a predicate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Check {
    /// The rule.
    pub rule: RuleId,
    /// The keyword.
    pub part: Part,
}

/// What of a rule a predicate enforces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Everything that the rule says.
    Whole,
    /// That the condition of `if` does not hold.
    Unless,
    /// What is said of members by their names' patterns, where a name may
    /// match several patterns or a declared property.
    Patterns,
    /// A keyword.
    Keyword(Word),
}

impl Part {
    /// The keyword's name.
    #[must_use]
    pub fn keyword(self) -> &'static str {
        match self {
            Self::Whole => "",
            Self::Unless => "if",
            Self::Patterns => Properties::PATTERNS,
            Self::Keyword(word) => word.name(),
        }
    }
}
