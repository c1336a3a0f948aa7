//! A member that must not be there has no field, and nothing takes it.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let work = Work { floor: Some(2) };
    let home = Home { street: Some("b".to_owned()), ..Default::default() };
    let mut root = Root::builder().name("a").home(home).work(work).build()?;
    assert_eq!(root.to_json(), r#"{"name":"a","home":{"street":"b"},"work":{"floor":2}}"#);
    root.additional_properties.insert("age", 3.into())?;
    assert!(root.additional_properties.insert("nick", "c".into()).is_err());
    let error = Root::from_json(r#"{"name":"a","nick":"b"}"#).unwrap_err();
    assert_eq!(error.path(), Some("nick"));
    assert_eq!(error.schema(), Some("schema.json#/properties/nick"));
    Ok(())
}
