//! Rules that state one thing alone.

use crate::keywords::reference::Reference;
use crate::keywords::table::{Assertion, Stated as _, Word};

use super::id::RuleId;
use super::rule::Rule;

impl Rule {
    /// What it states, where that is one thing alone.
    fn only(&self) -> Option<&Assertion> {
        match self.assertions() {
            [only] if self.verdict != Some(false) => Some(only),
            _ => None,
        }
    }

    /// Whether it states one keyword, this one, and nothing else.
    #[must_use]
    pub fn says_only(&self, word: Word) -> bool {
        self.only().is_some_and(|it| it.word() == word)
    }

    /// The rule that it refers to, where it does nothing else.
    #[must_use]
    pub fn refers_to(&self) -> Option<RuleId> {
        self.only().and_then(Reference::of).map(|it| it.0)
    }

    /// Whether it consists of alternatives.
    #[must_use]
    pub fn is_choice(&self) -> bool {
        self.only().is_some_and(|it| it.word().gives_alternatives())
    }
}
