//! Two states of a schema of many members that differ in one, each of a size, twice and four
//! times that.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use isoschema::diff::{Question, Relation, Side, diff};
use serde_json::{Map, Value, json};

/// An object of so many objects of as many kinds; the last member is a text of at most so many
/// letters.
fn state(count: usize, letters: usize) -> Value {
    let member = |index: usize| {
        let name = format!("member{index}");
        let inner = json!({ "type": "object", "properties": { &name: { "type": "string" } } });
        (name, json!({ "anyOf": [inner, { "type": "null" }] }))
    };
    let mut members: Map<String, Value> = (0..count).map(member).collect();
    let last = json!({ "type": "string", "maxLength": letters });
    members.insert("last".to_owned(), last);
    json!({ "type": "object", "properties": members, "additionalProperties": false })
}

fn diffs(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("diff/members");
    group.sample_size(10);
    for count in [100, 200, 400] {
        let side = |letters| {
            let text = state(count, letters).to_string();
            Side::texts([("state.json", text)]).expect("a schema")
        };
        let (old, new) = (side(3), side(5));
        group.throughput(Throughput::Elements(count as u64));
        group.bench_function(BenchmarkId::from_parameter(count), |bencher| {
            bencher.iter(|| {
                let found = diff(black_box(&old), black_box(&new), Question::default());
                assert_eq!(found.schemas[0].relation, Relation::Wider);
            });
        });
    }
    group.finish();
}

criterion_group!(benches, diffs);
criterion_main!(benches);
