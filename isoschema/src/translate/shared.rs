//! Definitions that several documents repeat → one.
//!
//! Schemas that are bundled one by one carry the same definition each. What is
//! equal under one name, with all that it refers to, is one definition: that of
//! the first document by name; the others refer to it.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::keywords::reference::Reference;
use crate::load::json::{Json, is_below};
use crate::resolve::dialect::Dialect;
use crate::resolve::graph::{Graph, NodeId};
use crate::rules::id::RuleId;
use crate::rules::rule::{Rule, Rules};

/// Makes one of equal definitions.
pub(super) fn share(rules: &mut Rules, graph: &Graph, nodes: &HashMap<RuleId, NodeId>) {
    let mut by_name: BTreeMap<&str, Vec<RuleId>> = BTreeMap::new();
    for (id, rule) in rules.all() {
        if let Some(name) = rule.entry.as_deref().filter(|_| is_inside(rule)) {
            by_name.entry(name).or_default().push(id);
        }
    }
    let mut shared: Vec<(RuleId, RuleId)> = Vec::new();
    let mut equal = Equal {
        rules,
        graph,
        nodes,
        known: HashMap::new(),
    };
    for mut ids in by_name.into_values() {
        ids.sort_by_key(|id| (&rules.get(*id).location, *id));
        let mut kept: Vec<RuleId> = Vec::new();
        for id in ids {
            let document = &rules.get(id).location.document;
            let is_other = |first: &&RuleId| rules.get(**first).location.document != *document;
            match kept
                .iter()
                .filter(is_other)
                .find(|first| equal.are(**first, id))
            {
                Some(first) => shared.push((*first, id)),
                None => kept.push(id),
            }
        }
    }
    shared.sort_unstable();
    for (first, other) in shared {
        refer(rules, other, first);
    }
}

/// Makes a schema one that only refers to another, which stands for it from now on.
pub(super) fn refer(rules: &mut Rules, from: RuleId, to: RuleId) {
    let place = rules.get(from).location.clone();
    let rule = &mut rules.rules[from.0 as usize];
    let alone = Rule::new(rule.location.clone()).with(Reference(to));
    let whole = std::mem::replace(rule, alone);
    rule.entry = whole.entry;
    rule.notes = whole.notes;
    rules.rules[to.0 as usize].notes.places.push(place);
}

/// Whether a schema stands inside a document that is more than it.
fn is_inside(rule: &Rule) -> bool {
    !rule.location.pointer.is_empty()
}

/// What is known of which schemas are equal.
struct Equal<'r> {
    rules: &'r Rules,
    graph: &'r Graph,
    /// The schema of each rule.
    nodes: &'r HashMap<RuleId, NodeId>,
    /// The text of each schema that was compared.
    known: HashMap<RuleId, Option<String>>,
}

impl Equal<'_> {
    /// Whether two schemas say the same, in the same words, with all that they
    /// refer to. Those that are being compared count as equal: what would tell
    /// them apart is found elsewhere.
    fn are(&mut self, one: RuleId, two: RuleId) -> bool {
        let mut seen: HashSet<(RuleId, RuleId)> = HashSet::new();
        // What stands inside of what was compared has the same words.
        let mut open = vec![(one, two, false)];
        while let Some((one, two, is_inside)) = open.pop() {
            if one == two || !seen.insert((one, two)) {
                continue;
            }
            let [left, right] = [one, two].map(|id| self.rules.get(id));
            let are_read_alike = self.dialect(one) == self.dialect(two);
            let mut differ = || self.text(one) != self.text(two);
            if !are_read_alike || !are_configured_alike(left, right) || (!is_inside && differ()) {
                return false;
            }
            let (inner, others) = (left.inner(), right.inner());
            if inner.len() != others.len() {
                return false;
            }
            let pairs = inner.into_iter().zip(others);
            open.extend(pairs.map(|((_, one), (_, two))| {
                let is_inside = self.is_part(one, left) && self.is_part(two, right);
                (one, two, is_inside)
            }));
        }
        true
    }

    /// Whether a schema stands inside another one.
    fn is_part(&self, id: RuleId, of: &Rule) -> bool {
        let location = &self.rules.get(id).location;
        location.document == of.location.document
            && is_below(&location.pointer, &of.location.pointer)
    }

    /// By which draft a schema is read.
    fn dialect(&self, id: RuleId) -> Option<Dialect> {
        self.nodes
            .get(&id)
            .map(|node| self.graph.node(*node).dialect)
    }

    /// What a schema says, in one form.
    fn text(&mut self, id: RuleId) -> Option<String> {
        let text = self.known.entry(id).or_insert_with(|| {
            let node = self.nodes.get(&id)?;
            self.graph.json(*node).map(Json::canonical)
        });
        text.clone()
    }
}

/// Whether the configuration makes the same of two schemas, where they say the
/// same.
fn are_configured_alike(one: &Rule, two: &Rule) -> bool {
    one.is_open() == two.is_open()
        && one.rust_name == two.rust_name
        && one.foreign == two.foreign
        && one.notes.corrections == two.notes.corrections
}
