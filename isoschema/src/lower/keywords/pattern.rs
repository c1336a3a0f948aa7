//! Regular expressions (ECMA-262), each compiled once here so that a generated
//! reader never meets one that does not compile.

use regress::Regex;

use super::{Lowering, Schema};
use crate::diagnostics::{Diagnostic, Kind};
use crate::load::{Json, escape};

/// Deeper groups and longer patterns are refused: compiling them costs stack
/// in the program that uses the generated type.
const GROUPS: usize = 100;
const LENGTH: usize = 65_536;

impl Lowering<'_> {
    /// Whether a pattern compiles; if not, it is reported.
    pub(super) fn pattern(
        &mut self,
        schema: &Schema<'_>,
        pattern: &str,
        suffix: &str,
        at: &Json,
        key: bool,
    ) -> bool {
        let known = self.patterns.entry(pattern.to_owned());
        let error = match known.or_insert_with(|| compile(pattern)) {
            Ok(()) => return true,
            Err(error) => error.clone(),
        };
        let span = if key { at.key_span() } else { at.span };
        let reason = format!("`{pattern}` is not a regular expression of ECMA-262: {error}");
        let diagnostic = Diagnostic::at(Kind::Pattern, schema.text, span, reason)
            .pointer(format!("{}{suffix}", schema.pointer))
            .help("correct the pattern; JSON needs each backslash doubled");
        self.problems.push(diagnostic);
        false
    }

    /// A pattern that is a member's name.
    pub(super) fn pattern_key(&mut self, schema: &Schema<'_>, pattern: &str, at: &Json) -> bool {
        let suffix = format!("/patternProperties/{}", escape(pattern));
        self.pattern(schema, pattern, &suffix, at, true)
    }
}

/// In Unicode mode, as the drafts recommend; else in the mode that reads
/// everything that browsers do.
fn compile(pattern: &str) -> Result<(), String> {
    if pattern.len() > LENGTH {
        return Err(format!("it is longer than {LENGTH} bytes"));
    }
    let mut depth = 0usize;
    for byte in pattern.bytes() {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > GROUPS {
            return Err(format!("its groups are nested deeper than {GROUPS}"));
        }
    }
    let Err(error) = Regex::with_flags(pattern, "u") else {
        return Ok(());
    };
    Regex::new(pattern)
        .map(|_| ())
        .map_err(|_| error.to_string())
}
