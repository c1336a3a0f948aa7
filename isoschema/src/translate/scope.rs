//! Dynamic scopes: what `$dynamicRef` and `$recursiveRef` depend on.
//!
//! A scope maps a dynamic anchor to the schema that carries it in the
//! outermost resource entered so far. Only what can still make a difference
//! is kept, so that a schema is translated once for each meaning it has:
//! anchors that several resources carry, and of these the ones that some
//! reference reachable from the schema asks for.

use std::collections::HashMap;

use indexmap::IndexSet;

use crate::resolve::graph::{Graph, NodeId};

/// The index of a scope.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) struct ScopeId(u32);

type Scope = Vec<(u32, NodeId)>;

#[derive(Debug)]
pub(super) struct Scopes {
    known: IndexSet<Scope>,
    /// The anchors that matter, and their numbers.
    names: HashMap<String, u32>,
    /// By schema: the numbers of the anchors that matter from there on.
    asked: Vec<Box<[u32]>>,
}

impl Scopes {
    pub(super) fn new(graph: &Graph) -> Self {
        let mut carriers: HashMap<&str, Vec<NodeId>> = HashMap::new();
        for resource in &graph.resources {
            for (name, id) in &resource.dynamic {
                carriers.entry(name).or_default().push(*id);
            }
        }
        let mut names: Vec<&str> = graph
            .nodes
            .iter()
            .flat_map(|node| &node.references)
            .filter_map(|reference| reference.dynamic.as_deref())
            .filter(|name| carriers.get(name).is_some_and(|ids| ids.len() > 1))
            .collect();
        names.sort_unstable();
        names.dedup();
        let asked = asked(graph, &names, &carriers);
        let numbered = (0u32..).zip(&names);
        Self {
            known: IndexSet::from([Scope::new()]),
            names: numbered.map(|(n, name)| ((*name).to_owned(), n)).collect(),
            asked,
        }
    }

    /// The scope before anything is entered.
    #[expect(clippy::unused_self, reason = "a scope belongs to its table")]
    pub(super) fn outermost(&self) -> ScopeId {
        ScopeId(0)
    }

    /// The scope in which a schema is evaluated that is entered from another
    /// scope.
    pub(super) fn enter(&mut self, graph: &Graph, from: ScopeId, id: NodeId) -> ScopeId {
        let asked = &self.asked[id.0 as usize];
        if asked.is_empty() {
            return ScopeId(0);
        }
        let resource = graph.resource(graph.node(id).resource);
        let mut scope: Scope = self.known[from.0 as usize].clone();
        for (name, carrier) in &resource.dynamic {
            if let Some(number) = self.names.get(name)
                && !scope.iter().any(|(known, _)| known == number)
            {
                scope.push((*number, *carrier));
            }
        }
        scope.retain(|(number, _)| asked.contains(number));
        scope.sort_unstable();
        let (index, _) = self.known.insert_full(scope);
        ScopeId(u32::try_from(index).unwrap_or(0))
    }

    /// What a dynamic anchor means in a scope.
    pub(super) fn find(&self, scope: ScopeId, name: &str) -> Option<NodeId> {
        let number = self.names.get(name)?;
        let scope = &self.known[scope.0 as usize];
        let found = scope.iter().find(|(known, _)| known == number);
        found.map(|(_, id)| *id)
    }
}

/// For each schema, the anchors that references reachable from it ask for.
fn asked(graph: &Graph, names: &[&str], carriers: &HashMap<&str, Vec<NodeId>>) -> Vec<Box<[u32]>> {
    let count = graph.nodes.len();
    let mut asked: Vec<Vec<u32>> = vec![Vec::new(); count];
    if names.is_empty() {
        return asked.into_iter().map(Vec::into_boxed_slice).collect();
    }
    // Each anchor has a place behind the schemas: what asks for it leads there,
    // and from there to every schema that carries it.
    let place = |number: usize| count + number;
    let numbers: HashMap<&str, usize> = names.iter().copied().zip(0..).collect();
    let mut incoming: Vec<Vec<usize>> = vec![Vec::new(); place(names.len())];
    for (from, node) in graph.nodes.iter().enumerate() {
        let children = node.children.iter().filter(|(_, evaluated)| *evaluated);
        for (child, _) in children {
            incoming[child.0 as usize].push(from);
        }
        for reference in &node.references {
            incoming[reference.target.0 as usize].push(from);
            let name = reference.dynamic.as_deref();
            if let Some(number) = name.and_then(|name| numbers.get(name)) {
                incoming[place(*number)].push(from);
            }
        }
    }
    for (name, number) in &numbers {
        for carrier in carriers.get(name).into_iter().flatten() {
            incoming[carrier.0 as usize].push(place(*number));
        }
    }
    let mut reached = vec![u32::MAX; incoming.len()];
    for (number, _) in (0u32..).zip(names) {
        let mut open = incoming[place(number as usize)].clone();
        while let Some(id) = open.pop() {
            if std::mem::replace(&mut reached[id], number) == number {
                continue;
            }
            if let Some(own) = asked.get_mut(id) {
                own.push(number);
            }
            open.extend(&incoming[id]);
        }
    }
    asked.into_iter().map(Vec::into_boxed_slice).collect()
}
