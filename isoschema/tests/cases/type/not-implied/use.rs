//! Without `imply-type`, a schema without `type` takes values of every kind: its objects are lent and
//! given by name.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"level":3}"#)?;
    assert_eq!(root.as_object().map(|object| object.level), Some(3));
    assert_eq!(root.as_text(), None);
    let object = root.into_object().ok_or("an object")?;
    assert_eq!(Root::from(object).to_json(), r#"{"level":3}"#);
    assert!(Root::from_json("7")?.into_object().is_none());
    Ok(())
}
