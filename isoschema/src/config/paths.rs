//! Paths and attributes in Rust that the configuration gives.

use proc_macro2::{TokenStream, TokenTree};
use syn::parse::Parser as _;

use crate::formats::ready::is_of_runtime;

/// What every generated type implements, by derive or in full, wherever it can.
const PRESENT: [&str; 8] = [
    "Debug",
    "Clone",
    "Copy",
    "PartialEq",
    "Eq",
    "PartialOrd",
    "Ord",
    "Hash",
];

/// What the generated code implements itself, of these crates.
const OWN: [(&str, [&str; 2]); 3] = [
    ("Serialize", ["serde", "serde_derive"]),
    ("Deserialize", ["serde", "serde_derive"]),
    ("JsonSchema", ["schemars", "schemars_derive"]),
];

/// The path of a derive macro, as code.
pub(crate) fn derive_path(text: &str) -> Result<syn::Path, String> {
    let path: syn::Path =
        syn::parse_str(text).map_err(|_| format!("`{text}` is not the path of a derive macro"))?;
    if !is_present(text) {
        can_be_derived(&path, text)?;
    }
    Ok(path)
}

/// Whether a derive is one that every type has wherever it can: asked for once more, it changes nothing.
pub(crate) fn is_present(text: &str) -> bool {
    PRESENT.contains(&text.trim())
}

/// Refuses a derive of what is there already.
fn can_be_derived(path: &syn::Path, shown: &str) -> Result<(), String> {
    let words: Vec<String> = path
        .segments
        .iter()
        .map(|it| it.ident.to_string())
        .collect();
    let (first, last) = (words.first(), words.last());
    let Some(last) = last.map(String::as_str) else {
        return Ok(());
    };
    let is_own = OWN.iter().any(|(name, crates)| {
        let is_theirs = first.is_some_and(|first| crates.contains(&first.as_str()));
        *name == last && (words.len() == 1 || is_theirs)
    });
    if is_own || PRESENT.contains(&last) {
        return Err(format!(
            "`{shown}` is there already wherever it can be: leave it out"
        ));
    }
    if last == "Default" {
        return Err(format!(
            "`{shown}` is there already where nothing is required; what is required has no default: leave it out"
        ));
    }
    Ok(())
}

/// One attribute of a type, as code.
pub(crate) fn attribute(text: &str) -> Result<syn::Attribute, String> {
    let refused = || format!("`{text}` is not an attribute, as `#[must_use]` is");
    let mut found = syn::Attribute::parse_outer
        .parse_str(text)
        .map_err(|_| refused())?;
    let (Some(attribute), true) = (found.pop(), found.is_empty()) else {
        return Err(refused());
    };
    can_be_added(&attribute.meta)?;
    Ok(attribute)
}

/// Refuses an attribute that stands for something else than it would say.
fn can_be_added(meta: &syn::Meta) -> Result<(), String> {
    let path = meta.path();
    let is = |name: &str| path.is_ident(name);
    match meta {
        _ if is("serde") || is("schemars") => Err(
            "the types are read, written and described by code of their own, which `serde` and \
             `schemars` attributes do not change: leave it out"
                .to_owned(),
        ),
        _ if is("non_exhaustive") => {
            Err("`#[non_exhaustive]` is an option of its own: `non-exhaustive`".to_owned())
        }
        _ if is("cfg") => Err(
            "what is implemented for the type would stay without it: leave `cfg` out".to_owned(),
        ),
        syn::Meta::List(inner) if is("derive") => {
            for path in inside(inner).iter().map(syn::Meta::path) {
                let shown = quote::quote! { #path }.to_string().replace(' ', "");
                can_be_derived(path, &shown)?;
            }
            Ok(())
        }
        syn::Meta::List(inner) if is("cfg_attr") => {
            inside(inner).iter().skip(1).try_for_each(can_be_added)
        }
        _ => Ok(()),
    }
}

/// The paths of the macros that an attribute derives, as they are written.
pub(crate) fn derived(meta: &syn::Meta) -> Vec<syn::Path> {
    let syn::Meta::List(inner) = meta else {
        return Vec::new();
    };
    let inside = inside(inner);
    if meta.path().is_ident("derive") {
        inside.iter().map(|it| it.path().clone()).collect()
    } else if meta.path().is_ident("cfg_attr") {
        inside.iter().skip(1).flat_map(derived).collect()
    } else {
        Vec::new()
    }
}

/// What is in the brackets of an attribute; nothing where that is no list of its like.
fn inside(list: &syn::MetaList) -> Vec<syn::Meta> {
    let parser = syn::punctuated::Punctuated::<syn::Meta, syn::Token![,]>::parse_terminated;
    let inside = list.parse_args_with(parser);
    inside.into_iter().flatten().collect()
}

/// The words that paths begin with in a text that is code.
pub(super) fn beginnings(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut open: Vec<TokenStream> = text.parse().into_iter().collect();
    while let Some(tokens) = open.pop() {
        let mut word = None;
        for token in tokens {
            match token {
                TokenTree::Ident(next) => word = Some(next.to_string()),
                // The second `:` finds no word any more.
                TokenTree::Punct(mark) if mark.as_char() == ':' => found.extend(word.take()),
                TokenTree::Group(group) => open.push(group.stream()),
                TokenTree::Punct(_) | TokenTree::Literal(_) => word = None,
            }
        }
    }
    found
}

/// The path of a type from elsewhere, as code: from a crate's root.
pub(crate) fn foreign_path(text: &str) -> Result<syn::Path, String> {
    if is_of_runtime(text) {
        return syn::parse_str(text).map_err(|error| error.to_string());
    }
    let refused = || {
        Err(format!(
            "`{text}` is not the full path of a type, as `iso_currency::Currency` and \
             `crate::money::Amount` are"
        ))
    };
    let Ok(mut path) = syn::parse_str::<syn::Path>(text) else {
        return refused();
    };
    let first = path.segments.first().map(|it| it.ident.to_string());
    let relative = matches!(first.as_deref(), Some("self" | "super" | "Self"));
    if path.segments.len() < 2 || relative {
        return refused();
    }
    if first.as_deref() != Some("crate") {
        path.leading_colon = Some(syn::token::PathSep::default());
    }
    Ok(path)
}

/// The path of a module that holds what types share: in the crate itself.
pub(crate) fn support_path(text: &str) -> Result<(), String> {
    let path = syn::parse_str::<syn::Path>(text).ok();
    let is_own = path.as_ref().is_some_and(|path| {
        let words: Vec<String> = path
            .segments
            .iter()
            .map(|it| it.ident.to_string())
            .collect();
        let first = words.first().map(String::as_str);
        matches!(first, Some("crate" | "super" | "self"))
            && words.len() > 1
            && words.last().is_some_and(|last| last == "support")
    });
    if is_own {
        return Ok(());
    }
    Err("support is `crate`, `pasted`, or the path of a module such as `crate::support`".to_owned())
}
