//! What is null and what is absent are told apart, also where fields are private.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let patch = Root::from_json(r#"{"nick":null,"age":3,"address":{"street":null}}"#)?;
    assert_eq!((patch.nick(), patch.nick_or_null()), (None, Some(None)));
    assert_eq!((patch.age(), patch.age_or_null()), (Some(3), Some(Some(3))));
    let address = patch.address_or_null().flatten().ok_or("no address")?;
    assert_eq!(address.street, Some(None));
    let patch = Root::builder().self_(None::<bool>).self_or_null("s").build()?;
    assert_eq!((patch.nick_or_null(), patch.self_(), patch.self_or_null()), (None, None, Some("s")));
    assert_eq!(patch.to_json(), r#"{"self":null,"self_or_null":"s"}"#);
    assert!(Root::builder().build().is_err());
    Ok(())
}
