//! Items → the names that they define for others, and those that they use.

use std::collections::HashSet;

use proc_macro2::{Spacing, TokenStream, TokenTree};

use crate::enforce::Items;

/// What items have to do with names outside of them.
pub(super) struct Names {
    /// What is `pub` in them.
    pub(super) defined: Vec<String>,
    /// Which of `checks` and `support` a path in them begins with.
    pub(super) shared: Vec<String>,
    /// Every word in them.
    pub(super) words: HashSet<String>,
}

impl Names {
    pub(super) fn of(items: &Items) -> Self {
        let both = [&items.definition, &items.machinery];
        let shared = ["checks", "support"].into_iter();
        let shared = shared.filter(|name| both.iter().any(|items| begins_path(items, name)));
        let mut all = HashSet::new();
        for items in both {
            words(items, &mut all);
        }
        Self {
            defined: both.into_iter().flat_map(defined).collect(),
            shared: shared.map(str::to_owned).collect(),
            words: all,
        }
    }
}

/// The names of the items that are `pub`, and of those that a macro makes.
fn defined(items: &TokenStream) -> Vec<String> {
    let mut names = Vec::new();
    let mut before: [Option<String>; 2] = [None, None];
    for token in items.clone() {
        let word = match &token {
            TokenTree::Ident(word) => Some(word.to_string()),
            TokenTree::Group(group) => {
                if before[1].as_deref() == Some("builder") {
                    names.extend(told(&group.stream()));
                }
                None
            }
            // `!` stands between the macro and what it is told.
            TokenTree::Punct(mark) if mark.as_char() == '!' => continue,
            _ => None,
        };
        // `pub struct Name`; behind `pub(super)` stands a group.
        if let ([Some(visibility), Some(kind)], Some(name)) = (&before, &word)
            && visibility == "pub"
            && matches!(kind.as_str(), "struct" | "enum" | "type" | "trait")
        {
            names.push(name.clone());
        }
        before = [before[1].take(), word];
    }
    names
}

/// The first name that a macro is told.
fn told(tokens: &TokenStream) -> Option<String> {
    tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Ident(word) if word != "pub" => Some(word.to_string()),
        _ => None,
    })
}

fn words(tokens: &TokenStream, all: &mut HashSet<String>) {
    for token in tokens.clone() {
        match token {
            TokenTree::Group(group) => words(&group.stream(), all),
            TokenTree::Ident(word) => {
                all.insert(word.to_string());
            }
            _ => {}
        }
    }
}

/// Whether a path in the code begins with a name.
fn begins_path(tokens: &TokenStream, name: &str) -> bool {
    let mut tokens = tokens.clone().into_iter().peekable();
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Group(group) if begins_path(&group.stream(), name) => return true,
            TokenTree::Ident(ident) if ident == name => {
                if let Some(TokenTree::Punct(mark)) = tokens.peek()
                    && mark.as_char() == ':'
                    && mark.spacing() == Spacing::Joint
                {
                    return true;
                }
            }
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn names_are_told_apart() {
        let names = Names::of(&Items {
            definition: quote! {
                #[derive(Debug)]
                pub struct Lead { pub support: u8, checks: u8 }
                enum Inner { A }
                pub enum Status { B }
            },
            machinery: quote! {
                impl Lead { pub fn new() { checks::a(self.support) } }
                support::builder! { pub LeadBuilder for Lead; }
            },
        });
        assert_eq!(names.defined, ["Lead", "Status", "LeadBuilder"]);
        assert_eq!(names.shared, ["checks", "support"]);
        assert!(names.words.contains("Inner") && names.words.contains("a"));
    }
}
