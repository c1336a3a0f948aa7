//! Any bytes to the documented entry, which scans texts itself: it takes what
//! serde's way takes, as the same value, and refuses the rest for the same
//! reasons.

use crate::document::{agree, repeats};
use crate::subjects;
use crate::text::Doc;

/// Tries bytes as a document for every type.
///
/// # Panics
///
/// On a finding.
pub fn check(bytes: &[u8]) {
    let text = std::str::from_utf8(bytes).ok();
    let is_plain = text.is_some_and(|text| {
        serde_json::from_str::<serde_json::Value>(text).is_ok()
            && Doc::parse(text).is_ok_and(|document| !repeats(&document))
    });
    for subject in subjects::all() {
        let name = subject.name;
        let said = (subject.ways.slice)(bytes);
        let Some(text) = text else {
            assert!(said.is_err(), "{name}: not UTF-8 and taken");
            continue;
        };
        let by_serde = (subject.ways.serde)(text);
        assert!(
            agree(&said, &by_serde),
            "{name}: two ways to read {text}: {said:?}, {by_serde:?}"
        );
        // Of several things that are wrong, each way says what it finds first.
        if is_plain {
            assert_eq!(said.err(), by_serde.err(), "{name}: why not {text}");
        }
    }
}
