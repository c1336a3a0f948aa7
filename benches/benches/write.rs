//! Writing a value as JSON text.

use std::hint::black_box;

use benches::{LEAD, ORDER, lead, order, plain};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use serde::Serialize;
use serde::de::DeserializeOwned;

fn by_serde<T: Serialize + DeserializeOwned>(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    way: &str,
    payload: &str,
    text: &str,
) {
    let value: T = serde_json::from_str(text).expect("the payload fits");
    assert!(serde_json::to_string(&value).is_ok_and(|written| !written.is_empty()));
    group.bench_function(BenchmarkId::new(way, payload), |bencher| {
        bencher.iter(|| serde_json::to_string(black_box(&value)).is_ok());
    });
}

fn write(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("write");
    by_serde::<serde_json::Value>(&mut group, "value", "lead", LEAD);
    by_serde::<plain::LeadResponse>(&mut group, "plain", "lead", LEAD);
    by_serde::<lead::LeadOpportunityResponse>(&mut group, "engine", "lead", LEAD);
    by_serde::<serde_json::Value>(&mut group, "value", "order", ORDER);
    by_serde::<plain::OrderResponse>(&mut group, "plain", "order", ORDER);
    by_serde::<order::Orders>(&mut group, "engine", "order", ORDER);
    group.finish();
}

criterion_group!(benches, write);
criterion_main!(benches);
