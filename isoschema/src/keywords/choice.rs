//! A `match`, or what is simpler and means the same.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::quote;

use super::emission::leaves;

/// What is done in each case.
///
/// Cases with equal bodies share an arm; those that do what is done otherwise
/// have none.
#[must_use]
pub fn choose(
    subject: &TokenStream,
    cases: Vec<(TokenStream, TokenStream)>,
    otherwise: &TokenStream,
) -> TokenStream {
    let mut arms: indexmap::IndexMap<String, (Vec<TokenStream>, TokenStream)> =
        indexmap::IndexMap::new();
    let default = otherwise.to_string();
    for (case, body) in cases {
        let text = body.to_string();
        if text != default {
            arms.entry(text)
                .or_insert_with(|| (Vec::new(), body))
                .0
                .push(case);
        }
    }
    if arms.len() < 2 {
        return match arms.into_values().next() {
            Some((cases, body)) => decide(subject, &cases, &body, otherwise),
            None => otherwise.clone(),
        };
    }
    let arms = arms.into_values().map(|(cases, body)| {
        let (cases, body) = (either(&cases), arm(&body));
        quote!(#cases => #body)
    });
    let otherwise = arm(otherwise);
    quote!(match #subject { #(#arms)* _ => #otherwise })
}

/// What an arm does: an expression, where it is a single statement.
fn arm(body: &TokenStream) -> TokenStream {
    let mut statement: Vec<TokenTree> = body.clone().into_iter().collect();
    let is_end =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
    let is_one = statement.iter().filter(|token| is_end(token)).count() == 1;
    match statement.pop() {
        Some(last) if is_one && is_end(&last) && !is_block(&statement) => {
            let statement: TokenStream = statement.into_iter().collect();
            quote!(#statement,)
        }
        _ => quote!({ #body }),
    }
}

/// Whether what is done has braces of its own, or is no expression.
fn is_block(statement: &[TokenTree]) -> bool {
    statement.iter().any(|token| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Ident(word) => word == "let",
        _ => false,
    })
}

/// One body for some cases, another for all others.
fn decide(
    subject: &TokenStream,
    cases: &[TokenStream],
    body: &TokenStream,
    otherwise: &TokenStream,
) -> TokenStream {
    let (is, is_not) = if let [case] = cases {
        (quote!(#subject == #case), quote!(#subject != #case))
    } else {
        let cases = either(cases);
        (
            quote!(matches!(#subject, #cases)),
            quote!(!matches!(#subject, #cases)),
        )
    };
    if body.is_empty() {
        quote!(if #is_not { #otherwise })
    } else if otherwise.is_empty() {
        quote!(if #is { #body })
    } else if leaves(otherwise) {
        quote!(if #is_not { #otherwise } #body)
    } else if leaves(body) {
        quote!(if #is { #body } #otherwise)
    } else {
        quote!(if #is { #body } else { #otherwise })
    }
}

/// A pattern for some cases; positions that follow one another are a range.
fn either(cases: &[TokenStream]) -> TokenStream {
    let positions: Vec<u64> = cases
        .iter()
        .map_while(|case| case.to_string().replace('_', "").parse().ok())
        .collect();
    let consecutive = positions.len() == cases.len()
        && positions.len() > 1
        && positions.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    match cases {
        [first, .., last] if consecutive => quote!(#first..=#last),
        _ => quote!(#(#cases)|*),
    }
}
