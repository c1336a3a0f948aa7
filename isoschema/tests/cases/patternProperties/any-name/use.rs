//! An object of which a pattern alone tells is a map, or reads like one.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut root = Root::builder()
        .labels([("", "empty"), ("a", "b")])
        .counts([("c", 3)])
        .annotations([("org.example", "x")])
        .build()?;
    assert_eq!(root.labels.as_ref().map(|labels| labels["a"].as_str()), Some("b"));
    let annotations = root.annotations.as_mut().ok_or("annotations")?;
    assert_eq!(annotations["org.example"], "x");
    annotations.insert("more", "y".to_owned())?;
    let names: Vec<&str> = annotations.keys().map(String::as_str).collect();
    assert_eq!(names, ["more", "org.example"]);
    for (name, value) in &*annotations {
        assert!(!name.is_empty() && !value.is_empty());
    }
    // A name that the pattern does not match is kept beside them.
    let other: RootAnnotations = r#"{"a":"b","":1}"#.parse()?;
    assert_eq!((other.len(), other.additional_properties.len()), (1, 1));
    assert_eq!(other.to_json(), r#"{"a":"b","":1}"#);
    Ok(())
}
