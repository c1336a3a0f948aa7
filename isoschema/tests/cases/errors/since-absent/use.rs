//! Why a rule applies: a member that is not there fits whatever is asked of it, and is told as that.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for (text, error) in [
        (
            r#"{"limits":{"size":11}}"#,
            "limits.size: 11 is above 10, since kind is not there and mode is not there [schema.json#/properties/limits/then/properties/size/maximum]",
        ),
        (
            r#"{"limits":{"kind":"small","size":11}}"#,
            "limits.size: 11 is above 10, since kind is \"small\" and mode is not there [schema.json#/properties/limits/then/properties/size/maximum]",
        ),
        (
            r#"{"limits":{"kind":"big","size":3}}"#,
            "limits.size: 3 is below 5, since it is not so that kind is \"small\" and mode is \"a\" or \"b\" [schema.json#/properties/limits/else/properties/size/minimum]",
        ),
        (
            r#"{"members":{"of":"x"}}"#,
            "members: the member \"more\" is missing, since kind is not there and of is \"x\" [schema.json#/properties/members/then/required]",
        ),
        (
            r#"{"members":{"of":"x","kind":1}}"#,
            "members: the member \"more\" is missing, since kind is an integer and of is \"x\" [schema.json#/properties/members/then/required]",
        ),
        (
            r#"{"never":{}}"#,
            "never: {} fits what is forbidden: kind is not there [schema.json#/properties/never/not]",
        ),
        (
            r#"{"never":{"kind":1}}"#,
            "never: {\"kind\":1} fits what is forbidden: kind is 1 [schema.json#/properties/never/not]",
        ),
        (
            r#"{"closed":{"contry":"c"}}"#,
            "closed.contry: \"c\" is not allowed here: did you mean \"country\"? [schema.json#/properties/closed/unevaluatedProperties]",
        ),
    ] {
        let refused = Root::from_json(text).unwrap_err();
        assert_eq!(refused.to_string(), error);
    }
    Ok(())
}
