//! How predicates are written and called.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::quote;

use crate::lower::model::Part;
use crate::lower::rule::{Rule, RuleId};

use super::{Checks, Job, Mode};

/// A function of more tokens than this may have more than a hundred lines.
const LONG: usize = 400;

/// A keyword's location, as a Rust string.
pub(super) fn location(rule: &Rule, keyword: &str) -> String {
    rule.at(keyword)
}

/// A predicate function.
pub(super) fn function(doc: &str, ident: &Ident, mode: Mode, body: &TokenStream) -> TokenStream {
    let tape = parameter(body, "tape");
    let at = parameter(body, "at");
    let marks = parameter(body, "marks");
    let marks = (mode == Mode::Mark).then(|| quote!(, #marks: &mut support::Marks));
    let mut allow = TokenStream::new();
    let results = ["Err", "remember"].iter().any(|name| mentions(body, name));
    if !results && !asks(body) {
        allow.extend(quote!(#[allow(clippy::unnecessary_wraps)]));
    }
    if size(body) > LONG {
        allow.extend(quote!(#[allow(clippy::too_many_lines)]));
    }
    let body = result(body);
    quote! {
        #[doc = #doc]
        #allow
        pub(super) fn #ident(#tape: &support::Tape<'_>, #at: usize #marks) -> Result<(), support::Fault> {
            #body
        }
    }
}

/// Statements as a body that gives a result: a `?` at the end is the result.
pub(super) fn result(body: &TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = body.clone().into_iter().collect();
    let is = |token: &TokenTree, wanted| matches!(token, TokenTree::Punct(mark) if mark.as_char() == wanted);
    match &tokens[..] {
        [first @ .., question, end] if is(question, '?') && is(end, ';') => {
            first.iter().cloned().collect()
        }
        [TokenTree::Ident(word), rest @ ..]
            if word == "Err" && !rest.iter().any(|token| is(token, ';')) =>
        {
            body.clone()
        }
        _ => quote!(#body Ok(())),
    }
}

/// Whether a `?` may end a body early.
fn asks(body: &TokenStream) -> bool {
    body.clone().into_iter().any(|token| match token {
        TokenTree::Punct(mark) => mark.as_char() == '?',
        TokenTree::Group(group) => asks(&group.stream()),
        _ => false,
    })
}

/// How many tokens a body has.
fn size(body: &TokenStream) -> usize {
    body.clone()
        .into_iter()
        .map(|token| match token {
            TokenTree::Group(group) => 2 + size(&group.stream()),
            _ => 1,
        })
        .sum()
}

/// A parameter's name, `_` where the body does not use it.
fn parameter(body: &TokenStream, name: &'static str) -> TokenStream {
    if mentions(body, name) {
        let ident = super::super::ident(name);
        quote!(#ident)
    } else {
        quote!(_)
    }
}

pub(in crate::enforce) fn mentions(body: &TokenStream, name: &str) -> bool {
    body.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == name,
        TokenTree::Group(group) => mentions(&group.stream(), name),
        _ => false,
    })
}

/// A fault.
pub(super) fn refusal(at: &TokenStream, schema: &str, reason: &TokenStream) -> TokenStream {
    quote!(Err(support::Fault::new(#at, #schema, support::Reason::#reason)))
}

/// Leaves the function with a fault.
pub(super) fn fault(at: &TokenStream, schema: &str, reason: &TokenStream) -> TokenStream {
    let refusal = refusal(at, schema, reason);
    quote!(return #refusal;)
}

/// Whether a rule says anything.
pub(super) fn asserts(rule: &Rule) -> bool {
    !rule.references.is_empty() || asserts_itself(rule)
}

/// Whether a rule says anything beside its references.
pub(super) fn asserts_itself(rule: &Rule) -> bool {
    rule.verdict == Some(false)
        || rule.types.is_some()
        || rule.enumeration.is_some()
        || rule.constant.is_some()
        || super::local::limits_text(rule)
        || super::local::limits_number(rule)
        || !rule.prefix_items.is_empty()
        || rule.items.is_some()
        || rule.contains.is_some()
        || rule.unique_items
        || rule.min_items.is_some()
        || rule.max_items.is_some()
        || rule.unevaluated_items.is_some()
        || !rule.properties.is_empty()
        || !rule.pattern_properties.is_empty()
        || rule.additional_properties.is_some()
        || rule.property_names.is_some()
        || rule.min_properties.is_some()
        || rule.max_properties.is_some()
        || !rule.required.is_empty()
        || !rule.dependent_required.is_empty()
        || !rule.dependent_schemas.is_empty()
        || rule.unevaluated_properties.is_some()
        || !rule.all_of.is_empty()
        || !rule.any_of.is_empty()
        || !rule.one_of.is_empty()
        || rule.not.is_some()
        || rule.conditional.is_some()
}

impl Checks<'_> {
    /// The function of a rule for schemas that apply to the same value.
    pub(super) fn in_place(&mut self, rule: RuleId, mode: Mode) -> Ident {
        let meant = self.loops.meant(rule);
        self.job(Job::Part(meant, Part::Whole, mode))
    }

    /// Applies a rule to the same value; nothing where it says nothing.
    pub(super) fn apply(&mut self, rule: RuleId, mode: Mode) -> TokenStream {
        if !asserts(self.rule(self.loops.meant(rule))) {
            return TokenStream::new();
        }
        let function = self.in_place(rule, mode);
        match mode {
            Mode::Check => quote!(#function(tape, at)?;),
            Mode::Mark => quote!(#function(tape, at, marks)?;),
        }
    }

    /// Applies a rule to an item or a member; nothing where it says nothing.
    /// Where the rule is `false`, that is a fault for the given reason.
    pub(super) fn apply_to(
        &mut self,
        rule: RuleId,
        child: &TokenStream,
        never: &TokenStream,
    ) -> TokenStream {
        let says = self.rule(self.loops.meant(rule));
        if says.verdict == Some(false) {
            return fault(child, &location(says, ""), never);
        }
        if !asserts(says) {
            return TokenStream::new();
        }
        let function = self.in_place(rule, Mode::Check);
        quote!(#function(tape, #child)?;)
    }
}

/// A `match`, or what is simpler and means the same.
///
/// Cases with equal bodies share an arm; those that do what is done otherwise
/// have none.
pub(super) fn choose(
    subject: &TokenStream,
    cases: Vec<(TokenStream, TokenStream)>,
    otherwise: &TokenStream,
) -> TokenStream {
    let mut arms: indexmap::IndexMap<String, (Vec<TokenStream>, TokenStream)> =
        indexmap::IndexMap::new();
    let default = otherwise.to_string();
    for (case, body) in cases {
        let text = body.to_string();
        if text != default {
            arms.entry(text)
                .or_insert_with(|| (Vec::new(), body))
                .0
                .push(case);
        }
    }
    if arms.len() < 2 {
        return match arms.into_values().next() {
            Some((cases, body)) => decide(subject, &cases, &body, otherwise),
            None => otherwise.clone(),
        };
    }
    let arms = arms.into_values().map(|(cases, body)| {
        let cases = either(&cases);
        quote!(#cases => { #body })
    });
    quote!(match #subject { #(#arms)* _ => { #otherwise } })
}

/// One body for some cases, another for all others.
fn decide(
    subject: &TokenStream,
    cases: &[TokenStream],
    body: &TokenStream,
    otherwise: &TokenStream,
) -> TokenStream {
    let (is, is_not) = if let [case] = cases {
        (quote!(#subject == #case), quote!(#subject != #case))
    } else {
        let cases = either(cases);
        (
            quote!(matches!(#subject, #cases)),
            quote!(!matches!(#subject, #cases)),
        )
    };
    if body.is_empty() {
        quote!(if #is_not { #otherwise })
    } else if otherwise.is_empty() {
        quote!(if #is { #body })
    } else if leaves(otherwise) {
        quote!(if #is_not { #otherwise } #body)
    } else if leaves(body) {
        quote!(if #is { #body } #otherwise)
    } else {
        quote!(if #is { #body } else { #otherwise })
    }
}

/// Whether statements end a loop's round or the function.
pub(super) fn leaves(body: &TokenStream) -> bool {
    matches!(
        body.clone().into_iter().next(),
        Some(TokenTree::Ident(word)) if word == "return" || word == "continue"
    )
}

/// A pattern for some cases; positions that follow one another are a range.
fn either(cases: &[TokenStream]) -> TokenStream {
    let positions: Vec<u64> = cases
        .iter()
        .map_while(|case| case.to_string().replace('_', "").parse().ok())
        .collect();
    let consecutive = positions.len() == cases.len()
        && positions.len() > 1
        && positions.windows(2).all(|pair| pair[0] + 1 == pair[1]);
    match cases {
        [first, .., last] if consecutive => quote!(#first..=#last),
        _ => quote!(#(#cases)|*),
    }
}
