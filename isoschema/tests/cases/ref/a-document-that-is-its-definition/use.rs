//! A document that refers to one of its definitions, which leads back to itself, is that one type.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().name("a").inner(Root::builder().name("b").build()?).build()?;
    let inner: Option<&Root> = root.inner.as_deref();
    assert_eq!(inner.map(|it| it.name.as_str()), Some("b"));
    Ok(())
}
