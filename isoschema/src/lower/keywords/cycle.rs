//! Schemas that ask for the opposite of themselves.
//!
//! A schema may come back to itself without a step into the value. Through
//! `$ref`, `allOf` and `anyOf` that says nothing new; through `not`, `oneOf`,
//! a condition or a dependency nothing can be decided by it.

use super::Lowering;
use crate::diagnostics::{Diagnostic, Kind};
use crate::lower::rule::{Rule, RuleId};
use crate::resolve::NodeId;

impl Lowering<'_> {
    /// Reports each rule that closes such a circle.
    pub(super) fn report_cycles(&mut self) {
        let component = components(&self.rules);
        let mut nodes = vec![NodeId(0); self.rules.len()];
        for ((node, _), rule) in &self.numbers {
            if let Some(place) = nodes.get_mut(rule.0 as usize) {
                *place = *node;
            }
        }
        for (index, rule) in self.rules.iter().enumerate() {
            let inside = |id: &RuleId| component.get(id.0 as usize) == Some(&component[index]);
            if !deciding(rule).iter().any(inside) {
                continue;
            }
            let id = nodes[index];
            let node = self.graph.node(id);
            let document = self.graph.documents.get(node.document);
            let span = self
                .graph
                .json(id)
                .map_or_else(Default::default, |json| json.span);
            let reason = "this schema depends on its own verdict for the same value: nothing can \
                          be decided by it";
            let diagnostic = Diagnostic::at(Kind::ReferenceCycle, &document.text, span, reason)
                .pointer(node.pointer.clone())
                .help("remove the reference that leads back here");
            self.problems.push(diagnostic);
        }
    }
}

/// The rules whose verdict is not simply joined to this one's.
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

/// The rules that hold for the same value.
fn in_place(rule: &Rule) -> Vec<RuleId> {
    let mut all = deciding(rule);
    all.extend(&rule.references);
    all.extend(&rule.all_of);
    all.extend(&rule.any_of);
    all
}

/// For each rule the number of its strongly connected component. A rule by
/// itself has one too, so an edge inside a component is part of a circle.
fn components(rules: &[Rule]) -> Vec<usize> {
    let edges: Vec<Vec<usize>> = rules
        .iter()
        .map(|rule| in_place(rule).iter().map(|id| id.0 as usize).collect())
        .collect();
    let mut reversed = vec![Vec::new(); rules.len()];
    for (from, targets) in edges.iter().enumerate() {
        for target in targets {
            if let Some(sources) = reversed.get_mut(*target) {
                sources.push(from);
            }
        }
    }
    // Kosaraju: finish times forwards, then one flood backwards for each.
    let mut seen = vec![false; rules.len()];
    let mut order = Vec::with_capacity(rules.len());
    for start in 0..rules.len() {
        let mut path = Vec::new();
        if !std::mem::replace(&mut seen[start], true) {
            path.push((start, 0));
        }
        while let Some((rule, next)) = path.last_mut() {
            if let Some(target) = edges[*rule].get(*next).copied() {
                *next += 1;
                if seen.get(target) == Some(&false) {
                    seen[target] = true;
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
                open.extend(&reversed[rule]);
            }
        }
    }
    component
}
