//! Schemas in which one thing grows, each of a size, twice and four times that.

use std::hint::black_box;

use benches::growth::Growing;
use benches::schemas;
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};

fn growth(criterion: &mut Criterion) {
    for growing in Growing::ALL {
        let most = match growing {
            Growing::Codes | Growing::Values => 100_000,
            Growing::Members | Growing::Arms => 4_000,
            Growing::Extensions | Growing::Nested => 400,
        };
        let mut group = criterion.benchmark_group(format!("growth/{}", growing.name()));
        group.sample_size(10);
        for count in [most / 4, most / 2, most] {
            let schema = growing.schema(count).to_string();
            group.throughput(Throughput::Elements(count as u64));
            group.bench_function(BenchmarkId::from_parameter(count), |bencher| {
                bencher.iter(|| schemas::engine_text(black_box(&schema)).len());
            });
        }
        group.finish();
    }
}

criterion_group!(benches, growth);
criterion_main!(benches);
