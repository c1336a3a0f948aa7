//! What of an item can be left out, and on what condition.

use std::ops::Range;

use super::words::Use;

/// A word that a piece mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mention<'c> {
    pub(super) word: &'c str,
    pub(super) usage: Use<'c>,
    /// Where it stands in the piece.
    pub(super) at: usize,
}

/// A part of an item, which stands there on a condition.
#[derive(Debug)]
pub(super) struct Part<'c> {
    pub(super) range: Range<usize>,
    pub(super) condition: Condition<'c>,
    /// What it mentions outside of the parts that it has itself.
    pub(super) mentions: Vec<Mention<'c>>,
    /// The part around it.
    pub(super) around: Option<usize>,
}

/// When a part is needed.
#[derive(Debug, Clone)]
pub(super) enum Condition<'c> {
    /// A method or constant, where it is mentioned: of a type or, where it has the name of one,
    /// of a trait.
    Member {
        of: Option<&'c str>,
        owner: &'c str,
        name: &'c str,
    },
    /// A variant or an arm for it, where the variant is made.
    Variant { owner: &'c str, name: &'c str },
    /// What a comment says to be there only with a member, or with an item of no owner.
    With { owner: &'c str, name: &'c str },
    /// What of a macro has effect only where a call of it holds all these words.
    Call { name: &'c str, words: Vec<&'c str> },
}

impl<'c> Part<'c> {
    pub(super) fn new(range: Range<usize>, condition: Condition<'c>) -> Self {
        Self {
            range,
            condition,
            mentions: Vec::new(),
            around: None,
        }
    }
}

/// The word that stands for a lifetime.
pub(super) const LIFETIME: &str = "'";

/// The same for a list or what else stands in brackets.
pub(super) const BRACKET: &str = "[";
