//! Refusing a document with one fault near its end, beside accepting the right
//! one.

use std::hint::black_box;

use benches::{LEAD, ORDER, lead, order};
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

fn refuse(criterion: &mut Criterion) {
    let wrong_lead = LEAD.replace("\"statusCode\":200", "\"statusCode\":2.5");
    assert_ne!(wrong_lead, LEAD);
    let wrong_order = ORDER.replace("\"yearNumber\":1}]", "\"yearNumber\":\"\"}]");
    assert_ne!(wrong_order, ORDER);
    let mut group = criterion.benchmark_group("refuse");
    for (way, text, fits) in [
        ("accept", LEAD, true),
        ("refuse", wrong_lead.as_str(), false),
    ] {
        assert_eq!(lead::LeadOpportunityResponse::from_json(text).is_ok(), fits);
        group.bench_function(BenchmarkId::new(way, "lead"), |bencher| {
            bencher.iter(|| lead::LeadOpportunityResponse::from_json(black_box(text)).is_ok());
        });
    }
    for (way, text, fits) in [
        ("accept", ORDER, true),
        ("refuse", wrong_order.as_str(), false),
    ] {
        assert_eq!(order::Orders::from_json(text).is_ok(), fits);
        group.bench_function(BenchmarkId::new(way, "order"), |bencher| {
            bencher.iter(|| order::Orders::from_json(black_box(text)).is_ok());
        });
    }
    group.finish();
}

criterion_group!(benches, refuse);
criterion_main!(benches);
