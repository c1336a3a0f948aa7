//! Alternatives are given as what they are written as: texts, numbers, truth values, builders and arrays of them.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let root = Root::builder().width(12.5).height(40).limit("none").follow(false).span("3em");
    let root = root.include([Link::builder().to("a"), Link::builder().to("b")]).label("l").build()?;
    let text = r#"{"width":12.5,"height":40,"limit":"none","follow":false,"span":"3em","include":[{"to":"a"},{"to":"b"}],"label":"l"}"#;
    assert_eq!(root.to_json(), text);
    let root = Root::builder().width("fill").height("auto").limit(7u8).follow(Link::builder().to("c")).span(12);
    let root = root.include(Link::builder().to("d")).label(["l", "m"]).build()?;
    let text = r#"{"width":"fill","height":"auto","limit":7,"follow":{"to":"c"},"span":12,"include":{"to":"d"},"label":["l","m"]}"#;
    assert_eq!(root.to_json(), text);

    // What holds the value of a member is not what a text is taken for.
    assert_eq!(Expression::from("x"), Expression::Text("x".to_owned()));
    assert_eq!(Expression::Ref("x".to_owned()).to_json(), r#"{"ref":"x"}"#);

    assert_eq!(Size::try_from("auto")?, Size::Auto);
    assert_eq!(Size::try_from("fill".to_owned())?, "fill".parse()?);
    assert!(matches!(Size::try_from(3)?, Size::Number(_)));
    assert_eq!(Size::try_from("auto!").unwrap_err().to_string(), r#""auto!" is none of "auto", "fill": did you mean "auto"? [schema.json#/$defs/Size/oneOf]"#);
    assert!(Size::try_from(f64::NAN).is_err() && Size::try_from(-1).is_err());
    assert!(RootFollow::try_from(true).is_err() && RootSpan::try_from(7).is_err() && RootSpan::try_from("3").is_err());
    let error = Root::builder().width("tall").include([Link::builder()]).build().unwrap_err();
    assert_eq!(error.missing(), ["include[0].to"]);
    assert_eq!(error.refused().map(|(path, _)| path).collect::<Vec<_>>(), ["width"]);
    Ok(())
}
