//! A pattern that only spells texts out lists them.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().order(RootOrder::Desc).step(RootStep::Up).long(RootLong::Bcd).build()?;
    assert_eq!(root.to_json(), r#"{"order":"desc","step":"up","long":"bcd"}"#);
    assert_eq!(RootOrder::ALL.map(RootOrder::as_str), ["asc", "desc"]);
    assert_eq!("asc".parse::<RootOrder>()?, RootOrder::Asc);
    // Beside a list, too.
    assert_eq!(RootBreak::ALL.map(RootBreak::as_str), ["crlf", "lf", "CRLF", "LF"]);
    let error = Root::from_json(r#"{"order":"acs"}"#).unwrap_err().to_string();
    assert!(error.contains(r#"did you mean "asc"?"#) && error.contains("/properties/order/pattern"), "{error}");
    let entry = Root::from_json(r#"{"order":"asc","entry":{"t":"file","size":1}}"#)?.entry.ok_or("no entry")?;
    let RootEntry::File(file) = entry else { return Err("no file".into()) };
    assert_eq!(file.size, Some(1));
    Ok(())
}
