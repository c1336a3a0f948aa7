//! What a module and the pieces that it needs mention, so far.

use std::collections::{HashMap, HashSet};

use super::calls::calls;
use super::known::{FRONT, Known, Needed};
use super::part::{Condition, Mention};
use super::pieces::{Kind, Piece};
use super::words::{Mark, Use, walk};

/// The types that every variable is called after: no other method is one of theirs.
const TOLD: [&str; 1] = ["Tape"];

/// What is mentioned.
#[derive(Debug, Default)]
pub(super) struct Mentioned<'c> {
    /// Names of items, which are no one's.
    pub(super) items: HashSet<&'c str>,
    /// The words that calls of a macro hold.
    pub(super) macros: HashMap<&'c str, HashSet<&'c str>>,
    /// Macros that others give on to what they were given, each with these.
    inner: HashMap<&'c str, HashSet<&'c str>>,
    /// Names of what belongs to a type: methods, constants.
    members: HashSet<&'c str>,
    /// The same where the type is told, too.
    pub(super) parts: HashSet<(&'c str, &'c str)>,
    /// What generated types have of the runtime's traits.
    defined: HashSet<&'c str>,
    /// Any words of the module.
    pub(super) words: HashSet<&'c str>,
    /// Whether the module has the type of nothing, or arrays.
    has_unit: bool,
    has_array: bool,
}

impl<'c> Mentioned<'c> {
    /// Notes what a generated module mentions: the runtime's items by their
    /// path, macros that it calls among them.
    pub(super) fn module(&mut self, code: &'c str, known: &Known<'c>) {
        // Results of nothing have another type beside it.
        self.has_unit |= [" as ()", "<()>", ", ()>", ": ()", "|()|"]
            .iter()
            .any(|unit| code.contains(unit));
        let mut held = code.match_indices("(())");
        self.has_unit |= held.any(|(at, _)| !code[..at].ends_with("Ok"));
        let mut sizes = code
            .split("; ")
            .skip(1)
            .filter_map(|size| size.split_once(']'));
        self.has_array |=
            sizes.any(|(size, _)| size.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        for call in calls(code) {
            let held = self.macros.entry(call.name).or_default();
            held.extend(call.words.into_iter().map(|(word, _)| word));
        }
        walk(code, |mark, at, _| match mark {
            Mark::Word(word, usage) => {
                // What bytes are given as, and tests give, is not read.
                let is_own = usage == Use::Path && known.own.contains(word);
                let is_given = word == "u8" && code[..at].ends_with('[');
                let is_test = word == "bool" && code[..at].ends_with("-> ");
                if !is_own && !is_given && !is_test {
                    self.words.insert(word);
                }
                match usage {
                    Use::Path => {
                        self.items.insert(word);
                        self.members.insert(word);
                    }
                    Use::Called(on) => self.called(on, word, Some(""), known),
                    Use::Part("Self") => self.of_traits(word, known),
                    Use::Part("") => {
                        self.members.insert(word);
                    }
                    Use::Part(owner) => {
                        self.parts.insert((owner, word));
                    }
                    Use::Declared if is_defined(code, at) => {
                        self.defined.insert(word);
                    }
                    _ => {}
                }
            }
            // Attributes hold types as texts.
            Mark::Text(text) if text.contains("support::") => self.module(text, known),
            _ => {}
        });
    }

    /// Notes what a generated type has that is the runtime's: what its traits have.
    fn of_traits(&mut self, word: &'c str, known: &Known<'c>) {
        let of_traits = known.of_traits.iter().filter(|of| of.1 == word);
        self.parts.extend(of_traits);
    }

    /// Notes a call of a method. What is called `tape` is a `Tape`.
    fn called(&mut self, on: &str, word: &'c str, own: Option<&'c str>, known: &Known<'c>) {
        let owner = match (on, own) {
            ("self", Some("")) => return self.of_traits(word, known),
            ("self", _) => own,
            ("members", _) => Some("MemberAccess"),
            ("number", _) => Some("Num"),
            _ => known.types.get(on).copied(),
        };
        match owner.filter(|owner| known.members.contains(&(owner, word))) {
            Some(owner) => self.parts.insert((owner, word)),
            None => self.members.insert(word),
        };
    }

    /// Notes what a piece of the runtime mentions; inside of `Self`, if it is
    /// known.
    pub(super) fn piece(
        &mut self,
        mentions: &[Mention<'c>],
        own: Option<&'c str>,
        known: &Known<'c>,
    ) {
        for mention in mentions {
            match mention.usage {
                // What it is called with is noted as far as that is there.
                Use::Macro => {
                    self.macros.entry(mention.word).or_default();
                }
                Use::Plain => {
                    self.items.insert(mention.word);
                }
                Use::Path => {
                    self.items.insert(mention.word);
                    self.members.insert(mention.word);
                }
                Use::Part("Self") if own == Some("") => self.of_traits(mention.word, known),
                Use::Part("Self") if own.is_some() => {
                    self.parts.extend(own.map(|own| (own, mention.word)));
                }
                Use::Called(on) => self.called(on, mention.word, own, known),
                Use::Part("" | "Self") => {
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

    /// Whether an `impl` for a type without a name may be one that the module has: nothing, an
    /// array, or what any type is.
    pub(super) fn has_unnamed(&self, text: &str, of: Option<&str>) -> bool {
        match (of, text) {
            (Some("Read"), text) if text.contains(" for () {") => self.has_unit,
            (Some("Read"), text) if text.contains(" for [T; N] {") => self.has_array,
            _ => true,
        }
    }

    /// Notes what a piece calls macros with, and what a macro defines for generated types, in those
    /// of its parts that are there; whether that is more than before.
    pub(super) fn calls(&mut self, piece: &Piece<'c>, needed: &Needed) -> bool {
        let parts = piece.parts.iter().zip(&needed.parts);
        let absent: Vec<_> = parts
            .filter(|(_, is_there)| !**is_there)
            .map(|(part, _)| &part.range)
            .collect();
        let is_there = |at: usize| absent.iter().all(|range| !range.contains(&at));
        let mut is_more = false;
        if matches!(piece.kind, Kind::Macro(_)) {
            let inside = piece.parts.iter().flat_map(|part| &part.mentions);
            for mention in piece.mentions.iter().chain(inside) {
                if is_there(mention.at) && is_defined(piece.text, mention.at) {
                    is_more |= self.defined.insert(mention.word);
                }
            }
        }
        for call in piece.calls.iter().filter(|call| is_there(call.at)) {
            if let (Kind::Macro(outer), true) = (&piece.kind, call.gives_on) {
                is_more |= self.inner.entry(call.name).or_default().insert(outer);
            }
            let held = self.macros.entry(call.name).or_default();
            for (word, at) in &call.words {
                is_more |= is_there(*at) && held.insert(word);
            }
        }
        is_more
    }

    pub(super) fn meets(&self, condition: &Condition<'c>, text: &str, known: &Known<'c>) -> bool {
        let has = |owner, name| {
            self.parts.contains(&(owner, name))
                || !TOLD.contains(&owner) && self.members.contains(name)
        };
        match condition {
            Condition::Member { of, owner, name } => {
                let is_foreign = of.is_some_and(|of| !known.own.contains(of));
                let is_shown = FRONT.contains(&of.unwrap_or(owner))
                    && (of.is_some() || text.lines().any(|line| line.starts_with("    pub ")))
                    && !text.contains("#[doc(hidden)]");
                let is_defined = *of == Some(*owner) && self.defined.contains(name);
                is_foreign
                    || is_shown
                    || is_defined
                    || has(owner, name)
                    || of.is_some_and(|of| has(of, name))
            }
            Condition::Variant { owner, name } => {
                FRONT.contains(owner)
                    || !known.variants.contains(&(owner, name))
                    || self.parts.contains(&(owner, name))
            }
            Condition::With { owner: "", name } => self.items.contains(name),
            Condition::With { owner, name } => has(owner, name),
            Condition::Call { name, words } => {
                self.macros.contains_key(name)
                    && words
                        .iter()
                        .all(|word| self.is_held(name, word, &mut Vec::new()))
            }
        }
    }

    /// Whether calls of a macro hold a word, or those of one that gives on to it what it was
    /// given; `seen` are those that were asked.
    fn is_held(&self, name: &'c str, word: &str, seen: &mut Vec<&'c str>) -> bool {
        if seen.contains(&name) {
            return false;
        }
        seen.push(name);
        let own = self.macros.get(name);
        let mut outer = self.inner.get(name).into_iter().flatten();
        own.is_some_and(|held| held.contains(word))
            || outer.any(|outer| self.is_held(outer, word, seen))
    }
}

/// Whether a word is the name of a function, constant or type that begins there.
fn is_defined(code: &str, at: usize) -> bool {
    ["fn ", "const ", "type "]
        .iter()
        .any(|before| code[..at].ends_with(before))
}
