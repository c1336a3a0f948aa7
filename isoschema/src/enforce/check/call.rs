//! How predicates are written and called.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;

use crate::keywords::emission::{Mode, mentions};

/// A function of more tokens than this may have more than a hundred lines.
const LONG: usize = 400;

/// A predicate function.
pub(super) fn function(
    (doc, told): (&str, &[String]),
    (public, ident): (&Option<TokenStream>, &Ident),
    mode: Mode,
    body: &TokenStream,
) -> TokenStream {
    let tape = parameter(body, "tape");
    let at = parameter(body, "at");
    let marks = parameter(body, "marks");
    let marks = (mode == Mode::Mark).then(|| quote!(, #marks: &mut support::Marks));
    let mut allow = TokenStream::new();
    let results = ["Err", "remember", "remember_arm"]
        .iter()
        .any(|name| mentions(body, name));
    if !results && !asks(body) {
        allow.extend(quote!(#[allow(clippy::unnecessary_wraps)]));
    }
    if size(body) > LONG {
        allow.extend(quote!(#[allow(clippy::too_many_lines)]));
    }
    let doc = said(doc, told);
    let body = result(body);
    quote! {
        #doc
        #allow
        #public fn #ident(#tape: &support::Tape<'_>, #at: usize #marks) -> support::Checked {
            #body
        }
    }
}

/// What a function says it stands for, unless a location that it tells says so.
pub(super) fn said(doc: &str, told: &[String]) -> Option<TokenStream> {
    let location = doc.trim_matches([' ', '`']);
    let is_inside = |it: &String| {
        let rest = it.strip_prefix(location);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    (!told.iter().any(is_inside)).then(|| quote!(#[doc = #doc]))
}

/// Statements as a body that gives a result: a `?` at the end is the result.
pub(super) fn result(body: &TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = body.clone().into_iter().collect();
    match &tokens[..] {
        [first @ .., question, end] if is(question, '?') && is(end, ';') => {
            first.iter().cloned().collect()
        }
        [TokenTree::Ident(word), rest @ ..]
            if word == "Err" && !rest.iter().any(|token| is(token, ';')) =>
        {
            body.clone()
        }
        _ => quote!(#body Ok(())),
    }
}

/// The expression that a body of one statement asks; `None` of any other body.
pub(super) fn asked(body: &TokenStream) -> Option<TokenStream> {
    let mut tokens: Vec<TokenTree> = body.clone().into_iter().collect();
    tokens.pop().filter(|last| is(last, ';'))?;
    let is_one = !tokens.iter().any(|token| is(token, ';'));
    let is_asked = tokens.last().is_some_and(|last| is(last, '?'));
    (is_one && is_asked).then(|| tokens.into_iter().collect())
}

/// Whether a token is a mark.
fn is(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(mark) if mark.as_char() == wanted)
}

/// Whether a `?` may end a body early.
fn asks(body: &TokenStream) -> bool {
    body.clone().into_iter().any(|token| match token {
        TokenTree::Group(group) => asks(&group.stream()),
        token => is(&token, '?'),
    })
}

/// How many tokens a body has.
fn size(body: &TokenStream) -> usize {
    body.clone()
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => 2 + size(&group.stream()),
            _ => 1,
        })
        .sum()
}

/// A parameter's name, `_` where the body does not use it.
fn parameter(body: &TokenStream, name: &'static str) -> TokenStream {
    if mentions(body, name) {
        let ident = super::super::ident(name);
        quote!(#ident)
    } else {
        quote!(_)
    }
}
