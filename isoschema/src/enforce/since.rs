//! What makes a rule apply, told beside what it asks for: the value of a member, a
//! condition, that a member is there.

use std::collections::HashMap;

use proc_macro2::TokenStream;
use quote::quote;

use super::Enforcer;
use crate::evaluate::condition::said;
use crate::keywords::all_of::AllOf;
use crate::keywords::conditional::Conditional;
use crate::keywords::fault::shown;
use crate::keywords::said::Said;
use crate::plan::model::Arm;
use crate::rules::id::RuleId;
use crate::rules::rule::Rules;
use crate::words::listed;

/// Of more values, and of more conditions, none is told.
const MOST: usize = 4;

/// A condition, and whether it holds.
type Condition = (RuleId, bool);

/// What each `then` and each `else` applies by.
pub(super) fn conditions(rules: &Rules) -> HashMap<RuleId, Condition> {
    let conditionals = rules
        .rules
        .iter()
        .filter_map(|rule| rule.get::<Conditional>());
    let branches = conditionals.flat_map(|it| {
        let branches = [(it.then, true), (it.otherwise, false)];
        branches.map(|(branch, holds)| Some((branch?, (it.condition, holds))))
    });
    branches.flatten().collect()
}

/// Why a branch applies.
fn since(rules: &Rules, (condition, holds): Condition) -> TokenStream {
    let said = said(rules, condition);
    if holds {
        Said::code(&said)
    } else {
        Said::code(&[Said::denied(&said)])
    }
}

impl Enforcer<'_> {
    /// The row of an arm that conditions on a member made: what `then` asks for is asked since the member has the
    /// arm's value, what `else` does since it has not another one.
    pub(super) fn told_since(&self, arm: &Arm, member: &str, row: TokenStream) -> TokenStream {
        let rules = &self.model.rules;
        let rule = rules.get(arm.rule);
        if arm.tags.len() > MOST || arm.stands_for_more() {
            return row;
        }
        let branches = rule.get::<AllOf>().filter(|_| rule.made);
        let branches = || branches.into_iter().flat_map(|it| &it.0);
        let place = |branch: &RuleId| rules.get(*branch).location.to_string();
        let thens: Vec<String> = branches()
            .map(place)
            .filter(|it| it.ends_with("/then") && !arm.tags.is_empty())
            .collect();
        let then = (!thens.is_empty()).then(|| {
            let values: Vec<String> = arm.tags.iter().map(shown).collect();
            let words = format!("{member} is {}", listed(&values, "or"));
            quote! { since [#(#thens),*] #words }
        });
        let elses: Vec<(String, Condition)> = branches()
            .filter_map(|branch| Some((place(branch), *self.branches.get(branch)?)))
            .filter(|(_, (_, holds))| !holds)
            .collect();
        let elses = elses.iter().filter(|_| elses.len() <= MOST);
        let elses = elses.map(|(place, condition)| {
            let words = since(rules, *condition);
            quote! { since [#place] #words }
        });
        quote! { #row #then #(#elses)* }
    }

    /// What reads one of two arms that a condition tells apart.
    pub(super) fn told_by(&self, arm: &Arm, read: TokenStream) -> TokenStream {
        let Some(condition) = self.branches.get(&arm.rule) else {
            return read;
        };
        let words = since(&self.model.rules, *condition);
        let place = &arm.location;
        quote! { support::told_since(tape, &[#place], #words, #read) }
    }
}
