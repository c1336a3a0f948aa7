//! A builder's method is called as the member, even as a trait's is: those aside that people call on a builder.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let builder = Root::builder().from("a").lt(1).max(2).default(true).clone_("c").build_("b");
    let root = builder.clone().build()?;
    assert_eq!(root.to_json(), r#"{"from":"a","lt":1,"max":2,"clone":"c","default":true,"build":"b"}"#);
    assert_eq!(Root::try_from(builder)?, root);
    Ok(())
}
