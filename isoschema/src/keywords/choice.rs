//! A `match`, or what is simpler and means the same.

use indexmap::IndexMap;
use proc_macro2::TokenStream;
use quote::quote;

use super::statement::Statement;

/// What is done in each case.
///
/// Cases with equal bodies share an arm; those that do what is done otherwise
/// have none.
#[must_use]
pub fn choose(
    subject: &TokenStream,
    cases: Vec<(TokenStream, Statement)>,
    otherwise: &Statement,
) -> TokenStream {
    let mut arms: IndexMap<Statement, Vec<TokenStream>> = IndexMap::new();
    for (case, body) in cases {
        if body != *otherwise {
            arms.entry(body).or_default().push(case);
        }
    }
    if arms.len() < 2 {
        let only = arms.into_iter().next();
        return only.map_or_else(
            || quote!(#otherwise),
            |(body, cases)| decide(subject, &cases, &body, otherwise),
        );
    }
    let arms = arms.into_iter().map(|(body, cases)| {
        let (cases, body) = (either(&cases), body.arm());
        quote!(#cases => #body)
    });
    let otherwise = otherwise.arm();
    quote!(match #subject { #(#arms)* _ => #otherwise })
}

/// One body for some cases, another for all others.
fn decide(
    subject: &TokenStream,
    cases: &[TokenStream],
    body: &Statement,
    otherwise: &Statement,
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
    } else if otherwise.leaves() {
        quote!(if #is_not { #otherwise } #body)
    } else if body.leaves() {
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
