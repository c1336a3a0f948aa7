//! A variant holds the value of the one member that its objects have.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"[{"Add":"salt"},"Stir",{"Repeat":[{"Rest":"covered"},"Bake"]},{"Taste":null}]"#;
    let root = Root::from_json(text)?;
    assert_eq!(root[0].as_add(), Some("salt"));
    let made = [
        Step::Add("salt".to_owned()),
        Step::Stir,
        Step::Repeat(vec![Step::Rest, Step::Bake]),
        Step::Taste,
    ];
    assert_eq!(root[..], made);
    assert_eq!(serde_json::to_string(&root)?, text);
    assert_eq!(serde_json::to_string(&Step::from("pepper".to_owned()))?, r#"{"Add":"pepper"}"#);
    Ok(())
}
