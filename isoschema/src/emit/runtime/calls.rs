//! Code → its calls of macros, each with the words that it holds.

use super::part::{BRACKET, LIFETIME};
use super::words::{Mark, Use, walk};

/// A call of a macro.
#[derive(Debug)]
pub(super) struct Call<'c> {
    pub(super) name: &'c str,
    /// Where its name stands.
    pub(super) at: usize,
    /// The words that it holds, each with its place.
    pub(super) words: Vec<(&'c str, usize)>,
    /// Whether it gives on what another macro was given.
    pub(super) gives_on: bool,
}

/// The calls in code, those inside of others, too.
pub(super) fn calls(code: &str) -> Vec<Call<'_>> {
    let mut found: Vec<Call<'_>> = Vec::new();
    // Those that are not closed, each with the depth at which it stands.
    let mut open: Vec<(usize, usize)> = Vec::new();
    walk(code, |mark, at, depth| {
        let is_given = code[..at].ends_with('$');
        let word = match mark {
            Mark::Word(word, _) if !is_given => Some(word),
            Mark::Open(b'[') => Some(BRACKET),
            Mark::Sign(b'<') if code[at + 1..].trim_start().starts_with('\'') => Some(LIFETIME),
            _ => None,
        };
        for (call, of) in &open {
            if depth > *of {
                found[*call].words.extend(word.map(|word| (word, at)));
                found[*call].gives_on |= is_given;
            }
        }
        match mark {
            Mark::Word(name, Use::Macro) => {
                open.push((found.len(), depth));
                found.push(Call {
                    name,
                    at,
                    words: Vec::new(),
                    gives_on: false,
                });
            }
            Mark::Close(_) => open.retain(|(_, of)| *of != depth),
            _ => {}
        }
    });
    found
}
