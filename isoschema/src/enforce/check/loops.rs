//! Rules that come back to themselves.
//!
//! On the same value, `{"$ref": "#"}` asks nothing new the second time, but
//! its function would call itself for ever: one rule of every such loop is
//! guarded. On the values inside, recursion is what schemas are for; but where
//! a rule applies several recursive rules to one value, as `oneOf` does, each
//! level of a document would multiply the work: there, a rule's verdict on a
//! value is remembered.

use crate::lower::rule::{Rule, RuleId, Rules};

use super::call::asserts_itself;

/// What the functions of recursive rules have to do.
#[derive(Debug)]
pub(super) struct Loops {
    meant: Vec<RuleId>,
    guarded: Vec<bool>,
    remembered: Vec<bool>,
}

impl Loops {
    pub(super) fn of(rules: &Rules) -> Self {
        let count = rules.rules.len();
        let meant = meant(rules);
        let called = |edges: fn(&Rule) -> Vec<RuleId>| -> Vec<Vec<usize>> {
            let follow = |edge: RuleId| meant[edge.0 as usize].0 as usize;
            let edges = rules.rules.iter().map(edges);
            edges
                .map(|edges| edges.into_iter().map(follow).collect())
                .collect()
        };
        let (here, inside) = (called(in_place), called(children));
        let all: Vec<Vec<usize>> = here
            .iter()
            .zip(&inside)
            .map(|(here, inside)| here.iter().chain(inside).copied().collect())
            .collect();
        let (loops, closing) = components(&here);
        let (recursion, _) = components(&all);

        let mut sizes = vec![0_usize; count];
        for component in &loops {
            sizes[*component] += 1;
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
            let overlaps = !rules.rules[rule].pattern_properties.is_empty() && inside > 1;
            if here > 1
                || here == 1 && inside > 0
                || overlaps
                || several(&rules.rules[rule], inside)
            {
                multiplies[own] = true;
            }
        }
        let mut remembered = vec![false; count];
        for rule in 0..count {
            let own = recursion[rule];
            for child in &inside[rule] {
                // A verdict that was reached inside a loop may be provisional.
                let alone = sizes[loops[*child]] == 1 && !closing[*child];
                if recursion[*child] == own && multiplies[own] && alone {
                    remembered[*child] = true;
                }
            }
        }
        Self {
            meant,
            guarded: closing,
            remembered,
        }
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

/// Whether a rule may apply several rules to one item or member, where some of
/// them are recursive.
fn several(rule: &Rule, inside: usize) -> bool {
    let overlapping = rule.contains.is_some()
        || rule.unevaluated_items.is_some()
        || rule.unevaluated_properties.is_some();
    inside > 0 && overlapping
}

/// For each rule, the one at the end of its references, where it has nothing
/// but a reference; itself where these lead round in a circle.
fn meant(rules: &Rules) -> Vec<RuleId> {
    let next = |rule: RuleId| {
        let says = rules.get(rule);
        match says.references[..] {
            [next] if !asserts_itself(says) => Some(next),
            _ => None,
        }
    };
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

/// The rules that a rule applies to its own value.
fn in_place(rule: &Rule) -> Vec<RuleId> {
    let conditional = rule.conditional.as_ref();
    rule.references
        .iter()
        .chain(&rule.all_of)
        .chain(&rule.any_of)
        .chain(&rule.one_of)
        .chain(&rule.not)
        .chain(rule.dependent_schemas.values())
        .chain(conditional.map(|conditional| &conditional.condition))
        .chain(conditional.and_then(|conditional| conditional.then.as_ref()))
        .chain(conditional.and_then(|conditional| conditional.otherwise.as_ref()))
        .copied()
        .collect()
}

/// The rules that a rule applies to items, members and names.
fn children(rule: &Rule) -> Vec<RuleId> {
    rule.prefix_items
        .iter()
        .chain(&rule.items)
        .chain(rule.contains.as_ref().map(|contains| &contains.rule))
        .chain(&rule.unevaluated_items)
        .chain(rule.properties.values())
        .chain(rule.pattern_properties.iter().map(|(_, rule)| rule))
        .chain(&rule.additional_properties)
        .chain(&rule.property_names)
        .chain(&rule.unevaluated_properties)
        .copied()
        .collect()
}

/// The strongly connected component of each node (Tarjan's algorithm, without
/// recursion), and the nodes at which a cycle closes.
fn components(edges: &[Vec<usize>]) -> (Vec<usize>, Vec<bool>) {
    const UNSEEN: usize = usize::MAX;
    let count = edges.len();
    let mut order = vec![UNSEEN; count];
    let mut lowest = vec![UNSEEN; count];
    let mut component = vec![UNSEEN; count];
    let mut closing = vec![false; count];
    let mut open = vec![false; count];
    let (mut seen, mut found) = (0, 0);
    let mut pending: Vec<usize> = Vec::new();
    let mut path: Vec<(usize, usize)> = Vec::new();
    for start in 0..count {
        if order[start] != UNSEEN {
            continue;
        }
        path.push((start, 0));
        while let Some((node, step)) = path.last_mut() {
            let node = *node;
            if *step == 0 {
                order[node] = seen;
                lowest[node] = seen;
                seen += 1;
                pending.push(node);
                open[node] = true;
            }
            if let Some(next) = edges[node].get(*step).copied() {
                *step += 1;
                if order[next] == UNSEEN {
                    path.push((next, 0));
                } else {
                    closing[next] |= open[next];
                    if component[next] == UNSEEN {
                        lowest[node] = lowest[node].min(order[next]);
                    }
                }
                continue;
            }
            open[node] = false;
            if lowest[node] == order[node] {
                while let Some(member) = pending.pop() {
                    component[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
            path.pop();
            if let Some((parent, _)) = path.last() {
                lowest[*parent] = lowest[*parent].min(lowest[node]);
            }
        }
    }
    (component, closing)
}
