//! A map whose names match a pattern, but for some, reads like a map, too.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().attributes([("title", serde_json::json!("a"))]).build()?;
    assert_eq!(root.attributes.get("title").and_then(|it| it.as_str()), Some("a"));
    assert_eq!(root.attributes.len(), 1);
    assert!(Root::builder().attributes([("links", serde_json::json!(1))]).build().is_err());
    Ok(())
}
