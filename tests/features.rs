//! The crate with `corrections` and `open-codes`: what the proof asks of the plain types is
//! asked of these, and of what a person sees of them (`corrected.rs`).
// The package has features of its own, whatever this test is built with.
#![cfg(not(feature = "__serde-json-extremes"))]

use std::error::Error;
use std::process::Command;

#[path = "../isoschema/tests/it/common/apart.rs"]
mod apart;

use apart::apart;

#[test]
fn features_are_proven_as_the_plain_types_are() -> Result<(), Box<dyn Error>> {
    let mut cargo = Command::new(env!("CARGO"));
    apart(&mut cargo)
        .args(["test", "--offline", "--color=never"])
        // Of the whole workspace, all but this package is built already.
        .args(["--workspace", "--features"])
        .arg("dassault-schemas/corrections,dassault-schemas/open-codes")
        .args(["--test=accept", "--test=comparison", "--test=corrected"])
        // Most is as in the plain types, of which three times as many are drawn.
        .env("ISOSCHEMA_DOCUMENTS", "1000")
        .current_dir(env!("CARGO_MANIFEST_DIR"));
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
