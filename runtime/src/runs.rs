//! Patterns that ask for runs of letters, such as `^[A-Z]{3}$`.
use super::*;

/// A regular expression that is a sequence of runs, matched without an engine.
pub struct Runs {
    source: &'static str,
    runs: &'static [Run],
}

/// So many letters, each from one of these ranges of ASCII.
pub struct Run {
    pub ranges: &'static [(u8, u8)],
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
        let mut rest = text.as_bytes();
        for run in self.runs {
            let is_held = |byte: &&u8| {
                run.ranges
                    .iter()
                    .any(|(first, last)| first <= *byte && *byte <= last)
            };
            let count = rest.iter().take(run.most).take_while(is_held).count();
            if count < run.least {
                return false;
            }
            rest = &rest[count..];
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
