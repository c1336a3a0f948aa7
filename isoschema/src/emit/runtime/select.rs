//! What a module mentions → the pieces of the runtime that it needs.
//!
//! By names, and rather too many: what is called as something is called stays.

use std::collections::HashSet;

use super::known::{EXPORTED, FRONT, Known, Needed, name_of};
use super::mentioned::Mentioned;
use super::part::{Condition, Mention, Part};
use super::pieces::{Kind, Piece};
use super::words::Use;

/// Which pieces are needed for what is mentioned.
pub(super) fn needed<'c>(
    pieces: &[&'c Piece<'c>],
    mentioned: &mut Mentioned<'c>,
    known: &Known<'c>,
) -> Vec<Needed> {
    let mut needed: Vec<Needed> = pieces.iter().map(|it| Needed::of(it, false)).collect();
    // Of another crate's types that have an own trait, by which pieces.
    let mut together: HashSet<(&str, &str)> = HashSet::new();
    loop {
        let mut is_more = false;
        for (piece, needed) in pieces.iter().zip(&mut needed) {
            let own = match piece.kind {
                Kind::Impl { for_type, .. } => Some(for_type),
                Kind::Named(name) => Some(name),
                // What generated code calls is about its types.
                Kind::Macro(_) => piece.text.contains(EXPORTED).then_some(""),
            };
            if !needed.whole && is_wanted(piece, mentioned, &together, known) {
                needed.whole = true;
                is_more = true;
                mentioned.piece(&piece.mentions, own, known);
                if name_of(piece).is_some_and(|name| FRONT.contains(&name)) {
                    mentioned.words.extend(&piece.parameters);
                }
                note(&piece.mentions, &known.traits, &mut together);
            }
            if !needed.whole {
                continue;
            }
            is_more |= mentioned.calls(piece, needed);
            // Those around come first.
            for (index, part) in piece.parts.iter().enumerate() {
                let is_there = part.around.is_none_or(|around| needed.parts[around]);
                let text = &piece.text[part.range.clone()];
                if needed.parts[index]
                    || !is_there
                    || !mentioned.meets(&part.condition, text, known)
                {
                    continue;
                }
                needed.parts[index] = true;
                is_more = true;
                if let Condition::Member {
                    of: Some(of), name, ..
                } = part.condition
                {
                    mentioned.parts.insert((of, name));
                }
                mentioned.piece(&part.mentions, own, known);
                note(&part.mentions, &known.traits, &mut together);
            }
        }
        if !is_more {
            return needed;
        }
    }
}

/// Whether a piece is mentioned, or of what is.
fn is_wanted<'c>(
    piece: &Piece<'c>,
    mentioned: &Mentioned<'c>,
    together: &HashSet<(&'c str, &'c str)>,
    known: &Known<'c>,
) -> bool {
    let (of, for_type, is_own, names) = match &piece.kind {
        Kind::Named(name) => return mentioned.items.contains(name),
        Kind::Macro(name) => return mentioned.macros.contains_key(name),
        Kind::Impl {
            of,
            for_type,
            is_own,
            names,
        } => (of, for_type, is_own, names),
    };
    let holds = if *is_own {
        mentioned.items.contains(for_type)
    } else {
        mentioned.words.contains(for_type)
            // A tuple, or whatever has another trait.
            || for_type.len() < 2 && mentioned.has_unnamed(piece.text, *of)
            // What a type that people meet becomes.
            || names.iter().any(|name| FRONT.contains(name))
            || of.is_some_and(|of| together.contains(&(of, for_type)))
    };
    // All that the head names has to be there.
    let is_of = names
        .iter()
        .all(|name| !known.own.contains(name) || mentioned.items.contains(name));
    let is_any = || {
        let is_met = |part: &Part<'c>| {
            let text = &piece.text[part.range.clone()];
            part.around.is_none() && mentioned.meets(&part.condition, text, known)
        };
        piece.parts.is_empty() || piece.parts.iter().any(is_met)
    };
    holds && is_of && (of.is_some() || is_any())
}

/// Notes which types of other crates are used as what has an own trait:
/// `<Vec<_> as Read>`.
fn note<'c>(
    mentions: &[Mention<'c>],
    traits: &HashSet<&str>,
    together: &mut HashSet<(&'c str, &'c str)>,
) {
    for (at, mention) in mentions.iter().enumerate().skip(1) {
        if mentions[at - 1].word != "as" || !traits.contains(mention.word) {
            continue;
        }
        let is_lower = |word: &str| word.starts_with(|first: char| first.is_lowercase());
        let before = mentions[..at - 1].iter().rev();
        for other in before.take_while(|it| it.usage == Use::Foreign || !is_lower(it.word)) {
            together.insert((mention.word, other.word));
        }
    }
}
