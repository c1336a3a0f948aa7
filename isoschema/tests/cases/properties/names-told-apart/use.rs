//! Members that differ in a symbol, and members that are called as bags are: no name has a number.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"{"status": {"code": "a"}, "_status": {"id": "b"}, "additionalProperties": true, "x-a": "b", "more": 1}"#;
    let whole: Root = serde_json::from_str(text)?;
    assert_eq!(whole.status.code, "a");
    let own: Option<&RootUnderscoreStatus> = whole.underscore_status.as_ref();
    assert_eq!(own.map(|it| it.id.as_str()), Some("b"));
    assert_eq!(whole.additional_properties, Some(true));
    assert_eq!(whole.pattern_properties, None);
    assert!(whole.matching_properties.get("x-a").is_some());
    assert!(whole.undeclared_properties.get("more").is_some());
    Ok(())
}
