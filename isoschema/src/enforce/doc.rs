//! Texts of a schema → documentation of Rust.
//!
//! A schema's texts are data: nothing in them becomes code, a doc test, a
//! link that leads nowhere or a lint's complaint. Paragraphs and lists of
//! Markdown are kept.

use std::fmt::Write as _;

use indexmap::IndexMap;

use crate::rules::notes::Notes;
pub(super) use crate::shape::lines;

use crate::keywords::literal::shown;
use crate::words::{is_hidden, shown as shown_text};

/// The documentation of an item: what the schema says of it and what it
/// limits, or else a sentence, and where it stands.
pub(super) fn item(
    notes: &Notes,
    otherwise: &str,
    limited: Option<&str>,
    location: &str,
) -> String {
    let mut text = said((notes, true), otherwise, limited);
    text.push_str("\n\nSchema: ");
    text.push_str(&code(location));
    for place in &notes.places {
        text.push_str(", ");
        text.push_str(&code(&place.to_string()));
    }
    text.push('.');
    if notes.deprecated {
        text.push_str("\n\nDeprecated.");
    }
    corrected(notes, &mut text);
    text
}

/// Why the schema is not the one that was published.
fn corrected(notes: &Notes, text: &mut String) {
    for reason in &notes.corrections {
        text.push_str("\n\nCorrected: ");
        let reason: Vec<&str> = reason.split_whitespace().collect();
        text.push_str(&markdown(&reason.join(" ")));
    }
}

/// The documentation of a member: what the schema says of it and what it
/// limits, or else a sentence.
pub(super) fn member(
    notes: &Notes,
    otherwise: &str,
    limited: Option<&str>,
    elsewhere: Option<&str>,
) -> String {
    // Where several places have one type, each has words of its own for its member.
    let is_inside = notes.places.is_empty();
    let mut text = said((notes, is_inside), otherwise, limited);
    if let Some(format) = &notes.format {
        let format = code(format);
        // Where it is asserted, it is among the limits.
        if !text.contains(&format!("the format {format}")) {
            text.push_str("\n\nFormat: ");
            text.push_str(&format);
            text.push('.');
        }
    }
    if let Some(default) = &notes.default {
        let default = shown(default);
        if default.len() <= 80 {
            text.push_str("\n\nDefault: ");
            text.push_str(&code(&default));
            text.push('.');
        }
    }
    if let Some(example) = notes.examples.first() {
        let example = shown(example);
        if example.len() <= 80 {
            text.push_str("\n\nExample: ");
            text.push_str(&code(&example));
            text.push('.');
        }
    }
    for (flag, word) in [
        (notes.read_only, "Read-only."),
        (notes.write_only, "Write-only."),
    ] {
        if flag {
            text.push_str("\n\n");
            text.push_str(word);
        }
    }
    if let Some(elsewhere) = elsewhere {
        let _ = write!(text, "\n\nDeclared by {}.", code(elsewhere));
    }
    corrected(notes, &mut text);
    text
}

/// What a schema says of itself, the description or else the title, and what
/// it limits; or else a sentence that says both. What stands for several places that say
/// different things has the words of each.
fn said((notes, has_places): (&Notes, bool), otherwise: &str, limited: Option<&str>) -> String {
    if has_places && !notes.told_apart.is_empty() {
        let mut places: IndexMap<String, Vec<String>> = IndexMap::new();
        for (place, words) in &notes.told_apart {
            let words: Vec<&str> = words.split_whitespace().collect();
            let places = places.entry(words.join(" ")).or_default();
            places.push(code(&place.to_string()));
        }
        let each = places
            .iter()
            .map(|(words, places)| format!("\n- {}: {}", places.join(", "), markdown(words)));
        return format!("{otherwise}\n{}", each.collect::<String>());
    }
    let words = notes.words().map(markdown);
    let words = words.filter(|text| !text.trim().is_empty());
    match (words, limited) {
        (None, _) => otherwise.to_owned(),
        (Some(words), None) => words,
        (Some(words), Some(limited)) => format!("{words}\n\n{limited}"),
    }
}

/// A text as inline code.
pub(super) fn code(text: &str) -> String {
    let text = shown_text(text);
    if text.trim().is_empty() {
        return "(empty)".to_owned();
    }
    let longest = text
        .split(|letter| letter != '`')
        .map(str::len)
        .max()
        .unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') {
        " "
    } else {
        ""
    };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Markdown from a schema, made safe.
pub(crate) fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut fenced = false;
    let mut blank = true;
    // How far the lines that continue a list's item are indented.
    let mut hanging = 0;
    for line in text.trim().lines() {
        let trimmed = line.trim();
        if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
            // Without a language, a fence would be a doc test.
            out.push_str(if fenced { "```" } else { "```text" });
            fenced = !fenced;
        } else if fenced {
            out.extend(
                line.chars()
                    .filter(|letter| !is_hidden(*letter) || *letter == '\t'),
            );
        } else if trimmed.is_empty() {
            if !blank {
                out.push('\n');
            }
            blank = true;
            hanging = 0;
            continue;
        } else {
            // Indented as it was, a line might be code, and so a doc test.
            match marker(trimmed) {
                Some(width) => hanging = width,
                None => out.push_str(&" ".repeat(hanging)),
            }
            prose(trimmed, &mut out);
        }
        blank = false;
        out.push('\n');
    }
    if fenced {
        out.push_str("```\n");
    }
    out.truncate(out.trim_end().len());
    out
}

/// The width of the sign that begins a list's item.
fn marker(line: &str) -> Option<usize> {
    if line.starts_with("- ") || line.starts_with("+ ") {
        return Some(2);
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[digits..];
    ((1..=9).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") ")))
        .then_some(digits + 2)
}

/// One line of prose: code spans and links to web pages are kept, words that
/// look like code become code, the signs of other links and of tags are
/// escaped.
fn prose(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some(start) = rest.find(['`', '[']) {
        let (before, after) = rest.split_at(start);
        words(before, out);
        if let Some(length) = link(after) {
            out.push_str(&after[..length]);
            rest = &after[length..];
            continue;
        }
        let span = after.strip_prefix('`').and_then(|inner| inner.find('`'));
        let Some(end) = span.filter(|end| *end > 0) else {
            out.push('\\');
            out.push_str(&after[..1]);
            rest = &after[1..];
            continue;
        };
        out.push('`');
        out.extend(after[1..=end].chars().filter(|letter| !is_hidden(*letter)));
        out.push('`');
        rest = &after[end + 2..];
    }
    words(rest, out);
}

/// The length of a link to a web page that the text begins with.
fn link(text: &str) -> Option<usize> {
    let label = text.strip_prefix('[')?.find(']')? + 1;
    let address = text[label + 1..].strip_prefix('(')?;
    if !address.starts_with("http://") && !address.starts_with("https://") {
        return None;
    }
    let end = address.find([')', ' ', '<', '>', '"', '\''])?;
    let plain = text[1..label]
        .chars()
        .all(|letter| letter.is_alphanumeric() || matches!(letter, ' ' | '-' | ',' | '.'));
    (plain && address[end..].starts_with(')') && !looks_like_code(&text[1..label]))
        .then_some(label + 2 + end + 1)
}

fn words(text: &str, out: &mut String) {
    let mut first = true;
    for word in text.split(' ') {
        if !first {
            out.push(' ');
        }
        first = false;
        let start = word
            .find(|letter: char| letter.is_alphanumeric() || letter == '_')
            .unwrap_or(word.len());
        // A path may begin with its separator.
        let start = word[..start].strip_suffix("::").map_or(start, str::len);
        let end = word
            .rfind(|letter: char| letter.is_alphanumeric() || letter == '_' || letter == '/')
            .map_or(start, |end| {
                end + word[end..].chars().next().map_or(1, char::len_utf8)
            });
        let (lead, rest) = word.split_at(start);
        let (mut core, mut tail) = rest.split_at(end.max(start) - start);
        if tail.starts_with("()") {
            (core, tail) = rest.split_at(core.len() + 2);
        }
        escape(lead, out);
        let is_address = core.starts_with("http://") || core.starts_with("https://");
        if is_address && !core.contains(['<', '>', '(', ')', '\\', '"', '*']) {
            out.push('<');
            out.push_str(core);
            out.push('>');
        } else if looks_like_code(core) {
            out.push_str(&code(core));
        } else {
            escape(core, out);
        }
        escape(tail, out);
    }
}

/// Whether a word would be taken for an identifier that lacks its code span.
fn looks_like_code(word: &str) -> bool {
    let humps = word
        .chars()
        .zip(word.chars().skip(1))
        .filter(|(left, right)| left.is_lowercase() && right.is_uppercase())
        .count();
    humps > 0
        || word.split('\'').any(is_camel_case)
        || word.contains('_')
        || word.contains("::")
        || word.contains("://")
        || word.ends_with("()")
}

/// Whether a word has several capital letters and others, as `SQLite` and `V8Engine` have, and is no plural: `URLs`.
fn is_camel_case(word: &str) -> bool {
    let word = word.strip_suffix('s').unwrap_or(word);
    word.starts_with(char::is_uppercase)
        && word.chars().all(char::is_alphanumeric)
        && word.chars().filter(|letter| letter.is_uppercase()).count() > 1
        && word.contains(char::is_lowercase)
}

fn escape(text: &str, out: &mut String) {
    for letter in text.chars() {
        match letter {
            '[' | ']' | '<' | '>' | '\\' | '*' if !(letter == '*' && text == "*") => {
                out.push('\\');
                out.push(letter);
            }
            _ if is_hidden(letter) => out.push(' '),
            _ => out.push(letter),
        }
    }
}

/// The derives that every module finds by their names, in whose documentation a type of such a name is meant.
const DERIVES: [&str; 9] = [
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// A link to a type of the module.
pub(super) fn to_type(name: &str) -> String {
    if DERIVES.contains(&name) {
        format!("[`{name}`](type@{name})")
    } else {
        format!("[`{name}`]")
    }
}

#[cfg(test)]
mod tests {
    use super::{code, markdown};

    #[test]
    fn nothing_becomes_code() {
        assert_eq!(markdown("ends */ here"), "ends \\*/ here");
        assert_eq!(markdown("a <b> and [link]"), "a \\<b\\> and \\[link\\]");
        assert_eq!(markdown("```\npanic!()\n"), "```text\npanic!()\n```");
        assert_eq!(markdown("    indented text;"), "indented text;");
        assert_eq!(markdown("x\n\n     deep text;"), "x\n\ndeep text;");
        assert_eq!(markdown("- one\ntwo\n\nthree"), "- one\n  two\n\nthree");
        assert_eq!(markdown("lone ` tick"), "lone \\` tick");
        assert_eq!(
            markdown("see https://example.com."),
            "see <https://example.com>."
        );
        assert_eq!(
            markdown("the dsOwnerEmail of a_b"),
            "the `dsOwnerEmail` of `a_b`"
        );
        let linked = "see [RFC 6901](https://example.com/rfc), or [x](y)";
        assert_eq!(
            markdown(linked),
            "see [RFC 6901](https://example.com/rfc), or \\[x\\](y)"
        );
        assert_eq!(code("a`b"), "``a`b``");
    }
}
