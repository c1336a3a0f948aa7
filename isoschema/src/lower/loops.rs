//! Schemas that apply themselves to the same value.
//!
//! `{"anyOf": [{"$ref": "#"}, …]}` asks nothing new of the value: such an arm
//! is left out, or planning would not end.

use super::rule::{Rule, RuleId, Rules};

/// The strongly connected components of the in-place applicators.
pub(super) struct Loops {
    component: Vec<u32>,
}

/// The rules that a rule applies to the same value.
fn in_place(rule: &Rule) -> impl Iterator<Item = RuleId> + '_ {
    rule.references
        .iter()
        .chain(&rule.all_of)
        .chain(&rule.any_of)
        .chain(&rule.one_of)
        .copied()
        .chain(
            rule.conditional
                .iter()
                .flat_map(|conditional| [conditional.then, conditional.otherwise])
                .flatten(),
        )
}

impl Loops {
    /// Finds the components (Tarjan's algorithm, without recursion).
    pub(super) fn of(rules: &Rules) -> Self {
        const UNSEEN: u32 = u32::MAX;
        let count = rules.rules.len();
        let mut index = vec![UNSEEN; count];
        let mut low = vec![0_u32; count];
        let mut component = vec![UNSEEN; count];
        let (mut next, mut components) = (0_u32, 0_u32);
        let mut path: Vec<usize> = Vec::new();
        let mut work: Vec<(usize, Vec<RuleId>)> = Vec::new();
        for start in 0..count {
            if index[start] != UNSEEN {
                continue;
            }
            let mut enter = Some(start);
            loop {
                if let Some(node) = enter.take() {
                    index[node] = next;
                    low[node] = next;
                    next += 1;
                    path.push(node);
                    work.push((node, in_place(&rules.rules[node]).collect()));
                }
                let Some((node, successors)) = work.last_mut() else {
                    break;
                };
                let node = *node;
                if let Some(successor) = successors.pop() {
                    let successor = successor.0 as usize;
                    if index[successor] == UNSEEN {
                        enter = Some(successor);
                    } else if component[successor] == UNSEEN {
                        low[node] = low[node].min(index[successor]);
                    }
                    continue;
                }
                work.pop();
                if let Some((parent, _)) = work.last() {
                    low[*parent] = low[*parent].min(low[node]);
                }
                if low[node] == index[node] {
                    while let Some(member) = path.pop() {
                        component[member] = components;
                        if member == node {
                            break;
                        }
                    }
                    components += 1;
                }
            }
        }
        Self { component }
    }

    /// Whether the two rules apply each other to the same value.
    pub(super) fn are_joined(&self, one: RuleId, other: RuleId) -> bool {
        self.component[one.0 as usize] == self.component[other.0 as usize]
    }
}
