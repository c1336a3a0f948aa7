//! A text → documentation attributes, one a line.

use proc_macro2::{Span, TokenStream};
use quote::quote;
use syn::{AttrStyle, Attribute, Expr, ExprLit, Lit, LitStr, Meta, MetaNameValue};

/// Documentation attributes for Markdown that is safe already.
pub(crate) fn lines(text: &str) -> TokenStream {
    let lines = attributes(text);
    quote! { #(#lines)* }
}

/// The same, parsed.
pub(super) fn attributes(text: &str) -> impl Iterator<Item = Attribute> {
    text.lines().map(|line| {
        let line = match line {
            "" => String::new(),
            line => format!(" {line}"),
        };
        let text = Lit::Str(LitStr::new(&line, Span::call_site()));
        Attribute {
            pound_token: <syn::Token![#]>::default(),
            style: AttrStyle::Outer,
            bracket_token: syn::token::Bracket::default(),
            meta: Meta::NameValue(MetaNameValue {
                path: syn::parse_quote!(doc),
                eq_token: <syn::Token![=]>::default(),
                value: Expr::Lit(ExprLit {
                    attrs: Vec::new(),
                    lit: text,
                }),
            }),
        }
    })
}
