//! Definitions that are called by a URL are named by the end of it, those inside another one by this, and no two by
//! a number.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let order: Order = serde_json::from_str(r#"{"id": "a"}"#)?;
    assert_eq!(order.id, "a");
    assert!(Things10Thing::try_new("a").is_ok() && Things10Thing::try_new("ab").is_err());
    assert!(OtherThing::try_new("ab").is_ok());
    assert!(Owner::try_new("abc").is_ok() && OrderOwner::try_new("abc").is_ok());
    assert!(Owner::try_new("a").is_err() && OrderOwner::try_new("abcd").is_err());
    assert!(FooDashBar::try_new("abcd").is_ok() && FooBar::try_new("abcd").is_err());
    Ok(())
}
