//! `Graph` → `Rules`: each keyword checked for its form and translated.
//!
//! What a draft's meta-schema would refuse is refused here, at the keyword,
//! with its place; unknown keywords and those of other drafts mean nothing.

mod applicators;
mod array;
mod corrected;
mod cycle;
mod form;
mod number;
mod object;
mod opened;
mod pattern;
mod reference;
mod scope;
mod string;
mod value;

mod notes;

use std::collections::{HashMap, VecDeque};
use std::path::PathBuf;
use std::sync::Arc;

use super::name::Name;
use super::rule::{Location, Root, Rule, RuleId, Rules};
use crate::config::{Config, Places};
use crate::diagnostics::{Collector, Diagnostic, Diagnostics, Kind, Text};
use crate::load::{Documents, Json, JsonKind, Loader, Source};
use crate::overlay::Overlays;
use crate::resolve::{self, Dialect, Draft, Graph, NodeId};
use scope::{ScopeId, Scopes};

/// The front half of the engine: schemas in, rules out.
///
/// Gives the documents that were read, the rules, and the path of every file
/// and folder that the result depends on.
///
/// # Errors
///
/// Everything that is wrong with the input, at once for each stage: files
/// first; then references, keywords and configuration together.
///
/// ```
/// use isoschema::{config::Config, load::Source, lower::keywords::rules};
///
/// let text = r#"{"type": "object", "properties": {"code": {"type": "string"}}}"#;
/// let source = Source::texts([("order.json".to_owned(), text.to_owned())]);
/// let (_, rules, _) = rules(&source, &Config::new()).unwrap();
/// assert_eq!(rules.roots[0].name, "order");
/// assert!(rules.get(rules.roots[0].rule).properties.contains_key("code"));
/// ```
pub fn rules(
    source: &Source,
    config: &Config,
) -> Result<(Documents, Rules, Vec<PathBuf>), Diagnostics> {
    let mut overlays = Overlays::default();
    overlays.extend(config.overlays.iter().cloned());
    let mut loader = Loader::with(source, overlays, config.repeated_members);
    if !loader.problems.is_empty() {
        std::mem::take(&mut loader.problems).finish(())?;
    }
    let (graph, mut loader, mut problems) = resolve::resolve(loader, config.default_draft);
    problems.append(std::mem::take(&mut loader.problems));
    let places = Places::find(config, &graph, &mut problems);
    let mut rules = Lowering::new(&graph, config, places).run(&mut problems);
    rules
        .warnings
        .extend(problems.take_warnings().into_iter().flatten());
    let mut read = loader.read();
    read.extend(config.files.iter().cloned());
    problems.finish((graph.documents, rules, read))
}

/// A schema object that is being translated.
#[derive(Clone, Copy)]
struct Schema<'a> {
    id: NodeId,
    document: usize,
    pointer: &'a str,
    dialect: Dialect,
    scope: ScopeId,
    json: &'a Json,
    text: &'a Arc<Text>,
}

impl<'a> Schema<'a> {
    /// A keyword's value.
    fn get(&self, keyword: &str) -> Option<&'a Json> {
        self.json.get(keyword)
    }

    fn since(&self, draft: Draft) -> bool {
        self.dialect.since(draft)
    }
}

/// Rules in the making. A rule gets its number when something first asks for
/// it, and is translated in that order.
struct Lowering<'a> {
    graph: &'a Graph,
    config: &'a Config,
    places: Places,
    corrected: HashMap<NodeId, Vec<String>>,
    scopes: Scopes,
    problems: Collector,
    rules: Vec<Rule>,
    numbers: HashMap<(NodeId, ScopeId), RuleId>,
    queue: VecDeque<(NodeId, ScopeId)>,
    patterns: HashMap<String, Result<(), String>>,
}

impl<'a> Lowering<'a> {
    fn new(graph: &'a Graph, config: &'a Config, places: Places) -> Self {
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

    fn run(mut self, problems: &mut Collector) -> Rules {
        let mut roots = Vec::new();
        for (name, id) in &self.graph.roots {
            let rule = self.start(*id);
            roots.push(Root {
                name: name.clone(),
                rule,
            });
        }
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
        Rules {
            rules: self.rules,
            roots,
            warnings: Vec::new(),
            assumed: self.graph.assumed.clone(),
        }
    }

    /// The rule of a schema that evaluation starts at.
    fn start(&mut self, id: NodeId) -> RuleId {
        let scope = self.scopes.outermost();
        self.rule(id, scope)
    }

    /// The rule of a schema that is entered from a dynamic scope.
    fn rule(&mut self, id: NodeId, from: ScopeId) -> RuleId {
        let scope = self.scopes.enter(self.graph, from, id);
        let next = RuleId(u32::try_from(self.numbers.len()).unwrap_or(u32::MAX));
        *self.numbers.entry((id, scope)).or_insert_with(|| {
            self.queue.push_back((id, scope));
            next
        })
    }

    /// The rule of a schema inside a schema.
    fn inner(&mut self, schema: &Schema<'_>, suffix: &str) -> Option<RuleId> {
        let pointer = format!("{}{suffix}", schema.pointer);
        let id = self.graph.at(schema.document, &pointer)?;
        Some(self.rule(id, schema.scope))
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
        let opened = self.places.open.get(&id);
        rule.open = opened.is_some();
        rule.open_reason = opened.map(|setting| setting.value.clone());
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
            JsonKind::Object(_) => self.keywords(&schema, &mut rule),
            _ => self.not_a_schema(&schema),
        }
        rule
    }

    fn keywords(&mut self, schema: &Schema<'_>, rule: &mut Rule) {
        Self::notes(schema, rule);
        if schema.dialect.is_bare_reference(schema.json) {
            self.references(schema, rule);
            return;
        }
        if schema.dialect.validation {
            self.value(schema, rule);
            self.numbers(schema, rule);
            self.strings(schema, rule);
            self.array_limits(schema, rule);
            self.object_limits(schema, rule);
        }
        self.formats(schema, rule);
        // Rules are numbered in the order in which they are checked.
        if schema.dialect.applicator {
            self.arrays(schema, rule);
            self.members(schema, rule);
            self.contains(schema, rule);
            self.names_of_members(schema, rule);
        }
        self.references(schema, rule);
        if schema.dialect.applicator {
            rule.all_of = self.list(schema, "allOf");
            self.dependent(schema, rule);
            self.applicators(schema, rule);
        }
        if schema.dialect.unevaluated {
            rule.unevaluated_items = self.single(schema, "unevaluatedItems");
            rule.unevaluated_properties = self.single(schema, "unevaluatedProperties");
        }
        self.of_draft_3(schema);
    }

    fn not_a_schema(&mut self, schema: &Schema<'_>) {
        let reason = format!(
            "a schema is an object, `true` or `false`, not {}",
            schema.json.kind_name()
        );
        let diagnostic = Diagnostic::at(Kind::Keyword, schema.text, schema.json.span, reason);
        self.problems.push(diagnostic.pointer(schema.pointer));
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
