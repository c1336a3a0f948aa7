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
    pub const fn new(source: &'static str, runs: &'static [Run]) -> Self {
        Self { source, runs }
    }

    /// The pattern as the schema has it.
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether a text consists of these runs.
    pub fn matches(&self, text: &str) -> bool {
        let mut rest = text;
        for run in self.runs {
            let (mut count, mut end) = (0, 0);
            for letter in rest.chars().take(run.most) {
                if held(run.ranges, letter).is_none() {
                    break;
                }
                count += 1;
                end += letter.len_utf8();
            }
            if count < run.least {
                return false;
            }
            rest = &rest[end..];
        }
        rest.is_empty()
    }

    /// A refusal unless a text consists of these runs.
    pub fn require(&self, text: &str, schema: &'static str) -> Result<(), Refused> {
        if self.matches(text) {
            Ok(())
        } else {
            Err(Refused::new(schema, Reason::Pattern(self.source)))
        }
    }
}
