//! The Rust types of both sides, and schemas that come, go and are renamed.

use isoschema::diff::{ApiChangeKind, Audience, Relation, Side, Step, Verdict, diff};
use serde_json::{Value, json};

use super::compared;

fn kinds(old: &Value, new: &Value) -> Vec<(String, ApiChangeKind, Step)> {
    let changes = compared(old, new).api.changes;
    changes
        .into_iter()
        .map(|change| (change.item, change.what, change.step))
        .collect()
}

#[test]
fn the_rust_types_are_compared() {
    use ApiChangeKind as Kind;
    let object = |properties: Value, required: Value| json!({"type": "object", "properties": properties, "required": required});
    let text = json!({"type": "string"});
    for (old, new, expected) in [
        (
            object(json!({"a": text}), json!([])),
            object(json!({"a": text}), json!(["a"])),
            vec![("Case::a", Kind::FieldChanged, Step::Major)],
        ),
        (
            object(json!({"a": text}), json!([])),
            object(json!({"a": text, "b": text}), json!(["b"])),
            vec![("Case::b", Kind::RequiredFieldAdded, Step::Major)],
        ),
        (
            object(json!({"a": text, "b": text}), json!([])),
            object(json!({"a": text}), json!([])),
            vec![("Case::b", Kind::FieldRemoved, Step::Major)],
        ),
        (
            json!({"enum": ["A", "B"]}),
            json!({"enum": ["B", "C"]}),
            vec![
                ("Case::C", Kind::VariantAdded, Step::Major),
                ("Case::A", Kind::VariantRemoved, Step::Major),
            ],
        ),
        (
            json!({"type": "string", "maxLength": 4}),
            json!({"type": "string", "maxLength": 5}),
            vec![("Case", Kind::ConstraintChanged, Step::Patch)],
        ),
        (
            json!({"type": "string", "maxLength": 4}),
            json!({"enum": ["A", "B"]}),
            vec![("Case", Kind::TypeReshaped, Step::Major)],
        ),
    ] {
        let expected: Vec<_> = expected
            .into_iter()
            .map(|(item, what, step)| (item.to_owned(), what, step))
            .collect();
        assert_eq!(kinds(&old, &new), expected, "{old} {new}");
    }
}

#[test]
fn schemas_come_go_and_are_renamed() {
    let open = |texts: &[(&str, &str)]| Side::texts(texts.iter().copied()).expect("schemas");
    let (a, b) = (r#"{"type": "integer"}"#, r#"{"enum": ["X"]}"#);
    let old = open(&[("kept.json", a), ("code.json", b)]);
    let new = open(&[("kept.json", a), ("state.json", b)]);
    let found = diff(&old, &new, Audience::Everyone);
    let relations: Vec<_> = found
        .schemas
        .iter()
        .map(|schema| (schema.name.as_str(), schema.relation))
        .collect();
    assert_eq!(
        relations,
        [
            ("code", Relation::Removed),
            ("kept", Relation::Equal),
            ("state", Relation::Equal)
        ]
    );
    assert_eq!(found.schemas[2].similarity, Some(100));
    assert_eq!(found.schemas[2].renamed_from.as_deref(), Some("code"));
    assert_eq!(found.api.changes.len(), 1, "{:?}", found.api);
    assert_eq!(found.api.changes[0].what, ApiChangeKind::TypeRenamed);
    assert_eq!(found.verdict, Verdict::Breaking);
    let more = diff(&open(&[("kept.json", a)]), &old, Audience::Everyone);
    assert_eq!(
        (more.verdict, more.step),
        (Verdict::Compatible, Some(Step::Minor))
    );
}
