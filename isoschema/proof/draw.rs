//! A schema's graph → documents, on the way to a chosen site or at random.
//!
//! The drawer strives for valid documents but does not prove them: the
//! validator gives every verdict.

use std::collections::HashMap;

use fastrand::Rng;
use serde_json::Value;

use super::graph::{Graph, Hop, Node, Site, Step};
use super::kind;
use super::number::Decimal;
use super::pattern;
use super::scalar;
use super::text::Doc;

/// What holds for one value: the schemas, flattened over `$ref`, `allOf` and
/// the arms that were chosen.
#[derive(Debug, Default)]
pub(super) struct Place {
    pub(super) nodes: Vec<usize>,
    wanted: Vec<String>,
    avoided: Vec<String>,
}

/// Draws documents from a graph.
#[derive(Debug)]
pub struct Drawer<'g, 'a> {
    pub(super) graph: &'g Graph<'a>,
    pub(super) rng: Rng,
    matchers: HashMap<String, Option<jsonschema::Validator>>,
    /// The chance of an optional member, in 256ths.
    density: u8,
    budget: usize,
    fault: Option<(Site, usize, bool)>,
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
            fault: None,
        }
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
        self.value(&[0], route, 0)
    }

    /// A document with one fault at a site. `turn` counts the tries at this
    /// site: each takes another kind of fault.
    pub fn faulty(&mut self, route: &[Hop], site: &Site, turn: usize) -> Doc {
        self.start();
        self.fault = Some((site.clone(), turn, false));
        self.value(&[0], Some(route), 0)
    }

    /// A document that only just meets the constraint of a site: a text of
    /// exactly the greatest length, the bound itself, each code in turn.
    pub fn edge(&mut self, route: &[Hop], site: &Site, turn: usize) -> Doc {
        self.start();
        self.fault = Some((site.clone(), turn, true));
        self.value(&[0], Some(route), 0)
    }

    fn start(&mut self) {
        self.density = [0, 8, 24, 24, 64, 128, 230, 255][self.rng.usize(..8)];
        self.budget = if self.density > 200 { 400 } else { 80 };
    }

    fn chance(&mut self, of_256: u8) -> bool {
        self.rng.u8(..) < of_256
    }

    fn spare(&self, depth: usize) -> bool {
        self.budget > 0 && depth < 24
    }

    /// Draws a value for which all of `roots` hold.
    pub(super) fn value(&mut self, roots: &[usize], route: Option<&[Hop]>, depth: usize) -> Doc {
        self.budget = self.budget.saturating_sub(1);
        let mut place = Place::default();
        let mut route = route;
        for root in roots {
            self.flatten(*root, &mut place, &mut route, depth);
        }
        let at_target = route.is_some_and(<[Hop]>::is_empty);
        let doc = if depth > 110 {
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

    fn nodes<'p>(&self, place: &'p Place) -> impl Iterator<Item = &'g Node<'a>> + use<'p, 'g, 'a> {
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

    /// The kinds that the keywords speak about.
    fn spoken(&self, place: &Place) -> u8 {
        const WORDS: [(u8, &[&str]); 4] = [
            (
                kind::INTEGER,
                &[
                    "minimum",
                    "maximum",
                    "exclusiveMinimum",
                    "exclusiveMaximum",
                    "multipleOf",
                ],
            ),
            (
                kind::STRING,
                &["minLength", "maxLength", "pattern", "format"],
            ),
            (
                kind::ARRAY,
                &[
                    "items",
                    "prefixItems",
                    "contains",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "unevaluatedItems",
                ],
            ),
            (
                kind::OBJECT,
                &[
                    "properties",
                    "patternProperties",
                    "additionalProperties",
                    "required",
                    "propertyNames",
                    "minProperties",
                    "maxProperties",
                    "dependentRequired",
                    "dependentSchemas",
                    "dependencies",
                    "unevaluatedProperties",
                ],
            ),
        ];
        WORDS
            .iter()
            .filter(|(_, words)| {
                self.nodes(place)
                    .any(|node| words.iter().any(|word| node.get(word).is_some()))
            })
            .fold(0, |all, (kind, _)| all | kind)
    }

    pub(super) fn has_pattern(&self, place: &Place) -> bool {
        self.nodes(place).any(|node| node.get("pattern").is_some())
    }

    fn number(&mut self, place: &Place, whole: bool) -> String {
        let limit = |node: &Node<'_>, keyword: &str| -> Option<Decimal> {
            node.get(keyword)
                .filter(|value| value.is_number())
                .and_then(|value| Decimal::parse(&value.to_string()))
        };
        let mut low: Option<(Decimal, bool)> = None;
        let mut high: Option<(Decimal, bool)> = None;
        let mut step: Option<Decimal> = None;
        for node in self.nodes(place) {
            for (keyword, exclusive) in [("minimum", false), ("exclusiveMinimum", true)] {
                let strict = exclusive || node.get("exclusiveMinimum") == Some(&Value::Bool(true));
                if let Some(value) = limit(node, keyword) {
                    if low.is_none_or(|(known, _)| {
                        value.order(known).is_some_and(std::cmp::Ordering::is_ge)
                    }) {
                        low = Some((value, strict));
                    }
                }
            }
            for (keyword, exclusive) in [("maximum", false), ("exclusiveMaximum", true)] {
                let strict = exclusive || node.get("exclusiveMaximum") == Some(&Value::Bool(true));
                if let Some(value) = limit(node, keyword) {
                    if high.is_none_or(|(known, _)| {
                        value.order(known).is_some_and(std::cmp::Ordering::is_le)
                    }) {
                        high = Some((value, strict));
                    }
                }
            }
            step = limit(node, "multipleOf").or(step);
        }
        if low.is_none() && high.is_none() && step.is_none() {
            return scalar::number(whole, &mut self.rng);
        }
        let units = ["1", "0.5", "0.01", "0.000001"];
        let first = if whole { 0 } else { self.rng.usize(..3) };
        let unit = step.or_else(|| Decimal::parse(units[first]));
        unit.and_then(|unit| self.multiple(unit, low, high))
            .or_else(|| self.multiple(Decimal::parse("0.000001")?, low, high))
            .map_or_else(|| "0".to_owned(), |value| self.dress(&value.token()))
    }

    fn multiple(
        &mut self,
        unit: Decimal,
        low: Option<(Decimal, bool)>,
        high: Option<(Decimal, bool)>,
    ) -> Option<Decimal> {
        let edge = |bound: Decimal, strict: bool| -> Option<i128> {
            let steps = bound.steps_up(unit)?;
            let on = unit.times(steps)?.order(bound)?.is_eq();
            Some(steps + i128::from(strict && on))
        };
        let from = match low {
            Some((bound, strict)) => Some(edge(bound, strict)?),
            None => None,
        };
        let to = match high {
            Some((bound, strict)) => Some(-edge(Decimal::whole(0).minus(bound)?, strict)?),
            None => None,
        };
        let (from, to) = match (from, to) {
            (Some(from), Some(to)) => (from, to),
            (Some(from), None) => (from, from + 1_000),
            (None, Some(to)) => (to - 1_000, to),
            (None, None) => (-1_000, 1_000),
        };
        if from > to {
            return None;
        }
        let chosen = match self.rng.u8(..5) {
            0 => from,
            1 => to,
            2 => (from + 1).min(to),
            _ => self.rng.i128(from..=to),
        };
        unit.times(chosen)
    }

    /// Sometimes another spelling of the same number.
    fn dress(&mut self, token: &str) -> String {
        if !super::number::integer_form(token) {
            return token.to_owned();
        }
        match self.rng.u8(..12) {
            0 => format!("{token}.0"),
            1 => format!("{token}e0"),
            _ => token.to_owned(),
        }
    }

    fn text(&mut self, place: &Place) -> String {
        let least = self
            .nodes(place)
            .filter_map(|node| node.count("minLength"))
            .max()
            .unwrap_or(0);
        let most = self
            .nodes(place)
            .filter_map(|node| node.count("maxLength"))
            .min();
        let mut samples: Vec<&'a str> = Vec::new();
        let mut patterns: Vec<&'a str> = Vec::new();
        for node in self.nodes(place) {
            for keyword in ["example", "default"] {
                samples.extend(node.get(keyword).and_then(Value::as_str));
            }
            samples.extend(
                node.get("examples")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str),
            );
            patterns.extend(node.get("pattern").and_then(Value::as_str));
            samples.extend(format_samples(node.get("format").and_then(Value::as_str)));
        }
        let fits = |text: &str| {
            let length = text.chars().count();
            length >= least && most.is_none_or(|most| length <= most)
        };
        if !samples.is_empty() && self.rng.u8(..3) == 0 {
            let sample = samples[self.rng.usize(..samples.len())];
            if fits(sample) && patterns.iter().all(|pattern| self.matches(pattern, sample)) {
                return sample.to_owned();
            }
        }
        if patterns.is_empty() {
            return scalar::text(least, most, &mut self.rng);
        }
        let mut last = String::new();
        for _ in 0..12 {
            last = pattern::draw(patterns[self.rng.usize(..patterns.len())], &mut self.rng);
            if fits(&last) && patterns.iter().all(|pattern| self.matches(pattern, &last)) {
                break;
            }
        }
        last
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

    fn list(&mut self, place: &Place, hop: Option<(&Hop, &[Hop])>, depth: usize) -> Doc {
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

    fn member(&mut self, roots: &[usize], route: Option<&[Hop]>, depth: usize) -> Doc {
        if roots.is_empty() && route.is_none() {
            return scalar::any(depth.min(2), &mut self.rng);
        }
        self.value(roots, route, depth + 1)
    }

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

    fn object(&mut self, place: &Place, hop: Option<(&Hop, &[Hop])>, depth: usize) -> Doc {
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
        names.extend(needed);
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
            if route.is_none() && roots.iter().any(|root| graph.nodes[*root].is_false()) {
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
        other => other.to_text(super::text::Style::Compact),
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

/// Texts for a format, in more spellings than it allows: as an annotation it
/// must leave every one of them alone.
fn format_samples(format: Option<&str>) -> &'static [&'static str] {
    match format {
        Some("date-time" | "date" | "time" | "duration") => &[
            "2025-06-30T12:00:00Z",
            "2024-02-29T23:59:59.123+02:00",
            "2024-02-29t23:59:59.100z",
            "2025-06-30T12:00:00",
            "2025-06-30 12:00:00-00:00",
            "2025-06-30",
            "2024-02-29",
            "12:00:00Z",
            "12:00:00.5+01:00",
            "P1DT2H",
        ],
        Some("email" | "idn-email") => &["someone@example.org", "Someone@EXAMPLE.org"],
        Some("uuid") => &[
            "0188f3f0-9d4c-7e61-8f66-0b8f1b9f6c11",
            "0188F3F0-9D4C-7E61-8F66-0B8F1B9F6C11",
        ],
        Some("uri" | "uri-reference" | "iri") => {
            &["https://example.org/a?b#c", "HTTP://EXAMPLE.org", "a/../b"]
        }
        Some("hostname") => &["example.org"],
        Some("ipv4" | "ipv6") => &["192.0.2.1", "2001:db8::1", "2001:0DB8::0001"],
        _ => &[],
    }
}
