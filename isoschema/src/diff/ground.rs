//! A bundle → what tells, at any of its places, which documents fit, and draws some.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value, json};

use crate::kit::Sources;
use crate::kit::draw::Drawer;
use crate::kit::graph::{Graph, Hop};
use crate::kit::site::Site;
use crate::kit::text::{Doc, Style};
use crate::kit::uri::percent_encode;

/// One schema of all places of a bundle: a member for each.
#[derive(Debug)]
pub(super) struct Ground {
    whole: Value,
    members: BTreeMap<String, String>,
    validator: jsonschema::Validator,
}

impl Ground {
    pub(super) fn of(
        bundle: &Value,
        places: impl IntoIterator<Item = String>,
        sources: &Sources,
    ) -> Result<Self, String> {
        let members = places.into_iter().enumerate();
        let members: BTreeMap<String, String> =
            members.map(|(at, place)| (place, at.to_string())).collect();
        let properties = members.iter().map(|(place, member)| {
            let reference = format!("#{}", percent_encode(place));
            (member.clone(), json!({ "$ref": reference }))
        });
        let properties: Map<String, Value> = properties.collect();
        let mut whole = bundle.clone();
        if let Value::Object(whole) = &mut whole {
            whole.remove("$ref");
            whole.insert("properties".to_owned(), properties.into());
        }
        let validator = sources.validator(&whole)?;
        Ok(Self {
            whole,
            members,
            validator,
        })
    }

    /// Whether a document fits the schema of a place.
    pub(super) fn fits(&self, place: &str, document: &Value) -> bool {
        self.members.get(place).is_some_and(|member| {
            let document = json!({ member.as_str(): document });
            self.validator.is_valid(&document)
        })
    }

    pub(super) fn graph(&self) -> Graph<'_> {
        Graph::new(&self.whole)
    }
}

/// Draws documents of the places of a bundle.
#[derive(Debug)]
pub(super) struct Drawing<'g> {
    graph: &'g Graph<'g>,
    drawer: Drawer<'g, 'g>,
    nodes: HashMap<&'g str, usize>,
    sites: HashMap<usize, Vec<Site>>,
}

impl<'g> Drawing<'g> {
    pub(super) fn of(graph: &'g Graph<'g>) -> Self {
        let nodes = graph.nodes.iter().enumerate();
        let nodes = nodes.map(|(at, node)| (node.pointer.as_str(), at));
        let mut sites: HashMap<usize, Vec<Site>> = HashMap::new();
        for site in graph.sites() {
            sites.entry(site.node).or_default().push(site);
        }
        Self {
            graph,
            drawer: Drawer::new(graph, 1),
            nodes: nodes.collect(),
            sites,
        }
    }

    /// A document that strives to fit a place, and where one is named, has a value there.
    pub(super) fn valid(&mut self, place: &str, inside: Option<&str>) -> Option<Value> {
        let from = *self.nodes.get(place)?;
        let route: Vec<Hop> = inside
            .and_then(|it| self.hop(place, it))
            .into_iter()
            .collect();
        self.drawer.start_at(from);
        read(&self.drawer.valid((!route.is_empty()).then_some(&route)))
    }

    fn hop(&self, place: &str, inside: &str) -> Option<Hop> {
        let from = *self.nodes.get(place)?;
        let to = self.nodes.get(format!("{place}{inside}").as_str())?;
        let mut steps = self.graph.steps(from).into_iter();
        let (step, to) = steps.find(|(_, end)| end == to)?;
        Some(Hop { from, step, to })
    }

    /// How many constraints a place states.
    pub(super) fn count(&self, place: &str) -> usize {
        let node = self.nodes.get(place);
        let sites = node.and_then(|node| self.sites.get(node));
        sites.map_or(0, Vec::len)
    }

    /// A document with a fault at one of the constraints of a place, or of what stands
    /// inside of it.
    pub(super) fn faulty(
        &mut self,
        place: &str,
        inside: &str,
        site: usize,
        turn: usize,
    ) -> Option<Value> {
        let from = *self.nodes.get(place)?;
        let node = *self.nodes.get(format!("{place}{inside}").as_str())?;
        let route: Vec<Hop> = match inside {
            "" => Vec::new(),
            inside => vec![self.hop(place, inside)?],
        };
        let site = self.sites.get(&node)?.get(site)?;
        self.drawer.start_at(from);
        read(&self.drawer.faulty(&route, site, turn))
    }
}

fn read(document: &Doc) -> Option<Value> {
    serde_json::from_str(&document.to_text(Style::Compact)).ok()
}
