//! The constraints on one text or one number.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::diagnostics::Kind;
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

/// The runtime's function for a format.
fn format_function(format: &str) -> Option<&'static str> {
    Some(match format {
        "date" => "is_date",
        "date-time" => "is_date_time",
        "duration" => "is_duration",
        "email" => "is_email",
        "hostname" => "is_hostname",
        "idn-hostname" => "is_idn_hostname",
        "idn-email" => "is_idn_email",
        "ipv4" => "is_ipv4",
        "ipv6" => "is_ipv6",
        "iri" => "is_iri",
        "iri-reference" => "is_iri_reference",
        "json-pointer" => "is_json_pointer",
        "regex" => "is_regex",
        "relative-json-pointer" => "is_relative_json_pointer",
        "time" => "is_time",
        "uri" => "is_uri",
        "uri-reference" => "is_uri_reference",
        "uri-template" => "is_uri_template",
        "uuid" => "is_uuid",
        _ => return None,
    })
}

/// Whether a format can be asserted.
#[must_use]
pub fn is_known_format(format: &str) -> bool {
    format_function(format).is_some()
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
            body.extend(self.formats_body(*id));
        }
        body
    }

    /// What a rule asserts of a text beyond its length and its pattern.
    pub(super) fn formats_body(&mut self, id: RuleId) -> TokenStream {
        let rule = self.rule(id);
        let mut body = self.format(rule);
        body.extend(self.content(rule));
        body
    }

    /// `format`, where it is asserted.
    fn format(&mut self, rule: &Rule) -> TokenStream {
        let Some(format) = &rule.format else {
            return TokenStream::new();
        };
        let Some(function) = format_function(format) else {
            let reason = format!("the format {format:?} is asserted but not known");
            let help = "leave it an annotation: assert formats by name, without this one";
            self.problem(rule, Kind::Unsupported, "format", reason, help);
            return TokenStream::new();
        };
        self.has_formats = true;
        // These three need regular expressions.
        self.has_patterns |= function == "is_regex" || function.ends_with("hostname");
        let function = format_ident!("{function}");
        let schema = location(rule, "format");
        quote! {
            if !support::#function(text) {
                return Err(support::Refused::new(#schema, support::Reason::Format(#format)));
            }
        }
    }

    /// `contentEncoding` and `contentMediaType`, where they are asserted.
    fn content(&mut self, rule: &Rule) -> TokenStream {
        let known = [
            ("contentEncoding", &rule.content_encoding, "base64"),
            (
                "contentMediaType",
                &rule.content_media_type,
                "application/json",
            ),
        ];
        for (keyword, value, supported) in known {
            if let Some(value) = value.as_ref().filter(|value| *value != supported) {
                let reason = format!("`{keyword}: {value:?}` is asserted but not known");
                let help = "leave it an annotation: do not assert contents";
                self.problem(rule, Kind::Unsupported, keyword, reason, help);
                return TokenStream::new();
            }
        }
        self.has_formats |= known.iter().any(|(_, value, _)| value.is_some());
        let mut body = TokenStream::new();
        let bytes = if let Some(encoding) = &rule.content_encoding {
            let schema = location(rule, "contentEncoding");
            let decoded = rule.content_media_type.as_ref().map(|_| quote!(decoded));
            let decoded = decoded.unwrap_or_else(|| quote!(_));
            body.extend(quote! {
                let Some(#decoded) = support::decode_base64(text) else {
                    return Err(support::Refused::new(#schema, support::Reason::Encoding(#encoding)));
                };
            });
            quote!(&decoded)
        } else {
            quote!(text.as_bytes())
        };
        if let Some(media) = &rule.content_media_type {
            let schema = location(rule, "contentMediaType");
            body.extend(quote! {
                if !support::is_json(#bytes) {
                    return Err(support::Refused::new(#schema, support::Reason::MediaType(#media)));
                }
            });
        }
        body
    }

    pub(super) fn number_body(&mut self, rules: &[RuleId]) -> TokenStream {
        let mut body = TokenStream::new();
        for id in rules {
            let rule = self.rule(*id);
            for bound in &rule.minimum {
                let names = ["Minimum", "ExclusiveMinimum"];
                let outside = [quote!(is_lt), quote!(is_le)];
                body.extend(bounded(rule, bound, names, &outside));
            }
            for bound in &rule.maximum {
                let names = ["Maximum", "ExclusiveMaximum"];
                let outside = [quote!(is_gt), quote!(is_ge)];
                body.extend(bounded(rule, bound, names, &outside));
            }
            if let Some(divisor) = &rule.multiple_of {
                let token = &*divisor.text().0;
                let schema = location(rule, "multipleOf");
                let mantissa = unsigned(divisor.mantissa());
                let exponent = signed(divisor.exponent().into());
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
    names: [&'static str; 2],
    outside: &[TokenStream; 2],
) -> TokenStream {
    let which = usize::from(bound.exclusive);
    let reason = format_ident!("{}", names[which]);
    let outside = &outside[which];
    let schema = location(rule, bound.keyword);
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
