//! The schema that schemars derives from a type accepts the same values as the
//! schema that the type was generated from: each is subtracted from the other,
//! and nothing may be left.

#[path = "../isoschema/proof/mod.rs"]
mod proof;
mod support;

#[test]
fn derived_schemas_equal_the_sources() {
    support::every(|subject, sources| {
        let found = proof::compare(subject, sources)?;
        // An undecided comparison is a failure too: none is listed here.
        if found.passed() {
            Ok(())
        } else {
            Err(found.to_string())
        }
    });
}
