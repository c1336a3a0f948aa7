//! Rules that come back to themselves.
//!
//! On the same value, `{"$ref": "#"}` asks nothing new the second time, but
//! its function would call itself for ever: one rule of every such loop is
//! guarded. On the values inside, recursion is what schemas are for; but where
//! a rule applies several recursive rules to one value, as one of several alternatives does, each
//! level of a document would multiply the work: there, a rule's verdict on a
//! value is remembered, and of alternatives the one that fits, so that it is not
//! looked for again when it is read.

use std::collections::HashSet;

use crate::rules::id::RuleId;
use crate::rules::rule::Rule;
use crate::rules::rule::Rules;

use crate::components::{closing, components};
use crate::keywords::keyword::Applies;
use crate::keywords::table::Word;

/// What the functions of recursive rules have to do.
#[derive(Debug)]
pub(super) struct Loops {
    meant: Vec<RuleId>,
    back: HashSet<(RuleId, Word)>,
    guarded: Vec<bool>,
    remembered: Vec<bool>,
}

impl Loops {
    pub(super) fn of(rules: &Rules) -> Self {
        let count = rules.rules.len();
        let meant = meant(rules);
        let called = |follows: fn(Applies) -> bool| -> Vec<Vec<usize>> {
            let edges = rules.rules.iter().map(|rule| {
                let inner = rule.inner().into_iter();
                let followed = inner.filter(|(applies, _)| follows(*applies));
                followed
                    .map(|(_, to)| meant[to.0 as usize].0 as usize)
                    .collect()
            });
            edges.collect()
        };
        let here = called(Applies::in_place);
        let inside = called(|applies| !applies.in_place());
        let all: Vec<Vec<usize>> = here
            .iter()
            .zip(&inside)
            .map(|(here, inside)| here.iter().chain(inside).copied().collect())
            .collect();
        let loops = components(count, |rule| here[rule].clone());
        let mut guarded = vec![false; count];
        for (rule, place) in closing(&here) {
            guarded[here[rule][place]] = true;
        }
        let recursion = components(count, |rule| all[rule].clone());

        let mut sizes = vec![0_usize; count];
        for component in &loops {
            sizes[*component as usize] += 1;
        }
        // The recursions in which one value is looked at more than once.
        let mut multiplies = vec![false; count];
        for rule in 0..count {
            let own = recursion[rule];
            let within = |other: &&usize| recursion[**other] == own;
            let (here, inside) = (
                here[rule].iter().filter(within).count(),
                inside[rule].iter().filter(within).count(),
            );
            let overlaps = !rules.rules[rule].properties().patterns.is_empty() && inside > 1;
            if here > 1
                || here == 1 && inside > 0
                || overlaps
                || several(&rules.rules[rule], inside)
            {
                multiplies[own as usize] = true;
            }
        }
        let mut remembered = vec![false; count];
        for rule in 0..count {
            let own = recursion[rule];
            for child in &inside[rule] {
                // A verdict that was reached inside a loop may be provisional.
                let alone = sizes[loops[*child] as usize] == 1 && !guarded[*child];
                if recursion[*child] == own && multiplies[own as usize] && alone {
                    remembered[*child] = true;
                }
            }
            // Alternatives are asked for by whoever reads one of them, too.
            let alone = sizes[loops[rule] as usize] == 1 && !guarded[rule];
            let leads_on = here[rule].iter().any(|child| recursion[*child] == own);
            if multiplies[own as usize] && alone && leads_on && rules.rules[rule].is_choice() {
                remembered[rule] = true;
            }
        }
        Self {
            back: back(rules, &meant, &loops),
            meant,
            guarded,
            remembered,
        }
    }

    /// Whether a rule's keyword asks for the rule itself, of the same value.
    pub(super) fn leads_back(&self, rule: RuleId, keyword: Word) -> bool {
        self.back.contains(&(rule, keyword))
    }

    /// The rule that says what a rule does, where that only refers to another.
    pub(super) fn meant(&self, rule: RuleId) -> RuleId {
        self.meant.get(rule.0 as usize).copied().unwrap_or(rule)
    }

    /// Whether a loop on one value closes at a rule.
    pub(super) fn guarded(&self, rule: RuleId) -> bool {
        self.guarded.get(rule.0 as usize).copied().unwrap_or(false)
    }

    /// Whether a rule's verdicts are remembered.
    pub(super) fn remembered(&self, rule: RuleId) -> bool {
        self.remembered
            .get(rule.0 as usize)
            .copied()
            .unwrap_or(false)
    }
}

/// The keywords that ask for their own rules, of the same value.
fn back(rules: &Rules, meant: &[RuleId], loops: &[u32]) -> HashSet<(RuleId, Word)> {
    let mut back = HashSet::new();
    for (id, rule) in rules.all() {
        for assertion in rule.assertions() {
            assertion.keyword().subschemas(&mut |applies, inner| {
                let inner = meant[inner.0 as usize];
                if applies.in_place() && loops[inner.0 as usize] == loops[id.0 as usize] {
                    back.insert((id, assertion.word()));
                }
            });
        }
    }
    back
}

/// Whether a rule may apply several rules to one item or member, where some of
/// them are recursive.
fn several(rule: &Rule, inside: usize) -> bool {
    let overlapping = rule.states(Word::Contains)
        || rule.states(Word::UnevaluatedItems)
        || rule.states(Word::UnevaluatedProperties);
    inside > 0 && overlapping
}

/// For each rule, the one at the end of its references, where it has nothing
/// but a reference; itself where these lead round in a circle.
fn meant(rules: &Rules) -> Vec<RuleId> {
    let next = |rule: RuleId| rules.get(rule).refers_to();
    let mut meant: Vec<Option<RuleId>> = vec![None; rules.rules.len()];
    let mut on_path = vec![false; rules.rules.len()];
    for start in (0_u32..).take(rules.rules.len()).map(RuleId) {
        let mut path = Vec::new();
        let mut rule = start;
        let end = loop {
            if let Some(end) = meant[rule.0 as usize] {
                break Some(end);
            }
            if on_path[rule.0 as usize] {
                break None;
            }
            on_path[rule.0 as usize] = true;
            path.push(rule);
            match next(rule) {
                Some(next) => rule = next,
                None => break Some(rule),
            }
        };
        for rule in path {
            meant[rule.0 as usize] = Some(end.unwrap_or(rule));
        }
    }
    (0_u32..)
        .map(RuleId)
        .zip(meant)
        .map(|(rule, meant)| meant.unwrap_or(rule))
        .collect()
}
