//! A builder takes the members that are not declared as pairs, as it takes those of a map.
use std::collections::BTreeMap;

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let labels = RootLabels::builder().app("a").pattern_properties([("x-1", ["b", "c"])]);
    let root = Root::builder().host("h").labels(labels).additional_properties([("cpu", 0.5), ("load", 2.0)]);
    let root = root.port(Port::builder().name("n").additional_properties([("other", Port::builder().name("m"))])).build()?;
    let text = r#"{"host":"h","labels":{"app":"a","x-1":["b","c"]},"port":{"name":"n","other":{"name":"m"}},"cpu":0.5,"load":2.0}"#;
    assert_eq!(root.to_json(), text);
    // A bag of another value, a map, and JSON's own.
    let again = Root::builder().host("i").additional_properties(root.additional_properties.clone()).build()?;
    assert_eq!(again.additional_properties, root.additional_properties);
    let map = BTreeMap::from([("swap".to_owned(), 1u8)]);
    assert_eq!(Root::builder().host("i").additional_properties(map).build()?.to_json(), r#"{"host":"i","swap":1}"#);
    let any = serde_json::Map::from_iter([("b".to_owned(), serde_json::json!([1]))]);
    assert_eq!(RootRest::builder().a("x").additional_properties(any).build()?.to_json(), r#"{"a":"x","b":[1]}"#);

    // What is refused has its path; what is given later takes its place.
    let bad = Root::builder().host("h").additional_properties([("host", 1)]);
    assert_eq!(bad.clone().build().unwrap_err().to_string(), "host: is declared, and has a field of its own");
    assert!(bad.additional_properties([("cpu", 1)]).build().is_ok());
    let bad = Port::builder().name("n").additional_properties([("other", Port::builder())]).build().unwrap_err();
    assert_eq!(bad.missing(), ["other.name"]);
    let bad = RootLabels::builder().pattern_properties([("y", ["b"])]).build().unwrap_err().to_string();
    assert!(bad.starts_with("y: "), "{bad}");
    Ok(())
}
