//! The types of the module `borrowed` get the lifetime of the document.
//!
//! The stage before writes `'de` where a text is borrowed; here the types that
//! hold such texts get it, and all that names those types.

use std::collections::HashSet;

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::{ToTokens as _, quote};
use syn::visit_mut::{self, VisitMut};

use crate::enforce::Items;

/// Completes the lifetimes in the items of one type.
///
/// # Errors
///
/// Tokens that are no items.
pub(super) fn completed(items: Items) -> syn::Result<Items> {
    let mut definition = syn::parse2::<syn::File>(items.definition)?;
    let mut machinery = syn::parse2::<syn::File>(items.machinery)?;
    let mut holders = Holders::default();
    let all = definition.items.iter_mut().chain(&mut machinery.items);
    let mut all: Vec<&mut syn::Item> = all.collect();
    // A type may stand before the one that it holds.
    while all.iter_mut().any(|item| holders.add(item)) {}
    for item in all {
        holders.visit_item_mut(item);
    }
    Ok(Items {
        definition: definition.into_token_stream(),
        machinery: machinery.into_token_stream(),
    })
}

/// The types that hold borrowed texts, by their names.
#[derive(Default)]
struct Holders(HashSet<String>);

impl Holders {
    /// Adds a type; `false` where it holds nothing borrowed or is there.
    fn add(&mut self, item: &mut syn::Item) -> bool {
        let name = match item {
            syn::Item::Struct(item) => item.ident.to_string(),
            syn::Item::Enum(item) => item.ident.to_string(),
            _ => return false,
        };
        let mut count = Count {
            holders: self,
            found: 0,
        };
        count.visit_item_mut(item);
        count.found > 0 && self.0.insert(name)
    }

    /// Tokens of a type, with the lifetime behind each that is one of them and
    /// has none: neither the owned form, which a path leads to, nor a field's
    /// type, that the stage before completes.
    fn completed(&self, tokens: impl IntoIterator<Item = TokenTree>) -> TokenStream {
        let mut out = TokenStream::new();
        let mut tokens = tokens.into_iter().peekable();
        let mut in_path = false;
        while let Some(token) = tokens.next() {
            let next = tokens.peek().and_then(punct);
            let is_whole = !in_path && !matches!(next, Some('<' | ':'));
            in_path = punct(&token) == Some(':');
            match token {
                TokenTree::Ident(ident) if is_whole && self.has(&ident) => {
                    out.extend(quote! { #ident<'de> });
                }
                TokenTree::Group(group) => {
                    let inner = self.completed(group.stream());
                    out.extend([TokenTree::Group(Group::new(group.delimiter(), inner))]);
                }
                other => out.extend([other]),
            }
        }
        out
    }

    fn has(&self, ident: &syn::Ident) -> bool {
        self.0.contains(&ident.to_string())
    }
}

/// How often `'de` is named, or a type that needs it.
struct Count<'a> {
    holders: &'a Holders,
    found: usize,
}

impl VisitMut for Count<'_> {
    fn visit_lifetime_mut(&mut self, lifetime: &mut syn::Lifetime) {
        self.found += usize::from(lifetime.ident == "de");
    }

    fn visit_type_path_mut(&mut self, ty: &mut syn::TypePath) {
        let name = ty.path.get_ident();
        self.found += usize::from(name.is_some_and(|name| self.holders.has(name)));
        visit_mut::visit_type_path_mut(self, ty);
    }
}

impl VisitMut for Holders {
    fn visit_item_mut(&mut self, item: &mut syn::Item) {
        match item {
            syn::Item::Struct(item) if self.has(&item.ident) => item.generics = document(),
            syn::Item::Enum(item) if self.has(&item.ident) => item.generics = document(),
            _ => {}
        }
        visit_mut::visit_item_mut(self, item);
    }

    /// `impl` names the lifetime where something in it does.
    fn visit_item_impl_mut(&mut self, item: &mut syn::ItemImpl) {
        visit_mut::visit_item_impl_mut(self, item);
        if item.generics.lifetimes().next().is_some() {
            return;
        }
        let mut count = Count {
            holders: &Self::default(),
            found: 0,
        };
        count.visit_item_impl_mut(item);
        match count.found {
            0 => {}
            1 => Anonymous.visit_item_impl_mut(item),
            _ => item.generics = document(),
        }
    }

    /// What a macro of the runtime is told of first is the type; others stand in parentheses
    /// behind it, behind `->` and behind `as`.
    fn visit_item_macro_mut(&mut self, item: &mut syn::ItemMacro) {
        let (mut told, mut in_type, mut before) = (false, false, ' ');
        let mut types = Vec::new();
        let tokens = std::mem::take(&mut item.mac.tokens);
        for token in tokens {
            let mut is_named = in_type;
            match &token {
                TokenTree::Ident(ident) if !told && ident != "pub" => {
                    (told, is_named) = (true, true);
                }
                TokenTree::Ident(ident) if ident == "as" => in_type = true,
                TokenTree::Ident(ident) if ident == "in" => in_type = false,
                TokenTree::Group(_) if before == ' ' => is_named = told,
                TokenTree::Punct(mark) => {
                    in_type = match mark.as_char() {
                        '>' if before == '-' => true,
                        ';' => false,
                        _ => in_type,
                    };
                    before = mark.as_char();
                }
                _ => {}
            }
            if is_named {
                types.push(token);
                continue;
            }
            item.mac.tokens.extend(self.completed(types.drain(..)));
            item.mac.tokens.extend([token]);
        }
        item.mac.tokens.extend(self.completed(types));
    }

    /// The parameters of a method hide types of their names.
    fn visit_impl_item_fn_mut(&mut self, method: &mut syn::ImplItemFn) {
        let mut hidden = Vec::new();
        for parameter in method.sig.generics.type_params() {
            hidden.extend(self.0.take(&parameter.ident.to_string()));
        }
        visit_mut::visit_impl_item_fn_mut(self, method);
        self.0.extend(hidden);
    }

    fn visit_type_path_mut(&mut self, ty: &mut syn::TypePath) {
        if let Some(name) = ty.path.get_ident()
            && self.has(name)
        {
            ty.path = syn::parse_quote! { #name<'de> };
        }
        visit_mut::visit_type_path_mut(self, ty);
    }

    /// What is read is read from the document. A generated type may have the same
    /// name, but is in no module `support`.
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        let is_shared = path
            .segments
            .first()
            .is_some_and(|first| first.ident == "support");
        if let (true, Some(read)) = (is_shared, path.segments.iter_mut().nth(1))
            && ["Read", "Scanner", "Tape"]
                .iter()
                .any(|name| read.ident == name)
        {
            let name = &read.ident;
            *read = syn::parse_quote! { #name<'de> };
        }
        visit_mut::visit_path_mut(self, path);
    }
}

fn punct(token: &TokenTree) -> Option<char> {
    match token {
        TokenTree::Punct(mark) => Some(mark.as_char()),
        _ => None,
    }
}

fn document() -> syn::Generics {
    syn::parse_quote! { <'de> }
}

/// `'de` → `'_`, where it is named once.
struct Anonymous;

impl VisitMut for Anonymous {
    fn visit_lifetime_mut(&mut self, lifetime: &mut syn::Lifetime) {
        if lifetime.ident == "de" {
            *lifetime = syn::parse_quote! { '_ };
        }
    }
}
