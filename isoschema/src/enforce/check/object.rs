//! The keywords for objects.

use proc_macro2::TokenStream;
use quote::quote;

use crate::lower::rule::{Dependency, Rule};

use super::array::amount;
use super::call::{choose, fault, leaves, location};
use super::literal::count;
use super::{Checks, Mode};

/// Counts above this are beyond every document.
const MOST: u64 = u32::MAX as u64;

impl Checks<'_> {
    /// `required`, `minProperties`, `maxProperties`, `properties`,
    /// `patternProperties` and `additionalProperties`.
    pub(super) fn object(&mut self, rule: &Rule, mode: Mode) -> TokenStream {
        let mut body = required(rule);
        body.extend(property_count(rule));
        let mut inner = self.each_member(rule, mode);
        if mode == Mode::Mark && rule.additional_properties.is_some() {
            inner.extend(quote!(marks.mark_all();));
        }
        body.extend(with_members(&inner));
        body
    }

    fn each_member(&mut self, rule: &Rule, mode: Mode) -> TokenStream {
        let child = quote!(value);
        let never = quote!(NotAllowed);
        let additional = rule
            .additional_properties
            .map(|additional| self.apply_to(additional, &child, &never));
        // Where `additionalProperties` stands, every member is evaluated.
        let marks = mode == Mode::Mark && additional.is_none();
        let additional = additional.unwrap_or_default();
        let mut cases = Vec::new();
        for (name, property) in &rule.properties {
            let body = self.apply_to(*property, &child, &never);
            cases.push((quote!(#name), body));
        }
        let mut patterns = Vec::new();
        for (source, property) in &rule.pattern_properties {
            let body = self.apply_to(*property, &child, &never);
            patterns.push((self.pattern(source), body));
        }
        let silent = cases.iter().all(|(_, body)| body.is_empty())
            && patterns.iter().all(|(_, body)| body.is_empty())
            && additional.is_empty();
        let undeclared = cases.is_empty() && patterns.is_empty();
        if silent && (undeclared || !marks) {
            return TokenStream::new();
        }
        if undeclared && leaves(&additional) {
            return quote!(if let Some((_, value)) = members.first() { #additional });
        }
        if undeclared {
            return quote!(for (_, value) in members { #additional });
        }
        let tracks = marks || !additional.is_empty();
        let body = if patterns.is_empty() {
            let otherwise = if marks { quote!(continue;) } else { additional };
            let choice = choose(&quote!(name), cases, &otherwise);
            let mark = marks.then(|| quote!(marks.mark(position);));
            quote!(#choice #mark)
        } else {
            let (first, second) = (by_name(cases, tracks), by_pattern(&patterns, tracks));
            let last = if marks {
                quote!(if known {
                    marks.mark(position);
                })
            } else if additional.is_empty() {
                TokenStream::new()
            } else {
                quote!(if !known { #additional })
            };
            quote!(#first #second #last)
        };
        let value = if mentions_value(&body) {
            quote!(value)
        } else {
            quote!(_)
        };
        if marks {
            quote!(for (position, (name, #value)) in members.enumerate() { #body })
        } else {
            quote!(for (name, #value) in members { #body })
        }
    }

    /// `patternProperties`, with `additionalProperties` where it stands
    /// beside them.
    pub(super) fn pattern_properties(&mut self, rule: &Rule) -> TokenStream {
        if rule.additional_properties.is_some() {
            let inner = self.each_member(rule, Mode::Check);
            return with_members(&inner);
        }
        let child = quote!(value);
        let mut patterns = Vec::new();
        for (source, property) in &rule.pattern_properties {
            let body = self.apply_to(*property, &child, &quote!(NotAllowed));
            if !body.is_empty() {
                patterns.push((self.pattern(source), body));
            }
        }
        if patterns.is_empty() {
            return TokenStream::new();
        }
        let body = by_pattern(&patterns, false);
        with_members(&quote!(for (name, value) in members { #body }))
    }

    /// `propertyNames`.
    pub(super) fn property_names(&mut self, rule: &Rule) -> TokenStream {
        let Some(names) = rule.property_names else {
            return TokenStream::new();
        };
        let child = quote!(value - 1);
        let body = self.apply_to(names, &child, &quote!(NotAllowed));
        if body.is_empty() {
            return body;
        }
        if leaves(&body) {
            return with_members(&quote!(if let Some((_, value)) = members.first() { #body }));
        }
        // A member's name is the node before its value.
        with_members(&quote!(for (_, value) in members { #body }))
    }

    /// `dependentSchemas`.
    pub(super) fn dependent_schemas(&mut self, rule: &Rule, mode: Mode) -> TokenStream {
        let mut body = TokenStream::new();
        for (name, dependent) in &rule.dependent_schemas {
            let apply = self.apply(*dependent, mode);
            if !apply.is_empty() {
                body.extend(quote!(if tape.member(at, #name).is_some() { #apply }));
            }
        }
        body
    }
}

/// The members that `properties` declares.
fn by_name(cases: Vec<(TokenStream, TokenStream)>, tracks: bool) -> TokenStream {
    if !tracks {
        return choose(&quote!(name), cases, &TokenStream::new());
    }
    if cases.is_empty() {
        return quote!(let mut known = false;);
    }
    let names: Vec<TokenStream> = cases.iter().map(|(name, _)| name.clone()).collect();
    let known = match &names[..] {
        [name] => quote!(name == #name),
        names => quote!(matches!(name, #(#names)|*)),
    };
    let choice = choose(&quote!(name), cases, &TokenStream::new());
    quote!(let mut known = #known; #choice)
}

/// The members whose names match a pattern.
fn by_pattern(patterns: &[(proc_macro2::Ident, TokenStream)], tracks: bool) -> TokenStream {
    let known = tracks.then(|| quote!(known = true;));
    let each = patterns
        .iter()
        .filter(|(_, body)| tracks || !body.is_empty())
        .map(|(pattern, body)| quote!(if #pattern.matches(name) { #known #body }));
    quote!(#(#each)*)
}

/// Whether a loop's body uses the member's value.
fn mentions_value(body: &TokenStream) -> bool {
    super::call::mentions(body, "value")
}

/// `required`.
fn required(rule: &Rule) -> TokenStream {
    if rule.required.is_empty() {
        return TokenStream::new();
    }
    let names = &rule.required;
    let refuse = fault(
        &quote!(at),
        &location(rule, "required"),
        &quote!(Missing(name)),
    );
    quote! {
        if let Some(name) = tape.missing(at, &[#(#names),*]) { #refuse }
    }
}

/// `minProperties` and `maxProperties`.
pub(super) fn property_count(rule: &Rule) -> TokenStream {
    let here = quote!(at);
    let mut body = TokenStream::new();
    if let Some(least) = rule.min_properties.filter(|least| *least > 0) {
        let reason = amount("MinProperties", least);
        let refuse = fault(&here, &location(rule, "minProperties"), &reason);
        let least = count(least);
        body.extend(quote!(if members.len() < #least { #refuse }));
    }
    if let Some(most) = rule.max_properties.filter(|most| *most < MOST) {
        let reason = amount("MaxProperties", most);
        let refuse = fault(&here, &location(rule, "maxProperties"), &reason);
        let most = count(most);
        body.extend(quote!(if members.len() > #most { #refuse }));
    }
    with_members(&body)
}

/// `dependentRequired`.
pub(super) fn dependent_required(rule: &Rule) -> TokenStream {
    let mut body = TokenStream::new();
    for keyword in ["dependentRequired", "dependencies"] {
        let said = rule.dependent_required.iter();
        let pairs: Vec<TokenStream> = said
            .filter(|dependency| dependency.keyword == keyword)
            .flat_map(
                |Dependency {
                     present, needed, ..
                 }| {
                    needed.iter().map(move |needed| quote!([#present, #needed]))
                },
            )
            .collect();
        if !pairs.is_empty() {
            let refuse = fault(
                &quote!(at),
                &location(rule, keyword),
                &quote!(Dependent(pair)),
            );
            body.extend(quote! {
                if let Some(pair) = tape.dependent(at, &[#(#pairs),*]) { #refuse }
            });
        }
    }
    body
}

/// What is done where the value is an object.
pub(super) fn with_members(body: &TokenStream) -> TokenStream {
    if body.is_empty() {
        return TokenStream::new();
    }
    if super::call::mentions(body, "members") {
        quote!(if let Some(members) = tape.members(at) { #body })
    } else {
        quote!(if tape.is(at, support::Kinds::OBJECT) { #body })
    }
}
