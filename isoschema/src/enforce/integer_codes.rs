//! Codes that are integers: what they are made of, and become.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::keywords::literal::{as_integer, signed};
use crate::plan::model::{Integer, Type, ValueVariant, Values};

use super::ty::integer_name;

/// The integers of Rust's, beside `i64`, that hold all of some values.
pub(super) fn given(values: &Values) -> Vec<&'static str> {
    const OTHERS: [Integer; 7] = [
        Integer::U8,
        Integer::U16,
        Integer::U32,
        Integer::U64,
        Integer::I8,
        Integer::I16,
        Integer::I32,
    ];
    let value = |variant: &ValueVariant| as_integer(variant.value.as_number()?);
    let all: Vec<i128> = values.variants.iter().filter_map(value).collect();
    let holds = |integer: &Integer| {
        let range = integer.holds();
        range.is_some_and(|(least, most)| all.iter().all(|it| (least..=most).contains(it)))
    };
    let holding = OTHERS.into_iter().filter(holds);
    holding.map(integer_name).collect()
}

/// The values as integers, where all are some that `i64` holds, and nothing else is asked.
pub(super) fn integers(
    ty: &Type,
    values: &Values,
    variants: &[Ident],
    listed: &str,
) -> Option<TokenStream> {
    let integer = |variant: &ValueVariant| {
        let integer = as_integer(variant.value.as_number()?)?;
        i64::try_from(integer).ok().map(|_| signed(integer))
    };
    let each: Option<Vec<_>> = values.variants.iter().map(integer).collect();
    let each = each.filter(|_| ty.checks.is_empty())?;
    let location = ty.place.location();
    Some(quote! {
        integers #location, #listed;
        #(#variants = #each;)*
    })
}
