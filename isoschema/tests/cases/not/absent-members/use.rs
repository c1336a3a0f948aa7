//! A member that `not` forbids has no field, and tells alternatives apart.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let all = Root::from_json(r#"[{"block":[{"name":"a"}]},{"name":"b"}]"#)?;
    for one in &all {
        match one {
            RootItem::Block(block) => assert_eq!(block.block[0].name.as_deref(), Some("a")),
            RootItem::Task(task) => assert_eq!(task.name.as_deref(), Some("b")),
        }
    }
    let mut task = Task { name: Some("c".to_owned()), ..Task::default() };
    assert!(task.additional_properties.insert("block", 1.into()).is_err());
    let error = Task::from_json(r#"{"block":[]}"#).unwrap_err();
    assert_eq!(error.to_string(), "block: [] is not allowed here [schema.json#/$defs/Task/not]");

    assert!(Plain::from_json(r#"{"old":"x"}"#).is_err() && Plain::from_json(r#"{"older":1}"#).is_err());
    assert_eq!(Plain { name: Some("n".to_owned()), ..Plain::default() }.to_json(), r#"{"name":"n"}"#);
    // What is no object has no members, and fits where `required` was asked of objects.
    assert!(Anything::from_json("1").is_ok() && Anything::from_json(r#"{"secret":1}"#).is_err());
    assert!(Objects::from_json("1").is_err() && Objects::from_json("{}").is_ok());
    // Of two, one may be there.
    assert!(Both::from_json(r#"{"a":1}"#).is_ok() && Both::from_json(r#"{"a":1,"b":1}"#).is_err());
    Ok(())
}
