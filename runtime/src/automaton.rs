//! Patterns as automata: linear in the text, and nothing is compiled where they are used.
use super::*;

/// A regular expression that reads a text character by character, and never goes back.
pub struct Automaton {
    source: &'static str,
    states: &'static [Ways],
    ends: &'static [usize],
}

/// Where characters lead from a state: each text is of the first and the last character of some
/// ranges, one after another, and the state is the next one.
pub type Ways = &'static [(&'static str, usize)];

impl Automaton {
    /// A pattern with its states, the first of them state 0, and those in which a text may end.
    /// A state that is not listed has found what it looks for, whatever follows.
    #[inline]
    pub const fn new(
        source: &'static str,
        states: &'static [Ways],
        ends: &'static [usize],
    ) -> Self {
        Self {
            source,
            states,
            ends,
        }
    }

    /// The pattern as the schema has it.
    #[inline]
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the pattern is found anywhere in a text.
    #[inline]
    pub fn matches(&self, text: &str) -> bool {
        let mut state = 0;
        // Characters that lead to where it is: mostly the next ones are of the same range.
        let mut here = None;
        let mut rest = text.chars();
        while let Some(letter) = rest.next() {
            if here.is_some_and(|(first, last)| first <= letter && letter <= last) {
                continue;
            }
            let Some(ways) = self.states.get(state) else {
                return true;
            };
            let mut ways = ways.iter();
            let found = ways.find_map(|(ranges, next)| Some((held(ranges, letter)?, *next)));
            let Some((range, next)) = found else {
                return false;
            };
            here = Some(range).filter(|_| next == state);
            if here.is_some() {
                let text = rest.as_str();
                rest = text[as_long_as(range, text.as_bytes())..].chars();
            }
            state = next;
        }
        state >= self.states.len() || self.ends.contains(&state)
    }

    /// A refusal unless the pattern is found in a text.
    #[inline]
    pub fn require(&self, text: &str, schema: &'static str) -> Result<(), Refused> {
        if self.matches(text) {
            Ok(())
        } else {
            Err(Refused::new(schema, Reason::Pattern(self.source)))
        }
    }
}

/// The range, of some that are in order, that a character is in.
#[inline]
pub(super) fn held(ranges: &str, letter: char) -> Option<(char, char)> {
    if let Ok(letter @ 0..=0x7f) = u8::try_from(letter) {
        return ascii_held(ranges.as_bytes(), letter);
    }
    let mut bounds = ranges.chars();
    while let (Some(first), Some(last)) = (bounds.next(), bounds.next()) {
        if first <= letter && letter <= last {
            return Some((first, last));
        }
    }
    None
}

/// The same for ASCII, as far as that: bytes of longer characters are beyond it, and no range of
/// ASCII follows them.
#[inline]
fn ascii_held(ranges: &[u8], letter: u8) -> Option<(char, char)> {
    for bounds in ranges.chunks_exact(2) {
        if bounds[0] > letter {
            return None;
        }
        if letter <= bounds[1] {
            return Some((bounds[0].into(), bounds[1].min(0x7f).into()));
        }
    }
    None
}

/// How many characters of ASCII that are in a range a text begins with.
#[inline]
pub(super) fn as_long_as((first, last): (char, char), text: &[u8]) -> usize {
    let is_held = |byte: &u8| byte.is_ascii() && (first..=last).contains(&char::from(*byte));
    let behind = text.iter().position(|byte| !is_held(byte));
    behind.unwrap_or(text.len())
}
