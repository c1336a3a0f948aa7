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
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the pattern is found anywhere in a text.
    pub fn matches(&self, text: &str) -> bool {
        let mut state = 0;
        for letter in text.chars() {
            let Some(ways) = self.states.get(state) else {
                return true;
            };
            match ways.iter().find(|(ranges, _)| is_held(ranges, letter)) {
                Some((_, next)) => state = *next,
                None => return false,
            }
        }
        state >= self.states.len() || self.ends.contains(&state)
    }

    /// A refusal unless the pattern is found in a text.
    pub fn require(&self, text: &str, schema: &'static str) -> Result<(), Refused> {
        if self.matches(text) {
            Ok(())
        } else {
            Err(Refused::new(schema, Reason::Pattern(self.source)))
        }
    }
}

/// Whether a character is in one of some ranges, which are in order.
pub(super) fn is_held(ranges: &str, letter: char) -> bool {
    if let Ok(letter @ 0..=0x7f) = u8::try_from(letter) {
        return is_ascii_held(ranges.as_bytes(), letter);
    }
    let mut bounds = ranges.chars();
    while let (Some(first), Some(last)) = (bounds.next(), bounds.next()) {
        if first <= letter && letter <= last {
            return true;
        }
    }
    false
}

/// The same for ASCII: bytes of longer characters are beyond it, and no range of ASCII follows
/// them.
#[inline]
fn is_ascii_held(ranges: &[u8], letter: u8) -> bool {
    for bounds in ranges.chunks_exact(2) {
        if bounds[0] > letter {
            return false;
        }
        if letter <= bounds[1] {
            return true;
        }
    }
    false
}
