//! What became of each rule, for reports.

use std::collections::HashSet;

use super::atoms::Atoms;
use super::kinds::without_kinds;
use super::model::TypeRef;
use super::planner::Planner;

impl Planner<'_> {
    /// Notes what became of the rules behind atoms.
    pub(super) fn record(&mut self, atoms: &Atoms, planned: &TypeRef) {
        for atom in &atoms.list {
            self.used[atom.rule().0 as usize].get_or_insert_with(|| planned.clone());
            // That the value is of no such kind, its type says.
            if let Some(inner) = without_kinds(self.rules, *atom) {
                self.used[inner.0 as usize].get_or_insert_with(|| planned.clone());
            }
        }
    }

    /// Notes what became of conditions that alternatives stand for.
    pub(super) fn record_replaced(&mut self) {
        for alternatives in self.rules.alternatives.values().flatten() {
            let Some(used) = self.used[alternatives.rule.0 as usize].clone() else {
                continue;
            };
            let mut seen = HashSet::new();
            let mut stack = alternatives.conditions.clone();
            while let Some(id) = stack.pop() {
                if seen.insert(id) {
                    self.used[id.0 as usize].get_or_insert_with(|| used.clone());
                    let inner = self.rules.get(id).inner().into_iter();
                    stack.extend(inner.map(|(_, inner)| inner));
                }
            }
        }
    }
}
