//! What a person is told of a keyword, as a phrase of a sentence about the
//! value: documentation and changelogs say it.

use std::fmt::{self, Display, Formatter};

use crate::words::counted;

use super::count::Count;
use super::side::Side;

/// What a person is told of a keyword.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Phrase {
    /// At least or at most so many of something.
    Count(Side, Count, &'static str),
    /// A number's bound, as it is written; whether it is itself outside.
    Bound(Side, String, bool),
    /// Words, and the code that they are about.
    Code(String, String),
    /// Words alone.
    Words(String),
}

/// Phrases in the order of the first of each kind, two bounds of one thing as
/// a range: `1 to 64 items`.
#[must_use]
pub fn ranged(phrases: Vec<Phrase>) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    for phrase in phrases {
        match out
            .iter_mut()
            .find_map(|other| Some((phrase.with(other)?, other)))
        {
            Some((range, other)) => *other = range,
            None => out.push(phrase),
        }
    }
    out
}

impl Phrase {
    /// The range that two phrases say together.
    fn with(&self, other: &Self) -> Option<Self> {
        use Side::{Least, Most};
        let range = match (other, self) {
            (Self::Count(Least, least, unit), Self::Count(Most, most, same))
            | (Self::Count(Most, most, same), Self::Count(Least, least, unit))
                if unit == same =>
            {
                let most_of = counted(most, unit);
                if least == most {
                    most_of
                } else {
                    format!("{least} to {most_of}")
                }
            }
            (Self::Bound(Least, least, false), Self::Bound(Most, most, false))
            | (Self::Bound(Most, most, false), Self::Bound(Least, least, false)) => {
                format!("from {least} to {most}")
            }
            _ => return None,
        };
        Some(Self::Words(range))
    }
}

impl Display for Phrase {
    fn fmt(&self, out: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count(side, count, unit) => {
                write!(out, "{} {}", side.words(), counted(count, unit))
            }
            Self::Bound(side, limit, exclusive) => {
                let words = match (side, exclusive) {
                    (side, false) => side.words(),
                    (Side::Least, true) => "above",
                    (Side::Most, true) => "below",
                };
                write!(out, "{words} {limit}")
            }
            Self::Code(words, code) => write!(out, "{words} `{code}`"),
            Self::Words(words) => out.write_str(words),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_bounds_are_a_range() {
        let said = |phrases: Vec<Phrase>| -> Vec<String> {
            ranged(phrases).iter().map(ToString::to_string).collect()
        };
        let count = |side, count: u64| Phrase::Count(side, count.into(), "item");
        let bound = |side, limit: &str, outside| Phrase::Bound(side, limit.to_owned(), outside);
        let different = || Phrase::Words("all different".to_owned());
        assert_eq!(
            said(vec![
                count(Side::Most, 64),
                different(),
                count(Side::Least, 1)
            ]),
            ["1 to 64 items", "all different"]
        );
        assert_eq!(
            said(vec![count(Side::Least, 1), count(Side::Most, 1)]),
            ["1 item"]
        );
        assert_eq!(said(vec![count(Side::Least, 2)]), ["at least 2 items"]);
        assert_eq!(
            said(vec![
                bound(Side::Least, "0", false),
                bound(Side::Most, "1.5", false)
            ]),
            ["from 0 to 1.5"]
        );
        assert_eq!(
            said(vec![
                bound(Side::Least, "0", true),
                bound(Side::Most, "9", false)
            ]),
            ["above 0", "at most 9"]
        );
    }
}
