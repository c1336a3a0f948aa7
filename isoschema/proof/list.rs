//! Arrays, item by item.

use serde_json::Value;

use super::draw::{Drawer, Place};
use super::graph::{Hop, Step};
use super::text::Doc;

impl Drawer<'_, '_> {
    pub(super) fn list(&mut self, place: &Place, hop: Option<(&Hop, &[Hop])>, depth: usize) -> Doc {
        let mut least = self
            .nodes(place)
            .filter_map(|node| node.count("minItems"))
            .max()
            .unwrap_or(0);
        let most = self
            .nodes(place)
            .filter_map(|node| node.count("maxItems"))
            .min();
        let hits = self
            .nodes(place)
            .filter(|node| node.contains.is_some())
            .map(|node| node.count("minContains").unwrap_or(1))
            .max()
            .unwrap_or(0);
        least = least.max(hits);
        let aim = match hop {
            // What is unevaluated lies behind everyone's prefix.
            Some((hop, _)) if self.graph.nodes[hop.from].unevaluated_items == Some(hop.to) => {
                self.nodes(place).map(|node| node.prefix.len()).max()
            }
            Some((
                Hop {
                    step: Step::Item(at),
                    ..
                },
                _,
            )) => Some(*at),
            _ => None,
        };
        let drawn = if !self.spare(depth) {
            0
        } else if self.rng.u8(..24) == 0 {
            self.rng.usize(5..40)
        } else {
            self.rng.usize(..4)
        };
        let mut length = drawn.max(least);
        if let Some(most) = most {
            length = if self.rng.u8(..6) == 0 && most < 200 {
                most
            } else {
                length.min(most)
            };
        }
        // Behind a full prefix that nothing may follow there is no item.
        let closed = self
            .nodes(place)
            .filter(|node| {
                node.items
                    .or(node.unevaluated_items)
                    .is_some_and(|items| self.graph.nodes[items].is_false())
            })
            .map(|node| node.prefix.len())
            .min();
        length = length
            .min(closed.unwrap_or(usize::MAX))
            .max(aim.map_or(0, |at| at + 1));
        let unique = self
            .nodes(place)
            .any(|node| node.get("uniqueItems") == Some(&Value::Bool(true)));
        let mut items: Vec<Doc> = Vec::new();
        for at in 0..length {
            let mut roots: Vec<usize> = self
                .nodes(place)
                .filter_map(|node| {
                    node.prefix
                        .get(at)
                        .copied()
                        .or(node.items)
                        .or(node.unevaluated_items)
                })
                .collect();
            if at < hits {
                roots.extend(self.nodes(place).filter_map(|node| node.contains));
            }
            let route = match hop {
                Some((hop, rest)) if aim == Some(at) => {
                    if !roots.contains(&hop.to) {
                        roots.push(hop.to);
                    }
                    Some(rest)
                }
                _ => None,
            };
            let mut item = self.member(&roots, route, depth);
            for _ in 0..8 {
                if !unique || route.is_some() || !items.contains(&item) {
                    break;
                }
                item = self.member(&roots, None, depth);
            }
            if !unique || route.is_some() || !items.contains(&item) {
                items.push(item);
            }
        }
        Doc::List(items)
    }
}
