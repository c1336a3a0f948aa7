//! What people read: counts with their nouns, and texts in which no character
//! is hidden.

use std::borrow::Cow;
use std::fmt::{Display, Write as _};

/// A count and what is counted, in the plural unless it is one.
///
/// ```
/// use isoschema::words::counted;
///
/// assert_eq!(counted(1, "schema"), "1 schema");
/// assert_eq!(counted(0, "schema"), "0 schemas");
/// ```
pub fn counted(count: impl Display, noun: &str) -> String {
    let count = count.to_string();
    let ending = if count == "1" { "" } else { "s" };
    format!("{count} {noun}{ending}")
}

/// A verb of one thing, or of any other number.
///
/// ```
/// use isoschema::words::one_or_more;
///
/// assert_eq!(one_or_more(1, "fits", "fit"), "fits");
/// assert_eq!(one_or_more(0, "fits", "fit"), "fit");
/// ```
#[must_use]
pub fn one_or_more(count: usize, one: &'static str, more: &'static str) -> &'static str {
    if count == 1 { one } else { more }
}

/// Names with a word before the last.
///
/// ```
/// use isoschema::words::listed;
///
/// let names = ["a", "b", "c"].map(str::to_owned);
/// assert_eq!(listed(&names, "and"), "a, b and c");
/// assert_eq!(listed(&names[..1], "or"), "a");
/// ```
#[must_use]
pub fn listed(names: &[String], word: &str) -> String {
    match names {
        [before @ .., last] if !before.is_empty() => {
            format!("{} {word} {last}", before.join(", "))
        }
        few => few.concat(),
    }
}

/// A text as code in Markdown, whatever is in it; in the cell of a table, too.
///
/// ```
/// use isoschema::words::as_code;
///
/// assert_eq!(as_code("a|b\n"), "`a\\|b\\n`");
/// assert_eq!(as_code("a`b"), "`` a`b ``");
/// ```
#[must_use]
pub fn as_code(text: &str) -> String {
    // In a table a bar would end the cell.
    let text = shown(text).replace('|', "\\|");
    let longest = text.split(|letter| letter != '`').map(str::len).max();
    let longest = longest.unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    if longest == 0 {
        format!("{fence}{text}{fence}")
    } else {
        format!("{fence} {text} {fence}")
    }
}

/// A text as it is shown: what moves the cursor, breaks the line or turns the
/// direction of writing is escaped as in Rust.
///
/// ```
/// use isoschema::words::shown;
///
/// assert_eq!(shown("a\rb\u{202e}c"), "a\\rb\\u{202e}c");
/// assert_eq!(shown("Größe"), "Größe");
/// ```
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if !text.contains(is_hidden) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            hidden if is_hidden(hidden) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(hidden));
            }
            plain => out.push(plain),
        }
    }
    Cow::Owned(out)
}

/// A text in quotes, as JSON and TOML write it, without hidden characters.
///
/// ```
/// use isoschema::words::quoted;
///
/// assert_eq!(quoted("a\"b\u{202e}"), r#""a\"b\u202e""#);
/// ```
#[must_use]
pub fn quoted(text: &str) -> String {
    let quoted = serde_json::Value::from(text).to_string();
    let mut out = String::with_capacity(quoted.len());
    for letter in quoted.chars() {
        if is_hidden(letter) {
            // None of them lies beyond the first plane.
            let _ = write!(out, "\\u{:04x}", u32::from(letter));
        } else {
            out.push(letter);
        }
    }
    out
}

/// Whether a character is a control, has no width, ends a line, or turns the
/// direction of what follows.
#[must_use]
pub fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}
