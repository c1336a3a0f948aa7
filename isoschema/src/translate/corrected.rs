//! Corrections → the schemas whose documentation tells of them.

use std::collections::HashMap;

use crate::resolve::graph::{Graph, NodeId};

/// The reasons for the corrections that touch a schema.
///
/// The innermost schema around a corrected place is told. It may be one that
/// gets no documentation of its own, such as an array's items: then the one
/// around it is told too, up to a member of an object or a named schema.
pub(super) fn corrected(graph: &Graph) -> HashMap<NodeId, Vec<String>> {
    let mut told: HashMap<NodeId, Vec<String>> = HashMap::new();
    for (index, document) in graph.documents.iter().enumerate() {
        for correction in document.corrections.iter().filter(|it| it.is_told) {
            for pointer in &correction.pointers {
                let mut at = pointer.as_str();
                loop {
                    if let Some(id) = graph.at(index, at) {
                        let reasons = told.entry(id).or_default();
                        if !reasons.contains(&correction.reason) {
                            reasons.push(correction.reason.clone());
                        }
                        if is_documented(graph, index, id, at) {
                            break;
                        }
                    }
                    let Some((outer, _)) = at.rsplit_once('/') else {
                        break;
                    };
                    at = outer;
                }
            }
        }
    }
    told
}

/// Whether something in Rust stands for the schema by name.
fn is_documented(graph: &Graph, document: usize, id: NodeId, pointer: &str) -> bool {
    if pointer.is_empty() || graph.node(id).entry.is_some() {
        return true;
    }
    pointer
        .rsplit_once('/')
        .and_then(|(container, _)| container.strip_suffix("/properties"))
        .is_some_and(|around| graph.at(document, around).is_some())
}
