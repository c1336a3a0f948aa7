//! Patterns that ask for runs of characters, such as `^[A-Z]{3}$`.
use super::*;

/// A regular expression that is a sequence of runs, matched without an engine.
pub struct Runs {
    source: &'static str,
    runs: &'static [Run],
}

/// So many characters, each from one of these ranges: the first and the last of each, in order.
pub struct Run {
    pub ranges: &'static str,
    pub least: usize,
    pub most: usize,
}

impl Runs {
    #[inline]
    pub const fn new(source: &'static str, runs: &'static [Run]) -> Self {
        Self { source, runs }
    }

    /// The pattern as the schema has it.
    #[inline]
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether a text consists of these runs.
    #[inline]
    pub fn matches(&self, text: &str) -> bool {
        let mut rest = text;
        for run in self.runs {
            let mut left = run.most;
            while let Some(letter) = rest.chars().next().filter(|_| left > 0) {
                let Some(range) = held(run.ranges, letter) else {
                    break;
                };
                rest = &rest[letter.len_utf8()..];
                left -= 1;
                // Mostly the next ones are of the same range.
                let most = rest.len().min(left);
                let more = as_long_as(range, &rest.as_bytes()[..most]);
                rest = &rest[more..];
                left -= more;
            }
            if run.most - left < run.least {
                return false;
            }
        }
        rest.is_empty()
    }

    /// A refusal unless a text consists of these runs.
    #[inline]
    pub fn require(&self, text: &str, schema: &'static str) -> Result<(), Refused> {
        if self.matches(text) {
            Ok(())
        } else {
            Err(Refused::new(schema, Reason::Pattern(self.source)))
        }
    }
}
