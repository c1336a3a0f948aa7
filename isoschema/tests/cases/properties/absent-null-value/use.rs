//! Null and absent are told apart, and a method of the field's name makes them one.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut root = Root::from_json(r#"{"both": null}"#)?;
    assert_eq!((root.both, root.both()), (Some(None), None));
    root.both = Some(Some(3));
    root.list = Some(vec!["a".to_owned()]);
    assert_eq!(root.both(), Some(3));
    assert_eq!(serde_json::to_string(&root)?, r#"{"both":3,"list":["a"]}"#);
    assert!(Root::from_json(r#"{"list": null}"#).is_err());
    Ok(())
}
