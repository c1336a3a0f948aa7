//! Schemas to Rust text, beside typify and prettyplease.

use std::hint::black_box;

use benches::schemas;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

fn generate(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("generate");
    group.sample_size(10);
    for count in [10, 100, 1000] {
        let schema = schemas::definitions(count);
        for text in [schemas::engine(&schema), schemas::typify(&schema)] {
            for index in 0..count {
                assert!(
                    text.contains(&format!("pub struct Thing{index} ")),
                    "Thing{index}"
                );
            }
        }
        group.bench_function(BenchmarkId::new("typify", count), |bencher| {
            bencher.iter(|| schemas::typify(black_box(&schema)).len());
        });
        group.bench_function(BenchmarkId::new("engine", count), |bencher| {
            bencher.iter(|| schemas::engine(black_box(&schema)).len());
        });
    }
    group.finish();
}

criterion_group!(benches, generate);
criterion_main!(benches);
