//! One alternative is what is asked.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root { uri: "a".to_owned(), line: None, additional_properties: Default::default() };
    assert_eq!(root.to_json(), r#"{"uri":"a"}"#);
    let error = Root::from_json("{}").unwrap_err();
    assert_eq!(error.to_string(), r#"(root): the member "uri" is missing [schema.json#/anyOf/0/required]"#);
    Ok(())
}
