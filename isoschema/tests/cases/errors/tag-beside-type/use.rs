//! Where no alternative has the value that tells them apart, that value is what is wrong.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let error = Root::from_json(r#"{"cell":{"kind":"cod","count":1}}"#).unwrap_err();
    assert_eq!(error.path(), Some("cell.kind"), "{error}");
    assert!(error.to_string().contains("did you mean \"code\"?"), "{error}");
    // What stands beside them goes first.
    let error = Root::from_json(r#"{"step":{"id":1,"do":"run"}}"#).unwrap_err();
    assert_eq!(error.path(), Some("step.id"), "{error}");
    let error = Root::from_json(r#"{"step":{"id":"a","do":"run"}}"#).unwrap_err();
    assert_eq!(error.path(), Some("step.do"), "{error}");
    Ok(())
}
