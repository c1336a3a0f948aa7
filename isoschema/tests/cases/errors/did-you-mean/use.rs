//! Errors say what was probably meant, as `isoschema check` does.
use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for (text, told) in [
        // A member of a closed object, unless the one that was meant is there.
        (r#"{"name":"a","levle":"info"}"#, r#"levle: "info" is not allowed here: did you mean "level"?"#),
        (r#"{"name":"a","naem":"a"}"#, r#"naem: "a" is not allowed here ["#),
        // A code, whatever its case.
        (
            r#"{"name":"a","level":"INFO"}"#,
            r#"level: "INFO" is none of "info", "warning", "error": did you mean "info"?"#,
        ),
        (r#"{"name":"a","level":"fatal"}"#, r#"level: "fatal" is none of "info", "warning", "error" ["#),
        // A member that is missing, and one that nobody declares.
        (r#"{"name":"a","owner":{"emial":"e"}}"#, r#"owner: the member "email" is missing: is "emial" meant?"#),
        (r#"{"name":"a","owner":{"mail":"e"}}"#, r#"owner: the member "email" is missing ["#),
        // What tells alternatives apart, and what is in them.
        (
            r#"{"name":"a","shape":{"kind":"cirlce","radius":1}}"#,
            r#"shape.kind: "cirlce" is none of "circle", "square": did you mean "circle"?"#,
        ),
        (
            r#"{"name":"a","shape":{"kind":"square","sied":1}}"#,
            r#"shape.sied: 1 is not allowed here: did you mean "side"?"#,
        ),
        (r#"{"name":"a","shape":{"knid":"square","side":1}}"#, r#"shape: the member "kind" is missing: is "knid" meant?"#),
        (
            r#"{"name":"a","query":{"trem":"t"}}"#,
            r#"query: the member "term" is missing, or another form: is "trem" meant?"#,
        ),
    ] {
        let error = Root::from_json(text).unwrap_err().to_string();
        assert!(error.starts_with(told), "{error}");
        let error = Root::try_from(serde_json::from_str::<serde_json::Value>(text)?).unwrap_err();
        assert!(error.to_string().starts_with(told), "{error}");
    }
    let error = "Warning".parse::<RootLevel>().unwrap_err();
    assert_eq!(
        error.to_string(),
        r#""Warning" is none of "info", "warning", "error": did you mean "warning"? [schema.json#/properties/level/enum]"#
    );
    assert_eq!(error.reason(), r#"is none of "info", "warning", "error""#);
    Ok(())
}
