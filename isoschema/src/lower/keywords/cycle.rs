//! Schemas that ask for nothing but themselves, or for their opposite.
//!
//! A schema may come back to itself without a step into the value. As an arm
//! of `anyOf` that says nothing new, and is left alone here. A circle of
//! references alone says nothing at all, and one through `not`, `oneOf`, a
//! condition or a dependency contradicts itself: nothing can be decided by
//! either.

use super::Lowering;
use crate::diagnostics::{Diagnostic, Kind};
use crate::lower::rule::{Root, Rule, RuleId};
use crate::resolve::NodeId;

impl Lowering<'_> {
    /// Reports one place for each such circle that the roots lead to. In a
    /// definition that nothing refers to, it is nobody's trouble.
    pub(super) fn report_cycles(&mut self, roots: &[Root]) {
        let reached = reached(&self.rules, roots);
        let mut nodes = vec![NodeId(0); self.rules.len()];
        for ((node, _), rule) in &self.numbers {
            if let Some(place) = nodes.get_mut(rule.0 as usize) {
                *place = *node;
            }
        }
        let mut found = Vec::new();
        let narrow = components(&self.rules, |rule| [joined(rule), deciding(rule)].concat());
        // Schemas inside schemas make no circle: some reference closes it.
        first_inside(&self.rules, &narrow, &mut found, |rule| {
            rule.references.clone()
        });
        let wide = components(&self.rules, |rule| {
            [joined(rule), deciding(rule), rule.any_of.clone()].concat()
        });
        first_inside(&self.rules, &wide, &mut found, deciding);
        let mut reported = std::collections::HashSet::new();
        for (component, rule) in found {
            if reached[rule] && reported.insert(component) {
                self.report_cycle(nodes[rule]);
            }
        }
    }

    fn report_cycle(&mut self, id: NodeId) {
        let node = self.graph.node(id);
        let document = self.graph.documents.get(node.document);
        let Some(json) = self.graph.json(id) else {
            return;
        };
        let reference = json.get("$ref");
        let span = reference.unwrap_or(json).span;
        let keyword = if reference.is_some() { "/$ref" } else { "" };
        let reason = "this leads back to itself without a step into the value: nothing can be \
                      decided by it";
        let diagnostic = Diagnostic::at(Kind::ReferenceCycle, &document.text, span, reason)
            .pointer(format!("{}{keyword}", node.pointer))
            .help("remove the reference that closes the circle");
        self.problems.push(diagnostic);
    }
}

/// For each component, the first rule with an edge that stays inside it.
fn first_inside(
    rules: &[Rule],
    component: &[usize],
    found: &mut Vec<(usize, usize)>,
    edges: impl Fn(&Rule) -> Vec<RuleId>,
) {
    for (index, rule) in rules.iter().enumerate() {
        let own = component[index];
        let inside = |id: &RuleId| component.get(id.0 as usize) == Some(&own);
        if edges(rule).iter().any(inside) {
            found.push((own, index));
        }
    }
}

/// Whether evaluation of a root comes to each rule.
fn reached(rules: &[Rule], roots: &[Root]) -> Vec<bool> {
    let mut reached = vec![false; rules.len()];
    let mut open: Vec<RuleId> = roots.iter().map(|root| root.rule).collect();
    while let Some(id) = open.pop() {
        let index = id.0 as usize;
        let (Some(rule), Some(place)) = (rules.get(index), reached.get_mut(index)) else {
            continue;
        };
        if !std::mem::replace(place, true) {
            open.extend(joined(rule));
            open.extend(deciding(rule));
            open.extend(&rule.any_of);
            open.extend(within(rule));
        }
    }
    reached
}

/// The rules for what is inside the value.
fn within(rule: &Rule) -> impl Iterator<Item = RuleId> {
    let contains = rule.contains.as_ref().map(|contains| contains.rule);
    let lists = rule.prefix_items.iter().chain(rule.properties.values());
    lists
        .chain(rule.pattern_properties.iter().map(|(_, rule)| rule))
        .chain(&rule.items)
        .chain(&rule.unevaluated_items)
        .chain(&rule.additional_properties)
        .chain(&rule.property_names)
        .chain(&rule.unevaluated_properties)
        .copied()
        .chain(contains)
}

/// The rules whose verdicts are required of the same value.
fn joined(rule: &Rule) -> Vec<RuleId> {
    [rule.references.as_slice(), &rule.all_of].concat()
}

/// The rules whose verdicts on the same value decide in another way.
fn deciding(rule: &Rule) -> Vec<RuleId> {
    let conditional = rule.conditional.as_ref();
    let mut all = rule.one_of.clone();
    all.extend(rule.not);
    all.extend(rule.dependent_schemas.values());
    all.extend(conditional.map(|c| c.condition));
    all.extend(conditional.and_then(|c| c.then));
    all.extend(conditional.and_then(|c| c.otherwise));
    all
}

/// For each rule a member of its strongly connected component, the same for
/// all of them (Kosaraju's algorithm, without recursion).
fn components(rules: &[Rule], edges: impl Fn(&Rule) -> Vec<RuleId>) -> Vec<usize> {
    let inside = |id: RuleId| usize::try_from(id.0).ok().filter(|id| *id < rules.len());
    let forwards: Vec<Vec<usize>> = rules
        .iter()
        .map(|rule| edges(rule).into_iter().filter_map(inside).collect())
        .collect();
    let mut backwards = vec![Vec::new(); rules.len()];
    for (from, targets) in forwards.iter().enumerate() {
        for target in targets {
            backwards[*target].push(from);
        }
    }
    let mut seen = vec![false; rules.len()];
    let mut order = Vec::with_capacity(rules.len());
    for start in 0..rules.len() {
        let mut path = Vec::new();
        if !std::mem::replace(&mut seen[start], true) {
            path.push((start, 0));
        }
        while let Some((rule, next)) = path.last_mut() {
            if let Some(target) = forwards[*rule].get(*next).copied() {
                *next += 1;
                if !std::mem::replace(&mut seen[target], true) {
                    path.push((target, 0));
                }
            } else {
                order.push(*rule);
                path.pop();
            }
        }
    }
    let mut component = vec![usize::MAX; rules.len()];
    for start in order.into_iter().rev() {
        let mut open = vec![start];
        while let Some(rule) = open.pop() {
            if component[rule] == usize::MAX {
                component[rule] = start;
                open.extend(&backwards[rule]);
            }
        }
    }
    component
}
