//! What holds for every value that is evaluated.

use crate::keywords::table::Word;
use crate::rules::rule::Rules;

/// The rules, and how values are evaluated by them.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'r> {
    /// The rules.
    pub rules: &'r Rules,
    /// Whether integers are of any size; else those that no type reads do not
    /// fit.
    pub any_integers: bool,
    /// Whether faults are told, or only counted.
    pub tells: bool,
    /// Whether anybody asks what was looked at.
    pub marks: bool,
}

impl<'r> Ground<'r> {
    /// Only whether values fit, integers of any size.
    #[must_use]
    pub fn new(rules: &'r Rules) -> Self {
        let rests = [Word::UnevaluatedItems, Word::UnevaluatedProperties];
        let asks = |word: Word| rules.rules.iter().any(|rule| rule.states(word));
        Self {
            rules,
            any_integers: true,
            tells: false,
            marks: rests.into_iter().any(asks),
        }
    }
}
