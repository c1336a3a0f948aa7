//! A map is by the codes of its names, whatever other types have become facts.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"base":"core22","layout":{"bind":"/a"}}"#)?;
    assert_eq!(root.layout[&RootLayoutKey::Bind], "/a");
    Ok(())
}
