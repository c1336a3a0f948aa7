//! A pattern → the states of an automaton that finds it, where few are enough.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::keywords::literal::bounds;
use crate::regular::Language;

/// The states of `support::Automaton`, and those in which a text may end; `None` where the pattern
/// is no regular language, or of many states.
pub(super) fn tokens(pattern: &str) -> Option<TokenStream> {
    let table = Language::of_pattern(pattern).ok()?.table()?;
    let number = |number: &usize| Literal::usize_unsuffixed(*number);
    let states = table.states.iter().map(|ways| {
        let ways = ways.iter().map(|(ranges, next)| {
            let (ranges, next) = (bounds(ranges), number(next));
            quote!((#ranges, #next))
        });
        quote!(&[#(#ways),*])
    });
    let ends = table.ends.iter().map(number);
    Some(quote!(&[#(#states),*], &[#(#ends),*]))
}
