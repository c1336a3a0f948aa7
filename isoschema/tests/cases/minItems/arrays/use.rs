//! A list of as many items as are always there is an array.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut root = Root::builder().colour([1, 2, 255]).corner([1.0, 2.5]).codes(["n"]).build()?;
    let [red, green, blue]: [u8; 3] = root.colour;
    assert_eq!((red, green, blue), (1, 2, 255));
    root.colour[0] = 7;
    let corner = root.corner.as_ref().ok_or("no corner")?;
    assert!(corner[0] < corner[1] && *corner == [1.0, 2.5] && corner.iter().all(|it| *it > 0));
    let refused = Root::from_json(r#"{"colour":[1,2]}"#).unwrap_err();
    assert_eq!(refused.schema(), Some("schema.json#/properties/colour/minItems"));
    let refused = Root::from_json(r#"{"colour":[1,2,3,4]}"#).unwrap_err();
    assert_eq!(refused.schema(), Some("schema.json#/properties/colour/maxItems"));
    assert!(Root::builder().colour([1, 2]).build().is_err());
    assert_eq!(serde_json::to_string(&root)?, r#"{"colour":[7,2,255],"corner":[1.0,2.5],"codes":["n"]}"#);
    Ok(())
}
