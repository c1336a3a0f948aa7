//! A closed alternative of nothing but the tag is a variant that holds nothing, and so is a list of fixed items.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    assert_eq!(Root::Ping.to_json(), r#"{"type":"ping"}"#);
    assert_eq!(Root::from_json(r#"{"type":"ping"}"#)?, Root::Ping);
    assert_eq!(Root::from_json(r#"{"type":7}"#)?, Root::Halt);
    match Root::from_json(r#"{"type":"text","text":"t"}"#)? {
        Root::Text(it) => assert_eq!(it.text, "t"),
        Root::Ping | Root::Idle | Root::Move(_) | Root::Open(_) | Root::Stop(_) | Root::After(_) | Root::Halt => panic!(),
    }
    let after = RootAfter::builder().then(Root::Ping).command(Command::Undo).build()?;
    assert_eq!(Root::from(after).to_json(), r#"{"type":"after","then":{"type":"ping"},"command":["undo"]}"#);
    assert_eq!(Command::Wait.to_json(), r#"["wait",1]"#);
    let error = Root::from_json(r#"{"type":"ping","text":"t"}"#).unwrap_err().to_string();
    assert!(error.contains("text"), "{error}");
    assert_eq!(Root::from(Stop::default()).to_json(), r#"{"type":"stop"}"#);
    Ok(())
}
