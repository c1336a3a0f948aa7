//! Reading allocates what the value keeps, and nothing beside it but for the
//! growth of lists.
//!
//! A thread uses the same scratch memory for each document, so that it is not
//! seen once it is there. Where a text is read without a tape, nobody knows how
//! long a list becomes: it doubles when it is full. What is found is written to
//! `allocations.json` in cargo's folder for tests, where `cargo xtask
//! bench-report` finds it.

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

/// How often the lists of a document grow: one begins with room for four
/// items, or members that the schema does not declare.
fn growth(value: &Value) -> u64 {
    let (length, inner) = match value {
        Value::Array(items) => (items.len(), items.iter().map(growth).sum::<u64>()),
        Value::Object(members) => (members.len(), members.values().map(growth).sum()),
        _ => return 0,
    };
    u64::from(length.div_ceil(4).next_power_of_two().trailing_zeros()) + inner
}

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
        let document = serde_json::from_str(&text).expect(S::NAME);
        let fits =
            engine.count_total <= kept + growth(&document) && engine.bytes_total <= 2 * kept_bytes;
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
