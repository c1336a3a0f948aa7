//! An error says what made the rule apply that is broken, as `check` does.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for (text, error) in [
        (
            r#"{"a":{"card":"x"}}"#,
            r#"a: the member "zip" is missing, since it has "card" [schema.json#/properties/a/dependentSchemas/card/required]"#,
        ),
        (
            r#"{"b":{"m":"y","q":1}}"#,
            r#"b.q: 1 is an integer, not a string, since it is not so that m is "x" [schema.json#/properties/b/else/properties/q/type]"#,
        ),
        (
            r#"{"c":{"m":3}}"#,
            r#"c: the member "q" is missing, since it is not so that it fits schema.json#/properties/c/if [schema.json#/properties/c/else/required]"#,
        ),
        (
            r#"{"d":{"m":"x","s":"s","p":1}}"#,
            r#"d.p: 1 is an integer, not a string, since m is "x" [schema.json#/properties/d/allOf/0/then/properties/p/type]"#,
        ),
        (
            r#"{"d":{"m":"z","q":"q"}}"#,
            r#"d: the member "s" is missing, since it is not so that m is "y" [schema.json#/properties/d/allOf/1/else/required]"#,
        ),
    ] {
        let refused = Root::from_json(text).unwrap_err();
        assert_eq!(refused.to_string(), error);
    }
    Ok(())
}
