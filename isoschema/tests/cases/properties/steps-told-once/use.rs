//! No word twice in a name, unless that is what tells it apart from another one.

use types::*;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let version = RootSchemaVersion {
        version_state: Some(RootSchemaVersionState::Final),
        version_kind: Some(RootSchemaVersionVersionKind::Major),
        kind: Some(RootSchemaVersionKind::Signed),
        schema_version: Some(RootSchemaVersionSchemaVersion::Two),
        ..Default::default()
    };
    let root = Root::builder()
        .schema_version(version)
        .from(RootFromWithPlace::builder().at(1).place(RootFromPlace::Here).build()?)
        .build()?;
    assert_eq!(
        root.to_json(),
        r#"{"schemaVersion":{"versionState":"final","versionKind":"major","kind":"signed","schemaVersion":"two"},"from":{"place":"here","at":1}}"#
    );
    Ok(())
}
