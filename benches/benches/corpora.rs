//! Reading and writing documents that nobody tuned for, beside `Value`: all documents of a corpus
//! are one measurement, after each was accepted and found to be written back equal.

use std::hint::black_box;

use benches::corpora::{self, Visit};
use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use serde::Serialize;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

struct Measuring<'a> {
    group: BenchmarkGroup<'a, WallTime>,
    found: usize,
}

impl Measuring<'_> {
    fn each<D>(&mut self, way: &str, corpus: &str, given: &[D], does: impl Fn(&D) -> bool) {
        let id = BenchmarkId::new(way, corpus);
        self.group.bench_function(id, |bencher| {
            bencher.iter(|| given.iter().filter(|one| does(black_box(*one))).count());
        });
    }
}

impl Visit for Measuring<'_> {
    fn visit<T, E>(
        &mut self,
        name: &str,
        schema: &str,
        documents: &str,
        read: fn(&[u8]) -> Result<T, E>,
    ) where
        T: DeserializeOwned + Serialize,
        E: std::error::Error,
    {
        self.found += 1;
        let documents = corpora::documents(documents).expect(documents);
        let mut values = Vec::new();
        let mut typed = Vec::new();
        for document in &documents {
            let value: Value = serde_json::from_slice(document).expect("JSON");
            let one = read(document).expect(name);
            assert_eq!(serde_json::to_value(&one).expect("JSON"), value, "{name}");
            assert!(serde_json::from_slice::<T>(document).is_ok(), "{name}");
            values.push(value);
            typed.push(one);
        }
        let schema = std::fs::read_to_string(schema).expect(schema);
        let schema: Value = serde_json::from_str(&schema).expect("a schema");
        // Formats are no assertions, as for the types.
        let options = jsonschema::options().should_validate_formats(false);
        let validator = options.build(&schema).expect("a validator");
        assert!(
            values.iter().all(|value| validator.is_valid(value)),
            "{name}"
        );

        let bytes: usize = documents.iter().map(Vec::len).sum();
        self.group.throughput(Throughput::Bytes(bytes as u64));
        let by_serde = |document: &Vec<u8>| serde_json::from_slice::<Value>(document).is_ok();
        self.each("value", name, &documents, by_serde);
        let skipped = |document: &Vec<u8>| serde_json::from_slice::<IgnoredAny>(document).is_ok();
        self.each("scan", name, &documents, skipped);
        self.each("value-validate", name, &documents, |document| {
            serde_json::from_slice(document).is_ok_and(|value| validator.is_valid(&value))
        });
        self.each("serde", name, &documents, |document| {
            serde_json::from_slice::<T>(document).is_ok()
        });
        self.each("from_json", name, &documents, |document| {
            read(document).is_ok()
        });
        self.each("write-value", name, &values, |one| {
            serde_json::to_vec(one).is_ok()
        });
        self.each("write", name, &typed, |one| serde_json::to_vec(one).is_ok());
    }
}

fn measure(criterion: &mut Criterion) {
    let mut measuring = Measuring {
        group: criterion.benchmark_group("corpora"),
        found: 0,
    };
    corpora::all(&mut measuring);
    if measuring.found == 0 {
        eprintln!("SKIPPED: ISOSCHEMA_CORPORA was not set when the types were made");
    }
    measuring.group.finish();
}

criterion_group!(benches, measure);
criterion_main!(benches);
