//! A document that only refers to its definition of the same name is that one; codes and texts that
//! no code matches are arms of a plain enum.

use types::*;

fn depth(root: &Root) -> usize {
    match root {
        Root::Plain(_) | Root::Named(_) => 0,
        Root::Array(array) => 1 + depth(&array.items),
        Root::Map(map) => 1 + depth(&map.values),
        Root::List(list) => 1 + list.iter().map(depth).max().unwrap_or(0),
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"["null", {"type": "array", "items": "Order"}]"#)?;
    assert_eq!(depth(&root), 2);
    let made = Root::from(RootMap::builder().values(Plain::Int).build()?);
    assert_eq!(made.to_json(), r#"{"type":"map","values":"int"}"#);
    assert!(Root::from_json(r#""order""#).is_err());
    Ok(())
}
