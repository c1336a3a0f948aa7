//! Large documents: lists of leads of about 100 kB and 10 MB.

use std::hint::black_box;

use benches::{ORDER, order, plain};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use serde_json::Value;

/// An answer with so many orders.
fn orders(count: usize) -> String {
    let mut document: Value = serde_json::from_str(ORDER).expect("JSON");
    let data = document["data"].as_array_mut().expect("orders");
    let order = data[0].clone();
    data.resize(count, order);
    document.to_string()
}

fn scale(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("scale");
    group.sample_size(10);
    for (name, count) in [("100kB", 50), ("10MB", 5000)] {
        let text = orders(count);
        let read = order::Orders::from_json(&text).expect("orders");
        assert_eq!(read.data.len(), count);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_function(BenchmarkId::new("value", name), |bencher| {
            bencher.iter(|| serde_json::from_str::<Value>(black_box(&text)).is_ok());
        });
        group.bench_function(BenchmarkId::new("plain", name), |bencher| {
            bencher.iter(|| serde_json::from_str::<plain::OrderResponse>(black_box(&text)).is_ok());
        });
        group.bench_function(BenchmarkId::new("serde", name), |bencher| {
            bencher.iter(|| serde_json::from_str::<order::Orders>(black_box(&text)).is_ok());
        });
        group.bench_function(BenchmarkId::new("from_json", name), |bencher| {
            bencher.iter(|| order::Orders::from_json(black_box(&text)).is_ok());
        });
    }
    group.finish();
}

criterion_group!(benches, scale);
criterion_main!(benches);
