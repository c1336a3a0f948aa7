//! Faults of `anyOf` and `oneOf`: a value that takes no arm, or several.

use super::draw::{Drawer, Place};
use super::fault::without;
use super::fault_values::other_kind;
use super::kind;
use super::scalar;
use super::text::Doc;

impl Drawer<'_, '_> {
    pub(super) fn no_arm(&mut self, doc: Doc, arms: &[usize], turn: usize) -> Doc {
        let graph = self.graph;
        let named: Vec<&str> = arms
            .iter()
            .flat_map(|arm| graph.nodes[*arm].required())
            .collect();
        if matches!(doc, Doc::Object(_)) && !named.is_empty() && turn % 3 != 2 {
            return without(doc, &named);
        }
        let kinds = arms
            .iter()
            .map(|arm| self.graph.kinds(*arm, 0))
            .fold(0, |all, one| all | one);
        if kinds != kind::ALL && turn.is_multiple_of(2) {
            return other_kind(doc, kinds, turn / 2);
        }
        // No kind left: change the drawn value itself.
        match doc {
            Doc::Object(mut members) if turn % 4 == 1 && !members.is_empty() => {
                members.remove(turn % members.len());
                Doc::Object(members)
            }
            Doc::Object(members) => Doc::Object(
                members
                    .into_iter()
                    .map(|(name, _)| (name, Doc::List(vec![Doc::Null])))
                    .collect(),
            ),
            Doc::List(items) if !items.is_empty() => {
                Doc::List(items.into_iter().map(|_| Doc::Object(Vec::new())).collect())
            }
            Doc::Number(_) => Doc::Number(scalar::number(false, &mut self.rng)),
            Doc::Text(text) if turn % 4 == 1 => Doc::Text(format!("{text}~")),
            Doc::Text(_) => Doc::Text(scalar::text(0, None, &mut self.rng)),
            _ => scalar::any(0, &mut self.rng),
        }
    }

    pub(super) fn both_arms(
        &mut self,
        doc: Doc,
        roots: &[usize],
        place: &Place,
        arms: &[usize],
        turn: usize,
        depth: usize,
    ) -> Doc {
        let first = turn % arms.len();
        let second = (first + 1 + turn / arms.len() % (arms.len() - 1)) % arms.len();
        let graph = self.graph;
        let named: Vec<&str> = [first, second]
            .iter()
            .flat_map(|arm| graph.nodes[arms[*arm]].required())
            .collect();
        if matches!(doc, Doc::Object(_)) && !named.is_empty() && turn.is_multiple_of(2) {
            return named
                .iter()
                .fold(doc, |doc, name| self.with_member(doc, place, name, depth));
        }
        self.with_roots(roots, &[arms[first], arms[second]], depth)
    }
}
