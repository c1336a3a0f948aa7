//! An object that has no members is a struct without fields.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().unit(Unit {}).str("s").bool(true).units([RootUnitsItem {}, RootUnitsItem {}]).build()?;
    assert_eq!(root.unit, Unit::default());
    assert_eq!(root.to_json(), r#"{"unit":{},"units":[{},{}],"str":"s","bool":true}"#);
    assert!(Unit::from_json(r#"{"a": 1}"#).is_err());
    Ok(())
}
