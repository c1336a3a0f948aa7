//! The keywords for arrays.

use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::rule::Rule;

use super::call::{choose, fault, leaves, location};
use super::literal::{count, unsigned};
use super::{Checks, Mode};

/// Counts above this are beyond every document.
const MOST: u64 = u32::MAX as u64;

impl Checks<'_> {
    /// `minItems`, `maxItems`, `prefixItems` and `items`.
    pub(super) fn array(&mut self, rule: &Rule, mode: Mode) -> TokenStream {
        let here = quote!(at);
        let mut body = TokenStream::new();
        if let Some(least) = rule.min_items.filter(|least| *least > 0) {
            let refuse = fault(
                &here,
                &location(rule, "minItems"),
                &amount("MinItems", least),
            );
            let least = count(least);
            body.extend(quote!(if items.len() < #least { #refuse }));
        }
        if let Some(most) = rule.max_items.filter(|most| *most < MOST) {
            let refuse = fault(
                &here,
                &location(rule, "maxItems"),
                &amount("MaxItems", most),
            );
            let most = count(most);
            body.extend(quote!(if items.len() > #most { #refuse }));
        }
        body.extend(self.each_item(rule));
        if mode == Mode::Mark {
            if rule.items.is_some() {
                body.extend(quote!(marks.mark_all();));
            } else if !rule.prefix_items.is_empty() {
                let prefix = count(rule.prefix_items.len() as u64);
                body.extend(quote!(marks.mark_first(#prefix);));
            }
        }
        with_items(&body)
    }

    fn each_item(&mut self, rule: &Rule) -> TokenStream {
        let child = quote!(item);
        let rest = rule
            .items
            .map(|items| self.apply_to(items, &child, &quote!(TooMany)));
        let rest = rest.unwrap_or_default();
        let mut cases = Vec::new();
        for (position, prefix) in rule.prefix_items.iter().enumerate() {
            let body = self.apply_to(*prefix, &child, &quote!(TooMany));
            cases.push((unsigned(position as u128), body));
        }
        if rest.is_empty() && cases.iter().all(|(_, body)| body.is_empty()) {
            return TokenStream::new();
        }
        let dispatch = choose(&quote!(position), cases, &rest);
        let alike = rule.prefix_items.is_empty() || dispatch.to_string() == rest.to_string();
        if alike && leaves(&rest) {
            quote!(if let Some(item) = items.first() { #rest })
        } else if alike {
            quote!(for item in items { #rest })
        } else {
            quote!(for (position, item) in items.enumerate() { #dispatch })
        }
    }

    /// `contains`, `minContains` and `maxContains`.
    pub(super) fn contains(&mut self, rule: &Rule, mode: Mode) -> TokenStream {
        let Some(contains) = &rule.contains else {
            return TokenStream::new();
        };
        let here = quote!(at);
        let mut limits = TokenStream::new();
        if contains.min > 0 {
            let reason = amount("MinContains", contains.min);
            let refuse = fault(&here, &location(rule, contains.least_keyword()), &reason);
            let least = count(contains.min);
            limits.extend(quote!(if found < #least { #refuse }));
        }
        if let Some(most) = contains.max.filter(|most| *most < MOST) {
            let reason = amount("MaxContains", most);
            let refuse = fault(&here, &location(rule, "maxContains"), &reason);
            let most = count(most);
            limits.extend(quote!(if found > #most { #refuse }));
        }
        let marks = mode == Mode::Mark && contains.evaluates;
        if limits.is_empty() && !marks {
            return TokenStream::new();
        }
        let check = self.in_place(contains.rule, Mode::Check);
        if !marks {
            return with_items(&quote! {
                let found = items.filter(|item| #check(tape, *item).is_ok()).count();
                #limits
            });
        }
        let (start, step) = if limits.is_empty() {
            (None, None)
        } else {
            (Some(quote!(let mut found = 0;)), Some(quote!(found += 1;)))
        };
        with_items(&quote! {
            #start
            for (position, item) in items.enumerate() {
                if #check(tape, item).is_ok() {
                    marks.mark(position);
                    #step
                }
            }
            #limits
        })
    }
}

/// `uniqueItems`.
pub(super) fn unique_items(rule: &Rule) -> TokenStream {
    if !rule.unique_items {
        return TokenStream::new();
    }
    let refuse = fault(
        &quote!(at),
        &location(rule, "uniqueItems"),
        &quote!(Repeated(first, second)),
    );
    quote! {
        if let Some((first, second)) = tape.repeated_items(at) { #refuse }
    }
}

/// A reason that gives a count.
pub(super) fn amount(reason: &'static str, value: u64) -> TokenStream {
    let reason = quote::format_ident!("{reason}");
    let value = unsigned(value.into());
    quote!(#reason(#value))
}

/// What is done where the value is an array.
pub(super) fn with_items(body: &TokenStream) -> TokenStream {
    if body.is_empty() {
        return TokenStream::new();
    }
    if super::call::mentions(body, "items") {
        quote!(if let Some(items) = tape.items(at) { #body })
    } else {
        quote!(if tape.is(at, support::Kinds::ARRAY) { #body })
    }
}
