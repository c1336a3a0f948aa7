//! A self-contained schema → its nodes and the ways between them.

use std::collections::{BTreeMap, HashMap, VecDeque};

use serde_json::Value;

use super::bundle::{Draft, draft_of};
use super::kind;
use super::uri::{escape, percent_decode};

/// One schema of the graph; the other fields are indices of nodes.
#[derive(Debug, Default)]
pub struct Node<'a> {
    /// Its JSON Pointer.
    pub pointer: String,
    /// The schema, `None` only where a reference leads out of the graph.
    pub schema: Option<&'a Value>,
    /// `$ref` and `allOf`: what holds for the same value.
    pub same: Vec<usize>,
    /// `anyOf`.
    pub any: Vec<usize>,
    /// `oneOf`.
    pub one: Vec<usize>,
    /// `not`.
    pub not: Option<usize>,
    /// `if`.
    pub condition: Option<usize>,
    /// `then`.
    pub then: Option<usize>,
    /// `else`.
    pub otherwise: Option<usize>,
    /// `dependentSchemas`.
    pub dependent: Vec<(String, usize)>,
    /// `properties`.
    pub properties: BTreeMap<String, usize>,
    /// `patternProperties`.
    pub patterns: Vec<(String, usize)>,
    /// `additionalProperties`.
    pub additional: Option<usize>,
    /// `unevaluatedProperties`.
    pub unevaluated: Option<usize>,
    /// `propertyNames`.
    pub names: Option<usize>,
    /// `prefixItems`.
    pub prefix: Vec<usize>,
    /// `items` behind the prefix.
    pub items: Option<usize>,
    /// `unevaluatedItems`.
    pub unevaluated_items: Option<usize>,
    /// `contains`.
    pub contains: Option<usize>,
}

impl<'a> Node<'a> {
    /// A keyword's value.
    pub fn get(&self, keyword: &str) -> Option<&'a Value> {
        self.schema.and_then(|schema| schema.get(keyword))
    }

    /// Whether this is `true` or says nothing.
    pub fn is_true(&self) -> bool {
        match self.schema {
            Some(Value::Bool(verdict)) => *verdict,
            Some(Value::Object(members)) => members.is_empty(),
            _ => false,
        }
    }

    /// Whether this is `false`.
    pub fn is_false(&self) -> bool {
        self.schema == Some(&Value::Bool(false))
    }

    /// A keyword that is a count.
    pub fn count(&self, keyword: &str) -> Option<usize> {
        let value = self.get(keyword)?;
        let whole = value.as_u64().and_then(|count| usize::try_from(count).ok());
        // `2.0` is a count as well.
        whole.or_else(|| value.to_string().strip_suffix(".0")?.parse().ok())
    }

    /// The names of `required`.
    pub fn required(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        self.get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
    }

    /// The names that a present member asks for.
    pub fn dependents(&self) -> Vec<(&'a str, Vec<&'a str>)> {
        ["dependentRequired", "dependencies"]
            .iter()
            .filter_map(|keyword| self.get(keyword).and_then(Value::as_object))
            .flatten()
            .filter_map(|(name, others)| {
                let others = others
                    .as_array()?
                    .iter()
                    .filter_map(Value::as_str)
                    .collect();
                Some((name.as_str(), others))
            })
            .collect()
    }
}

/// How a value leads to the value that the next node speaks about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The same value, always.
    Same,
    /// The same value, if it takes this arm of `anyOf`.
    Any(usize),
    /// The same value, if it takes this arm of `oneOf`.
    One(usize),
    /// The same value, if it meets the condition.
    Then,
    /// The same value, if it misses the condition.
    Otherwise,
    /// The same value, if it has this member.
    Dependent(String),
    /// The member of this name.
    Property(String),
    /// A member whose name fits the pattern.
    Pattern(String),
    /// Any other member.
    Additional,
    /// The name of a member.
    Names,
    /// The item at this place.
    Item(usize),
}

/// One step on a way through the graph.
#[derive(Debug, Clone)]
pub struct Hop {
    /// Where it starts.
    pub from: usize,
    /// How it goes.
    pub step: Step,
    /// Where it ends.
    pub to: usize,
}

/// The nodes of a schema; the first is the root.
#[derive(Debug)]
pub struct Graph<'a> {
    /// All nodes that the root leads to.
    pub nodes: Vec<Node<'a>>,
    /// The draft.
    pub draft: Draft,
    /// Whether `format` asserts.
    pub formats: bool,
}

struct Builder<'a> {
    whole: &'a Value,
    by_pointer: HashMap<String, usize>,
    nodes: Vec<Node<'a>>,
    waiting: VecDeque<usize>,
    legacy: bool,
}

impl<'a> Graph<'a> {
    /// The graph of a schema whose references are all local.
    pub fn new(whole: &'a Value) -> Self {
        let draft = draft_of(whole);
        let mut builder = Builder {
            whole,
            by_pointer: HashMap::new(),
            nodes: Vec::new(),
            waiting: VecDeque::new(),
            legacy: draft <= Draft::Seven,
        };
        builder.node(String::new(), Some(whole));
        while let Some(index) = builder.waiting.pop_front() {
            builder.fill(index);
        }
        Self {
            nodes: builder.nodes,
            draft,
            formats: false,
        }
    }

    /// Says whether `format` asserts.
    #[must_use]
    pub fn with_formats(mut self, formats: bool) -> Self {
        self.formats = formats;
        self
    }

    /// Where one can go from a node.
    pub fn steps(&self, from: usize) -> Vec<(Step, usize)> {
        let node = &self.nodes[from];
        let mut steps: Vec<(Step, usize)> = Vec::new();
        steps.extend(node.same.iter().map(|to| (Step::Same, *to)));
        steps.extend(
            node.any
                .iter()
                .enumerate()
                .map(|(arm, to)| (Step::Any(arm), *to)),
        );
        steps.extend(
            node.one
                .iter()
                .enumerate()
                .map(|(arm, to)| (Step::One(arm), *to)),
        );
        steps.extend(node.then.map(|to| (Step::Then, to)));
        steps.extend(node.otherwise.map(|to| (Step::Otherwise, to)));
        steps.extend(
            node.dependent
                .iter()
                .map(|(name, to)| (Step::Dependent(name.clone()), *to)),
        );
        steps.extend(
            node.properties
                .iter()
                .map(|(name, to)| (Step::Property(name.clone()), *to)),
        );
        steps.extend(
            node.patterns
                .iter()
                .map(|(name, to)| (Step::Pattern(name.clone()), *to)),
        );
        steps.extend(node.additional.map(|to| (Step::Additional, to)));
        steps.extend(node.unevaluated.map(|to| (Step::Additional, to)));
        steps.extend(node.names.map(|to| (Step::Names, to)));
        steps.extend(
            node.prefix
                .iter()
                .enumerate()
                .map(|(at, to)| (Step::Item(at), *to)),
        );
        steps.extend(node.items.map(|to| (Step::Item(node.prefix.len()), to)));
        steps.extend(
            node.unevaluated_items
                .map(|to| (Step::Item(node.prefix.len()), to)),
        );
        steps
    }

    /// For each node the shortest way from the root; `None` for nodes that
    /// only a `not`, an `if` or a `contains` leads to.
    pub fn routes(&self) -> Vec<Option<Vec<Hop>>> {
        let mut routes: Vec<Option<Vec<Hop>>> = vec![None; self.nodes.len()];
        if let Some(first) = routes.first_mut() {
            *first = Some(Vec::new());
        }
        let mut waiting = VecDeque::from([0]);
        while let Some(from) = waiting.pop_front() {
            for (step, to) in self.steps(from) {
                if routes[to].is_none() {
                    let mut route = routes[from].clone().unwrap_or_default();
                    route.push(Hop { from, step, to });
                    routes[to] = Some(route);
                    waiting.push_back(to);
                }
            }
        }
        routes
    }

    /// The kinds of values that a node can take at all, as far as `type`,
    /// `enum` and `const` say, `$ref` and `allOf` followed.
    pub fn kinds(&self, index: usize, depth: usize) -> u8 {
        let node = &self.nodes[index];
        if node.is_false() {
            return 0;
        }
        let mut kinds = node.get("type").map_or(kind::ALL, kind::of_type);
        if let Some(Value::Array(values)) = node.get("enum") {
            kinds &= values
                .iter()
                .map(kind::of_value)
                .fold(0, |all, one| all | one);
        }
        kinds &= node.get("const").map_or(kind::ALL, kind::of_value);
        if depth < 8 {
            for to in &node.same {
                kinds &= self.kinds(*to, depth + 1);
            }
        }
        kinds
    }
}

impl<'a> Builder<'a> {
    fn node(&mut self, pointer: String, schema: Option<&'a Value>) -> usize {
        if let Some(known) = self.by_pointer.get(&pointer) {
            return *known;
        }
        let index = self.nodes.len();
        self.by_pointer.insert(pointer.clone(), index);
        self.nodes.push(Node {
            pointer,
            schema,
            ..Node::default()
        });
        self.waiting.push_back(index);
        index
    }

    fn child(&mut self, of: usize, keyword: &str) -> Option<usize> {
        let schema = self.nodes[of].get(keyword)?;
        if !schema.is_object() && !schema.is_boolean() {
            return None;
        }
        let pointer = format!("{}/{keyword}", self.nodes[of].pointer);
        Some(self.node(pointer, Some(schema)))
    }

    fn list(&mut self, of: usize, keyword: &str) -> Vec<usize> {
        let items = self.nodes[of].get(keyword).and_then(Value::as_array);
        let base = format!("{}/{keyword}", self.nodes[of].pointer);
        items
            .into_iter()
            .flatten()
            .enumerate()
            .map(|(index, schema)| self.node(format!("{base}/{index}"), Some(schema)))
            .collect()
    }

    fn map(&mut self, of: usize, keyword: &str) -> Vec<(String, usize)> {
        let members = self.nodes[of].get(keyword).and_then(Value::as_object);
        let base = format!("{}/{keyword}", self.nodes[of].pointer);
        members
            .into_iter()
            .flatten()
            .filter(|(_, schema)| schema.is_object() || schema.is_boolean())
            .map(|(name, schema)| {
                (
                    name.clone(),
                    self.node(format!("{base}/{}", escape(name)), Some(schema)),
                )
            })
            .collect()
    }

    fn fill(&mut self, index: usize) {
        if let Some(reference) = self.nodes[index].get("$ref").and_then(Value::as_str) {
            let pointer = percent_decode(reference.strip_prefix('#').unwrap_or(reference));
            let target = self.whole.pointer(&pointer);
            let target = self.node(pointer, target);
            self.nodes[index].same.push(target);
            if self.legacy {
                return;
            }
        }
        let same = self.list(index, "allOf");
        self.nodes[index].same.extend(same);
        let any = self.list(index, "anyOf");
        let one = self.list(index, "oneOf");
        let not = self.child(index, "not");
        let condition = self.child(index, "if");
        let (then, otherwise) = if condition.is_some() {
            (self.child(index, "then"), self.child(index, "else"))
        } else {
            (None, None)
        };
        let mut dependent = self.map(index, "dependentSchemas");
        dependent.extend(self.map(index, "dependencies"));
        let properties = self.map(index, "properties").into_iter().collect();
        let patterns = self.map(index, "patternProperties");
        let additional = self.child(index, "additionalProperties");
        let unevaluated = self.child(index, "unevaluatedProperties");
        let names = self.child(index, "propertyNames");
        let mut prefix = self.list(index, "prefixItems");
        let mut items = self.child(index, "items");
        if self.nodes[index].get("items").is_some_and(Value::is_array) {
            prefix = self.list(index, "items");
            items = self.child(index, "additionalItems");
        }
        let unevaluated_items = self.child(index, "unevaluatedItems");
        let contains = self.child(index, "contains");
        let node = &mut self.nodes[index];
        (node.any, node.one, node.not) = (any, one, not);
        (node.condition, node.then, node.otherwise) = (condition, then, otherwise);
        (node.dependent, node.properties, node.patterns) = (dependent, properties, patterns);
        (node.additional, node.unevaluated, node.names) = (additional, unevaluated, names);
        (node.prefix, node.items) = (prefix, items);
        (node.unevaluated_items, node.contains) = (unevaluated_items, contains);
    }
}
