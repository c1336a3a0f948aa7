//! Schemas that ask for nothing but themselves, or for their opposite.
//!
//! A schema may come back to itself without a step into the value. As one of several
//! alternatives, that says nothing new, and is left alone here. A circle of
//! references alone says nothing at all, and one through `not`, alternatives of which one fits, a
//! condition or a dependency contradicts itself: nothing can be decided by
//! either.

use crate::components::components;
use crate::diagnostics::{Diagnostic, Kind};
use crate::keywords::keyword::Applies;
use crate::keywords::reference::Reference;
use crate::resolve::graph::NodeId;
use crate::rules::id::RuleId;
use crate::rules::rule::{Root, Rule};

use super::lowering::Lowering;

/// The ways in which a rule decides about the same value otherwise than by
/// asking for it.
const DECIDING: [Applies; 2] = [Applies::Branch, Applies::Condition];

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
        let narrow = circles(&self.rules, |applies| {
            applies.in_place() && applies != Applies::Alternative
        });
        // Schemas inside schemas make no circle: some reference closes it.
        first_inside(&self.rules, &narrow, &mut found, |rule| {
            rule.each::<Reference>().map(|it| it.0).collect()
        });
        let wide = circles(&self.rules, Applies::in_place);
        first_inside(&self.rules, &wide, &mut found, |rule| {
            rule.applied(&DECIDING)
        });
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
    component: &[u32],
    found: &mut Vec<(u32, usize)>,
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
            open.extend(rule.inner().into_iter().map(|(_, inner)| inner));
        }
    }
    reached
}

/// The components of the rules that apply others to the same value.
fn circles(rules: &[Rule], follows: impl Fn(Applies) -> bool) -> Vec<u32> {
    components(rules.len(), |rule| {
        let inner = rules[rule].inner().into_iter();
        let followed = inner.filter(|(applies, _)| follows(*applies));
        let known = followed.map(|(_, rule)| rule.0 as usize);
        known.filter(|rule| *rule < rules.len()).collect()
    })
}
