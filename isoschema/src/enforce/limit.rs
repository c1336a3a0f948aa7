//! Limits of newtypes: each once, as a constant that the check and the
//! derived schema share.

use std::collections::HashSet;

use proc_macro2::TokenStream;
use quote::quote;

use crate::config::kinds::Numbers;
use crate::keywords::emission::{Associated, Emission};
use crate::keywords::literal::signed;
use crate::plan::model::{Integer, Limit, Native, TypeRef};

use super::Enforcer;

/// What a newtype asks of its contents.
#[derive(Default)]
pub(super) struct Asked {
    /// The constants.
    pub(super) constants: TokenStream,
    /// The statements that refuse what breaks a limit.
    pub(super) checks: TokenStream,
    /// The statements that put the keywords into the derived `schema`.
    pub(super) schema: TokenStream,
}

impl Enforcer<'_> {
    /// What limits ask of the contents of a newtype.
    pub(super) fn asked(&mut self, inner: &TypeRef, limits: &[Limit]) -> Asked {
        let mut asked = Asked::default();
        let mut associated = Associated {
            number: number(inner, self.model.numbers),
            ..Associated::default()
        };
        let rust = self.rust(inner);
        for limit in limits {
            let native = limit.native.map(|value| (rust.clone(), integer(value)));
            associated.native = native;
            let keyword = limit.assertion.keyword();
            let place = (limit.rule, keyword.subject());
            let mut code = Emission::newtype(&mut self.checks, place, &mut associated);
            asked.checks.extend(keyword.emit(&mut code));
        }
        for (constant, ty, value) in &associated.constants {
            asked
                .constants
                .extend(quote! { const #constant: #ty = #value; });
        }
        let mut stated = HashSet::new();
        for (keyword, value) in &associated.derived {
            // An object has a keyword once.
            asked.schema.extend(if stated.insert(*keyword) {
                quote! { schema.insert(#keyword.to_owned(), #value); }
            } else {
                quote! {
                    support::derived::also(&mut schema, ::serde_json::json!({ #keyword: #value }));
                }
            });
        }
        asked
    }
}

/// The number `value` in the runtime's form.
fn number(inner: &TypeRef, numbers: Numbers) -> TokenStream {
    match inner {
        TypeRef::Integer(Integer::Any) => quote! { support::Num::from_number(value.as_number()) },
        TypeRef::Integer(Integer::I128) => quote! { support::Num::from_integer(value) },
        TypeRef::Integer(_) => quote! { support::Num::from_integer(i128::from(value)) },
        _ => match numbers {
            Numbers::Number => quote! { support::Num::from(*value) },
            Numbers::F64 => quote! { support::Num::finite(*value)? },
            Numbers::Exact => quote! { support::Num::from_number(value) },
        },
    }
}

/// An integer, its digits in groups.
pub(super) fn integer(value: Native) -> TokenStream {
    signed(value.value())
}
