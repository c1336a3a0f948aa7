//! Constants that are the names of the definitions behind the same words: the variants are called as these.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"nodes":[{"$type":"flow:StartEvent"},{"$type":"flow:UserTask","assignee":"a"}]}"#)?;
    let assignees = root.nodes.iter().filter_map(|node| match node {
        Node::UserTask(task) => task.assignee.as_deref(),
        Node::StartEvent(_) | Node::SubProcess(_) => None,
    });
    assert_eq!(assignees.collect::<Vec<_>>(), ["a"]);
    Ok(())
}
