//! What stands where JSON has something else, as people write it who think of another notation.

use std::sync::Arc;

use crate::diagnostics::text::{Span, Text};
use crate::diagnostics::{Diagnostic, Kind};

/// What is wrong at a place, and what to do about it.
struct Misread {
    /// Where what is wrong begins.
    at: usize,
    reason: String,
    help: &'static str,
}

/// Words that other notations have in place of those of JSON, with what JSON has.
const WORDS: [(&str, &str); 8] = [
    ("True", "`true` is written in small letters"),
    ("False", "`false` is written in small letters"),
    ("TRUE", "`true` is written in small letters"),
    ("FALSE", "`false` is written in small letters"),
    ("None", "say `null`"),
    ("undefined", "say `null`, or leave it out"),
    ("NaN", "numbers are finite: leave it out"),
    ("Infinity", "numbers are finite: leave it out"),
];

/// What is wrong where a member's name, a value or the end of a list is expected.
pub(super) fn odd(text: &Arc<Text>, at: usize, reason: &str) -> Box<Diagnostic> {
    let problem = match misread(text.content(), at) {
        Some(odd) => wrong(text, odd.at, &odd.reason).help(odd.help),
        None => wrong(text, at, reason),
    };
    Box::new(problem)
}

/// A fault of one letter.
pub(super) fn wrong(text: &Arc<Text>, at: usize, reason: &str) -> Diagnostic {
    let content = text.content();
    let mut at = at.min(content.len());
    while !content.is_char_boundary(at) {
        at -= 1;
    }
    let length = content.get(at..).and_then(|rest| rest.chars().next());
    let span = Span::new(at, at + length.map_or(0, char::len_utf8));
    Diagnostic::at(Kind::Syntax, text, span, format!("not JSON: {reason}"))
}

/// What is written at a place where a member's name, a value or the end of a list is expected, if other notations
/// have it there.
fn misread(content: &str, at: usize) -> Option<Misread> {
    let (before, rest) = (content.get(..at)?.trim_end(), content.get(at..)?);
    let first = rest.chars().next()?;
    let told = |reason: &str, help: &'static str| Misread {
        at,
        reason: reason.to_owned(),
        help,
    };
    let is_comment = rest.starts_with("//") || rest.starts_with("/*") || first == '#';
    Some(match first {
        _ if is_comment => told(
            "comments are not part of JSON",
            "take it out, or let the file's name end in `.jsonc`; what is to be said of a schema may stand in its `$comment`",
        ),
        '}' | ']' if before.ends_with(',') => Misread {
            at: before.len() - 1,
            ..told(
                "nothing comes behind this comma",
                "take it out: JSON has commas only between two members or items",
            )
        },
        ',' => told("nothing comes before this comma", "take it out"),
        '\'' | '`' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => told(
            "texts and the names of members stand in double quotes",
            "put it into `\"`",
        ),
        _ if first.is_alphabetic() || matches!(first, '_' | '$') => {
            let is_of_word = |letter: char| letter.is_alphanumeric() || "_-$.".contains(letter);
            let word = rest.split(|letter| !is_of_word(letter)).next()?;
            let known = WORDS.iter().find(|(known, _)| *known == word);
            let help = known.map_or("put it into double quotes", |(_, help)| help);
            told(&format!("`{word}` is nothing that JSON has"), help)
        }
        _ => return None,
    })
}
