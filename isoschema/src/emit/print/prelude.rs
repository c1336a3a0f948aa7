//! Absolute paths → the short names that people write, before items are
//! printed.
//!
//! Emitted code is written with absolute paths, so that no schema can shadow
//! what it uses; where no generated type has the name, the prelude's short one
//! takes their place.

use std::collections::{BTreeSet, HashSet};

use proc_macro2::{Group, Spacing, TokenStream, TokenTree};
use quote::quote;

use crate::config::kinds::Visibility;

/// What Rust's prelude (edition 2021 and later) has under its last name.
const PRELUDE: &[[&str; 3]] = &[
    ["core", "option", "Option"],
    ["core", "result", "Result"],
    ["core", "convert", "From"],
    ["core", "convert", "Into"],
    ["core", "convert", "TryFrom"],
    ["core", "convert", "TryInto"],
    ["core", "convert", "AsRef"],
    ["core", "default", "Default"],
    ["core", "clone", "Clone"],
    ["core", "ops", "FnOnce"],
    ["std", "string", "String"],
    ["std", "vec", "Vec"],
    ["std", "boxed", "Box"],
];

/// What a module can import.
const COW: [&str; 3] = ["std", "borrow", "Cow"];

/// Rust's prelude, as far as a module does not define its names itself.
#[derive(Debug)]
pub(in crate::emit) struct Prelude {
    taken: HashSet<String>,
    /// For whom what is `pub` is.
    pub(in crate::emit) visibility: Visibility,
    /// Whether the module imports [`COW`] where it is used.
    imports: bool,
    /// The paths that have to be imported for what was shortened.
    imported: BTreeSet<String>,
}

impl Prelude {
    /// For a module that defines these names, for those whom the visibility
    /// says.
    pub(in crate::emit) fn without<'a>(
        names: impl Iterator<Item = &'a str>,
        visibility: Visibility,
    ) -> Self {
        Self {
            taken: names.map(str::to_owned).collect(),
            visibility,
            imports: false,
            imported: BTreeSet::new(),
        }
    }

    /// For a module that can import what borrowing forms use.
    pub(in crate::emit) fn importing(self) -> Self {
        Self {
            imports: true,
            ..self
        }
    }

    /// The paths that have to be imported for what was shortened since the
    /// last time.
    pub(in crate::emit) fn imported(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.imported)
    }

    /// Items with short names, and `pub` for whom the visibility says.
    pub(in crate::emit) fn shortened(&mut self, items: TokenStream) -> TokenStream {
        let trees: Vec<TokenTree> = items.into_iter().collect();
        let mut out = Vec::with_capacity(trees.len());
        let mut at = 0;
        while let Some(tree) = trees.get(at) {
            let rest = &trees[at..];
            at += match tree {
                TokenTree::Group(group) => {
                    let inner = self.shortened(group.stream());
                    out.push(Group::new(group.delimiter(), inner).into());
                    1
                }
                TokenTree::Ident(word) if word == "pub" && self.narrows(rest.get(1)) => {
                    out.extend(quote! { pub(crate) });
                    1
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' => {
                    let skipped = self.beginning(rest);
                    if skipped == 0 {
                        out.push(tree.clone());
                    }
                    skipped.max(1)
                }
                _ => {
                    out.push(tree.clone());
                    1
                }
            };
        }
        out.into_iter().collect()
    }

    /// How many tokens of a path say nothing that the name behind them does
    /// not say alone.
    fn beginning(&mut self, trees: &[TokenTree]) -> usize {
        let Some(path) = names(trees) else {
            return 0;
        };
        let known = PRELUDE.iter().chain(self.imports.then_some(&COW));
        let mut known = known.filter(|known| known.iter().zip(path).all(|(one, of)| of == *one));
        let Some(known) = known.next() else {
            return 0;
        };
        let of_variants = match known[2] {
            "Option" => ["Some", "None"],
            "Result" => ["Ok", "Err"],
            _ => [""; 2],
        };
        if let [
            TokenTree::Punct(one),
            TokenTree::Punct(_),
            TokenTree::Ident(variant),
            ..,
        ] = &trees[9..]
            && one.as_char() == ':'
            && of_variants
                .iter()
                .any(|name| variant == name && self.is_free(name))
        {
            return 11;
        }
        if !self.is_free(known[2]) {
            return 0;
        }
        if *known == COW {
            self.imported.insert(known.join("::"));
        }
        8
    }

    /// Whether a `pub` before this token means the crate alone.
    fn narrows(&self, next: Option<&TokenTree>) -> bool {
        let is_narrow = match next {
            Some(TokenTree::Group(group)) => matches!(
                group.stream().into_iter().next(),
                Some(TokenTree::Ident(word)) if word == "super" || word == "crate"
            ),
            _ => false,
        };
        self.visibility == Visibility::Crate && !is_narrow
    }

    fn is_free(&self, name: &str) -> bool {
        !self.taken.contains(name)
    }
}

/// The names of a path of three names or more from the root.
fn names(trees: &[TokenTree]) -> Option<[&proc_macro2::Ident; 3]> {
    let name = |at: usize| match trees.get(at..at + 3)? {
        [
            TokenTree::Punct(one),
            TokenTree::Punct(two),
            TokenTree::Ident(name),
        ] if one.as_char() == ':' && one.spacing() == Spacing::Joint && two.as_char() == ':' => {
            Some(name)
        }
        _ => None,
    };
    Some([name(0)?, name(3)?, name(6)?])
}
