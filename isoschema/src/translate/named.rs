//! Places that the configuration gives one name → one schema.
//!
//! A vendor says the same in several places, in other words each time. Where what
//! they ask for is the same, with all that they refer to, the first one by
//! location stands for the others; words that differ are told with the places that say them. Where it is not,
//! planning finds two types of one name, and says so.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::keywords::spelling::Holds;
use crate::keywords::table;
use crate::load::json::{Json, JsonKind, is_below};
use crate::resolve::graph::{Graph, NodeId};
use crate::rules::id::RuleId;
use crate::rules::location::Location;
use crate::rules::rule::{Rule, Rules};

use super::shared::refer;

/// What is no keyword of the table and yet makes another type.
const MEANT: [&str; 5] = [
    "default",
    "deprecated",
    "enumNames",
    "x-enum-varnames",
    "x-enumNames",
];

/// Makes one of the places with one name, where they ask for the same.
pub(super) fn unite(rules: &mut Rules, graph: &Graph, nodes: &HashMap<RuleId, NodeId>) {
    let mut by_name: BTreeMap<&str, Vec<RuleId>> = BTreeMap::new();
    for (id, rule) in rules.all() {
        if let Some(name) = &rule.rust_name {
            by_name.entry(name.as_str()).or_default().push(id);
        }
    }
    let asking = Asking {
        rules,
        graph,
        nodes,
    };
    let mut united: Vec<(RuleId, RuleId)> = Vec::new();
    for mut ids in by_name.into_values().filter(|ids| ids.len() > 1) {
        ids.sort_by_key(|id| (&rules.get(*id).location, *id));
        let first = ids[0];
        let others = ids[1..].iter().filter(|other| {
            // One schema in several dynamic scopes is not several places.
            rules.get(first).location != rules.get(**other).location
                && asking.is_for_the_same(first, **other)
        });
        united.extend(others.map(|other| (first, *other)));
    }
    for (id, said) in asking.words(&united) {
        let own = &mut rules.rules[id.0 as usize].notes;
        let distinct: HashSet<&str> = said.iter().map(|(_, words)| &**words).collect();
        let is_place = united.iter().any(|(first, _)| *first == id);
        match (distinct.len(), own.words()) {
            // What is inside of the places is the same everywhere.
            (1, None) if !is_place => {
                own.description = said.into_iter().next().map(|(_, words)| words);
            }
            (0, _) | (1, Some(_)) => {}
            _ => own.told_apart = said,
        }
    }
    for (first, other) in united {
        refer(rules, other, first);
        for root in rules.roots.iter_mut().filter(|root| root.rule == other) {
            root.rule = first;
        }
    }
}

/// What schemas ask for, whatever their words.
struct Asking<'r> {
    rules: &'r Rules,
    graph: &'r Graph,
    /// The schema of each rule.
    nodes: &'r HashMap<RuleId, NodeId>,
}

impl Asking<'_> {
    /// Whether two schemas ask for the same, with all that is inside them and that
    /// they refer to.
    fn is_for_the_same(&self, one: RuleId, two: RuleId) -> bool {
        let mut seen: HashSet<(RuleId, RuleId)> = HashSet::new();
        let mut open = vec![(one, two)];
        while let Some((one, two)) = open.pop() {
            if one == two || !seen.insert((one, two)) {
                continue;
            }
            let [left, right] = [one, two].map(|id| self.rules.get(id));
            let (inner, others) = (left.inner(), right.inner());
            if !are_configured_alike(left, right)
                || self.own(one) != self.own(two)
                || inner.len() != others.len()
            {
                return false;
            }
            let pairs = inner.into_iter().zip(others);
            open.extend(pairs.map(|((_, one), (_, two))| (one, two)));
        }
        true
    }

    /// What the places say of themselves, and of what is inside them, each by the first of them.
    fn words(&self, united: &[(RuleId, RuleId)]) -> BTreeMap<RuleId, Vec<(Location, String)>> {
        let mut said: BTreeMap<RuleId, Vec<(Location, String)>> = BTreeMap::new();
        for (first, other) in united {
            let mut seen: HashSet<RuleId> = HashSet::new();
            let mut open = vec![(*first, *other)];
            while let Some((one, two)) = open.pop() {
                if one == two || !seen.insert(one) {
                    continue;
                }
                let [left, right] = [one, two].map(|id| self.rules.get(id));
                let told = |rule: &Rule| {
                    let words = rule.notes.words().map(str::to_owned)?;
                    Some((rule.location.clone(), words))
                };
                let all = said
                    .entry(one)
                    .or_insert_with(|| told(left).into_iter().collect());
                all.extend(told(right));
                // What is referred to has words of its own.
                let within = |(_, one): &(_, RuleId), (_, two): &(_, RuleId)| {
                    is_within(self.rules.get(*one), left) && is_within(self.rules.get(*two), right)
                };
                let pairs = left.inner().into_iter().zip(right.inner());
                let pairs = pairs.filter(|(one, two)| within(one, two));
                open.extend(pairs.map(|((_, one), (_, two))| (one, two)));
            }
        }
        said
    }

    /// What a schema object itself asks for, and by which draft it is read; of the
    /// schemas inside it, their names.
    fn own(&self, id: RuleId) -> Option<(String, Vec<(&str, String)>)> {
        let node = self.nodes.get(&id)?;
        let json = self.graph.json(*node)?;
        let mut own: Vec<(&str, String)> = match json.as_object() {
            Some(members) => members.iter().filter_map(stated).collect(),
            // `true` and `false`.
            None => vec![("", json.canonical())],
        };
        own.sort_unstable();
        let dialect = format!("{:?}", self.graph.node(*node).dialect);
        Some((dialect, own))
    }
}

/// Whether a schema stands inside another one.
fn is_within(inner: &Rule, outer: &Rule) -> bool {
    inner.location.document == outer.location.document
        && is_below(&inner.location.pointer, &outer.location.pointer)
}

/// What a member of a schema object asks for, if anything.
fn stated<'a>((key, value): (&'a String, &Json)) -> Option<(&'a str, String)> {
    let key = key.as_str();
    let Some(spelling) = table::spelling(key) else {
        return MEANT.contains(&key).then(|| (key, value.canonical()));
    };
    let text = match (spelling.holds, &value.kind) {
        (Holds::Map, JsonKind::Object(members)) => {
            let names: Vec<&str> = members.keys().map(String::as_str).collect();
            format!("{names:?}")
        }
        // In whatever order.
        (Holds::Data, JsonKind::Array(names)) if matches!(key, "required" | "type") => {
            let mut names: Vec<Option<&str>> = names.iter().map(Json::as_str).collect();
            names.sort_unstable();
            format!("{names:?}")
        }
        (Holds::Reference | Holds::Schema | Holds::List | Holds::SchemaOrList, _) => String::new(),
        _ => value.canonical(),
    };
    Some((key, text))
}

/// Whether the configuration makes the same of two schemas but for their names.
fn are_configured_alike(one: &Rule, two: &Rule) -> bool {
    one.is_open() == two.is_open() && one.foreign == two.foreign
}
