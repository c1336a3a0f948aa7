//! Graphs that are given by indices: circles, and what leads to what.

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

/// Marks all that leads to something marked, through however many others: `users` of each node.
pub(crate) fn spread(users: &[Vec<usize>], marked: &mut [bool]) {
    let mut open: Vec<usize> = (0..marked.len()).filter(|&it| marked[it]).collect();
    while let Some(index) = open.pop() {
        for &user in &users[index] {
            if !std::mem::replace(&mut marked[user], true) {
                open.push(user);
            }
        }
    }
}

/// The edges that close circles, each by its node and its place among the edges of that: they lead
/// to a node that is still open on the way from the first one.
pub(crate) fn closing(edges: &[Vec<usize>]) -> Vec<(usize, usize)> {
    #[derive(Clone, Copy, PartialEq)]
    enum Mark {
        New,
        Open,
        Closed,
    }
    let mut found = Vec::new();
    let mut marks = vec![Mark::New; edges.len()];
    for start in 0..edges.len() {
        if marks[start] != Mark::New {
            continue;
        }
        marks[start] = Mark::Open;
        let mut path = vec![(start, 0)];
        while let Some((node, next)) = path.last_mut() {
            let (node, place) = (*node, *next);
            *next += 1;
            let Some(&target) = edges[node].get(place) else {
                marks[node] = Mark::Closed;
                path.pop();
                continue;
            };
            match marks[target] {
                Mark::New => {
                    marks[target] = Mark::Open;
                    path.push((target, 0));
                }
                Mark::Open => found.push((node, place)),
                Mark::Closed => {}
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{closing, recursive, spread};

    #[test]
    fn what_leads_there_is_marked() {
        let users = [vec![], vec![0, 2], vec![1], vec![2]];
        let mut marked = [false, true, false, false];
        spread(&users, &mut marked);
        assert_eq!(marked, [true, true, true, false]);
    }

    #[test]
    fn a_circle_closes_once() {
        let edges = [vec![1, 2], vec![2], vec![0, 3], vec![3]];
        assert_eq!(closing(&edges), [(2, 0), (3, 0)]);
    }

    #[test]
    fn circles_are_found() {
        let edges = [vec![1], vec![2], vec![1], vec![3], vec![0]];
        let found = recursive(edges.len(), |node| edges[node].clone());
        assert_eq!(found, [false, true, true, true, false]);
    }
}
