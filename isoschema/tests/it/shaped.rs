//! The names in definitions are those that typify was asked for, and the report lists the others.

use std::path::Path;

use isoschema::Generator;

fn restored(generator: &Generator) -> Vec<String> {
    let generated = generator.generate().expect("it generates");
    let entries = generated.report.restored.iter();
    entries
        .map(|it| format!("{}::{} ({})", it.rust, it.name, it.schema))
        .collect()
}

/// typify writes no raw identifiers: `type_` for `r#type`.
#[test]
fn of_the_vendors_names_the_keywords_alone_are_put_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let restored = restored(&Generator::new().schemas(root.join("schemas")));
    assert!(!restored.is_empty());
    let are_keywords = restored.iter().all(|entry| entry.contains("::r#type ("));
    assert!(are_keywords, "{restored:#?}");
}

#[test]
fn versions_are_put_back_and_listed() {
    let schema =
        r#"{"type": "object", "properties": {"edition": {"enum": ["2.0", "2.1", "latest"]}}}"#;
    let restored = restored(&Generator::new().text("release", schema));
    assert_eq!(
        restored,
        [
            "ReleaseEdition::V2_0 (release#/properties/edition)",
            "ReleaseEdition::V2_1 (release#/properties/edition)",
        ]
    );
}
