//! Where `maxItems` leaves no room behind the positions, there is no rest.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"tier":[0,null,1.5]}"#)?;
    let RootTier { first, second, third } = root.tier.ok_or("no tier")?;
    assert_eq!((first, second, f64::from(third)), (0, None, 1.5));
    let made = Root::builder().tier((1, Some(2), 2)).point(RootPoint::new(1.into(), Some(2.into()))).build()?;
    assert_eq!(made.to_json(), r#"{"tier":[1,2,2],"point":[1,2]}"#);
    let refused = Root::from_json(r#"{"tier":[0,1,2,3]}"#).unwrap_err().to_string();
    assert_eq!(refused, "tier: [0,1,2,3] has 4 items, more than 3 [schema.json#/properties/tier/maxItems]");
    Ok(())
}
