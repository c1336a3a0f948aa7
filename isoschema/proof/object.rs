//! Objects, member by member.

use super::draw::{Drawer, Place};
use super::graph::{Hop, Node, Step};
use super::pattern;
use super::scalar;
use super::text::{Doc, Style};

impl Drawer<'_, '_> {
    /// The schemas that hold for a member of this name.
    pub(super) fn roots_of(&mut self, place: &Place, name: &str) -> Vec<usize> {
        let graph = self.graph;
        let mut roots = Vec::new();
        let mut unevaluated = Vec::new();
        for index in &place.nodes {
            let node = &graph.nodes[*index];
            let before = roots.len();
            roots.extend(node.properties.get(name));
            for (pattern, to) in &node.patterns {
                if self.matches(pattern, name) {
                    roots.push(*to);
                }
            }
            if roots.len() == before {
                roots.extend(node.additional);
            }
            unevaluated.extend(node.unevaluated);
        }
        if roots.is_empty() {
            roots = unevaluated;
        }
        roots
    }

    /// A member name for which the schemas of names hold and that no schema
    /// declares.
    pub(super) fn fresh_name(&mut self, place: &Place) -> String {
        let names: Vec<usize> = self.nodes(place).filter_map(|node| node.names).collect();
        let near = self
            .nodes(place)
            .flat_map(|node| node.properties.keys())
            .count();
        let mut last = String::new();
        for _ in 0..10 {
            last = if !names.is_empty() {
                let kept = self.fault.take();
                let drawn = self.value(&names, None, 100);
                self.fault = kept;
                as_name(drawn)
            } else if near > 0 && self.rng.u8(..4) == 0 {
                // Other spellings of a declared name: aliases must not exist.
                let at = self.rng.usize(..near);
                let known = self
                    .nodes(place)
                    .flat_map(|node| node.properties.keys())
                    .nth(at)
                    .cloned()
                    .unwrap_or_default();
                respell(&known, self.rng.u8(..5))
            } else {
                scalar::name(&mut self.rng)
            };
            if !self
                .nodes(place)
                .any(|node| node.properties.contains_key(&last))
            {
                break;
            }
        }
        last
    }

    pub(super) fn object(
        &mut self,
        place: &Place,
        hop: Option<(&Hop, &[Hop])>,
        depth: usize,
    ) -> Doc {
        let graph = self.graph;
        let mut names: Vec<String> = Vec::new();
        let mut needed: Vec<String> = self
            .nodes(place)
            .flat_map(Node::required)
            .map(str::to_owned)
            .collect();
        needed.extend(place.wanted.iter().cloned());
        let mut aim = None;
        match hop.map(|(hop, _)| (&hop.step, hop.to)) {
            Some((Step::Property(name), _)) => aim = Some(name.clone()),
            Some((Step::Pattern(pattern), _)) => aim = Some(pattern::draw(pattern, &mut self.rng)),
            Some((Step::Additional, _)) => aim = Some(self.fresh_name(place)),
            Some((Step::Names, to)) => {
                let rest = hop.map_or(&[][..], |(_, rest)| rest);
                aim = Some(as_name(self.value(&[to], Some(rest), depth + 1)));
            }
            _ => {}
        }
        needed.extend(aim.clone());
        let optional = if self.spare(depth) { self.density } else { 0 };
        for node in self.nodes(place) {
            for name in node.properties.keys() {
                if !needed.contains(name) && !place.avoided.contains(name) && self.chance(optional)
                {
                    names.push(name.clone());
                }
            }
            for (pattern, _) in &node.patterns {
                if self.chance(optional) {
                    names.push(pattern::draw(pattern, &mut self.rng));
                }
            }
        }
        let least = self
            .nodes(place)
            .filter_map(|node| node.count("minProperties"))
            .max()
            .unwrap_or(0);
        let most = self
            .nodes(place)
            .filter_map(|node| node.count("maxProperties"))
            .min();
        let extras = match self.rng.u8(..10) {
            0..=5 => 0,
            6..=8 => 1,
            _ => self.rng.usize(1..4),
        };
        names.retain(|name| !needed.contains(name));
        names.sort();
        names.dedup();
        for _ in 0..extras.max(least.saturating_sub(names.len() + needed.len()).min(200)) {
            names.push(self.fresh_name(place));
        }
        if let Some(most) = most {
            names.truncate(most.saturating_sub(needed.len()));
        }
        names.extend(needed.iter().cloned());
        let mut members: Vec<(String, Doc)> = Vec::new();
        for name in names {
            if members.iter().any(|(known, _)| *known == name) {
                continue;
            }
            let mut roots = self.roots_of(place, &name);
            let aimed = aim.as_ref() == Some(&name);
            let route = match hop {
                Some((hop, rest)) if aimed && hop.step != Step::Names => {
                    if !roots.contains(&hop.to) {
                        roots.push(hop.to);
                    }
                    Some(rest)
                }
                _ => None,
            };
            let refused = roots.iter().any(|root| graph.nodes[*root].is_false());
            if refused && route.is_none() && !needed.contains(&name) {
                continue;
            }
            let value = self.member(&roots, route, depth);
            members.push((name, value));
        }
        if self.rng.bool() {
            self.rng.shuffle(&mut members);
        }
        Doc::Object(members)
    }
}

fn as_name(doc: Doc) -> String {
    match doc {
        Doc::Text(text) => text,
        other => other.to_text(Style::Compact),
    }
}

fn respell(name: &str, how: u8) -> String {
    match how {
        0 => name.to_uppercase(),
        1 => name.to_lowercase(),
        2 => format!("{name}_"),
        3 => {
            let mut out = String::new();
            for c in name.chars() {
                if c.is_uppercase() && !out.is_empty() {
                    out.push('_');
                }
                out.extend(c.to_lowercase());
            }
            out.replace('-', "_")
        }
        _ => format!(" {name}"),
    }
}
