//! What a schema holds under words of its own is called as a definition is.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let source = MultilineText::from(vec!["b".to_owned()]);
    let cell = Cell { source: Some(source.clone()), ..Cell::builder().id("a").build()? };
    let root = Root { cells: Some(vec![cell]), source: Some(source), scale: Some(Scale::Log), ..Root::default() };
    // Another one of that name is called by its group.
    let root = root.to_builder().raw(OtherCell { raw: Some(true), ..OtherCell::default() }).build()?;
    let text = r#"{"cells":[{"id":"a","source":["b"]}],"source":["b"],"scale":"log","raw":{"raw":true}}"#;
    assert_eq!(root.to_json(), text);
    Ok(())
}
