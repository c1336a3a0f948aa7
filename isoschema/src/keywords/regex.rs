//! Regular expressions of ECMA-262, as schemas have them.

use std::sync::Arc;

use regress::Regex;

/// Deeper groups and longer patterns are refused: compiling them costs stack
/// in the program that uses the generated type.
const GROUPS: usize = 100;
const LENGTH: usize = 65_536;

/// A pattern, compiled once.
#[derive(Debug, Clone)]
pub struct Pattern {
    source: Arc<str>,
    regex: Arc<Regex>,
}

impl Pattern {
    /// Compiles a pattern in Unicode mode, as the drafts recommend; else in the
    /// mode that reads everything that browsers do.
    ///
    /// # Errors
    ///
    /// Why it is no regular expression.
    pub fn new(source: &str) -> Result<Self, String> {
        if source.len() > LENGTH {
            return Err(format!("it is longer than {LENGTH} bytes"));
        }
        let mut depth = 0usize;
        for byte in source.bytes() {
            match byte {
                b'(' => depth += 1,
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > GROUPS {
                return Err(format!("its groups are nested deeper than {GROUPS}"));
            }
        }
        let regex = Regex::with_flags(source, "u")
            .or_else(|error| Regex::new(source).map_err(|_| error.to_string()))?;
        Ok(Self {
            source: source.into(),
            regex: Arc::new(regex),
        })
    }

    /// The pattern as it stands in the schema.
    #[must_use]
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Whether it is found in a text.
    #[must_use]
    pub fn is_found_in(&self, text: &str) -> bool {
        self.regex.find(text).is_some()
    }
}
