//! What a module mentions → the pieces of the runtime that it needs.
//!
//! By names, and rather too many: what is called as something is called stays.

use std::collections::HashSet;

use super::pieces::{Kind, Mention, Piece};
use super::words::{Mark, Use, walk};

/// The types that people meet: their documented methods stay whatever the
/// module calls.
pub(super) const FRONT: &[&str] = &[
    "AdditionalProperties",
    "ArrayOf",
    "BagIter",
    "BorrowedProperties",
    "BuildError",
    "Bytes",
    "Date",
    "DateTime",
    "Declares",
    "Digits",
    "Duration",
    "Error",
    "Gives",
    "InBox",
    "Integer",
    "Json",
    "ListOf",
    "Listed",
    "MapOf",
    "Never",
    "Number",
    "One",
    "Operation",
    "OrNull",
    "Refused",
    "Single",
    "Value",
    "Wanted",
    "Within",
];

/// What is mentioned.
#[derive(Debug, Default)]
pub(super) struct Mentioned<'c> {
    /// Names of items, which are no one's.
    items: HashSet<&'c str>,
    macros: HashSet<&'c str>,
    /// Names of what belongs to a type: methods, constants.
    members: HashSet<&'c str>,
    /// The same where the type is told, too.
    parts: HashSet<(&'c str, &'c str)>,
    /// Any words of the module.
    words: HashSet<&'c str>,
}

impl<'c> Mentioned<'c> {
    /// Notes what a generated module mentions: the runtime's items by their
    /// path, macros that it calls among them.
    pub(super) fn module(&mut self, code: &'c str) {
        walk(code, |mark, at, _| match mark {
            Mark::Word(word, usage) => {
                // What bytes are given as, and tests give, is not read.
                if !matches!((word, &code[..at]), ("u8", before) if before.ends_with('['))
                    && !matches!((word, &code[..at]), ("bool", before) if before.ends_with("-> "))
                {
                    self.words.insert(word);
                }
                match usage {
                    Use::Macro => {
                        self.macros.insert(word);
                    }
                    Use::Path => {
                        self.items.insert(word);
                        self.members.insert(word);
                    }
                    Use::Called | Use::Part("" | "Self") => {
                        self.members.insert(word);
                    }
                    Use::Part(owner) => {
                        self.parts.insert((owner, word));
                    }
                    _ => {}
                }
            }
            // Attributes hold types as texts.
            Mark::Text(text) if text.contains("support::") => self.module(text),
            _ => {}
        });
    }

    /// Notes what a piece of the runtime mentions; inside of `Self`, if it is
    /// known.
    fn piece(&mut self, mentions: &[Mention<'c>], own: Option<&'c str>) {
        for mention in mentions {
            match mention.usage {
                Use::Macro => {
                    self.macros.insert(mention.word);
                }
                Use::Plain => {
                    self.items.insert(mention.word);
                }
                Use::Path => {
                    self.items.insert(mention.word);
                    self.members.insert(mention.word);
                }
                Use::Part("Self") if own.is_some() => {
                    self.parts.extend(own.map(|own| (own, mention.word)));
                }
                Use::Called | Use::Part("" | "Self") => {
                    self.members.insert(mention.word);
                }
                // A type is told, or a parameter that is one of any name.
                Use::Part(owner) => {
                    self.parts.insert((owner, mention.word));
                    if owner.len() < 2 {
                        self.members.insert(mention.word);
                    }
                }
                Use::Declared | Use::Foreign | Use::Field => {}
            }
        }
    }
}

/// A piece that is needed, and of an `impl`, which of what is inside.
#[derive(Debug, Clone, Default)]
pub(super) struct Needed {
    pub(super) whole: bool,
    pub(super) inside: Vec<bool>,
}

impl Needed {
    /// All of a piece, or nothing of it.
    fn of(piece: &Piece<'_>, is_needed: bool) -> Self {
        let inside = match &piece.kind {
            Kind::Impl { inside, .. } => vec![is_needed; inside.len()],
            _ => Vec::new(),
        };
        Self {
            whole: is_needed,
            inside,
        }
    }

    /// All of a piece.
    pub(super) fn all(piece: &Piece<'_>) -> Self {
        Self::of(piece, true)
    }
}

/// Which pieces are needed for what is mentioned.
pub(super) fn needed<'c>(pieces: &[Piece<'c>], mentioned: &mut Mentioned<'c>) -> Vec<Needed> {
    let own: HashSet<&str> = pieces.iter().filter_map(name).collect();
    let traits: HashSet<&str> = pieces
        .iter()
        .filter_map(|piece| match piece.kind {
            Kind::Impl { of, .. } => of.filter(|of| own.contains(of)),
            _ => None,
        })
        .collect();
    let mut needed: Vec<Needed> = pieces.iter().map(|it| Needed::of(it, false)).collect();
    // Of another crate's types that have an own trait, by which pieces.
    let mut together: HashSet<(&str, &str)> = HashSet::new();
    loop {
        let mut is_more = false;
        for (piece, needed) in pieces.iter().zip(&mut needed) {
            let wanted = match &piece.kind {
                Kind::Named(name) => mentioned.items.contains(name),
                Kind::Macro(name) => mentioned.macros.contains(name),
                Kind::Impl {
                    of,
                    for_type,
                    is_own,
                    names,
                    inside,
                    ..
                } => {
                    let holds = if *is_own {
                        mentioned.items.contains(for_type)
                    } else {
                        mentioned.words.contains(for_type)
                            // A tuple, or whatever has another trait.
                            || for_type.len() < 2
                            // What a type that people meet becomes.
                            || names.iter().any(|name| FRONT.contains(name))
                            || of.is_some_and(|of| together.contains(&(of, for_type)))
                    };
                    // All that the head names has to be there.
                    let is_of = names
                        .iter()
                        .all(|name| !own.contains(name) || mentioned.items.contains(name));
                    if !(holds && is_of) {
                        false
                    } else if of.is_some() || inside.is_empty() {
                        true
                    } else {
                        let is_front = FRONT.contains(for_type);
                        let mut any = false;
                        for (member, needed) in inside.iter().zip(&mut needed.inside) {
                            if !*needed && is_member_needed(member, for_type, is_front, mentioned) {
                                *needed = true;
                                is_more = true;
                                mentioned.piece(&member.mentions, Some(for_type));
                                note(member, &traits, &mut together);
                            }
                            any |= *needed;
                        }
                        any
                    }
                }
            };
            if wanted && !needed.whole {
                needed.whole = true;
                is_more = true;
                match &piece.kind {
                    Kind::Impl {
                        of: None, inside, ..
                    } if !inside.is_empty() => {
                        // What is inside notes what it mentions itself.
                        mentioned.piece(&piece.mentions[..piece.head], None);
                    }
                    _ => {
                        let for_type = match piece.kind {
                            Kind::Impl { for_type, .. } => Some(for_type),
                            _ => None,
                        };
                        mentioned.piece(&piece.mentions, for_type);
                        if name(piece).is_some_and(|name| FRONT.contains(&name)) {
                            mentioned.words.extend(&piece.parameters);
                        }
                        note(piece, &traits, &mut together);
                    }
                }
            }
        }
        if !is_more {
            return needed;
        }
    }
}

fn name<'c>(piece: &Piece<'c>) -> Option<&'c str> {
    match piece.kind {
        Kind::Named(name) | Kind::Macro(name) => Some(name),
        Kind::Impl { .. } => None,
    }
}

fn is_member_needed(
    member: &Piece<'_>,
    for_type: &str,
    is_front: bool,
    mentioned: &Mentioned<'_>,
) -> bool {
    let is_shown = is_front
        && member.text.lines().any(|line| line.starts_with("    pub "))
        && !member.text.contains("#[doc(hidden)]");
    is_shown
        || name(member).is_none_or(|name| {
            mentioned.members.contains(name) || mentioned.parts.contains(&(for_type, name))
        })
}

/// Notes which types of other crates a piece uses as what has an own trait:
/// `<Vec<_> as Read>`.
fn note<'c>(piece: &Piece<'c>, traits: &HashSet<&str>, together: &mut HashSet<(&'c str, &'c str)>) {
    for (at, mention) in piece.mentions.iter().enumerate().skip(1) {
        if piece.mentions[at - 1].word != "as" || !traits.contains(mention.word) {
            continue;
        }
        let is_lower = |word: &str| word.starts_with(|first: char| first.is_lowercase());
        let before = piece.mentions[..at - 1].iter().rev();
        for other in before.take_while(|it| it.usage == Use::Foreign || !is_lower(it.word)) {
            together.insert((mention.word, other.word));
        }
    }
}
