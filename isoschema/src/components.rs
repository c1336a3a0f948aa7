//! Circles in graphs that are given by indices.

use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};

/// The strongly connected component of each node; what a component leads to
/// has the lower number.
#[must_use]
pub(crate) fn components(count: usize, successors: impl Fn(usize) -> Vec<usize>) -> Vec<u32> {
    let mut graph = DiGraph::<(), (), usize>::default();
    for _ in 0..count {
        graph.add_node(());
    }
    for node in 0..count {
        for successor in successors(node) {
            graph.add_edge(NodeIndex::new(node), NodeIndex::new(successor), ());
        }
    }
    let mut component = vec![0; count];
    for (number, members) in (0_u32..).zip(kosaraju_scc(&graph)) {
        for member in members {
            component[member.index()] = number;
        }
    }
    component
}

/// Which nodes lead back to themselves.
#[must_use]
pub(crate) fn recursive(count: usize, successors: impl Fn(usize) -> Vec<usize>) -> Vec<bool> {
    let component = components(count, &successors);
    let mut sizes = vec![0_usize; count];
    for own in &component {
        sizes[*own as usize] += 1;
    }
    (0..count)
        .map(|node| sizes[component[node] as usize] > 1 || successors(node).contains(&node))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::recursive;

    #[test]
    fn circles_are_found() {
        let edges = [vec![1], vec![2], vec![1], vec![3], vec![0]];
        let found = recursive(edges.len(), |node| edges[node].clone());
        assert_eq!(found, [false, true, true, true, false]);
    }
}
