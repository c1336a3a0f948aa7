//! What a `not` says of one kind leaves the others as they are.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"noText":[1],"noWhole":"1","noBox":4}"#)?;
    assert!(matches!(root.no_text, Some(BooleanOrNumberOrListOrObject::List(list)) if list == [1]));
    assert!(matches!(root.no_whole, Some(RootNoWhole::Text(text)) if text == "1"));
    match root.no_box.ok_or("absent")? {
        RootNoBox::Number(number) => assert_eq!(number, 4),
        other => return Err(format!("{other:?}").into()),
    }
    let error = Root::from_json(r#"{"noText":"a"}"#).unwrap_err();
    assert!(error.to_string().contains("properties/noText/not"), "{error}");
    Ok(())
}
