//! Objects that are told apart by their one member are an enum over its values.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"target":{"env":"a"}}"#)?;
    assert_eq!(root.target, Some(RootTarget::Env("a".to_owned())));
    let root = Root::from_json(r#"{"source":{"runtime":"a"}}"#)?;
    assert_eq!(root.source, Some(RootSource::Runtime("a".to_owned())));
    let root = Root::builder().target(RootTarget::File(1)).build()?;
    assert_eq!(root.to_json(), r#"{"target":{"file":1}}"#);
    let refused = Root::from_json(r#"{"target":{}}"#);
    assert!(refused.is_err_and(|error| error.to_string().contains("target")));
    Ok(())
}
