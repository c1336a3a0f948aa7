//! Reading a document to a value, right ones: the ratio to `Value` and to
//! plain derives is what counts. First real payloads, then the shapes that
//! serde is slow at.

use std::hint::black_box;

use benches::subject::{Subject, Visit, odd_shapes, payloads};
use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

/// A group of measurements, with the validators or without.
struct Reading<'a> {
    group: BenchmarkGroup<'a, WallTime>,
    validated: bool,
}

impl Visit for Reading<'_> {
    fn visit<S: Subject>(&mut self) {
        let text = S::text();
        // What is read is written back whole.
        let value: Value = serde_json::from_str(&text).expect("JSON");
        let read = S::from_json(&text).expect(S::NAME);
        assert_eq!(serde_json::to_value(read).expect("JSON"), value);

        self.group.throughput(Throughput::Bytes(text.len() as u64));
        self.by_serde::<IgnoredAny>("scan", S::NAME, &text);
        self.by_serde::<Value>("value", S::NAME, &text);
        self.by_serde::<S::Plain>("plain", S::NAME, &text);
        self.by_serde::<S::Typify>("typify", S::NAME, &text);
        if self.validated {
            self.validated::<S>(&text);
        }
        self.by_serde::<S::Engine>("serde", S::NAME, &text);
        let id = BenchmarkId::new("from_json", S::NAME);
        self.group.bench_function(id, |bencher| {
            bencher.iter(|| S::from_json(black_box(&text)).is_some());
        });
    }
}

impl Reading<'_> {
    /// Reads by `serde_json::from_str`, after one try that has to succeed.
    fn by_serde<T: DeserializeOwned>(&mut self, way: &str, payload: &str, text: &str) {
        if let Err(error) = serde_json::from_str::<T>(text) {
            panic!("{way} does not read the {payload}: {error}");
        }
        let id = BenchmarkId::new(way, payload);
        self.group.bench_function(id, |bencher| {
            bencher.iter(|| serde_json::from_str::<T>(black_box(text)).is_ok());
        });
    }

    fn validated<S: Subject>(&mut self, text: &str) {
        let schema: Value = serde_json::from_str(S::SCHEMA).expect("a schema");
        let validator = jsonschema::validator_for(&schema).expect("a validator");
        let read = |text: &str| {
            let value: Value = serde_json::from_str(text).ok()?;
            validator.is_valid(&value).then_some(())?;
            serde_json::from_value::<S::Typify>(value).ok()
        };
        assert!(read(text).is_some(), "the {} is valid", S::NAME);
        let id = BenchmarkId::new("value-validate-convert", S::NAME);
        self.group.bench_function(id, |bencher| {
            bencher.iter(|| read(black_box(text)).is_some());
        });
        #[cfg(feature = "corvus")]
        {
            let validator = corvus_json_schema::compile(&schema).expect("a validator");
            assert!(validator.validate_json(text).is_ok_and(|valid| valid));
            let id = BenchmarkId::new("corvus", S::NAME);
            self.group.bench_function(id, |bencher| {
                bencher.iter(|| validator.validate_json(black_box(text)).is_ok());
            });
        }
    }
}

fn read(criterion: &mut Criterion) {
    let mut reading = Reading {
        group: criterion.benchmark_group("read"),
        validated: true,
    };
    payloads(&mut reading);
    reading.group.finish();
}

fn shapes(criterion: &mut Criterion) {
    let mut reading = Reading {
        group: criterion.benchmark_group("shapes"),
        validated: cfg!(feature = "corvus"),
    };
    odd_shapes(&mut reading);
    reading.group.finish();
}

criterion_group!(benches, read, shapes);
criterion_main!(benches);
