//! Arms without a name of their own are called by the member that no other has, by a description of few words, or by
//! what kind of object they are.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::from_json(r#"{"storage": {"bucket": "b"}, "scheme": {"name": "basic"}, "labels": {"a": "b"}}"#)?;
    let storage = root.storage.as_ref().and_then(|it| it.form().as_with_bucket());
    assert_eq!(storage.and_then(|it| it.bucket.as_deref()), Some("b"));
    let scheme = root.scheme.as_ref().and_then(|it| it.form().as_non_bearer());
    assert!(scheme.is_some_and(|it| it.name == "basic"));
    let Some(RootLabels::Map(labels)) = &root.labels else {
        return Err("a map".into());
    };
    assert_eq!(labels["a"], "b");
    Ok(())
}
