//! A schema's graph → documents, on the way to a chosen site or at random.
//!
//! The drawer strives for valid documents but does not prove them: the
//! validator gives every verdict.

use std::collections::HashMap;

use fastrand::Rng;
use serde_json::Value;

use super::graph::{Graph, Hop, Node, Step};
use super::kind;
use super::number::Decimal;
use super::pattern;
use super::scalar;
use super::site::Site;
use super::text::Doc;

/// What holds for one value: the schemas, flattened over `$ref`, `allOf` and
/// the arms that were chosen.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) nodes: Vec<usize>,
    pub(super) wanted: Vec<String>,
    pub(super) avoided: Vec<String>,
}

/// Draws documents from a graph.
#[derive(Debug)]
pub struct Drawer<'g, 'a> {
    pub(super) graph: &'g Graph<'a>,
    pub(super) rng: Rng,
    matchers: HashMap<String, Option<jsonschema::Validator>>,
    /// The chance of an optional member, in 256ths.
    pub(super) density: u8,
    /// How many more values are drawn freely; below zero only what must be
    /// there is drawn, and far below nothing more.
    budget: i32,
    /// The node that documents are of.
    root: usize,
    pub(super) fault: Option<(Site, usize, bool)>,
}

impl<'g, 'a> Drawer<'g, 'a> {
    /// A drawer that always draws the same from the same seed.
    pub fn new(graph: &'g Graph<'a>, seed: u64) -> Self {
        Self {
            graph,
            rng: Rng::with_seed(seed),
            matchers: HashMap::new(),
            density: 128,
            budget: 0,
            root: 0,
            fault: None,
        }
    }

    /// Documents of this node from now on; ways start there.
    pub fn start_at(&mut self, node: usize) {
        self.root = node;
    }

    /// The source of randomness.
    pub fn rng(&mut self) -> &mut Rng {
        &mut self.rng
    }

    /// A document that strives to be valid and has a value where the route
    /// ends.
    pub fn valid(&mut self, route: Option<&[Hop]>) -> Doc {
        self.start();
        self.fault = None;
        self.value(&[self.root], route, 0)
    }

    /// A document with one fault at a site. `turn` counts the tries at this
    /// site: each takes another kind of fault.
    pub fn faulty(&mut self, route: &[Hop], site: &Site, turn: usize) -> Doc {
        self.start();
        self.fault = Some((site.clone(), turn, false));
        self.value(&[self.root], Some(route), 0)
    }

    /// A document that only just meets the constraint of a site: a text of
    /// exactly the greatest length, the bound itself, each code in turn.
    pub fn edge(&mut self, route: &[Hop], site: &Site, turn: usize) -> Doc {
        self.start();
        self.fault = Some((site.clone(), turn, true));
        self.value(&[self.root], Some(route), 0)
    }

    fn start(&mut self) {
        self.density = [0, 8, 24, 24, 64, 128, 230, 255][self.rng.usize(..8)];
        self.budget = if self.density > 200 { 400 } else { 80 };
    }

    pub(super) fn chance(&mut self, of_256: u8) -> bool {
        self.rng.u8(..) < of_256
    }

    pub(super) fn spare(&self, depth: usize) -> bool {
        self.budget > 0 && depth < 24
    }

    /// Draws a value for which all of `roots` hold.
    pub(super) fn value(&mut self, roots: &[usize], route: Option<&[Hop]>, depth: usize) -> Doc {
        self.budget -= 1;
        let mut place = Place::default();
        let mut route = route;
        for root in roots {
            self.flatten(*root, &mut place, &mut route, depth);
        }
        let at_target = route.is_some_and(<[Hop]>::is_empty);
        let doc = if depth > 110 || self.budget < -1_500 {
            Doc::Null
        } else {
            self.build(&place, route, depth)
        };
        if at_target {
            match self.fault.take() {
                Some((site, turn, false)) => {
                    return self.spoil(doc, roots, &place, &site, turn, depth);
                }
                Some((site, turn, true)) => {
                    return self.at_edge(doc, roots, &place, &site, turn, depth);
                }
                None => {}
            }
        }
        doc
    }

    fn flatten(
        &mut self,
        index: usize,
        place: &mut Place,
        route: &mut Option<&[Hop]>,
        depth: usize,
    ) {
        if place.nodes.contains(&index) {
            return;
        }
        place.nodes.push(index);
        let graph = self.graph;
        let node = &graph.nodes[index];
        let ahead = match route {
            Some([hop, rest @ ..]) if hop.from == index => Some((hop, rest)),
            _ => None,
        };
        // A step on the same value is taken here; one into a child stays.
        let forced = ahead.filter(|(hop, _)| {
            matches!(
                hop.step,
                Step::Same
                    | Step::Any(_)
                    | Step::One(_)
                    | Step::Then
                    | Step::Otherwise
                    | Step::Dependent(_)
            )
        });
        let step = forced.map(|(hop, rest)| {
            *route = Some(rest);
            if let Step::Dependent(name) = &hop.step {
                place.wanted.push(name.clone());
            }
            (hop.step.clone(), hop.to)
        });
        if let Some((_, to)) = step {
            self.flatten(to, place, route, depth);
        }
        let step = step.map(|(step, _)| step);
        for to in &node.same {
            self.flatten(*to, place, route, depth);
        }
        if !node.any.is_empty() && !matches!(step, Some(Step::Any(_))) {
            let arm = self.arm(&node.any, depth);
            self.flatten(arm, place, route, depth);
            if self.chance(40) {
                let second = self.arm(&node.any, depth);
                self.flatten(second, place, route, depth);
            }
        }
        if !node.one.is_empty() && !matches!(step, Some(Step::One(_))) {
            let arm = self.arm(&node.one, depth);
            self.flatten(arm, place, route, depth);
        }
        for arm in &node.one {
            // The other arms' `required` would make a second arm match.
            if !place.nodes.contains(arm) {
                place
                    .avoided
                    .extend(graph.nodes[*arm].required().map(str::to_owned));
            }
        }
        if let Some(condition) = node.condition {
            let then = match step {
                Some(Step::Then) => true,
                Some(Step::Otherwise) => false,
                _ => self.rng.bool(),
            };
            let also = if then {
                Some(condition).into_iter().chain(node.then)
            } else {
                node.otherwise.into_iter().chain(None)
            };
            for to in also {
                self.flatten(to, place, route, depth);
            }
        }
        for (name, to) in &node.dependent {
            if place.wanted.contains(name) || self.rng.u8(..3) == 0 {
                place.wanted.push(name.clone());
                self.flatten(*to, place, route, depth);
            } else {
                place.avoided.push(name.clone());
            }
        }
        for (name, others) in node.dependents() {
            if self.rng.bool() {
                place.wanted.push(name.to_owned());
                place.wanted.extend(others.into_iter().map(str::to_owned));
            } else {
                place.avoided.push(name.to_owned());
            }
        }
        if let Some(not) = node.not {
            place
                .avoided
                .extend(graph.nodes[not].required().map(str::to_owned));
        }
    }

    fn arm(&mut self, arms: &[usize], depth: usize) -> usize {
        if !self.spare(depth) {
            let graph = self.graph;
            let small = |index: &&usize| {
                graph.nodes[**index].same.is_empty() && !graph.nodes[**index].is_false()
            };
            if let Some(arm) = arms.iter().find(small) {
                return *arm;
            }
        }
        arms[self.rng.usize(..arms.len())]
    }

    pub(super) fn nodes<'p>(
        &self,
        place: &'p Place,
    ) -> impl Iterator<Item = &'g Node<'a>> + use<'p, 'g, 'a> {
        let graph = self.graph;
        place.nodes.iter().map(move |index| &graph.nodes[*index])
    }

    pub(super) fn kinds(&self, place: &Place) -> u8 {
        self.nodes(place)
            .filter_map(|node| node.get("type"))
            .map(kind::of_type)
            .fold(kind::ALL, |all, one| all & one)
    }

    fn build(&mut self, place: &Place, route: Option<&[Hop]>, depth: usize) -> Doc {
        let mut kinds = self.kinds(place);
        let hop = match route {
            Some([hop, rest @ ..]) if place.nodes.contains(&hop.from) => Some((hop, rest)),
            _ => None,
        };
        match hop.map(|(hop, _)| &hop.step) {
            Some(Step::Item(_)) => return self.list(place, hop, depth),
            Some(_) => return self.object(place, hop, depth),
            None => {}
        }
        if let Some(choices) = self.choices(place, kinds) {
            if choices.is_empty() {
                return Doc::Null;
            }
            return Doc::from_value(choices[self.rng.usize(..choices.len())]);
        }
        if kinds & kind::INTEGER != 0 && kinds & kind::FRACTION != 0 && self.rng.bool() {
            kinds &= !kind::FRACTION;
        }
        // Wanted members are there only in an object.
        if !place.wanted.is_empty() && kinds & kind::OBJECT != 0 && self.chance(220) {
            return self.object(place, None, depth);
        }
        let mut options: Vec<u8> = (0..7)
            .map(|bit| 1 << bit)
            .filter(|bit| kinds & bit != 0)
            .collect();
        if kinds == kind::ALL || kinds == kind::ALL & !kind::FRACTION {
            let spoken = self.spoken(place);
            if spoken != 0 && self.chance(200) {
                options.retain(|bit| spoken & bit != 0);
            }
        }
        if !self.spare(depth) && options.iter().any(|bit| *bit < kind::ARRAY) {
            options.retain(|bit| *bit < kind::ARRAY);
        }
        if options.is_empty() {
            return scalar::any(depth, &mut self.rng);
        }
        match options[self.rng.usize(..options.len())] {
            kind::NULL => Doc::Null,
            kind::BOOLEAN => Doc::Bool(self.rng.bool()),
            kind::INTEGER => Doc::Number(self.number(place, true)),
            kind::FRACTION => Doc::Number(self.number(place, false)),
            kind::STRING => Doc::Text(self.text(place)),
            kind::ARRAY => self.list(place, None, depth),
            _ => self.object(place, None, depth),
        }
    }

    /// The values that every `enum` and `const` allows.
    fn choices(&self, place: &Place, kinds: u8) -> Option<Vec<&'a Value>> {
        let mut lists: Vec<Vec<&'a Value>> = Vec::new();
        for node in self.nodes(place) {
            if let Some(Value::Array(values)) = node.get("enum") {
                lists.push(values.iter().collect());
            }
            lists.extend(node.get("const").map(|value| vec![value]));
        }
        let first = lists.pop()?;
        Some(
            first
                .into_iter()
                .filter(|value| kind::of_value(value) & kinds != 0)
                .filter(|value| lists.iter().all(|list| list.contains(value)))
                .collect(),
        )
    }

    pub(super) fn has_pattern(&self, place: &Place) -> bool {
        self.nodes(place).any(|node| node.get("pattern").is_some())
    }

    /// Whether the validator's engine finds the pattern in a text.
    pub(super) fn matches(&mut self, pattern: &str, text: &str) -> bool {
        let matcher = self.matchers.entry(pattern.to_owned()).or_insert_with(|| {
            jsonschema::validator_for(&serde_json::json!({"pattern": pattern})).ok()
        });
        matcher
            .as_ref()
            .is_some_and(|matcher| matcher.is_valid(&Value::String(text.to_owned())))
    }

    pub(super) fn member(&mut self, roots: &[usize], route: Option<&[Hop]>, depth: usize) -> Doc {
        if roots.is_empty() && route.is_none() {
            return scalar::any(depth.min(2), &mut self.rng);
        }
        self.value(roots, route, depth + 1)
    }
}
