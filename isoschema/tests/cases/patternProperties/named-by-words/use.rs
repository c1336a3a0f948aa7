//! The bags of several patterns are told apart by words.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"{"info":"a","/pets":{"get":"b"},"x-beta":"on","home_url":"c"}"#;
    let mut root: Root = serde_json::from_str(text)?;
    let pets: &RootPattern = root.pattern_properties().get("/pets").ok_or("pets")?;
    assert_eq!(pets.get.as_deref(), Some("b"));
    assert_eq!(root.x_properties().get("x-beta"), Some(&RootXProperty::On));
    assert_eq!(root.url_properties().keys().count(), 1);
    root = root.to_builder().x_properties([("x-beta", RootXProperty::Off)]).build()?;
    assert!(root.to_json().contains(r#""x-beta":"off""#));
    Ok(())
}
