//! What says more comes first, what says no more is left out, and what takes anything comes last.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = r#"{"condition":"a","hook":1,"template":"{a}","words":["a"],"author":{"name":"b"},"level":"low"}"#;
    let root = Root::from_json(text)?;
    assert_eq!(root.condition, Some(RootCondition::Text("a".to_owned())));
    assert_eq!(root.hook, Some(RootHook::Any(1.into())));
    assert_eq!(root.template, Some(RootTemplate::Text("{a}".to_owned())));
    assert_eq!(root.words, Some(RootWords::TextList(vec!["a".to_owned()])));
    let Some(RootAuthor::WithName(author)) = &root.author else {
        return Err("an author without a name".into());
    };
    assert_eq!(author.name, "b");
    assert!(matches!(root.level, Some(RootLevel::Low)));

    let root = Root::from_json(r#"{"hook":"a","switch":true,"author":{"name":1}}"#)?;
    assert_eq!(root.hook, Some(RootHook::Text(Some("a".to_owned()))));
    assert_eq!(root.switch, Some(RootSwitch::Boolean(true)));
    assert!(matches!(root.author, Some(RootAuthor::Map(_))));

    let root = Root::builder().titled(RootTitled::Key("k".to_owned())).build()?;
    assert_eq!(root.to_json(), r#"{"titled":"k"}"#);
    let root = Root::builder().secret("s").plain("p").amount(2).build()?;
    assert_eq!(root.to_json(), r#"{"amount":2,"secret":"s","plain":"p"}"#);
    Ok(())
}
