//! Conditions on the values of members: another one is another variant.

use isoschema::Generator;
use serde_json::{Value, json};

/// An object whose members depend on its `kind`, one of so many, and on its `state`, one of two.
fn schema(kinds: usize) -> Value {
    let condition = |member: &str, value: &str, declared: Value| {
        json!({
            "if": { "properties": { member: { "const": value } }, "required": [member] },
            "then": { "properties": declared }
        })
    };
    let mut all: Vec<Value> = (0..kinds)
        .map(|kind| {
            let declared = json!({ format!("of{kind}"): { "type": "integer" } });
            condition("kind", &format!("k{kind}"), declared)
        })
        .collect();
    for state in ["open", "shut"] {
        all.push(condition(
            "state",
            state,
            json!({ format!("{state}_by"): { "type": "boolean" } }),
        ));
    }
    json!({
        "type": "object",
        "required": ["kind", "state"],
        "properties": { "kind": { "type": "string" }, "state": { "enum": ["open", "shut"] } },
        "allOf": all
    })
}

#[test]
fn another_condition_is_another_variant() -> Result<(), String> {
    for kinds in [2, 20, 21, 22, 100] {
        let generated = Generator::new()
            .text("node.json", schema(kinds).to_string())
            .generate()
            .map_err(|problems| problems.render())?;
        let text = &generated.text;
        for kind in [0, kinds - 1] {
            for line in [
                format!("    K{kind}(NodeK{kind}),"),
                format!("pub enum NodeK{kind} {{"),
                format!("    pub of{kind}: Option<i64>,"),
            ] {
                assert!(text.contains(&line), "{kinds}: {line}");
            }
        }
        for member in ["open_by", "shut_by"] {
            let typed = text
                .matches(&format!("pub {member}: Option<bool>,"))
                .count();
            // Of all kinds, and of objects of none of them.
            assert_eq!(typed, kinds + 1, "{kinds}: {member}");
        }
    }
    Ok(())
}
