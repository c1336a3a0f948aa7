//! Paths into `support` → the names alone, in a module that has no names of a schema.

use std::collections::BTreeSet;

use proc_macro2::{Group, TokenStream, TokenTree};

/// What predicates name of the runtime again and again.
const NEAR: &[&str] = &[
    "Checked", "Constant", "Fault", "Kinds", "Marks", "Num", "Reason", "Refused", "Tape",
];

/// Items that name what they use of the runtime without a path, where that is
/// one of a few; these go into `imported`, and `self` for the path itself.
pub(in crate::emit) fn near(items: TokenStream, imported: &mut BTreeSet<String>) -> TokenStream {
    let trees: Vec<TokenTree> = items.into_iter().collect();
    let mut out = Vec::with_capacity(trees.len());
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        at += 1;
        if let TokenTree::Group(group) = tree {
            let mut inner = Group::new(group.delimiter(), near(group.stream(), imported));
            inner.set_span(group.span());
            out.push(inner.into());
        } else if let (TokenTree::Ident(word), Some(name)) = (tree, behind(&trees[at..]))
            && word == "support"
        {
            imported.insert(name.to_string());
            out.push(name.clone().into());
            at += 3;
        } else {
            if matches!(tree, TokenTree::Ident(word) if word == "support") {
                imported.insert("self".to_owned());
            }
            out.push(tree.clone());
        }
    }
    out.into_iter().collect()
}

/// The name behind `::`, if it is one of the few.
fn behind(trees: &[TokenTree]) -> Option<&proc_macro2::Ident> {
    match trees {
        [
            TokenTree::Punct(one),
            TokenTree::Punct(two),
            TokenTree::Ident(name),
            ..,
        ] if one.as_char() == ':' && two.as_char() == ':' => {
            NEAR.iter().any(|near| name == near).then_some(name)
        }
        _ => None,
    }
}
