//! Limits of newtypes: each once, as a constant that the check and the
//! derived schema share.

use std::collections::HashMap;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::lower::model::{BoundValue, Integer, Limit, LimitKind, Native, Newtype, TypeRef};
use crate::lower::number::Divisor;

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

/// One limit in Rust.
struct Asking {
    constant: TokenStream,
    check: TokenStream,
    /// The keyword's value in the derived schema.
    value: Option<TokenStream>,
}

impl Enforcer<'_> {
    /// The limits of a newtype.
    pub(super) fn asked(&mut self, newtype: &Newtype) -> Asked {
        let mut asked = Asked::default();
        let mut seen: HashMap<&str, usize> = HashMap::new();
        for limit in &newtype.limits {
            let (keyword, constant) = keyword(&limit.kind);
            let count = seen.entry(keyword).or_insert(0);
            *count += 1;
            let constant = if *count == 1 {
                ident(constant)
            } else {
                quote::format_ident!("{constant}_{count}")
            };
            let asking = self.asking(newtype, limit, &constant);
            asked.constants.extend(asking.constant);
            asked.checks.extend(asking.check);
            // An object has a keyword once.
            asked.schema.extend(asking.value.map(|value| {
                if *count == 1 {
                    quote! { schema.insert(#keyword.to_owned(), #value); }
                } else {
                    quote! {
                        support::derived::also(&mut schema, ::serde_json::json!({ #keyword: #value }));
                    }
                }
            }));
        }
        asked
    }

    fn asking(&mut self, newtype: &Newtype, limit: &Limit, constant: &Ident) -> Asking {
        let location = &limit.location;
        match &limit.kind {
            LimitKind::MinLength(count) => length(
                constant,
                *count,
                &quote! { has_at_least },
                &quote! { MinLength },
                location,
            ),
            LimitKind::MaxLength(count) => length(
                constant,
                *count,
                &quote! { has_at_most },
                &quote! { MaxLength },
                location,
            ),
            LimitKind::MinItems(count) => items(
                constant,
                *count,
                &quote! { < },
                &quote! { MinItems },
                location,
            ),
            LimitKind::MaxItems(count) => items(
                constant,
                *count,
                &quote! { > },
                &quote! { MaxItems },
                location,
            ),
            LimitKind::Pattern(pattern) => {
                let pattern = self.checks.pattern(pattern);
                Asking {
                    constant: TokenStream::new(),
                    check: quote! { checks::#pattern.require(text, #location)?; },
                    value: Some(quote! { ::serde_json::Value::from(checks::#pattern.source()) }),
                }
            }
            LimitKind::Format(format) => {
                let function = self.checks.formats(limit.rule);
                Asking {
                    constant: TokenStream::new(),
                    check: quote! { checks::#function(text)?; },
                    value: format
                        .as_ref()
                        .map(|format| quote! { ::serde_json::Value::from(#format) }),
                }
            }
            LimitKind::Minimum(bound)
            | LimitKind::ExclusiveMinimum(bound)
            | LimitKind::Maximum(bound)
            | LimitKind::ExclusiveMaximum(bound) => self.bounded(newtype, limit, constant, bound),
            LimitKind::MultipleOf(divisor) => multiple(newtype, constant, divisor, location),
        }
    }

    fn bounded(
        &self,
        newtype: &Newtype,
        limit: &Limit,
        constant: &Ident,
        bound: &BoundValue,
    ) -> Asking {
        let (native, exact, reason) = match limit.kind {
            LimitKind::Minimum(_) => (quote! { < }, quote! { is_lt }, quote! { Minimum }),
            LimitKind::Maximum(_) => (quote! { > }, quote! { is_gt }, quote! { Maximum }),
            LimitKind::ExclusiveMinimum(_) => {
                (quote! { <= }, quote! { is_le }, quote! { ExclusiveMinimum })
            }
            _ => (quote! { >= }, quote! { is_ge }, quote! { ExclusiveMaximum }),
        };
        let shown = bound.to_string();
        let refuse = refuse(
            &limit.location,
            &quote! { support::Reason::#reason(#shown) },
        );
        match bound {
            BoundValue::Native(value) => {
                let (rust, value) = (self.rust(&newtype.inner), integer(*value));
                Asking {
                    constant: quote! { const #constant: #rust = #value; },
                    check: quote! { if value #native Self::#constant { #refuse } },
                    value: Some(
                        quote! { support::derived::repeated(&Self::#constant.to_string()) },
                    ),
                }
            }
            BoundValue::Text(_) => {
                let number = number(&newtype.inner);
                Asking {
                    constant: quote! { const #constant: &'static str = #shown; },
                    check: quote! {
                        if #number.compare_text(Self::#constant).#exact() { #refuse }
                    },
                    value: Some(quote! { support::derived::repeated(Self::#constant) }),
                }
            }
        }
    }
}

fn length(
    constant: &Ident,
    count: u64,
    test: &TokenStream,
    reason: &TokenStream,
    location: &str,
) -> Asking {
    let count = Literal::u64_unsuffixed(count);
    let refuse = refuse(
        location,
        &quote! { support::Reason::#reason(Self::#constant) },
    );
    Asking {
        constant: quote! { const #constant: u64 = #count; },
        check: quote! { if !support::#test(text, Self::#constant) { #refuse } },
        value: Some(quote! { ::serde_json::Value::from(Self::#constant) }),
    }
}

fn items(
    constant: &Ident,
    count: u32,
    test: &TokenStream,
    reason: &TokenStream,
    location: &str,
) -> Asking {
    let count = Literal::u32_unsuffixed(count);
    let refuse = refuse(
        location,
        &quote! { support::Reason::#reason(Self::#constant as u64) },
    );
    Asking {
        constant: quote! { const #constant: usize = #count; },
        check: quote! { if items.len() #test Self::#constant { #refuse } },
        value: Some(quote! { ::serde_json::Value::from(Self::#constant) }),
    }
}

fn multiple(newtype: &Newtype, constant: &Ident, divisor: &Divisor, location: &str) -> Asking {
    let number = number(&newtype.inner);
    let refuse = refuse(
        location,
        &quote! { support::Reason::MultipleOf(Self::#constant) },
    );
    let mantissa = super::check::unsigned(divisor.mantissa());
    let exponent = Literal::i64_unsuffixed(divisor.exponent());
    let is_read_as_zero = divisor.text().is_read_as_zero();
    let divisor = &*divisor.text().0;
    Asking {
        constant: quote! { const #constant: &'static str = #divisor; },
        check: quote! { if !#number.is_multiple_of(#mantissa, #exponent) { #refuse } },
        // 0 is no divisor.
        value: (!is_read_as_zero).then(|| quote! { support::derived::repeated(Self::#constant) }),
    }
}

fn refuse(location: &str, reason: &TokenStream) -> TokenStream {
    quote! {
        return ::core::result::Result::Err(support::Refused::new(#location, #reason));
    }
}

/// The number `value` in the runtime's form.
fn number(inner: &TypeRef) -> TokenStream {
    match inner {
        TypeRef::Integer(Integer::Any) => quote! { support::Num::from_number(value.as_number()) },
        TypeRef::Integer(Integer::I128) => quote! { support::Num::from_integer(value) },
        TypeRef::Integer(_) => quote! { support::Num::from_integer(i128::from(value)) },
        _ => quote! { support::Num::from_number(value) },
    }
}

/// An integer, its digits in groups.
pub(super) fn integer(value: Native) -> TokenStream {
    let value = value.value();
    let literal = super::check::unsigned(value.unsigned_abs());
    if value < 0 {
        quote! { -#literal }
    } else {
        literal
    }
}

/// A limit's keyword and the name of its constant.
fn keyword(kind: &LimitKind) -> (&'static str, &'static str) {
    match kind {
        LimitKind::MinLength(_) => ("minLength", "MIN_LENGTH"),
        LimitKind::MaxLength(_) => ("maxLength", "MAX_LENGTH"),
        LimitKind::Pattern(_) => ("pattern", "PATTERN"),
        LimitKind::Format(_) => ("format", "FORMAT"),
        LimitKind::Minimum(_) => ("minimum", "MINIMUM"),
        LimitKind::ExclusiveMinimum(_) => ("exclusiveMinimum", "EXCLUSIVE_MINIMUM"),
        LimitKind::Maximum(_) => ("maximum", "MAXIMUM"),
        LimitKind::ExclusiveMaximum(_) => ("exclusiveMaximum", "EXCLUSIVE_MAXIMUM"),
        LimitKind::MultipleOf(_) => ("multipleOf", "MULTIPLE_OF"),
        LimitKind::MinItems(_) => ("minItems", "MIN_ITEMS"),
        LimitKind::MaxItems(_) => ("maxItems", "MAX_ITEMS"),
    }
}
