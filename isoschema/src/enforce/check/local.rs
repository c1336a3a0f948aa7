//! The constraints on one text or one number.

use proc_macro2::TokenStream;
use quote::quote;

use crate::diagnostics::Kind;
use crate::load::Decimal;
use crate::lower::rule::{Bound, Rule, RuleId};

use super::Checks;
use super::call::location;
use super::literal::{as_integer, signed, unsigned};

/// Whether a rule says anything about texts.
pub(super) fn limits_text(rule: &Rule) -> bool {
    rule.min_length.is_some_and(|least| least > 0)
        || rule.max_length.is_some()
        || rule.pattern.is_some()
        || rule.format.is_some()
        || rule.content_encoding.is_some()
        || rule.content_media_type.is_some()
}

/// Whether a rule says anything about numbers.
pub(super) fn limits_number(rule: &Rule) -> bool {
    rule.multiple_of.is_some() || !rule.minimum.is_empty() || !rule.maximum.is_empty()
}

impl Checks<'_> {
    pub(super) fn text_body(&mut self, rules: &[RuleId]) -> TokenStream {
        let mut body = TokenStream::new();
        for id in rules {
            let rule = self.rule(*id);
            if let Some(least) = rule.min_length.filter(|least| *least > 0) {
                let schema = location(rule, "minLength");
                let least = unsigned(least.into());
                body.extend(quote! {
                    if !support::has_at_least(text, #least) {
                        return Err(support::Refused::new(#schema, support::Reason::MinLength(#least)));
                    }
                });
            }
            if let Some(most) = rule.max_length {
                let schema = location(rule, "maxLength");
                let most = unsigned(most.into());
                body.extend(quote! {
                    if !support::has_at_most(text, #most) {
                        return Err(support::Refused::new(#schema, support::Reason::MaxLength(#most)));
                    }
                });
            }
            if let Some(source) = &rule.pattern {
                let schema = location(rule, "pattern");
                let pattern = self.pattern(source);
                body.extend(quote!(#pattern.require(text, #schema)?;));
            }
            self.unknown_assertions(rule);
        }
        body
    }

    /// Asserted formats and contents, of which none is known yet.
    fn unknown_assertions(&mut self, rule: &Rule) {
        let asserted = [
            ("format", &rule.format),
            ("contentEncoding", &rule.content_encoding),
            ("contentMediaType", &rule.content_media_type),
        ];
        for (keyword, value) in asserted {
            if let Some(value) = value {
                let reason = format!("`{keyword}: {value:?}` is asserted but not known");
                let help = "leave it an annotation: take it out of the configuration's assertions";
                self.problem(rule, Kind::Unsupported, keyword, reason, help);
            }
        }
    }

    pub(super) fn number_body(&mut self, rules: &[RuleId]) -> TokenStream {
        let mut body = TokenStream::new();
        for id in rules {
            let rule = self.rule(*id);
            for bound in &rule.minimum {
                let names = [
                    ("minimum", "Minimum"),
                    ("exclusiveMinimum", "ExclusiveMinimum"),
                ];
                let outside = [quote!(is_lt), quote!(is_le)];
                body.extend(bounded(rule, bound, names, &outside));
            }
            for bound in &rule.maximum {
                let names = [
                    ("maximum", "Maximum"),
                    ("exclusiveMaximum", "ExclusiveMaximum"),
                ];
                let outside = [quote!(is_gt), quote!(is_ge)];
                body.extend(bounded(rule, bound, names, &outside));
            }
            if let Some(divisor) = &rule.multiple_of {
                let token = &*divisor.0;
                let decimal = Decimal::parse(token);
                let parts = decimal
                    .digits
                    .parse::<u128>()
                    .ok()
                    .filter(|mantissa| *mantissa < 1 << 127)
                    .zip(i64::try_from(decimal.exponent).ok());
                let Some((mantissa, exponent)) = parts else {
                    let reason = format!("`multipleOf: {token}` has more than 38 digits");
                    let help = "shorten the number";
                    self.problem(rule, Kind::Limit, "multipleOf", reason, help);
                    continue;
                };
                let schema = location(rule, "multipleOf");
                let mantissa = unsigned(mantissa);
                let exponent = signed(exponent.into());
                body.extend(quote! {
                    if !number.is_multiple_of(#mantissa, #exponent) {
                        return Err(support::Refused::new(#schema, support::Reason::MultipleOf(#token)));
                    }
                });
            }
        }
        body
    }
}

fn bounded(
    rule: &Rule,
    bound: &Bound,
    names: [(&str, &str); 2],
    outside: &[TokenStream; 2],
) -> TokenStream {
    let which = usize::from(bound.exclusive);
    let (keyword, reason) = names[which];
    let reason = quote::format_ident!("{reason}");
    let outside = &outside[which];
    let schema = location(rule, keyword);
    let token = &*bound.limit.0;
    let order = if let Some(limit) = as_integer(token) {
        let limit = signed(limit);
        quote!(compare_integer(#limit))
    } else {
        quote!(compare_text(#token))
    };
    quote! {
        if number.#order.#outside() {
            return Err(support::Refused::new(#schema, support::Reason::#reason(#token)));
        }
    }
}
