//! Opened enums in places where a value more makes a document less.

use std::collections::HashMap;

use crate::config::places::Places;
use crate::config::setting::Setting;
use crate::config::settings::Config;
use crate::diagnostics::Diagnostic;
use crate::keywords::conditional::Conditional;
use crate::keywords::contains::Contains;
use crate::keywords::enumeration::Enum;
use crate::keywords::not::Not;
use crate::keywords::table::Word;
use crate::resolve::graph::NodeId;
use crate::rules::apart::apart;
use crate::rules::id::RuleId;
use crate::rules::kinds::Kinds;
use crate::rules::location::Location;
use crate::rules::rule::Rule;

use super::lowering::Lowering;

/// How many pairs of arms are looked at for the alternatives of one rule; what takes more is
/// not certain.
const PAIRS: usize = 10_000;

impl Lowering<'_> {
    /// Refuses to open an `enum` where a document that fits could be refused
    /// for it: below `not` and `if`, below a `contains` that counts up to a
    /// limit, and in an alternative of which one fits that another does not exclude.
    pub(super) fn report_opened(&mut self) {
        let is_open = |id: &RuleId| {
            let rule = self.rules.get(id.0 as usize);
            let listed = rule.and_then(|rule| rule.get::<Enum>());
            listed.is_some_and(|listed| listed.open.is_some())
        };
        let numbers = self.numbers.iter().filter(|(_, id)| is_open(id));
        let nodes: HashMap<RuleId, NodeId> = numbers.map(|((node, _), id)| (*id, *node)).collect();
        if nodes.is_empty() {
            return;
        }
        let opened = self.opened(&nodes);
        let leads = |id: RuleId| opened.get(id.0 as usize).copied().flatten();
        let mut found: Vec<(RuleId, Location, &str)> = Vec::new();
        for rule in &self.rules {
            let mut less = |inner: Option<RuleId>, keyword| {
                if let Some(source) = inner.and_then(leads) {
                    found.push((source, rule.location.clone(), keyword));
                }
            };
            less(rule.get::<Not>().map(|it| it.0), "not");
            less(rule.get::<Conditional>().map(|it| it.condition), "if");
            let counted = rule.get::<Contains>().filter(|it| it.max.is_some());
            less(counted.map(|it| it.rule), Contains::MOST);
            let arms = rule.arms(Word::OneOf);
            let fits_two = |arm: &RuleId| {
                let mut others = arms.iter().filter(|other| *other != arm);
                arms.len().pow(2) > PAIRS || others.any(|it| !apart(&self.rules, &[*arm], &[*it]))
            };
            let arm = arms
                .iter()
                .find(|arm| leads(**arm).is_some() && fits_two(arm));
            less(arm.copied(), Word::OneOf.name());
        }
        for (source, location, keyword) in found {
            let (reason, help) = if keyword == Word::OneOf.name() {
                let reason = format!(
                    "with this `enum` open, a document may fit two arms of the `{keyword}` of \
                     {location} that fits one: it would be refused"
                );
                let any = Word::AnyOf.name();
                let help = format!(
                    "leave it closed, or let an overlay set the arms apart, as a required `const` \
                     in each does, or make `{any}` of the `{keyword}`"
                );
                (reason, help)
            } else {
                let reason = format!(
                    "with this `enum` open, the `{keyword}` of {location} may refuse a document \
                     that fits"
                );
                let help = "leave it closed, or give an overlay the schema that is meant";
                (reason, help.to_owned())
            };
            self.problem_with(&nodes, source, |setting, config| {
                Places::problem(config, setting, reason).help(help)
            });
        }
    }

    /// By rule, an opened one that it leads to.
    fn opened(&mut self, nodes: &HashMap<RuleId, NodeId>) -> Vec<Option<RuleId>> {
        let mut all: Vec<RuleId> = nodes.keys().copied().collect();
        all.sort_unstable();
        let mut open = Vec::new();
        let mut leads = vec![None; self.rules.len()];
        for id in all {
            let types = self.rules.get(id.0 as usize).and_then(Rule::types);
            if types.is_none_or(|types| types.contains(Kinds::STRING)) {
                open.push((id, id));
                continue;
            }
            self.problem_with(nodes, id, |setting, config| {
                let reason = "opening this `enum` changes nothing: its `type` takes no text";
                Places::problem(config, setting, reason.to_owned()).warning()
            });
        }
        let mut users: Vec<Vec<RuleId>> = vec![Vec::new(); self.rules.len()];
        for (id, rule) in (0_u32..).map(RuleId).zip(&self.rules) {
            for (_, inner) in rule.inner() {
                if let Some(users) = users.get_mut(inner.0 as usize) {
                    users.push(id);
                }
            }
        }
        while let Some((id, source)) = open.pop() {
            if leads.get(id.0 as usize) == Some(&None) {
                leads[id.0 as usize] = Some(source);
                open.extend(users[id.0 as usize].iter().map(|user| (*user, source)));
            }
        }
        leads
    }

    /// Reports a problem with the setting that opens a rule.
    fn problem_with(
        &mut self,
        nodes: &HashMap<RuleId, NodeId>,
        id: RuleId,
        problem: impl FnOnce(&Setting, &Config) -> Diagnostic,
    ) {
        let setting = nodes.get(&id).and_then(|node| self.places.open.get(node));
        if let Some(setting) = setting {
            self.problems.push(problem(setting, self.config));
        }
    }
}
