//! Texts of a schema → Markdown in documentation.
//!
//! A schema's texts are data: nothing in them becomes code, a doc test, a
//! link that leads nowhere or a lint's complaint. Paragraphs, lists and strong
//! and stressed words are kept.

use crate::words::{is_hidden, shown};

/// A text as inline code.
pub(super) fn code(text: &str) -> String {
    let text = shown(text);
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
            let line = line.replace('\t', "    ");
            out.extend(line.chars().filter(|letter| !is_hidden(*letter)));
        } else if trimmed.is_empty() {
            if !blank {
                out.push('\n');
            }
            blank = true;
            hanging = 0;
            continue;
        } else {
            // Indented as it was, a line might be code, and so a doc test.
            let mut rest = trimmed;
            if let Some((sign, item)) = marker(trimmed) {
                out.push_str(sign);
                out.push(' ');
                hanging = sign.len() + 1;
                rest = item;
            } else {
                out.push_str(&" ".repeat(hanging));
            }
            prose(rest, &mut out);
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

/// The sign that begins a list's item, and the item.
fn marker(line: &str) -> Option<(&str, &str)> {
    let (sign, item) = line.split_once(' ')?;
    let number = sign.strip_suffix(['.', ')']).unwrap_or_default();
    let is_number = (1..=9).contains(&number.len()) && number.bytes().all(|it| it.is_ascii_digit());
    (is_number || matches!(sign, "-" | "+" | "*")).then(|| (sign, item.trim_start()))
}

/// One line of prose: code spans, strong words and links to web pages are kept, words
/// that look like code become code, the signs of other links and of tags are
/// escaped.
fn prose(line: &str, out: &mut String) {
    let mut rest = line;
    while let Some((start, strong)) = next_sign(rest) {
        let (before, after) = rest.split_at(start);
        words(before, out);
        if let Some((mark, strong)) = strong {
            let written = if mark == "*" { "*" } else { "**" };
            out.push_str(written);
            words(strong, out);
            out.push_str(written);
            rest = &after[strong.len() + 2 * mark.len()..];
            continue;
        }
        if let Some(length) = link(after) {
            out.push_str(&after[..length]);
            rest = &after[length..];
            continue;
        }
        let ticks = ticks(after);
        let Some(inner) = span(after, ticks) else {
            for sign in after[..ticks.max(1)].chars() {
                out.extend(['\\', sign]);
            }
            rest = &after[ticks.max(1)..];
            continue;
        };
        let fence = &after[..ticks];
        out.push_str(fence);
        out.extend(inner.chars().filter(|letter| !is_hidden(*letter)));
        out.push_str(fence);
        rest = &after[inner.len() + 2 * ticks..];
    }
    words(rest, out);
}

/// How many backticks a text begins with.
fn ticks(text: &str) -> usize {
    text.len() - text.trim_start_matches('`').len()
}

/// What stands in the code span that a text begins with: up to as many backticks
/// as begin it, and no more.
fn span(text: &str, fence: usize) -> Option<&str> {
    let inner = text.get(fence..).filter(|_| fence > 0)?;
    let mut from = 0;
    while let Some(at) = inner[from..].find('`') {
        let at = from + at;
        let closing = ticks(&inner[at..]);
        if closing == fence {
            return Some(&inner[..at]).filter(|inner| !inner.trim().is_empty());
        }
        from = at + closing;
    }
    None
}

/// Strong words, or those that are stressed, behind the mark that they stand between.
type Strong<'t> = (&'static str, &'t str);

/// Where the next code span, link or strong words begin, and these words.
fn next_sign(text: &str) -> Option<(usize, Option<Strong<'_>>)> {
    let mut signs = text.match_indices(['`', '[', '*', '_']);
    signs.find_map(|(at, sign)| match sign {
        "`" | "[" => Some((at, None)),
        _ => {
            let mut marks = ["**", "__", "*"].into_iter();
            let strong = marks.find_map(|mark| Some((mark, strong(text, at, mark)?)));
            strong.map(|strong| (at, Some(strong)))
        }
    })
}

/// The words between two marks, the first of which is at a place: some, with no other signs
/// in them. `__init__` is a name.
fn strong<'t>(text: &'t str, start: usize, mark: &str) -> Option<&'t str> {
    let (before, rest) = text.split_at(start);
    let rest = rest.strip_prefix(mark)?;
    let (words, behind) = rest.split_once(mark)?;
    let is_edge = |letter: Option<char>| letter.is_none_or(|it| !it.is_alphanumeric() && it != '_');
    let is_apart = is_edge(before.chars().next_back()) && is_edge(behind.chars().next());
    let is_plain = words.trim() == words && !words.is_empty() && !words.contains(['*', '`', '[']);
    let is_said = mark != "__" || words.contains(' ');
    (is_apart && is_plain && is_said).then_some(words)
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
        // A path may begin with its separator, and a variable with its sign.
        let before = &word[..start];
        let begun = before.strip_suffix("::").or(before.strip_suffix('$'));
        let start = begun.map_or(start, str::len);
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
        while let Some(closer) = tail.chars().next().filter(|it| is_open(core, *it)) {
            (core, tail) = rest.split_at(core.len() + closer.len_utf8());
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

/// Whether a bracket of this kind is open behind a text: `env{HOME` and `}`.
fn is_open(text: &str, closer: char) -> bool {
    let opener = match closer {
        ')' => '(',
        '}' => '{',
        _ => return false,
    };
    text.matches(opener).count() > text.matches(closer).count()
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
            markdown("``A_B`` or ``x`y`` and `` lone"),
            "``A_B`` or ``x`y`` and \\`\\` lone"
        );
        assert_eq!(markdown("```\n\tx\n```"), "```text\n    x\n```");
        assert_eq!(markdown("+      one\ntwo"), "+ one\n  two");
        assert_eq!(
            markdown("* one\n(two)\n12) x\ny"),
            "* one\n  (two)\n12) x\n    y"
        );
        assert_eq!(
            markdown("see https://example.com."),
            "see <https://example.com>."
        );
        assert_eq!(
            markdown("the dsOwnerEmail of a_b"),
            "the `dsOwnerEmail` of `a_b`"
        );
        assert_eq!(
            markdown("(as $env{A_B}.) call_me(now), or f(x)"),
            "(as `$env{A_B}`.) `call_me(now)`, or f(x)"
        );
        let linked = "see [RFC 6901](https://example.com/rfc), or [x](y)";
        assert_eq!(
            markdown(linked),
            "see [RFC 6901](https://example.com/rfc), or \\[x\\](y)"
        );
        assert_eq!(code("a`b"), "``a`b``");
        let strong =
            "__Default value__: a_b. **Note:** *is* 2**3, 2 * 3 * 4, __init__ and ** alone";
        assert_eq!(
            markdown(strong),
            "**Default value**: `a_b`. **Note:** *is* 2\\*\\*3, 2 * 3 * 4, `__init__` and \\*\\* alone"
        );
    }
}
