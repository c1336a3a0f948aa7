//! `Rules` → `Rules`: `if` on the values of one member → alternatives.
//!
//! `{"if": {"properties": {"kind": {"const": "a"}}}, "then": A}` beside others
//! of its kind says what an object has to be by its `kind`: one alternative for
//! each value that is named, one for all others, one for objects without it.
//! Just one of them applies to a value, so that the same values fit.

use std::collections::HashSet;

use indexmap::{IndexMap, IndexSet};

use crate::keywords::all_of::AllOf;
use crate::keywords::conditional::Conditional;
use crate::keywords::keyword::Role;
use crate::keywords::table::{Assertion, Word};
use crate::keywords::types::kind_of;
use crate::load::json::Json;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::{Alternatives, Rule, Rules};

use super::atoms::Atoms;
use super::chain::{Chain, Test};
use super::choice::{Choice, all_of};

/// A longer chain of `else` is left alone.
const LONGEST_CHAIN: usize = 1_000;

/// The conditions of one member that stand in one schema.
#[derive(Default)]
struct Group {
    chains: Vec<Chain>,
    /// The schemas of `allOf` that are nothing else.
    spent: IndexSet<RuleId>,
}

/// Finds alternatives for the conditionals of each rule.
pub(super) fn conditions(rules: &mut Rules) {
    let mut spent: HashSet<RuleId> = HashSet::new();
    for id in (0_u32..).take(rules.rules.len()).map(RuleId) {
        if spent.contains(&id) {
            continue;
        }
        let found = of_rule(rules, id);
        spent.extend(
            found
                .iter()
                .flat_map(|it| &it.spent)
                .filter(|it| **it != id),
        );
        if !found.is_empty() {
            rules.alternatives.insert(id, found);
        }
    }
}

/// Finds alternatives for the conditionals of a rule.
fn of_rule(rules: &mut Rules, own: RuleId) -> Vec<Alternatives> {
    let rule = rules.get(own);
    let mut groups: IndexMap<String, Group> = IndexMap::new();
    let all = rule.get::<AllOf>().map_or(&[][..], |all| &all.0);
    for source in std::iter::once(own).chain(all.iter().copied()) {
        let Some(chain) = chain(rules, source, source == own) else {
            continue;
        };
        let group = groups.entry(chain.cases[0].0.member.clone()).or_default();
        group.chains.push(chain);
        group.spent.insert(source);
    }
    groups.retain(|_, group| {
        let mut branches = group.chains.iter().flat_map(Chain::branches);
        branches.any(|branch| shapes_objects(rules, branch))
    });
    let mut found = Vec::with_capacity(groups.len());
    for (member, Group { chains, spent }) in groups {
        let choice = Choice::of(rules, own, &member, &chains);
        let cases = chains.iter().flat_map(|chain| &chain.cases);
        let conditions = cases.map(|(test, _)| test.condition).collect();
        found.push(Alternatives {
            rule: choice.alternatives(rules, spent[0], &member),
            spent,
            conditions,
        });
    }
    found
}

/// The chain of conditions that a rule is, or has.
fn chain(rules: &Rules, id: RuleId, is_own: bool) -> Option<Chain> {
    let rule = rules.get(id);
    let is_alone = rule.assertions().len() == 1 && rule.entry.is_none() && rule.verdict.is_none();
    if !is_own && (!is_alone || rule.rust_name.is_some()) {
        return None;
    }
    let mut next = rule.get::<Conditional>()?;
    if next.then == Some(next.condition) {
        // It asserts nothing.
        return None;
    }
    let mut chain = Chain {
        cases: vec![(test(rules, next.condition)?, next.then)],
        otherwise: next.otherwise,
    };
    while let Some(otherwise) = chain.otherwise
        && chain.cases.len() < LONGEST_CHAIN
    {
        let rule = rules.get(otherwise);
        let [Assertion::Conditional(inner)] = rule.assertions() else {
            break;
        };
        let Some(test) = test(rules, inner.condition) else {
            break;
        };
        if test.member != chain.cases[0].0.member || rule.entry.is_some() {
            break;
        }
        next = inner;
        chain.cases.push((test, next.then));
        chain.otherwise = next.otherwise;
    }
    Some(chain)
}

/// What a condition says, if it is about the values of one member alone.
fn test(rules: &Rules, condition: RuleId) -> Option<Test> {
    let atoms = Atoms::of(rules, &[condition]);
    if atoms.never.is_some() || atoms.owns().count() != atoms.list.len() {
        return None;
    }
    let mut member: Option<&String> = None;
    let mut sources = Vec::new();
    let (mut if_absent, mut if_other) = (true, true);
    for id in atoms.owns() {
        let rule = rules.get(id);
        for assertion in rule.assertions() {
            match assertion {
                Assertion::Type(ty) if ty.kinds.contains(Kinds::OBJECT) => {
                    if_other &= ty.kinds == Kinds::ALL;
                    if !if_other && ty.kinds != Kinds::OBJECT {
                        return None;
                    }
                }
                Assertion::Required(required) => {
                    if required.0.iter().any(|it| *member.get_or_insert(it) != it) {
                        return None;
                    }
                    if_absent &= required.0.is_empty();
                }
                Assertion::Properties(properties) => {
                    if !properties.patterns.is_empty() || properties.additional.is_some() {
                        return None;
                    }
                    let mut named = properties.named.keys();
                    if named.any(|it| *member.get_or_insert(it) != it) {
                        return None;
                    }
                    sources.extend(properties.named.values().copied());
                }
                other if other.word().role() == Role::Joined => {}
                _ => return None,
            }
        }
    }
    let values = listed(rules, &sources)?;
    Some(Test {
        condition,
        member: member?.clone(),
        values,
        if_absent,
        if_other,
    })
}

/// The values that schemas list, which say nothing else of a value.
fn listed(rules: &Rules, sources: &[RuleId]) -> Option<Vec<Json>> {
    let atoms = Atoms::of(rules, sources);
    if atoms.never.is_some() || atoms.owns().count() != atoms.list.len() {
        return None;
    }
    let mut kinds = Kinds::ALL;
    let mut found: Option<Vec<Json>> = None;
    for id in atoms.owns() {
        let rule = rules.get(id);
        for assertion in rule.assertions() {
            let values = match assertion {
                Assertion::Type(ty) if !ty.written => {
                    kinds = kinds.and(ty.kinds);
                    continue;
                }
                Assertion::Const(constant) => std::slice::from_ref(&constant.0),
                Assertion::Enum(listed) if listed.open.is_none() => &listed.values,
                other if other.word().role() == Role::Joined => continue,
                _ => return None,
            };
            let of: HashSet<String> = values.iter().map(Json::canonical).collect();
            if let Some(found) = &mut found {
                found.retain(|value: &Json| of.contains(&value.canonical()));
            } else {
                let mut seen = HashSet::new();
                let values = values.iter().filter(|it| seen.insert(it.canonical()));
                found = Some(values.cloned().collect());
            }
        }
    }
    let mut found = found.or_else(|| all_of(kinds))?;
    found.retain(|value| kinds.meets(kind_of(value)));
    (!found.is_empty()).then_some(found)
}

/// Whether a branch says which members objects have.
fn shapes_objects(rules: &Rules, branch: RuleId) -> bool {
    let atoms = Atoms::of(rules, &[branch]);
    let shapes = |rule: &Rule| rule.states(Word::Properties) || rule.states(Word::Required);
    let mut all = atoms.list.iter().map(|atom| rules.get(atom.rule()));
    atoms.never.is_some() || all.any(shapes)
}
