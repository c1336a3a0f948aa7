//! Patterns: ECMA-262 regular expressions, compiled at their first use.
use super::*;

use ::regress::Regex; // the crate `regress`, version 0.12, matches the patterns

/// A regular expression of a schema.
pub struct Pattern {
    source: &'static str,
    regex: ::std::sync::OnceLock<Option<Regex>>,
}

impl Pattern {
    pub const fn new(source: &'static str) -> Self {
        Self {
            source,
            regex: ::std::sync::OnceLock::new(),
        }
    }

    /// The pattern as the schema has it.
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the pattern is found anywhere in a text.
    pub fn matches(&self, text: &str) -> bool {
        let regex = self.regex.get_or_init(|| {
            // The generator has compiled it once already, in the same way.
            Regex::with_flags(self.source, "u")
                .or_else(|_| Regex::new(self.source))
                .ok()
        });
        regex
            .as_ref()
            .is_some_and(|regex| regex.find(text).is_some())
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

/// `regex`: a regular expression of ECMA-262.
pub fn is_regex(text: &str) -> bool {
    Regex::with_flags(text, "u").is_ok()
}
