//! Reading a document to a value, right ones: the ratio to `Value` and to
//! plain derives is what counts.

use std::hint::black_box;

use benches::{
    LEAD, LEAD_SCHEMA, ORDER, ORDER_SCHEMA, lead, order, plain, typify_lead, typify_order,
};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde_json::Value;

/// Reads by `serde_json::from_str`, after one try that has to succeed.
fn by_serde<T: DeserializeOwned>(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    way: &str,
    payload: &str,
    text: &str,
) {
    assert!(
        serde_json::from_str::<T>(text).is_ok(),
        "{way} reads the {payload}"
    );
    group.bench_function(BenchmarkId::new(way, payload), |bencher| {
        bencher.iter(|| serde_json::from_str::<T>(black_box(text)).is_ok());
    });
}

fn validated<T: DeserializeOwned>(
    group: &mut criterion::BenchmarkGroup<'_, criterion::measurement::WallTime>,
    payload: &str,
    text: &str,
    schema: &str,
) {
    let schema: Value = serde_json::from_str(schema).expect("a schema");
    let validator = jsonschema::validator_for(&schema).expect("a validator");
    let read = |text: &str| {
        let value: Value = serde_json::from_str(text).ok()?;
        validator.is_valid(&value).then_some(())?;
        serde_json::from_value::<T>(value).ok()
    };
    assert!(read(text).is_some(), "the {payload} is valid");
    group.bench_function(
        BenchmarkId::new("value-validate-convert", payload),
        |bencher| {
            bencher.iter(|| read(black_box(text)).is_some());
        },
    );
    #[cfg(feature = "corvus")]
    {
        let validator = corvus_json_schema::compile(&schema).expect("a validator");
        assert!(validator.validate_json(text).is_ok_and(|valid| valid));
        group.bench_function(BenchmarkId::new("corvus", payload), |bencher| {
            bencher.iter(|| validator.validate_json(black_box(text)).is_ok());
        });
    }
}

fn read(criterion: &mut Criterion) {
    // What is read is written back whole.
    let value: Value = serde_json::from_str(LEAD).expect("JSON");
    let read = lead::LeadOpportunityResponse::from_json(LEAD).expect("a lead");
    assert_eq!(serde_json::to_value(read).expect("JSON"), value);
    let value: Value = serde_json::from_str(ORDER).expect("JSON");
    let read = order::Orders::from_json(ORDER).expect("an order");
    assert_eq!(serde_json::to_value(read).expect("JSON"), value);

    let mut group = criterion.benchmark_group("read");
    group.throughput(Throughput::Bytes(LEAD.len() as u64));
    by_serde::<IgnoredAny>(&mut group, "scan", "lead", LEAD);
    by_serde::<Value>(&mut group, "value", "lead", LEAD);
    by_serde::<plain::LeadResponse>(&mut group, "plain", "lead", LEAD);
    by_serde::<typify_lead::LeadOpportunityResponse>(&mut group, "typify", "lead", LEAD);
    validated::<typify_lead::LeadOpportunityResponse>(&mut group, "lead", LEAD, LEAD_SCHEMA);
    by_serde::<lead::LeadOpportunityResponse>(&mut group, "serde", "lead", LEAD);
    group.bench_function(BenchmarkId::new("from_json", "lead"), |bencher| {
        bencher.iter(|| lead::LeadOpportunityResponse::from_json(black_box(LEAD)).is_ok());
    });

    group.throughput(Throughput::Bytes(ORDER.len() as u64));
    by_serde::<IgnoredAny>(&mut group, "scan", "order", ORDER);
    by_serde::<Value>(&mut group, "value", "order", ORDER);
    by_serde::<plain::OrderResponse>(&mut group, "plain", "order", ORDER);
    by_serde::<typify_order::Orders>(&mut group, "typify", "order", ORDER);
    validated::<typify_order::Orders>(&mut group, "order", ORDER, ORDER_SCHEMA);
    by_serde::<order::Orders>(&mut group, "serde", "order", ORDER);
    group.bench_function(BenchmarkId::new("from_json", "order"), |bencher| {
        bencher.iter(|| order::Orders::from_json(black_box(ORDER)).is_ok());
    });
    group.finish();
}

criterion_group!(benches, read);
criterion_main!(benches);
