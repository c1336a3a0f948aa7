//! Reading allocates what the value keeps, and nothing beside it.
//!
//! The tape is the one scratch buffer of a document; a thread uses the same
//! memory for each, so that it is not seen once it is there. Beside it, texts
//! with escapes are put together before they are kept, and regular expressions
//! look at what has a pattern. What is found is written to `allocations.json`
//! in cargo's folder for tests, where `cargo xtask bench-report` finds it.

use std::path::Path;

use allocation_counter::{AllocationInfo, measure};
use benches::subject::{Subject, Visit, odd_shapes, payloads};
use serde_json::{Value, json};

/// What is read, with what its reading allocates.
fn reading<T>(read: impl Fn() -> T) -> AllocationInfo {
    // The thread's scratch buffer grows to what the document needs.
    drop(read());
    let mut value = None;
    let info = measure(|| value = Some(read()));
    drop(value);
    info
}

/// What the lead's one text with an escape costs beside what is kept of it:
/// `serde_json` unescapes it into a buffer that grows, and the tape holds it.
const FOR_ESCAPES: u64 = 6;

#[derive(Default)]
struct Allocations {
    rows: Vec<Value>,
    beyond: Vec<String>,
}

impl Visit for Allocations {
    fn visit<S: Subject>(&mut self) {
        let text = S::text();
        let engine = reading(|| S::from_json(&text).expect(S::NAME));
        let plain = reading(|| serde_json::from_str::<S::Plain>(&text).expect(S::NAME));
        let value = reading(|| serde_json::from_str::<Value>(&text).expect(S::NAME));
        for (way, info) in [("value", value), ("plain", plain), ("from_json", engine)] {
            self.rows.push(json!({
                "payload": S::NAME,
                "way": way,
                "allocations": info.count_total,
                "bytes": info.bytes_total,
                "kept": info.count_current,
                "kept_bytes": info.bytes_current,
            }));
        }
        let kept = u64::try_from(engine.count_current).unwrap_or(0);
        let kept_bytes = u64::try_from(engine.bytes_current).unwrap_or(0);
        let escapes = if text.contains('\\') { FOR_ESCAPES } else { 0 };
        // The only pattern in these schemas is the currency's; the regular
        // expression allocates as it looks at a text.
        let currencies = text.matches("\"currency\":").count() as u64;
        let allowed = escapes + currencies;
        let fits = engine.count_total <= kept + allowed
            && (allowed > 0 || engine.bytes_total == kept_bytes);
        if !fits {
            self.beyond.push(format!(
                "{}: {} allocations of {} bytes, of which {kept} of {kept_bytes} bytes are kept",
                S::NAME,
                engine.count_total,
                engine.bytes_total,
            ));
        }
    }
}

#[test]
fn reading_allocates_what_it_keeps() {
    let mut found = Allocations::default();
    payloads(&mut found);
    odd_shapes(&mut found);
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("allocations.json");
    std::fs::write(out, Value::from(found.rows).to_string()).expect("the folder is cargo's");
    assert!(found.beyond.is_empty(), "{}", found.beyond.join("\n"));
}
