//! Where an alternative is a text or a number, such a value is given as it is.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().author("A").width(1.5).build()?;
    assert_eq!(root.to_json(), r#"{"author":"A","width":1.5}"#);
    assert_eq!(root.author, Some("A".into()));
    let root = Root::builder().author(RootAuthorObject::builder().name("B").build()?).build()?;
    assert!(root.author.is_some_and(|author| author.as_object().is_some()));
    let mut widths = RootWidthList::try_new([1])?;
    widths.extend([2, 3])?;
    assert_eq!(widths.as_slice().len(), 3);
    Ok(())
}
