//! Limits of newtypes: each once, as a constant that the check and the
//! derived schema share.

use std::collections::HashSet;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::config::kinds::Numbers;
use crate::keywords::bound::Bound;
use crate::keywords::emission::{Associated, Emission};
use crate::keywords::literal::{as_integer, signed};
use crate::keywords::side::Side;
use crate::keywords::table::Assertion;
use crate::load::number::Decimal;
use crate::plan::model::{Integer, Limit, Native, Newtype, Type, TypeRef};

use super::traits::is_native;
use super::{Enforcer, ident};

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
    pub(super) fn asked(&mut self, ty: &Type, newtype: &Newtype) -> Asked {
        let (inner, limits) = (&newtype.inner, &newtype.limits);
        let mut asked = Asked::default();
        let mut associated = Associated {
            number: number(inner, self.numbers(inner)),
            ..Associated::default()
        };
        let rust = self.rust(inner);
        for limit in limits {
            let native = limit.native.map(|value| (rust.clone(), integer(value)));
            associated.native = native;
            let place = (limit.rule, limit.assertion.word().subject());
            let mut code = Emission::newtype(&mut self.checks, place, &mut associated);
            asked
                .checks
                .extend(limit.assertion.keyword().emit(&mut code));
        }
        if let TypeRef::Integer(integer) = inner {
            self.imply(ty, *integer, &rust, &mut associated);
        }
        if matches!(inner, TypeRef::Number | TypeRef::Float(_)) {
            asked.constants = bounds(self.numbers(inner), limits);
        }
        let is_native = is_native(inner);
        for (constant, ty, value) in &associated.constants {
            // Of use to people, where it is a number of the type.
            let bound = BOUNDS.iter().find(|it| is_native && constant == it.1);
            let public = bound.map(|(_, _, about)| quote! { #[doc = #about] pub });
            asked
                .constants
                .extend(quote! { #public const #constant: #ty = #value; });
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

    /// Adds the bounds that rules state and the Rust type has by itself.
    fn imply(&self, ty: &Type, integer: Integer, rust: &TokenStream, associated: &mut Associated) {
        let Some((least, most)) = integer.holds() else {
            return;
        };
        for (&(side, constant, _), value) in BOUNDS.iter().zip([least, most]) {
            let constant = ident(constant);
            let mut rules = ty.rules.iter().map(|rule| self.model.rules.get(*rule));
            let is_stated = rules.any(|rule| rule.each::<Bound>().any(|it| it.side == side));
            if is_stated && associated.constants.iter().all(|it| it.0 != constant) {
                let value = (constant, rust.clone(), signed(value));
                associated.constants.push(value);
            }
        }
    }
}

/// The bounds of numbers as constants of their type, where that holds them: checks compare
/// with what is written.
fn bounds(numbers: Numbers, limits: &[Limit]) -> TokenStream {
    let mut stated = HashSet::new();
    let bounds = limits.iter().filter_map(|limit| match &limit.assertion {
        Assertion::Bound(bound) => Some(bound),
        _ => None,
    });
    let constants = bounds.filter_map(|bound| {
        let (name, about) = match (bound.side, bound.exclusive) {
            (Side::Least, false) => ("MINIMUM", BOUNDS[0].2),
            (Side::Most, false) => ("MAXIMUM", BOUNDS[1].2),
            (Side::Least, true) => ("EXCLUSIVE_MINIMUM", " What fits is greater than this."),
            (Side::Most, true) => ("EXCLUSIVE_MAXIMUM", " What fits is less than this."),
        };
        let (rust, value) = number_constant(&bound.limit.0, numbers)?;
        let constant = ident(name);
        let is_new = stated.insert(name);
        let is_long = value
            .to_string()
            .split(|it: char| !it.is_ascii_digit())
            .any(|it| it.len() > 5);
        let allowed = is_long.then(|| quote! { #[allow(clippy::unreadable_literal)] });
        is_new.then(|| quote! { #[doc = #about] #allowed pub const #constant: #rust = #value; })
    });
    constants.collect()
}

/// The constants of bounds, with what they are.
const BOUNDS: [(Side, &str, &str); 2] = [
    (Side::Least, "MINIMUM", " The least number that fits."),
    (Side::Most, "MAXIMUM", " The greatest number that fits."),
];

/// The type of a constant, and the value that a number's text comes to, where it is just that.
fn number_constant(text: &str, numbers: Numbers) -> Option<(TokenStream, TokenStream)> {
    let integer = as_integer(text).filter(|it| i64::try_from(*it).is_ok());
    let double = || {
        let double: f64 = text.parse().ok()?;
        let written = serde_json::Number::from_f64(double)?.to_string();
        let is_it = Decimal::parse(&written) == Decimal::parse(text);
        is_it.then(|| signed_double(double))
    };
    Some(match numbers {
        Numbers::Number => {
            let value = if let Some(integer) = integer {
                let integer = signed(integer);
                quote! { support::Number::from_i128(#integer) }
            } else {
                let double = double()?;
                quote! { support::Number::from_finite(#double) }
            };
            (quote! { support::Number }, value)
        }
        Numbers::F64 => {
            let double = double()?;
            (quote! { f64 }, double)
        }
        // One of any digits is no constant.
        Numbers::Exact => return None,
    })
}

/// A double as a literal.
fn signed_double(value: f64) -> TokenStream {
    let short = format!("{:e}", value.abs()).parse::<Literal>();
    let literal = match short {
        Ok(short) if !(1e-5..1e16).contains(&value.abs()) && value != 0.0 => short,
        _ => Literal::f64_unsuffixed(value.abs()),
    };
    if value.is_sign_negative() {
        quote! { -#literal }
    } else {
        quote! { #literal }
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
            Numbers::Exact => quote! { support::Num::from_number(value.as_number()) },
        },
    }
}

/// An integer, its digits in groups.
pub(super) fn integer(value: Native) -> TokenStream {
    signed(value.value())
}
