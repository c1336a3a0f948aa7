//! A closed alternative of nothing but the tag is named by its value, as the others are.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let ping = Root::from(RootPing::default());
    assert_eq!(ping.to_json(), r#"{"type":"ping"}"#);
    assert!(Root::from_json(r#"{"type":"ping"}"#)?.as_ping().is_some());
    match Root::from_json(r#"{"type":"text","text":"t"}"#)? {
        Root::Text(it) => assert_eq!(it.text, "t"),
        other => panic!("{other:?}"),
    }
    Ok(())
}
