//! Schema values as Rust literals.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::load::json::{Json, JsonKind};
use crate::load::number::{Decimal, Edge};

use super::fault::shown as shortened;

/// An unsuffixed integer literal, its digits grouped.
#[must_use]
pub fn unsigned(value: u128) -> TokenStream {
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) && digits.len() > 4 {
            grouped.push('_');
        }
        grouped.push(digit);
    }
    let literal = grouped
        .parse()
        .unwrap_or_else(|_| Literal::u128_unsuffixed(value));
    quote!(#literal)
}

/// A text of bounds of ranges: what is not ASCII is written by its number, for few bounds are seen,
/// and some would change one another.
#[must_use]
pub fn bounds(text: &str) -> TokenStream {
    let mut shown = String::from("\"");
    for letter in text.chars() {
        if letter.is_ascii() {
            shown.extend(letter.escape_default());
        } else {
            shown.extend(letter.escape_unicode());
        }
    }
    shown.push('"');
    let literal = shown.parse().unwrap_or_else(|_| Literal::string(text));
    quote!(#literal)
}

/// A signed integer literal.
#[must_use]
pub fn signed(value: i128) -> TokenStream {
    let digits = unsigned(value.unsigned_abs());
    if value < 0 { quote!(-#digits) } else { digits }
}

/// A count of items or members. No document has more than `u32::MAX` nodes,
/// and the literal fits `usize` everywhere.
#[must_use]
pub fn count(value: u64) -> TokenStream {
    unsigned(u128::from(value.min(u64::from(u32::MAX))))
}

/// The integer that a number token stands for, where `i128` holds it.
#[must_use]
pub fn as_integer(token: &str) -> Option<i128> {
    let decimal = Decimal::parse(token);
    match decimal.floor() {
        Edge::At(value) if decimal.is_integer() => Some(value),
        _ => None,
    }
}

/// A JSON value as a `support::Constant`.
#[must_use]
pub fn constant(json: &Json) -> TokenStream {
    match &json.kind {
        JsonKind::Null => quote!(support::Constant::Null),
        JsonKind::Bool(value) => quote!(support::Constant::Boolean(#value)),
        JsonKind::Number(token) => {
            if let Some(value) = as_integer(token) {
                let value = signed(value);
                quote!(support::Constant::Integer(#value))
            } else {
                quote!(support::Constant::Number(#token))
            }
        }
        JsonKind::String(text) => quote!(support::Constant::Text(#text)),
        JsonKind::Array(items) => {
            let items = items.iter().map(constant);
            quote!(support::Constant::Array(&[#(#items),*]))
        }
        JsonKind::Object(members) => {
            let mut members: Vec<(&String, &Json)> = members.iter().collect();
            members.sort_unstable_by_key(|(name, _)| *name);
            let members = members.into_iter().map(|(name, value)| {
                let value = constant(value);
                quote!((#name, #value))
            });
            quote!(support::Constant::Object(&[#(#members),*]))
        }
    }
}

/// A JSON value as compact text, its numbers and its order as in the schema.
#[must_use]
pub fn shown(json: &Json) -> String {
    json.to_compact(usize::MAX)
}

/// How many codes an error lists before it only counts the others.
const LISTED: usize = 12;

/// The values of an `enum` as an error lists them.
#[must_use]
pub fn codes(codes: &[Json]) -> String {
    let mut listed: Vec<String> = codes.iter().take(LISTED).map(shortened).collect();
    if codes.len() > LISTED {
        listed.push(format!("… ({} in all)", codes.len()));
    }
    listed.join(", ")
}
