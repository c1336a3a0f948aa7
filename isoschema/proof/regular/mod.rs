//! Texts that a pattern, lengths or a list allow, as regular languages.
//!
//! A pattern of ECMA-262 without back-references, and without look-around but ahead from the
//! beginning of a text and back from its end, is a regular language: whether one allows all that
//! another does, whether some text fits
//! several at once, and which, can be decided. [`combinations`] answers all of
//! that: it tells which of some languages a text can be of at the same time,
//! with a text for each combination.
//!
//! ```
//! use isoschema::regular::{Language, outside};
//!
//! let digits = Language::of_pattern(r"^\d+$").unwrap();
//! let same = Language::of_pattern("^[0-9]+$").unwrap();
//! assert_eq!(outside(&[&digits], &[&same]), Ok(None));
//! let few = Language::of_lengths(0, Some(2));
//! let many = outside(&[&digits], &[&few]);
//! assert_eq!(many, Ok(Some("000".to_owned())));
//! ```

mod ambiguous;
mod automaton;
mod back;
mod combine;
mod graph;
mod letters;
mod parse;
mod property;
mod runs;
mod table;

use std::fmt;

pub use ambiguous::is_exponential;
pub use combine::{Combination, combinations};
use graph::Graph;
use letters::Letters;
use parse::Node;
pub use runs::{Run, runs};
pub use table::Table;

/// Why a pattern is no regular language here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Irregular {
    /// It looks around, or refers back.
    Construct(&'static str),
    /// It has more parts than are looked at.
    Large,
    /// It is no pattern of ECMA-262.
    Invalid(String),
}

impl fmt::Display for Irregular {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Construct(what) => write!(f, "{what} is beyond regular languages"),
            Self::Large => write!(f, "the pattern is too large"),
            Self::Invalid(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for Irregular {}

/// Some of all texts: those for which all of this holds.
#[derive(Debug, Clone)]
pub struct Language(Vec<Condition>);

#[derive(Debug, Clone)]
enum Condition {
    /// Whether something of this graph is found in the text.
    Found { graph: Graph, is: bool },
    /// The text has so many characters.
    Length { least: usize, most: Option<usize> },
}

impl Language {
    /// The texts in which a pattern is found, as `pattern` means it.
    ///
    /// # Errors
    ///
    /// What looks around or refers back, and what is too large or no pattern.
    pub fn of_pattern(source: &str) -> Result<Self, Irregular> {
        let found = parse::parse(source, None)?
            .into_iter()
            .map(|parse::Found { node, is }| {
                let graph = Graph::of(&node).ok_or(Irregular::Large)?;
                Ok(Condition::Found { graph, is })
            });
        found.collect::<Result<_, _>>().map(Self)
    }

    /// The texts of so many characters, as `minLength` and `maxLength` count.
    #[must_use]
    pub fn of_lengths(least: usize, most: Option<usize>) -> Self {
        Self(vec![Condition::Length { least, most }])
    }

    /// The texts of a list; `None` where they are too many to be looked at.
    #[must_use]
    pub fn of_texts<'t>(texts: impl IntoIterator<Item = &'t str>) -> Option<Self> {
        let whole = |text: &str| {
            let letters = text.chars().map(|letter| Node::One(Letters::one(letter)));
            let parts = std::iter::once(Node::Start).chain(letters);
            Node::All(parts.chain([Node::End]).collect())
        };
        let texts = Node::Any(texts.into_iter().map(whole).collect());
        let graph = Graph::of(&texts)?;
        Some(Self(vec![Condition::Found { graph, is: true }]))
    }

    /// Whether it has a text.
    #[must_use]
    pub fn has(&self, text: &str) -> bool {
        self.0.iter().all(|condition| match condition {
            Condition::Found { graph, is } => graph.is_found_in(text) == *is,
            Condition::Length { least, most } => {
                let length = text.chars().count();
                length >= *least && most.is_none_or(|most| length <= most)
            }
        })
    }
}

/// There is more to look at than is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooMuch;

impl fmt::Display for TooMuch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the languages have too many states together")
    }
}

impl std::error::Error for TooMuch {}

/// A text of all of `inner` that is not of all of `outer`, where there is one.
///
/// # Errors
///
/// It would take too long to find out.
pub fn outside(inner: &[&Language], outer: &[&Language]) -> Result<Option<String>, TooMuch> {
    let all: Vec<&Language> = inner.iter().chain(outer).copied().collect();
    let found = combinations(&all)?.into_iter().find(|found| {
        let (of_inner, of_outer) = found.of.split_at(inner.len());
        of_inner.iter().all(|is| *is) && !of_outer.iter().all(|is| *is)
    });
    Ok(found.map(|found| found.text))
}
