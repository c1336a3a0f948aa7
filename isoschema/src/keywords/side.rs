//! The two sides from which a count is limited.

use super::count::Count;

/// Whether a limit is the least or the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// At least so many.
    Least,
    /// At most so many.
    Most,
}

impl Side {
    /// The limits that are stated.
    pub fn stated(
        least: Option<Count>,
        most: Option<Count>,
    ) -> impl Iterator<Item = (Self, Count)> {
        let least = least.map(|count| (Self::Least, count));
        let most = most.map(|count| (Self::Most, count));
        least.into_iter().chain(most)
    }

    /// Whether one limit of this side asks more than another.
    #[must_use]
    pub fn is_tighter(self, one: &Count, other: &Count) -> bool {
        match self {
            Self::Least => one > other,
            Self::Most => one < other,
        }
    }

    /// Whether a number is beyond the limit.
    #[must_use]
    pub fn is_broken(self, found: u64, limit: &Count) -> bool {
        match self {
            Self::Least => found < limit.value() || limit.is_beyond(),
            Self::Most => found > limit.value(),
        }
    }

    /// What is said of it, in words that follow the number: `fewer than 3`.
    #[must_use]
    pub fn beyond(self, limit: &Count) -> String {
        match self {
            Self::Least => format!("fewer than {limit}"),
            Self::Most => format!("more than {limit}"),
        }
    }

    /// What stands before a limit that is itself allowed.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Least => "at least",
            Self::Most => "at most",
        }
    }
}
