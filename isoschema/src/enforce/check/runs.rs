//! A pattern → the runs of characters that it asks for, where it is that simple.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::keywords::literal::bounds;
use crate::regular;

/// The slice of `support::Run` for a pattern such as `^[A-Z]{3}$`.
pub(super) fn tokens(pattern: &str) -> Option<TokenStream> {
    let runs = regular::runs(pattern)?.into_iter().map(|run| {
        let ranges = bounds(&run.ranges);
        let least = Literal::usize_unsuffixed(run.least);
        let most = run.most.map(Literal::usize_unsuffixed);
        let most = most.map_or_else(|| quote!(usize::MAX), |most| quote!(#most));
        quote! { support::Run { ranges: #ranges, least: #least, most: #most } }
    });
    Some(quote! { &[#(#runs),*] })
}
