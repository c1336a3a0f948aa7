//! The alternatives that conditions on the values of one member leave.

use std::collections::HashMap;

use indexmap::IndexMap;

use crate::keywords::all_of::AllOf;
use crate::keywords::constant::Const;
use crate::keywords::enumeration::Enum;
use crate::keywords::not::Not;
use crate::keywords::properties::Properties;
use crate::keywords::required::Required;
use crate::keywords::types::{Type, kind_of};
use crate::load::json::{Json, JsonKind};
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::rule::{Left, Rule, Rules};

use super::atoms::Atoms;
use super::chain::{Chain, Test};
use super::made::{add, either, made};

/// A value, and the tests that name it: their chains, and their places there.
type Named<'r> = (&'r Json, Vec<(usize, usize)>);

/// The alternatives that the conditions of one member leave.
pub(super) struct Choice {
    /// The values that are named, by what applies to them.
    named: IndexMap<Vec<RuleId>, Vec<Json>>,
    /// What applies to other values.
    rest: Vec<RuleId>,
    /// The other values, where they are listed.
    others: Option<Vec<Json>>,
    /// What applies to objects without the member, unless all have it.
    absent: Option<Vec<RuleId>>,
    /// What applies to other kinds of value, unless none fits.
    no_object: Option<Vec<RuleId>>,
}

impl Choice {
    pub(super) fn of(rules: &Rules, own: RuleId, member: &str, chains: &[Chain]) -> Self {
        let atoms = Atoms::of(rules, &[own]);
        let mut owns = atoms.owns().map(|id| rules.get(id));
        let is_object = owns.any(|rule| rule.kinds() == Kinds::OBJECT);
        let is_required = atoms.requires(rules, member);
        let (kinds, allowed) = allowed(rules, &atoms.member(rules, member));
        let at = |held: &dyn Fn(&Test) -> bool| -> Vec<RuleId> {
            let branches = chains
                .iter()
                .map(|chain| chain.branch(|case| held(&case.0)));
            branches.flatten().collect()
        };
        let mut choice = Self {
            named: IndexMap::new(),
            rest: at(&|_| false),
            others: None,
            absent: (!is_required).then(|| at(&|test| test.if_absent)),
            no_object: (!is_object).then(|| at(&|test| test.if_other)),
        };
        // For each value, the first test of each chain that names it.
        let mut first: IndexMap<String, Named<'_>> = IndexMap::new();
        for (chain, found) in chains.iter().enumerate() {
            for (case, (test, _)) in found.cases.iter().enumerate() {
                for value in &test.values {
                    let named = first.entry(value.canonical());
                    let (_, cases) = named.or_insert_with(|| (value, Vec::new()));
                    if cases.last().is_none_or(|(last, _)| *last != chain) {
                        cases.push((chain, case));
                    }
                }
            }
        }
        let without: Vec<usize> = (0..chains.len())
            .filter(|chain| chains[*chain].otherwise.is_some())
            .collect();
        for (value, (json, cases)) in &first {
            let is_barred = allowed.as_ref().is_some_and(|all| !all.contains_key(value));
            if is_barred || !kinds.meets(kind_of(json)) {
                continue;
            }
            let held: HashMap<usize, usize> = cases.iter().copied().collect();
            let then = cases
                .iter()
                .map(|(chain, case)| chains[*chain].cases[*case].1);
            let other = without.iter().filter(|chain| !held.contains_key(chain));
            let other = other.map(|chain| chains[*chain].otherwise);
            let branches: Vec<RuleId> = then.chain(other).flatten().collect();
            choice
                .named
                .entry(branches)
                .or_default()
                .push((*json).clone());
        }
        choice.others = allowed.map(|all| {
            let left = all
                .into_iter()
                .filter(|(value, _)| !first.contains_key(value));
            left.map(|(_, json)| json).collect()
        });
        if let Some(values) = choice.named.shift_remove(&choice.rest)
            && let Some(others) = &mut choice.others
        {
            others.extend(values);
        }
        choice
    }

    /// A rule that has the alternatives.
    pub(super) fn alternatives(self, rules: &mut Rules, site: RuleId, member: &str) -> RuleId {
        let named: Vec<Json> = self.named.values().flatten().cloned().collect();
        let mut arms = Vec::new();
        for (branches, values) in self.named {
            let listed = add(rules, of_values(rules.get(site), values));
            let mut arm = of_objects(rules, site, member, listed, &branches);
            arm.assert(Required(vec![member.to_owned()]).into());
            arms.push(add(rules, arm));
        }
        let only = match self.others.as_deref() {
            Some([only]) => Some(only.clone()),
            _ => None,
        };
        let rest = match self.others {
            Some(others) if others.is_empty() => None,
            Some(others) => Some(add(rules, of_values(rules.get(site), others))),
            None => {
                let listed = add(rules, of_values(rules.get(site), named));
                let other = made(rules.get(site), "if").with(Not(listed));
                Some(add(rules, other))
            }
        };
        let is_like_rest = self.absent.as_ref() == Some(&self.rest);
        if let Some(rest) = rest {
            let mut arm = of_objects(rules, site, member, rest, &self.rest);
            if !is_like_rest {
                arm.assert(Required(vec![member.to_owned()]).into());
            }
            // One value gives its name.
            if only.is_none() || is_like_rest {
                let about = format!("Other values of `{member}`.");
                mark(&mut arm, Left::Others, "Other", about);
            }
            arms.push(add(rules, arm));
        }
        if let Some(absent) = self.absent.filter(|_| !is_like_rest || rest.is_none()) {
            let mut never = made(rules.get(site), "if");
            never.verdict = Some(false);
            let never = add(rules, never);
            let mut without = of_objects(rules, site, member, never, &absent);
            let label = format!("Without {member}");
            let about = format!("Objects without `{member}`.");
            mark(&mut without, Left::Absent, &label, about);
            arms.push(add(rules, without));
        }
        if let Some(no_object) = self.no_object {
            let kinds = Kinds::ALL.without(Kinds::OBJECT);
            let other = made(rules.get(site), "if").with(Type::of(kinds));
            let mut other = joined(other, &no_object);
            let about = "What is no object.".to_owned();
            mark(&mut other, Left::Others, "NoObject", about);
            arms.push(add(rules, other));
        }
        let choice = made(rules.get(site), "if").with(either(arms));
        add(rules, choice)
    }
}

/// The kinds of the values that a member may have, and these by what they are compared by, where they
/// are listed.
fn allowed(rules: &Rules, sources: &[RuleId]) -> (Kinds, Option<IndexMap<String, Json>>) {
    let atoms = Atoms::of(rules, sources);
    let owns = || atoms.owns().map(|id| rules.get(id));
    let kinds = owns().fold(Kinds::ALL, |kinds, rule| kinds.and(rule.kinds()));
    let fewest = owns()
        .filter_map(Rule::only_values)
        .min_by_key(|it| it.len());
    let all = all_of(kinds);
    let listed = fewest.or(all.as_deref()).map(|values| {
        let fitting = values.iter().filter(|value| kinds.meets(kind_of(value)));
        fitting.map(|it| (it.canonical(), it.clone())).collect()
    });
    (kinds, listed)
}

/// All values of the kinds, where these are no more than truth values and null.
pub(super) fn all_of(kinds: Kinds) -> Option<Vec<Json>> {
    let few = [JsonKind::Bool(false), JsonKind::Bool(true), JsonKind::Null];
    let values = few.into_iter().map(Json::new);
    Kinds::BOOLEAN
        .or(Kinds::NULL)
        .contains(kinds)
        .then(|| values.filter(|it| kinds.meets(kind_of(it))).collect())
}

/// A schema of listed values.
fn of_values(site: &Rule, values: Vec<Json>) -> Rule {
    let rule = made(site, "if");
    match <[Json; 1]>::try_from(values) {
        Ok([only]) => rule.with(Const(only)),
        Err(values) => rule.with(Enum::new(values, None)),
    }
}

/// An alternative for objects, by their member.
fn of_objects(
    rules: &Rules,
    site: RuleId,
    member: &str,
    value: RuleId,
    branches: &[RuleId],
) -> Rule {
    let mut properties = Properties::default();
    properties.named.insert(member.to_owned(), value);
    let arm = made(rules.get(site), "if")
        .with(Type::of(Kinds::OBJECT))
        .with(properties);
    let mut arm = joined(arm, branches);
    if let [only] = branches {
        let notes = &rules.get(*only).notes;
        arm.notes.title.clone_from(&notes.title);
        arm.notes.description.clone_from(&notes.description);
    }
    arm
}

fn joined(rule: Rule, branches: &[RuleId]) -> Rule {
    if branches.is_empty() {
        rule
    } else {
        rule.with(AllOf(branches.to_vec()))
    }
}

/// What an alternative for all others is called.
fn mark(rule: &mut Rule, left: Left, label: &str, about: String) {
    rule.left = Some(left);
    rule.notes.title = Some(label.to_owned());
    rule.notes.description = Some(about);
}
