//! What was read is written back as an equal JSON value: nulls, unknown
//! members, the value and the form of every number.

#[path = "../isoschema/proof/mod.rs"]
mod proof;
mod support;

#[test]
fn valid_documents_survive() {
    support::every(|subject, sources| {
        let found = proof::round_trip(subject, sources, support::documents(), 2)?;
        if found.passed() {
            Ok(())
        } else {
            Err(found.report())
        }
    });
}
