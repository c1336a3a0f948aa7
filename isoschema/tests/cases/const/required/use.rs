//! What is always the same is no field: it is read, checked and written.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().id(7).sole(Sole::default()).build()?;
    assert_eq!(
        root.to_json(),
        r#"{"protocol":"say \"hi\"","id":7,"version":2,"limits":{"least":1,"most":[2,null]},"path":["a","b"],"rate":1.5,"none":null,"on":true,"exact":"b","sole":{"kind":"sole"}}"#
    );
    assert_eq!(Root::from_json(&root.to_json())?, root);
    let closed = Closed { at: 3 };
    assert_eq!(closed.to_json(), r#"{"kind":"dot","at":3}"#);
    let error = Closed::from_json(r#"{"kind":"dash","at":3}"#).unwrap_err();
    assert_eq!(error.to_string(), r#"kind: "dash" is not "dot" [schema.json#/$defs/Closed/properties/kind/enum]"#);
    let error = Closed::from_json(r#"{"at":3}"#).unwrap_err();
    assert!(error.to_string().contains(r#"the member "kind" is missing"#), "{error}");
    // Nothing else takes the place of one.
    let mut root = root;
    assert!(root.additional_properties.insert("protocol", 1.into()).is_err());
    let named = Named::builder().x_size(1).build()?;
    assert_eq!(named.to_json(), r#"{"x-kind":"named","x-size":1}"#);
    let mut named = named;
    assert!(named.pattern_properties.insert("x-kind", 1.into()).is_err());
    // One that need not be there is a field.
    let other = root.to_builder().level(3).word("w").list(vec![1]).build()?;
    assert!(other.to_json().contains(r#""level":3,"word":"w","list":[1]"#));
    assert_eq!(other.to_builder().build()?, other);
    let error = root.to_builder().level(4).word("x").build().unwrap_err();
    let refused: Vec<&str> = error.refused().map(|(path, _)| path).collect();
    assert_eq!(refused, ["level", "word"]);
    let mut paired = Paired::builder().a("1").b("2").build()?;
    assert!(paired.update(|it| it.a("3")).is_ok());
    assert_eq!(paired.to_json(), r#"{"kind":"pair","a":"3","b":"2"}"#);
    Ok(())
}
