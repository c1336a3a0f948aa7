//! A file of the runtime → its items, each with what it defines and mentions.

use super::arms;
use super::calls::{Call, calls};
use super::part::{Mention, Part};
use super::parts;
use super::words::{Mark, Use, walk};

/// An item of a file.
#[derive(Debug)]
pub(super) struct Piece<'c> {
    /// With its documentation and attributes.
    pub(super) text: &'c str,
    /// Whether a blank line stands before it.
    pub(super) apart: bool,
    pub(super) kind: Kind<'c>,
    /// What it mentions outside of its parts.
    pub(super) mentions: Vec<Mention<'c>>,
    /// The macros that it calls.
    pub(super) calls: Vec<Call<'c>>,
    /// What of it can be left out.
    pub(super) parts: Vec<Part<'c>>,
    /// The words in the parameters of a type, with what they are by default, and
    /// what it is another name of or has inside its variants.
    pub(super) parameters: Vec<&'c str>,
}

/// What a piece is.
#[derive(Debug)]
pub(super) enum Kind<'c> {
    /// An item that is called by its name.
    Named(&'c str),
    /// A macro of this name.
    Macro(&'c str),
    /// An `impl` that has something: of a trait, if it is one, for a type.
    Impl {
        of: Option<&'c str>,
        for_type: &'c str,
        /// Whether it is no type of another crate, nor one that Rust has.
        is_own: bool,
        /// What it is about: names of traits and types.
        names: Vec<&'c str>,
    },
}

/// The items of a file, from behind its own documentation.
pub(super) fn pieces(code: &str) -> Vec<Piece<'_>> {
    let begin: usize = code
        .split_inclusive('\n')
        .take_while(|line| line.starts_with("//!") || *line == "\n" || *line == "use super::*;\n")
        .map(str::len)
        .sum();
    let file = &code[begin..];
    let mut ends = Vec::new();
    walk(file, |mark, at, depth| {
        if depth == 0 && matches!(mark, Mark::Sign(b';') | Mark::Close(b'}')) {
            // With what is said behind it.
            let rest = file[at + 1..].lines().next().unwrap_or_default();
            let is_said = rest.trim_start().starts_with("// ");
            ends.push(at + 1 + if is_said { rest.len() } else { 0 });
        }
    });
    let mut found = Vec::new();
    let mut start = 0;
    for end in ends {
        let text = file[start..end].trim_start_matches('\n');
        let apart = file[start..end].starts_with("\n\n") || start == 0;
        found.push(piece(text.trim_end(), apart));
        start = end;
    }
    found
}

fn piece(text: &str, apart: bool) -> Piece<'_> {
    let mut mentions = Vec::new();
    // The words outside of all brackets, and the first one inside.
    let mut outer: Vec<&str> = Vec::new();
    let mut inner: Option<&str> = None;
    let mut opens = None;
    walk(text, |mark, at, depth| match mark {
        Mark::Word(word, usage) => {
            // The names of variants are the enum's own.
            if depth != 1 || !outer.contains(&"enum") {
                mentions.push(Mention { word, usage, at });
            }
            if depth == 0 {
                outer.push(word);
            } else if depth == 1 && !outer.is_empty() && !matches!(word, "static" | "crate") {
                inner = inner.or(Some(word));
            }
        }
        Mark::Open(b'{') if depth == 0 && opens.is_none() => opens = Some(at),
        _ => {}
    });
    let mut words = outer.iter().copied().skip_while(|word| *word == "pub");
    let first = words.next();
    let kind = match first {
        Some("impl") => implementation(text, opens.unwrap_or(text.len())),
        Some("macro_rules") => Kind::Macro(words.next().unwrap_or_default()),
        Some("fn" | "struct" | "enum" | "trait" | "type" | "static") => {
            Kind::Named(words.next().unwrap_or_default())
        }
        Some("const") => {
            let name = words.next().unwrap_or_default();
            Kind::Named(if name == "fn" {
                words.next().unwrap_or_default()
            } else {
                name
            })
        }
        Some("use") => Kind::Named(outer.last().copied().unwrap_or_default()),
        // A macro's call defines the first name that it is given.
        _ => Kind::Named(inner.unwrap_or_default()),
    };
    let parameters = match first {
        Some("struct" | "type") => words.collect(),
        Some("enum") => mentions.iter().map(|mention| mention.word).collect(),
        _ => Vec::new(),
    };
    let parts = match (&kind, first) {
        (Kind::Macro(name), _) => arms::parts(text, name),
        (Kind::Named(name), Some("trait")) => parts::members(text, name, Some(name)),
        // One of which parameters are said needs all that has them.
        (Kind::Named(name), Some("enum")) if !text[..opens.unwrap_or(0)].contains('<') => {
            parts::variants(text, name)
        }
        (Kind::Named(name), _) => parts::inside(text, name),
        (Kind::Impl { of, for_type, .. }, _) => parts::members(text, for_type, *of),
    };
    let (mentions, parts) = parts::shared(mentions, parts);
    Piece {
        text,
        apart,
        kind,
        mentions,
        calls: calls(text),
        parts,
        parameters,
    }
}

/// An `impl`, whose brace stands at this place.
fn implementation(text: &str, opens: usize) -> Kind<'_> {
    let head = &text[..text.len().min(opens + 1)];
    let mut of = None;
    let mut for_type = "";
    let mut is_own = false;
    let mut names = Vec::new();
    let mut angles = 0_usize;
    // What the parameters have to be, others see to.
    let mut is_bound = false;
    walk(head, |mark, at, depth| match mark {
        Mark::Sign(b'<') => {
            is_bound |= head[..at].ends_with("impl");
            angles += 1;
        }
        Mark::Sign(b'>') if !head[..at].ends_with('-') => {
            angles = angles.saturating_sub(1);
            is_bound &= angles > 0;
        }
        Mark::Word("impl", ..) => {}
        Mark::Word("where", ..) => {
            is_bound = true;
            angles += 1;
        }
        Mark::Word("for", ..) if angles == 0 => {
            of = Some(std::mem::take(&mut for_type));
            is_own = false;
        }
        Mark::Word(word, usage) if !is_bound => {
            let is_foreign = usage == Use::Foreign;
            // What a type has is no item.
            if !is_foreign && !matches!(usage, Use::Part(_)) {
                names.push(word);
            }
            if depth == 0 && angles == 0 {
                for_type = word;
                // A single letter is whatever has another trait.
                is_own = !is_foreign
                    && word.len() > 1
                    && word.starts_with(|first: char| first.is_uppercase());
            }
        }
        _ => {}
    });
    Kind::Impl {
        of,
        for_type,
        is_own: is_own && !matches!(for_type, "Box" | "Option" | "String" | "Vec"),
        names,
    }
}
