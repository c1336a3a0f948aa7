//! A fixed number of structs is an array of them, boxed where it leads back to itself.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let point = |x: i64, y: i64| Point::builder().x(x).y(y).build();
    let root = Root::builder().line([point(0, 0)?, point(3, 4)?]).build()?;
    let [from, to] = &root.line;
    assert_eq!((from.x, to.y), (0.into(), 4.into()));

    let leaf = |name: &str| Node::builder().name(name).build();
    let tree = Node::builder().name("root").halves([leaf("left")?, leaf("right")?]).build()?;
    let names = tree.halves.iter().flat_map(|halves| halves.iter()).map(|node| node.name.as_str());
    assert_eq!(names.collect::<Vec<_>>(), ["left", "right"]);
    assert_eq!(tree.to_json(), r#"{"name":"root","halves":[{"name":"left"},{"name":"right"}]}"#);
    let error = Root::from_json(r#"{"line":[{"x":1,"y":2},{"x":1}]}"#).unwrap_err();
    assert_eq!(error.path(), Some("line[1]"));
    Ok(())
}
