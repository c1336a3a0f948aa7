//! The rules in the making, one for each schema object and dynamic scope.

use std::collections::{HashMap, VecDeque};
use std::sync::Arc;

use indexmap::IndexMap;

use crate::config::places::Places;
use crate::config::settings::Config;
use crate::diagnostics::{Collector, Diagnostic, Kind};
use crate::keywords::regex::Pattern;
use crate::keywords::types::kinds_named;
use crate::load::json::JsonKind;
use crate::names::name::Name;
use crate::resolve::graph::{Graph, Node, NodeId};
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::rules::rule::{Root, Rule, Rules};
use crate::rules::standing::Standing;

use super::corrected;
use super::named::unite;
use super::schema::Schema;
use super::scope::{ScopeId, Scopes};
use super::shared::share;

/// Rules in the making. A rule gets its number when something first asks for
/// it, and is translated in that order.
pub(super) struct Lowering<'a> {
    pub(super) graph: &'a Graph,
    pub(super) config: &'a Config,
    pub(super) places: Places,
    corrected: HashMap<NodeId, Vec<String>>,
    pub(super) scopes: Scopes,
    pub(super) problems: Collector,
    pub(super) rules: Vec<Rule>,
    pub(super) numbers: HashMap<(NodeId, ScopeId), RuleId>,
    queue: VecDeque<(NodeId, ScopeId)>,
    pub(super) patterns: HashMap<String, Result<Pattern, String>>,
}

impl<'a> Lowering<'a> {
    pub(super) fn new(graph: &'a Graph, config: &'a Config, places: Places) -> Self {
        Self {
            graph,
            config,
            places,
            corrected: corrected::corrected(graph),
            scopes: Scopes::new(graph),
            problems: Collector::default(),
            rules: Vec::new(),
            numbers: HashMap::new(),
            queue: VecDeque::new(),
            patterns: HashMap::new(),
        }
    }

    pub(super) fn run(mut self, problems: &mut Collector) -> Rules {
        let mut roots = Vec::new();
        for (name, id) in &self.graph.roots {
            let rule = self.start(*id);
            let document = self.graph.node(*id).document;
            roots.push(Root {
                name: name.clone(),
                document: Arc::clone(&self.graph.documents.get(document).path),
                rule,
            });
        }
        let operations = self.graph.operations.iter();
        let operations = operations.map(|it| it.map(|id| self.start(*id))).collect();
        for id in &self.graph.definitions {
            self.start(*id);
        }
        // Only dynamic scopes make more rules than there are schemas.
        let limit = self.graph.nodes.len() * 16 + 10_000;
        while let Some((id, scope)) = self.queue.pop_front() {
            if self.rules.len() > limit {
                self.too_many(id);
                break;
            }
            let rule = self.translate(id, scope);
            self.rules.push(rule);
        }
        self.report_cycles(&roots);
        self.report_opened();
        problems.append(self.problems);
        roots.sort_by(|a, b| a.name.cmp(&b.name));
        let mut rules = Rules {
            rules: self.rules,
            roots,
            operations,
            standing: standing(self.graph),
            warnings: Vec::new(),
            assumed: self.graph.assumed.clone(),
            alternatives: IndexMap::new(),
        };
        let numbers = self.numbers.into_iter();
        let nodes: HashMap<_, _> = numbers.map(|((node, _), rule)| (rule, node)).collect();
        // Of too many rules, some are missing.
        if nodes.len() == rules.rules.len() {
            share(&mut rules, self.graph, &nodes);
            unite(&mut rules, self.graph, &nodes);
        }
        rules
    }

    /// The rule of a schema that evaluation starts at.
    fn start(&mut self, id: NodeId) -> RuleId {
        let scope = self.scopes.outermost();
        self.rule(id, scope)
    }

    /// The rule of a schema that is entered from a dynamic scope.
    pub(super) fn rule(&mut self, id: NodeId, from: ScopeId) -> RuleId {
        let scope = self.scopes.enter(self.graph, from, id);
        let next = RuleId(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
        *self.numbers.entry((id, scope)).or_insert_with(|| {
            self.queue.push_back((id, scope));
            next
        })
    }

    fn translate(&mut self, id: NodeId, scope: ScopeId) -> Rule {
        let node = self.graph.node(id);
        let document = self.graph.documents.get(node.document);
        let mut rule = Rule::new(Location {
            document: Arc::clone(&document.path),
            pointer: node.pointer.clone(),
        });
        rule.entry.clone_from(&node.entry);
        if rule.entry.is_none() && node.pointer.is_empty() {
            let stem = document.name.rsplit('/').next();
            rule.entry = stem.map(str::to_owned);
        }
        if rule.entry.is_none() {
            rule.entry.clone_from(&node.anchor);
        }
        rule.rust_name = self.places.names.get(&id).cloned();
        rule.foreign = self.places.replaced.get(&id).cloned();
        if let (None, Some(path)) = (&rule.rust_name, &rule.foreign) {
            // Only what has a name is a type of its own.
            rule.rust_name = path.rsplit("::").next().map(Name::of_type);
        }
        if let Some(reasons) = self.corrected.get(&id) {
            rule.notes.corrections.clone_from(reasons);
        }
        let Some(json) = document.json.pointer(&node.pointer) else {
            return rule;
        };
        let schema = Schema {
            id,
            document: node.document,
            pointer: &node.pointer,
            dialect: node.dialect,
            scope,
            json,
            text: &document.text,
        };
        match &json.kind {
            JsonKind::Bool(verdict) => rule.verdict = Some(*verdict),
            JsonKind::Object(_) => self.keywords(schema, &mut rule),
            _ => self.not_a_schema(&schema),
        }
        rule
    }

    fn not_a_schema(&mut self, schema: &Schema<'_>) {
        let reason = format!(
            "a schema is an object, `true` or `false`, not {}",
            schema.json.kind_name()
        );
        let ty = schema.json.as_str();
        let help = match ty.filter(|ty| !kinds_named(ty).is_empty()) {
            Some(ty) => format!("did you mean `{{\"type\": \"{ty}\"}}`?"),
            None => "`{}` is the schema of any value: write that, or leave it out".to_owned(),
        };
        let diagnostic = Diagnostic::at(Kind::Keyword, schema.text, schema.json.span, reason);
        let diagnostic = diagnostic.pointer(schema.pointer).help(help);
        self.problems.push(diagnostic);
    }

    fn too_many(&mut self, id: NodeId) {
        let node = self.graph.node(id);
        let document = self.graph.documents.get(node.document);
        let span = self
            .graph
            .json(id)
            .map_or_else(Default::default, |json| json.span);
        let reason = "dynamic references multiply the schemas beyond the limit of 16 for each";
        let diagnostic = Diagnostic::at(Kind::Limit, &document.text, span, reason);
        self.problems.push(diagnostic.pointer(node.pointer.clone()));
    }
}

/// How schemas are read and where they refer to, where roots stand inside of documents.
fn standing(graph: &Graph) -> HashMap<Location, Standing> {
    let is_plain = |id: &NodeId| {
        let node = graph.node(*id);
        node.pointer.is_empty() && graph.documents.get(node.document).path.ends_with(".json")
    };
    if graph.roots.iter().all(|(_, id)| is_plain(id)) {
        return HashMap::new();
    }
    let place = |node: &Node| Location {
        document: Arc::clone(&graph.documents.get(node.document).path),
        pointer: node.pointer.clone(),
    };
    let all = (0_u32..).map(NodeId).zip(&graph.nodes);
    let all = all.map(|(id, node)| {
        // It is the first of the keywords that refer.
        let refers = graph.json(id).is_some_and(|it| it.get("$ref").is_some());
        let reference = node.references.first().filter(|_| refers);
        let standing = Standing {
            dialect: node.dialect,
            reference: reference.map(|it| place(graph.node(it.target))),
        };
        (place(node), standing)
    });
    all.collect()
}
