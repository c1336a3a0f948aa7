//! Patterns: ECMA-262 regular expressions, compiled at their first use.
use super::*;

/// A regular expression of a schema.
pub(super) struct Pattern {
    source: &'static str,
    regex: ::std::sync::OnceLock<::std::option::Option<::regress::Regex>>,
}

impl Pattern {
    pub(super) const fn new(source: &'static str) -> Self {
        Self {
            source,
            regex: ::std::sync::OnceLock::new(),
        }
    }

    /// The pattern as the schema has it.
    pub(super) const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the pattern is found anywhere in a text.
    pub(super) fn matches(&self, text: &str) -> bool {
        let regex = self.regex.get_or_init(|| {
            // The generator has compiled it once already, in the same way.
            ::regress::Regex::with_flags(self.source, "u")
                .or_else(|_| ::regress::Regex::new(self.source))
                .ok()
        });
        regex
            .as_ref()
            .is_some_and(|regex| regex.find(text).is_some())
    }

    /// A refusal unless the pattern is found in a text.
    pub(super) fn require(
        &self,
        text: &str,
        schema: &'static str,
    ) -> ::std::result::Result<(), Refused> {
        if self.matches(text) {
            Ok(())
        } else {
            Err(Refused::new(schema, Reason::Pattern(self.source)))
        }
    }
}

/// `regex`: a regular expression of ECMA-262.
pub(super) fn is_regex(text: &str) -> bool {
    ::regress::Regex::with_flags(text, "u").is_ok()
}
