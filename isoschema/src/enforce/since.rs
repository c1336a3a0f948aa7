//! What the value of a member makes apply, told with that value.

use proc_macro2::TokenStream;
use quote::quote;

use super::Enforcer;
use crate::keywords::all_of::AllOf;
use crate::keywords::fault::shown;
use crate::plan::model::Arm;
use crate::words::listed;

/// Of more values, none is told.
const MOST: usize = 4;

impl Enforcer<'_> {
    /// The row of an arm that conditions on a member made: what `then` asks for is asked since the member has the
    /// arm's value.
    pub(super) fn told_since(&self, arm: &Arm, member: &str, row: TokenStream) -> TokenStream {
        let rules = &self.model.rules;
        let rule = rules.get(arm.rule);
        let branches = rule.get::<AllOf>().filter(|_| rule.made);
        let places = branches.into_iter().flat_map(|it| &it.0);
        let places = places.map(|branch| rules.get(*branch).location.to_string());
        let thens: Vec<String> = places.filter(|it| it.ends_with("/then")).collect();
        if thens.is_empty() || arm.tags.len() > MOST || arm.stands_for_more() {
            return row;
        }
        let values: Vec<String> = arm.tags.iter().map(shown).collect();
        let words = format!("{member} is {}", listed(&values, "or"));
        quote! { #row since [#(#thens),*] #words }
    }
}
