//! A branch that nothing fits is none: what is left is the struct itself.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let step = Root::from(RootGoto::builder().to("a").build()?);
    assert_eq!(step.to_json(), r#"{"type":"goto","to":"a"}"#);
    match Root::from_json(r#"{"type":"end"}"#)? {
        Root::End(end) => assert_eq!(end.to_json(), r#"{"type":"end"}"#),
        Root::Goto(goto) => panic!("{}", goto.to),
    }
    Ok(())
}
