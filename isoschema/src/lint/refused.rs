//! `refused-member`: a member that one part of an `allOf` declares or requires, and that a closed part beside it
//! refuses.

use super::{Asked, Finding};
use crate::keywords::properties::Properties;
use crate::keywords::table::Word;
use crate::rules::id::RuleId;
use crate::rules::rule::{Rule, Rules};
use crate::rules::together::together;
use crate::words::listed;

/// Of more parts, not every two are compared.
const MOST: usize = 50;

/// So many members are named.
const NAMED: usize = 3;

pub(super) fn refused(asked: &Asked<'_>, found: &mut Vec<Finding>) {
    let rules = asked.ground.rules;
    let parts = asked.rule.joined();
    let parts = parts.get(..MOST).unwrap_or(&parts);
    // What stands in one part beside itself is told of there.
    let with_joined = |part: &RuleId| {
        together(&rules.rules, vec![*part])
            .map(|(_, rule)| rule)
            .collect()
    };
    let mut all: Vec<Vec<&Rule>> = parts.iter().map(with_joined).collect();
    all.push(vec![asked.rule]);
    for (index, part) in all.iter().enumerate() {
        for closed in part.iter().filter(|it| is_closed(rules, it)) {
            let others = all.iter().enumerate().filter(|(other, _)| *other != index);
            let others: Vec<&Rule> = others.flat_map(|(_, it)| it.iter().copied()).collect();
            let known = &closed.properties().named;
            let names = |of: &dyn Fn(&Rule) -> Vec<String>| {
                let mut names: Vec<String> = others.iter().flat_map(|it| of(it)).collect();
                names.retain(|name| !known.contains_key(name));
                names.sort();
                names.dedup();
                names
            };
            let required = names(&|rule| rule.required().to_vec());
            let declared = names(&|rule| rule.properties().named.keys().cloned().collect());
            let (list, is_required) = match (required.is_empty(), declared.is_empty()) {
                (false, _) => (required, true),
                (true, false) => (declared, false),
                (true, true) => continue,
            };
            let mut shown: Vec<String> = list
                .iter()
                .take(NAMED)
                .map(|it| format!("`{it}`"))
                .collect();
            if list.len() > NAMED {
                shown.push("others".to_owned());
            }
            let [are, them] = if list.len() == 1 {
                ["is", "it"]
            } else {
                ["are", "them"]
            };
            let (members, rest) = (listed(&shown, "and"), Properties::REST);
            let reason = if is_required {
                format!(
                    "no object fits: {members} {are} required, and `{rest}: false` refuses {them}"
                )
            } else {
                format!("{members} {are} declared, and `{rest}: false` beside refuses {them}")
            };
            found.push(Finding {
                suffix: suffix(asked.rule),
                reason: format!("{reason} [{}]", closed.at(rest)),
                help: format!(
                    "`{rest}` knows what its own schema declares: leave it out there and say `{}: false` around the parts \
                     (from draft 2019-09 on), or declare the member in both",
                    Word::UnevaluatedProperties.name()
                ),
            });
        }
    }
}

/// The keyword that joins the parts.
fn suffix(rule: &Rule) -> String {
    let word = if rule.states(Word::AllOf) {
        "/allOf"
    } else {
        ""
    };
    word.to_owned()
}

/// Whether a schema takes the members alone that it declares.
fn is_closed(rules: &Rules, rule: &Rule) -> bool {
    rule.properties().patterns.is_empty() && refuses_rest(rules, rule)
}

/// Whether a schema takes no members but those that it declares, or has patterns for.
pub(super) fn refuses_rest(rules: &Rules, rule: &Rule) -> bool {
    let rest = rule.properties().additional;
    rest.is_some_and(|it| rules.get(it).verdict == Some(false))
}
