//! What a schema holds under words of its own is called as a definition is.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let source = MultilineText::from(vec!["b".to_owned()]);
    let cell = Cell { source: Some(source.clone()), ..Cell::builder().id("a").build()? };
    let root = Root { cells: Some(vec![cell]), source: Some(source), scale: Some(Scale::Log), ..Root::default() };
    let text = r#"{"cells":[{"id":"a","source":["b"]}],"source":["b"],"scale":"log"}"#;
    assert_eq!(root.to_json(), text);
    Ok(())
}
