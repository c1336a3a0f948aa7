//! The crate with `corrections` and `open-codes`: a package that depends on it so is
//! built, and what the proof asks of the plain types is asked of these.
// The package has features of its own, whatever this test is built with.
#![cfg(not(feature = "__serde-json-extremes"))]

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What a person sees of the features.
const SEEN: &str = r##"//! What the features change.

use dassault_schemas::{ErrorKind, OnlineConsentStatus, PartnerContact, PriceList};

#[test]
fn a_code_that_nobody_lists_is_kept_and_written() {
    let kind = ErrorKind::from_json("\"errors:3dx:tooLate\"").unwrap();
    assert_eq!(kind.as_str(), "errors:3dx:tooLate");
    assert!(matches!(kind, ErrorKind::Other(_)));
    assert_eq!(kind.to_json(), "\"errors:3dx:tooLate\"");
    assert_eq!(ErrorKind::from_json("\"errors:3dx:invalidRequest\"").unwrap(), ErrorKind::ALL[0]);
    assert!(OnlineConsentStatus::from_json("7").is_err());
}

#[test]
fn corrected_types_are_as_they_are_meant() {
    let text = r#"{"salesRepEmail":"a","salesRepFirstName":"b","salesRepLastName":"c"}"#;
    let contact: PartnerContact = text.parse().unwrap();
    assert_eq!(contact.sales_rep_first_name, "b");
    assert!(PartnerContact::from_json("null").is_err());
    let list = PriceList::from_json(r#"{"effectiveDate": null}"#).unwrap();
    assert_eq!((list.effective_date(), list.to_json()), (None, r#"{"effectiveDate":null}"#.to_owned()));
}
"##;

#[test]
fn features_are_proven_as_the_plain_types_are() -> Result<(), Box<dyn Error>> {
    let own = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("dependent-features");
    fs::create_dir_all(folder.join("src"))?;
    fs::create_dir_all(folder.join("tests"))?;
    let shown = own.display().to_string();
    // The first resolver gives the build script and the tests one engine.
    let manifest = format!(
        "[package]\nname = \"dependent-features\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         [workspace]\nresolver = \"1\"\n\
         [dev-dependencies]\n\
         dassault-schemas = {{ path = '{shown}', features = [\"corrections\", \"open-codes\", \"schemars\"] }}\n\
         fastrand = \"2\"\n\
         serde = \"1\"\n\
         isoschema = {{ path = '{shown}/isoschema', default-features = false }}\n\
         jsonschema = {{ version = \"0.61.2\", default-features = false }}\n\
         regress = \"0.12\"\n\
         schemars = {{ version = \"1.2\", default-features = false, features = [\"derive\", \"std\"] }}\n\
         serde_json = {{ version = \"1.0.154\", features = [\"float_roundtrip\"] }}\n\
         [[test]]\nname = \"accept\"\npath = '{shown}/tests/accept.rs'\n\
         [[test]]\nname = \"comparison\"\npath = '{shown}/tests/comparison.rs'\n"
    );
    for (path, text) in [
        ("Cargo.toml", &*manifest),
        ("src/lib.rs", "//! Nothing of its own.\n"),
        ("tests/seen.rs", SEEN),
    ] {
        fs::write(folder.join(path), text)?;
    }
    // The versions that are there already.
    fs::copy(own.join("Cargo.lock"), folder.join("Cargo.lock"))?;
    let mut cargo = Command::new(env!("CARGO"));
    cargo
        .args(["test", "--offline", "--color=never", "--tests"])
        .env("DASSAULT_SCHEMAS", own.join("schemas"))
        .env("DASSAULT_FEATURES", "corrections,open-codes")
        .current_dir(&folder);
    if let Some(target) = Path::new(env!("CARGO_TARGET_TMPDIR")).parent() {
        cargo.env("CARGO_TARGET_DIR", target);
    }
    let output = cargo.output()?;
    let shown = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{shown}\n{errors}");
    for test in [
        "a_code_that_nobody_lists_is_kept_and_written ... ok",
        "corrected_types_are_as_they_are_meant ... ok",
        "types_and_validator_agree ... ok",
        "derived_schemas_equal_the_sources ... ok",
    ] {
        assert!(shown.contains(test), "no {test:?} in\n{shown}");
    }
    Ok(())
}
