//! `type`, `enum` and `const`.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident, quote};

use crate::load::Json;
use crate::lower::rule::{Kinds, Rule, RuleId};

use super::Checks;
use super::call::{fault, location, refusal};
use super::literal::{constant, shown};

/// How many codes an error lists before it only counts the others.
const LISTED: usize = 12;

/// How many values a list in the middle of a function may have.
const LONG: usize = 32;

impl Checks<'_> {
    /// `type`, `enum` and `const` of a rule.
    pub(super) fn values(&mut self, rule: &Rule, id: RuleId) -> TokenStream {
        let mut body = TokenStream::new();
        if let Some(types) = rule.types.filter(|types| !types.contains(Kinds::ALL)) {
            let strict = rule.written_integers && rule.asks_for_integers();
            let expect = format_ident!(
                "{}",
                if strict {
                    "expect_as_written"
                } else {
                    "expect"
                }
            );
            let kinds = kinds(types);
            let schema = location(rule, "type");
            body.extend(quote!(tape.#expect(at, #kinds, #schema)?;));
        }
        if let Some(codes) = &rule.enumeration {
            body.extend(self.enumeration(rule, id, codes));
        }
        if let Some(value) = &rule.constant {
            let schema = location(rule, "const");
            let shown = shorten(&shown(value));
            let value = constant(value);
            body.extend(quote! {
                if !#value.is(tape, at) {
                    return Err(support::Fault::new(at, #schema, support::Reason::Constant(#shown)));
                }
            });
        }
        body
    }

    fn enumeration(&mut self, rule: &Rule, id: RuleId, codes: &[Json]) -> TokenStream {
        let mut texts: Vec<&str> = codes.iter().filter_map(Json::as_str).collect();
        texts.sort_unstable();
        texts.dedup();
        let others: Vec<TokenStream> = codes
            .iter()
            .filter(|code| code.as_str().is_none())
            .map(constant)
            .collect();
        let text = if rule.open {
            Some(quote!(tape.string(at).is_none()))
        } else if texts.is_empty() {
            None
        } else {
            let list = self.list("TEXTS", id, &quote!(&str), &texts);
            Some(quote!(!tape.is_text_of(at, &#list)))
        };
        let other = (!others.is_empty()).then(|| {
            let list = self.list("VALUES", id, &quote!(support::Constant), &others);
            quote!(!tape.is_one_of(at, &#list))
        });
        let schema = location(rule, "enum");
        let listed = codes_text(codes);
        let refuse = fault(&quote!(at), &schema, &quote!(Code(#listed)));
        match (text, other) {
            (Some(text), Some(other)) => quote!(if #text { if #other { #refuse } }),
            (Some(one), None) | (None, Some(one)) => quote!(if #one { #refuse }),
            (None, None) => refuse,
        }
    }

    /// A list of values: in place, or as a static where it is long.
    fn list(
        &mut self,
        stem: &'static str,
        id: RuleId,
        rust: &TokenStream,
        values: &[impl ToTokens],
    ) -> TokenStream {
        if values.len() <= LONG {
            return quote!([#(#values),*]);
        }
        let ident = format_ident!("{stem}_{}", id.0);
        if self.lists.insert(ident.clone()) {
            let length = values.len();
            let length = super::literal::unsigned(length as u128);
            self.statics
                .push(quote!(static #ident: [#rust; #length] = [#(#values),*];));
        }
        quote!(#ident)
    }
}

/// The body of a rule that refuses everything.
pub(super) fn never(rule: &Rule) -> Option<TokenStream> {
    let here = quote!(at);
    if rule.verdict == Some(false) {
        return Some(refusal(&here, &location(rule, ""), &quote!(Never)));
    }
    let empty = rule.enumeration.as_ref().is_some_and(Vec::is_empty);
    (empty && !rule.open).then(|| refusal(&here, &location(rule, "enum"), &quote!(Never)))
}

/// The values of an `enum` as an error lists them.
#[must_use]
pub fn codes_text(codes: &[Json]) -> String {
    let mut listed: Vec<String> = codes
        .iter()
        .take(LISTED)
        .map(|code| shorten(&shown(code)))
        .collect();
    if codes.len() > LISTED {
        listed.push(format!("… ({} in all)", codes.len()));
    }
    listed.join(", ")
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(60) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

/// A set of kinds as `support::Kinds`.
fn kinds(kinds: Kinds) -> TokenStream {
    let names = [
        (Kinds::NUMBER, quote!(NUMBER)),
        (Kinds::NULL, quote!(NULL)),
        (Kinds::BOOLEAN, quote!(BOOLEAN)),
        (Kinds::INTEGER, quote!(INTEGER)),
        (Kinds::FRACTION, quote!(FRACTION)),
        (Kinds::STRING, quote!(STRING)),
        (Kinds::ARRAY, quote!(ARRAY)),
        (Kinds::OBJECT, quote!(OBJECT)),
    ];
    let mut rest = kinds;
    let mut sum: Option<TokenStream> = None;
    for (kind, name) in names {
        if rest.contains(kind) {
            rest = rest.without(kind);
            sum = Some(match sum {
                None => quote!(support::Kinds::#name),
                Some(sum) => quote!(#sum.or(support::Kinds::#name)),
            });
        }
    }
    sum.unwrap_or_else(|| quote!(support::Kinds::NONE))
}
