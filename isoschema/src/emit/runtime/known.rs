//! What there is in the runtime, and how much of it is needed.

use std::collections::{HashMap, HashSet};

use heck::ToSnakeCase as _;

use super::part::Condition;
use super::pieces::{Kind, Piece};

/// What makes a macro one that generated code calls.
pub(super) const EXPORTED: &str = "#[macro_export]";

/// The types that people meet: their documented methods stay whatever the
/// module calls.
pub(super) const FRONT: &[&str] = &[
    "AdditionalProperties",
    "ArrayOf",
    "BagOf",
    "Bagged",
    "BagIter",
    "BigNumber",
    "BorrowedProperties",
    "BuildError",
    "Built",
    "Bytes",
    "Converted",
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
    "OffsetDateTime",
    "One",
    "Operation",
    "OrNull",
    "Parsed",
    "Refused",
    "Single",
    "Value",
    "Wanted",
    "Within",
];

/// What there is in the runtime.
pub(super) struct Known<'c> {
    /// The names of items.
    pub(super) own: HashSet<&'c str>,
    /// Those that are traits.
    pub(super) traits: HashSet<&'c str>,
    /// What types have inside, each with its type.
    pub(super) members: HashSet<(&'c str, &'c str)>,
    /// The variants of enums, each with its enum.
    pub(super) variants: HashSet<(&'c str, &'c str)>,
    /// What traits have inside, each with its trait.
    pub(super) of_traits: HashSet<(&'c str, &'c str)>,
    /// The types, by what a variable of each is called.
    pub(super) types: HashMap<String, &'c str>,
}

impl<'c> Known<'c> {
    pub(super) fn of(pieces: &[&'c Piece<'c>]) -> Self {
        let own: HashSet<&str> = pieces.iter().copied().filter_map(name_of).collect();
        let traits = pieces
            .iter()
            .filter_map(|piece| match piece.kind {
                Kind::Impl { of, .. } => of.filter(|of| own.contains(of)),
                _ => None,
            })
            .collect();
        let mut members = HashSet::new();
        let mut of_traits = HashSet::new();
        let mut variants = HashSet::new();
        for piece in pieces {
            for part in &piece.parts {
                match part.condition {
                    Condition::Member { of, owner, name } => {
                        members.insert((owner, name));
                        of_traits.extend((of == Some(owner)).then_some((owner, name)));
                    }
                    Condition::Variant { owner, name } if name_of(piece) == Some(owner) => {
                        variants.insert((owner, name));
                    }
                    _ => {}
                }
            }
        }
        let types = own
            .iter()
            .filter(|name| !FRONT.contains(name))
            .map(|name| (name.to_snake_case(), *name))
            .filter(|(variable, name)| variable != name)
            .collect();
        Self {
            own,
            traits,
            members,
            variants,
            of_traits,
            types,
        }
    }
}

/// A piece that is needed, and which of its parts.
#[derive(Debug, Clone, Default)]
pub(super) struct Needed {
    pub(super) whole: bool,
    pub(super) parts: Vec<bool>,
}

impl Needed {
    /// All of a piece, or nothing of it.
    pub(super) fn of(piece: &Piece<'_>, is_needed: bool) -> Self {
        Self {
            whole: is_needed,
            parts: vec![is_needed; piece.parts.len()],
        }
    }

    /// All of a piece.
    pub(super) fn all(piece: &Piece<'_>) -> Self {
        Self::of(piece, true)
    }
}

/// The name of an item that has one.
pub(super) fn name_of<'c>(piece: &Piece<'c>) -> Option<&'c str> {
    match piece.kind {
        Kind::Named(name) | Kind::Macro(name) => Some(name),
        Kind::Impl { .. } => None,
    }
}
