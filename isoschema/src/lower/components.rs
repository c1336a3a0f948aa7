//! Strongly connected components of a graph given by indices.

/// The component of each node (Tarjan's algorithm, without recursion).
#[must_use]
pub fn components(count: usize, successors: impl Fn(usize) -> Vec<usize>) -> Vec<u32> {
    const UNSEEN: u32 = u32::MAX;
    let mut index = vec![UNSEEN; count];
    let mut low = vec![0_u32; count];
    let mut component = vec![UNSEEN; count];
    let (mut next, mut found) = (0_u32, 0_u32);
    let mut path: Vec<usize> = Vec::new();
    let mut work: Vec<(usize, Vec<usize>)> = Vec::new();
    for start in 0..count {
        if index[start] != UNSEEN {
            continue;
        }
        let mut enter = Some(start);
        loop {
            if let Some(node) = enter.take() {
                index[node] = next;
                low[node] = next;
                next += 1;
                path.push(node);
                work.push((node, successors(node)));
            }
            let Some((node, left)) = work.last_mut() else {
                break;
            };
            let node = *node;
            if let Some(successor) = left.pop() {
                if index[successor] == UNSEEN {
                    enter = Some(successor);
                } else if component[successor] == UNSEEN {
                    low[node] = low[node].min(index[successor]);
                }
                continue;
            }
            work.pop();
            if let Some((parent, _)) = work.last() {
                low[*parent] = low[*parent].min(low[node]);
            }
            if low[node] == index[node] {
                while let Some(member) = path.pop() {
                    component[member] = found;
                    if member == node {
                        break;
                    }
                }
                found += 1;
            }
        }
    }
    component
}

/// Which nodes lead back to themselves.
#[must_use]
pub fn recursive(count: usize, successors: impl Fn(usize) -> Vec<usize>) -> Vec<bool> {
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
