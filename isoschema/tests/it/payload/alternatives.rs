//! Of alternatives, what is told is about the one that was meant.

use serde_json::{Value, json};

use super::{checked, shapes};

fn told(schema: &Value, payload: &Value) -> Vec<String> {
    let outcome = checked(schema, std::slice::from_ref(payload));
    let faults = outcome
        .payloads()
        .iter()
        .flat_map(|payload| &payload.faults);
    let told = faults.flat_map(isoschema::payload::Fault::told);
    told.map(|fault| fault.line()).collect()
}

#[test]
fn of_alternatives_the_one_is_told_that_was_meant() {
    for (schema, payload, lines) in [
        (
            shapes(),
            json!({"shape": "circle", "radius": "1"}),
            vec![
                r#"radius: "1" is a string, not a number [case.json#/oneOf/0/properties/radius/type]"#,
            ],
        ),
        (
            shapes(),
            json!({"shape": "sqare", "side": 2}),
            vec![
                r#"shape: "sqare" is none of "circle", "square", "line", "point": did you mean "square"? [case.json#/oneOf]"#,
            ],
        ),
        (
            json!({"anyOf": [
                {"type": "object", "properties": {"iban": {"type": "string"}}, "required": ["iban"]},
                {"type": "object", "properties": {"card": {"type": "string", "minLength": 8}}, "required": ["card"]},
                {"type": "null"}
            ]}),
            json!({"card": "411"}),
            vec![
                r#"card: "411" has 3 characters, fewer than 8, or another form [case.json#/anyOf/1/properties/card/minLength]"#,
            ],
        ),
        (
            json!({"oneOf": [{"const": 1}, {"const": 2}]}),
            json!(3),
            vec!["(root): 3 is none of 1, 2 [case.json#/oneOf]"],
        ),
        (
            json!({"anyOf": [{"enum": ["small", "large"]}, {"type": "integer"}]}),
            json!("Large"),
            vec![
                r#"(root): "Large" is none of "small", "large": did you mean "large"? [case.json#/anyOf/0/enum]"#,
            ],
        ),
        (
            json!({
                "if": {"properties": {"kind": {"const": "card"}}, "required": ["kind"]},
                "then": {"required": ["number"]},
                "else": {"required": ["iban"]}
            }),
            json!({"kind": "card"}),
            vec![
                r#"(root): the member "number" is missing, since kind is "card" [case.json#/then/required]"#,
            ],
        ),
        // A condition about a member that is not there.
        (
            json!({
                "if": {"properties": {"kind": {"const": "iban"}}},
                "then": {"required": ["iban"]}
            }),
            json!({}),
            vec![
                r#"(root): the member "iban" is missing, since kind is not there [case.json#/then/required]"#,
            ],
        ),
        (
            json!({"dependentSchemas": {"to": {"required": ["from"]}}}),
            json!({"to": 1}),
            vec![
                r#"(root): the member "from" is missing, since it has "to" [case.json#/dependentSchemas/to/required]"#,
            ],
        ),
        (
            json!({"not": {"required": ["a", "b"]}}),
            json!({"a": 1, "b": 2}),
            vec![
                r#"(root): {"a":1,"b":2} fits what is forbidden: it has "a" and "b" [case.json#/not]"#,
            ],
        ),
        (
            json!({"properties": {"street": {}, "town": {}}, "required": ["street"], "additionalProperties": false}),
            json!({"stret": "x"}),
            vec![
                r#"stret: "x" is not allowed here: did you mean "street"? [case.json#/additionalProperties]"#,
                r#"(root): the member "street" is missing: is "stret" meant? [case.json#/required]"#,
            ],
        ),
    ] {
        let mut found = told(&schema, &payload);
        found.sort();
        let mut lines = lines;
        lines.sort_unstable();
        assert_eq!(found, lines, "{schema} {payload}");
    }
}

/// Of alternatives inside of alternatives, those beside the fault are counted; those
/// farther out where it is sure which one is meant there.
#[test]
fn as_many_others_are_told_of_as_stand_beside_the_fault() {
    for (inner, others) in [
        (json!({"multipleOf": 9}), "another form"),
        (json!({"type": "string"}), "one of 2 other forms"),
    ] {
        let schema = json!({"anyOf": [
            {"properties": {"size": {"anyOf": [{"minimum": 8}, inner]}}},
            {"properties": {"size": {"minimum": 9}}, "required": ["unit", "colour"]},
            {"required": ["weight", "colour"]}
        ]});
        let place = "case.json#/anyOf/0/properties/size/anyOf/0/minimum";
        let line = format!("size: 7 is below 8, or {others} [{place}]");
        assert_eq!(told(&schema, &json!({"size": 7})), [line]);
    }
}
