//! Types that borrow their texts beside the same types that own them: what the
//! engine generates, and what one writes by hand.

use std::hint::black_box;

use benches::borrowed::Borrowing;
use benches::subject::{Lead, Order};
use criterion::measurement::WallTime;
use criterion::{
    BenchmarkGroup, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main,
};
use serde::Deserialize;
use serde_json::Value;

type Group<'a> = BenchmarkGroup<'a, WallTime>;

fn subject<S: Borrowing>(group: &mut Group<'_>) {
    let text = S::text();
    // What is read is written back whole, in both forms alike.
    let value: Value = serde_json::from_str(&text).expect("JSON");
    let borrowed = S::borrowed_from_json(&text).expect(S::NAME);
    assert_eq!(serde_json::to_value(&borrowed).expect("JSON"), value);
    let owned = S::from_json(&text).expect(S::NAME);
    let owned = serde_json::to_string(&owned).expect("JSON");
    assert_eq!(serde_json::to_string(&borrowed).expect("JSON"), owned);

    group.throughput(Throughput::Bytes(text.len() as u64));
    by_serde::<S::Plain>(group, "plain", S::NAME, &text);
    by_serde::<S::PlainBorrowed<'_>>(group, "plain-borrowed", S::NAME, &text);
    by_serde::<S::Engine>(group, "serde", S::NAME, &text);
    by_serde::<S::Borrowed<'_>>(group, "serde-borrowed", S::NAME, &text);
    group.bench_function(BenchmarkId::new("from_json", S::NAME), |bencher| {
        bencher.iter(|| S::from_json(black_box(&text)).is_some());
    });
    let id = BenchmarkId::new("from_json-borrowed", S::NAME);
    group.bench_function(id, |bencher| {
        bencher.iter(|| S::borrowed_from_json(black_box(&text)).is_some());
    });
}

/// Reads by `serde_json::from_str`, after one try that has to succeed.
fn by_serde<'de, T: Deserialize<'de>>(
    group: &mut Group<'_>,
    way: &str,
    payload: &str,
    text: &'de str,
) {
    if let Err(error) = serde_json::from_str::<T>(text) {
        panic!("{way} does not read the {payload}: {error}");
    }
    group.bench_function(BenchmarkId::new(way, payload), |bencher| {
        bencher.iter(|| serde_json::from_str::<T>(black_box(text)).is_ok());
    });
}

fn borrow(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("borrow");
    subject::<Lead>(&mut group);
    subject::<Order>(&mut group);
    group.finish();
}

criterion_group!(benches, borrow);
criterion_main!(benches);
