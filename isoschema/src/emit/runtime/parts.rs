//! An item → what of it can be left out: members, variants with their arms, and what a comment
//! says to be there only with something else.

use std::ops::Range;

use super::part::{Condition, Mention, Part};
use super::words::{Mark, Use, walk};

/// The members of a trait, or of an `impl` of a type or of a trait for it.
pub(super) fn members<'c>(text: &'c str, owner: &'c str, of: Option<&'c str>) -> Vec<Part<'c>> {
    let mut found = inside(text, owner);
    let mut start = None;
    let mut name = None;
    let mut is_next = false;
    walk(text, |mark, at, depth| match mark {
        Mark::Open(b'{') if depth == 0 && start.is_none() => {
            start = Some(at + 1);
            (name, is_next) = (None, false);
        }
        Mark::Word("fn" | "const" | "type", _) if depth == 1 && name.is_none() => is_next = true,
        Mark::Word(word, _) if depth == 1 && is_next => {
            is_next = word == "fn";
            name = name.or((!is_next).then_some(word));
        }
        Mark::Sign(b';') | Mark::Close(b'}') if depth == 1 => {
            if let (Some(from), Some(name)) = (start, name.take()) {
                let condition = Condition::Member { of, owner, name };
                found.push(Part::new(from..at + 1, condition));
            }
            is_next = false;
            start = Some(at + 1);
        }
        _ => {}
    });
    found
}

/// The variants of an enum.
pub(super) fn variants<'c>(text: &'c str, owner: &'c str) -> Vec<Part<'c>> {
    let mut found = inside(text, owner);
    let mut start = 0;
    let mut name = None;
    walk(text, |mark, at, depth| match mark {
        Mark::Open(b'{') if depth == 0 => (start, name) = (at + 1, None),
        Mark::Word(word, _) if depth == 1 => name = name.or(Some(word)),
        Mark::Sign(b',') if depth == 1 => {
            if let Some(name) = name.take() {
                let condition = Condition::Variant { owner, name };
                found.push(Part::new(start..at + 1, condition));
            }
            start = at + 1;
        }
        _ => {}
    });
    found
}

/// How a comment begins that says what something is there with.
pub(super) const ONLY_WITH: &str = "// Only with `";

/// What may be inside any item but a macro: arms for one variant of the type that it is about,
/// and what a comment is about.
pub(super) fn inside<'c>(text: &'c str, owner: &'c str) -> Vec<Part<'c>> {
    let mut found = arms(text, owner);
    found.extend(commented(text));
    found
}

/// What a comment is about.
pub(super) fn commented(text: &str) -> Vec<Part<'_>> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices(ONLY_WITH) {
        let rest = &text[at + ONLY_WITH.len()..];
        let name = rest.split('`').next().unwrap_or_default();
        let begins = at + rest_of_line(&text[at..]);
        let (owner, name) = name.split_once("::").unwrap_or(("", name));
        let range = at..begins + extent(&text[begins..]);
        found.push(Part::new(range, Condition::With { owner, name }));
    }
    found
}

fn rest_of_line(text: &str) -> usize {
    text.find('\n').map_or(text.len(), |end| end + 1)
}

/// How far the item, statement, field or arm reaches that a text begins with.
fn extent(text: &str) -> usize {
    let mut end = None;
    let mut first = None;
    walk(text, |mark, at, depth| {
        let rest = &text[at + 1..];
        match mark {
            _ if end.is_some() || depth > 0 => {}
            Mark::Word("pub" | "crate", _) => {}
            Mark::Word(word, _) => first = first.or(Some(word)),
            Mark::Sign(b';') => end = Some(at + 1),
            Mark::Sign(b',') if rest.starts_with('\n') && first != Some("fn") => {
                end = Some(at + 1);
            }
            Mark::Close(b'}') => match rest.as_bytes().first() {
                Some(b',' | b';') => {}
                _ if rest.trim_start().starts_with("else") => {}
                _ => end = Some(at + 1),
            },
            _ => {}
        }
    });
    end.unwrap_or(text.len())
}

/// The arms for one variant of a type, by its name or as `Self`.
fn arms<'c>(text: &'c str, owner: &'c str) -> Vec<Part<'c>> {
    let mut marks = Vec::new();
    walk(text, |mark, at, depth| marks.push((mark, at, depth)));
    let mut found = Vec::new();
    for (index, (mark, at, depth)) in marks.iter().enumerate() {
        if *mark == Mark::Open(b'{') {
            group(&marks[index + 1..], at + 1, depth + 1, owner, &mut found);
        }
    }
    found
}

/// The arms in braces, from behind the one that opens.
fn group<'c>(
    marks: &[(Mark<'c>, usize, usize)],
    opens: usize,
    depth: usize,
    owner: &'c str,
    found: &mut Vec<Part<'c>>,
) {
    // Where the arm begins, the words of its pattern, and whether that is left behind.
    let mut start = opens;
    let mut words = Vec::new();
    let mut is_pattern = true;
    let mut is_simple = true;
    for (index, (mark, at, of)) in marks.iter().enumerate() {
        if *of < depth && matches!(mark, Mark::Close(_)) {
            break;
        }
        let next = marks.get(index + 1).map(|next| (next.0, next.1));
        if *of > depth {
            continue;
        }
        let mut ends = None;
        match mark {
            Mark::Word(word, usage) if is_pattern => words.push((*word, *usage)),
            Mark::Sign(b'=') if is_pattern && next == Some((Mark::Sign(b'>'), at + 1)) => {
                is_pattern = false;
            }
            Mark::Sign(b';') => return,
            Mark::Sign(b',') if !is_pattern => ends = Some(at + 1),
            Mark::Close(b'}') if !is_pattern => match next {
                // The comma is its own, and what is called on it, too.
                Some((Mark::Sign(b',') | Mark::Word(_, Use::Called(_)), _)) => {}
                _ => ends = Some(at + 1),
            },
            Mark::Sign(_) | Mark::Open(b'[') if is_pattern && words.len() < 2 => is_simple = false,
            Mark::Open(b'(') if is_pattern && words.is_empty() => is_simple = false,
            Mark::Sign(b'|') if is_pattern => is_simple = false,
            _ => {}
        }
        if let Some(end) = ends {
            if let [(first, _), (name, Use::Part(_)), ..] = *words
                && is_simple
                && (first == owner || first == "Self")
            {
                let condition = Condition::Variant { owner, name };
                found.push(Part::new(start..end, condition));
            }
            (start, is_pattern, is_simple) = (end, true, true);
            words.clear();
        }
    }
}

/// Gives each part what stands in it and in none of the parts inside it; what is left is the
/// item's own.
pub(super) fn shared<'c>(
    mentions: Vec<Mention<'c>>,
    mut parts: Vec<Part<'c>>,
) -> (Vec<Mention<'c>>, Vec<Part<'c>>) {
    // Those around come first.
    parts.sort_by_key(|part| (part.range.start, std::cmp::Reverse(part.range.end)));
    let mut open: Vec<usize> = Vec::new();
    for index in 0..parts.len() {
        let start = parts[index].range.start;
        while open
            .last()
            .is_some_and(|last| parts[*last].range.end <= start)
        {
            open.pop();
        }
        parts[index].around = open.last().copied();
        open.push(index);
    }
    let mut own = Vec::new();
    for mention in mentions {
        let innermost = parts
            .iter_mut()
            .rev()
            .find(|part| part.range.contains(&mention.at));
        match innermost {
            Some(part) => part.mentions.push(mention),
            None => own.push(mention),
        }
    }
    (own, parts)
}

/// A text without some of its parts. Lines of which nothing is left go.
pub(super) fn without(text: &str, cuts: &[Range<usize>]) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for cut in cuts {
        if cut.end <= at {
            continue;
        }
        out.push_str(&text[at..cut.start.max(at)]);
        at = cut.end;
        let rest = &text[at..];
        let line = out.rsplit('\n').next().unwrap_or_default();
        let is_end = rest.starts_with('\n') || rest.is_empty();
        if line.trim().is_empty() && is_end {
            // The whole line, with the empty one that stood before it.
            out.truncate(out.trim_end().len());
        } else if rest.starts_with(' ') && out.ends_with([' ', '&', '(', '<', '[']) {
            at += 1;
        } else if rest.starts_with(['>', ',', ';', ')']) && out.ends_with(' ') {
            out.pop();
        }
    }
    out.push_str(&text[at..]);
    let mut kept = String::with_capacity(out.len());
    for line in out.lines() {
        let line = line.trim_end();
        let opens = kept.ends_with("{\n");
        if line.is_empty() && (opens || kept.ends_with("\n\n")) {
            continue;
        }
        if line.trim_start().starts_with('}') && kept.ends_with("\n\n") {
            kept.pop();
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept.truncate(kept.trim_end().len());
    kept
}
