//! What people read: counts, and texts in which no character is hidden.
use super::*;

/// A count and what is counted, in the plural unless it is one.
pub struct Counted(pub(crate) u64, pub(crate) &'static str);

impl ::core::fmt::Display for Counted {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let ending = if self.0 == 1 { "" } else { "s" };
        ::core::write!(f, "{} {}{ending}", self.0, self.1)
    }
}

/// A text as it is shown: what moves the cursor, breaks the line or turns the
/// direction of writing is escaped.
pub struct Shown<'t>(pub(crate) &'t str);

impl ::core::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(is_hidden) {
            let (plain, hidden) = rest.split_at(at);
            f.write_str(plain)?;
            let mut letters = hidden.chars();
            match letters.next() {
                Some('\n') => f.write_str("\\n")?,
                Some('\r') => f.write_str("\\r")?,
                Some('\t') => f.write_str("\\t")?,
                Some(letter) => ::core::write!(f, "\\u{{{:x}}}", u32::from(letter))?,
                None => {}
            }
            rest = letters.as_str();
        }
        f.write_str(rest)
    }
}

/// Whether a character is a control, has no width, ends a line, or turns the
/// direction of what follows.
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || ::core::matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// A text in quotes, as JSON writes it, without hidden characters.
pub fn quoted(text: &str) -> String {
    let quoted = ::serde_json::Value::from(text).to_string();
    if !quoted.contains(is_hidden) {
        return quoted;
    }
    let mut out = String::new();
    for letter in quoted.chars() {
        if is_hidden(letter) {
            // None of them lies beyond the first plane.
            let _ = ::core::fmt::Write::write_fmt(
                &mut out,
                ::core::format_args!("\\u{:04x}", u32::from(letter)),
            );
        } else {
            out.push(letter);
        }
    }
    out
}
