//! Absolute paths → the names of the prelude, where no generated type has
//! them.
//!
//! Emitted code is written with absolute paths, so that no schema can shadow
//! what it uses; people read `Option<String>` more easily.

use std::collections::{BTreeSet, HashSet};

use syn::visit_mut::{self, VisitMut};

/// What Rust's prelude (edition 2021 and later) has under its last name.
const PRELUDE: &[&str] = &[
    "core::option::Option",
    "core::result::Result",
    "core::convert::From",
    "core::convert::Into",
    "core::convert::TryFrom",
    "core::convert::TryInto",
    "core::convert::AsRef",
    "core::default::Default",
    "core::clone::Clone",
    "core::ops::FnOnce",
    "std::string::String",
    "std::vec::Vec",
    "std::boxed::Box",
];

/// Shortens paths.
pub(super) struct Shortener {
    taken: HashSet<String>,
    /// What the module may import.
    imports: &'static [&'static str],
    /// What of it was needed.
    needed: BTreeSet<String>,
}

impl Shortener {
    /// For a module that defines these names.
    pub(super) fn new<'a>(names: impl Iterator<Item = &'a str>) -> Self {
        Self::importing(names, &[])
    }

    /// For a module that can import some paths as well.
    pub(super) fn importing<'a>(
        names: impl Iterator<Item = &'a str>,
        imports: &'static [&'static str],
    ) -> Self {
        Self {
            taken: names.map(str::to_owned).collect(),
            imports,
            needed: BTreeSet::new(),
        }
    }

    /// The paths that have to be imported for what was shortened since the
    /// last time.
    pub(super) fn imported(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.needed)
    }

    /// How many of a path's first segments can be left out.
    fn prefix(&mut self, path: &syn::Path) -> Option<usize> {
        path.leading_colon?;
        let mut names = path
            .segments
            .iter()
            .map(|segment| segment.ident.to_string());
        let joined = [names.next()?, names.next()?, names.next()?].join("::");
        let is_import = self.imports.contains(&joined.as_str());
        if !is_import && !PRELUDE.contains(&joined.as_str()) {
            return None;
        }
        let variant = names.next();
        let (kept, prefix) = match variant.as_deref() {
            Some("Some" | "None" | "Ok" | "Err") => (variant.as_deref()?, 3),
            _ => (joined.rsplit("::").next()?, 2),
        };
        if self.taken.contains(kept) {
            return None;
        }
        if is_import {
            self.needed.insert(joined);
        }
        Some(prefix)
    }
}

impl VisitMut for Shortener {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        if let Some(prefix) = self.prefix(path) {
            path.leading_colon = None;
            path.segments = path.segments.iter().skip(prefix).cloned().collect();
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_expr_path_mut(&mut self, node: &mut syn::ExprPath) {
        let before = node.path.segments.len();
        visit_mut::visit_expr_path_mut(self, node);
        keep_place(&mut node.qself, before - node.path.segments.len());
    }

    fn visit_type_path_mut(&mut self, node: &mut syn::TypePath) {
        let before = node.path.segments.len();
        visit_mut::visit_type_path_mut(self, node);
        keep_place(&mut node.qself, before - node.path.segments.len());
    }
}

/// In `<T as ::core::default::Default>::default`, the place where the trait's
/// path ends moves with what is left out.
fn keep_place(qself: &mut Option<syn::QSelf>, removed: usize) {
    if let Some(qself) = qself {
        qself.position = qself.position.saturating_sub(removed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shortened(taken: &[&str], path: &str) -> String {
        let mut path: syn::Path = syn::parse_str(path).expect("a path");
        Shortener::new(taken.iter().copied()).visit_path_mut(&mut path);
        quote::quote! { #path }.to_string().replace(' ', "")
    }

    #[test]
    fn the_prelude_needs_no_path() {
        let path = "::core::option::Option<::std::string::String>";
        assert_eq!(shortened(&[], path), "Option<String>");
        assert_eq!(
            shortened(&["String"], path),
            "Option<::std::string::String>"
        );
        assert_eq!(shortened(&[], "::core::result::Result::Ok"), "Ok");
        assert_eq!(
            shortened(&["Ok"], "::core::result::Result::Ok"),
            "::core::result::Result::Ok"
        );
        assert_eq!(shortened(&[], "::serde_json::Value"), "::serde_json::Value");
    }

    #[test]
    fn a_trait_of_the_prelude_stays_a_trait() {
        let text = "<T as ::core::default::Default>::default()";
        let mut expr: syn::Expr = syn::parse_str(text).expect("an expression");
        Shortener::new([].into_iter()).visit_expr_mut(&mut expr);
        let shown = quote::quote! { #expr }.to_string();
        assert_eq!(shown, "< T as Default > :: default ()");
    }
}
