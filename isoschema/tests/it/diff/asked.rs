//! What a comparison is asked for: which definitions are a surface of their own, values
//! and types apart.

use isoschema::diff::{About, Question, Relation, Step, Surface, Verdict, diff};
use serde_json::json;

use super::{compared, side};

#[test]
fn definitions_that_no_root_leads_to_are_a_surface() {
    let shared = |most: u32| {
        json!({"$defs": {
            "Zip": {"type": "string", "maxLength": most},
            "City": {"type": "string"}
        }})
    };
    let beside = |most: u32| {
        let mut schema = shared(most);
        schema["type"] = json!("array");
        schema["items"] = json!({"$ref": "#/$defs/City"});
        schema
    };
    let roots = || {
        let roots = Question::default().surface(Surface::Roots);
        roots.about(About::Values)
    };
    // Where there is nothing else, each is a root.
    let found = compared(&shared(6), &shared(5));
    let of = found.schemas.iter().find(|it| it.name == "Zip");
    let of = of.expect("a root");
    assert_eq!((of.relation, of.breaks_writers), (Relation::Narrower, true));
    assert_eq!(found.verdict, Verdict::Breaking);
    let found = diff(&side(&shared(6)), &side(&shared(5)), roots());
    assert_eq!(found.verdict, Verdict::Breaking);

    let found = compared(&beside(6), &beside(5));
    let of = &found.schemas[0];
    assert_eq!((of.relation, of.breaks_writers), (Relation::Narrower, true));
    assert_eq!(found.verdict, Verdict::Breaking);
    let named: Vec<_> = of
        .definitions
        .iter()
        .map(|it| it.location.as_str())
        .collect();
    assert_eq!(named, ["case.json#/$defs/Zip"]);
    let found = diff(&side(&beside(6)), &side(&beside(5)), roots());
    assert_eq!(
        (found.verdict, found.step),
        (Verdict::Equal, Some(Step::None))
    );
    // What a root leads to is a surface of its own only if it is asked for.
    let used = |most: u32| {
        let mut schema = beside(4);
        schema["$defs"]["City"]["maxLength"] = most.into();
        schema["not"] = json!({});
        schema
    };
    let found = compared(&used(6), &used(5));
    assert_eq!(found.verdict, Verdict::Equal);
    let all = Question::default().surface(Surface::All);
    assert_eq!(
        diff(&side(&used(6)), &side(&used(5)), all).verdict,
        Verdict::Breaking
    );
    // One more is no break, one less is.
    let less = json!({"$defs": {"City": {"type": "string"}}});
    assert_eq!(compared(&less, &shared(5)).verdict, Verdict::Compatible);
    assert_eq!(compared(&shared(5), &less).verdict, Verdict::Breaking);
}

/// Draft 2019-09 does not say that `contains` looks at items; the validator alone takes it to.
#[test]
fn contained_items_were_not_looked_at_before_2020() {
    let draft = "https://json-schema.org/draft/2019-09/schema";
    let contained = json!({
        "$schema": draft, "type": "array", "contains": {"type": "integer"}, "unevaluatedItems": false
    });
    let none = json!({"$schema": draft, "type": "array", "maxItems": 0});
    let found = compared(&contained, &none);
    assert_eq!(found.schemas[0].relation, Relation::Wider);
}

#[test]
fn values_and_types_are_asked_for_apart() {
    let schema = |name: &str| {
        json!({
            "type": "object",
            "properties": {"leg": {"$ref": format!("#/$defs/{name}")}},
            "$defs": {name: {"type": "object", "required": ["from"], "properties": {"from": {"type": "string"}}}}
        })
    };
    let (old, new) = (side(&schema("leg")), side(&schema("stretch")));
    for (about, verdict) in [
        (About::Values, Verdict::Equal),
        (About::Rust, Verdict::Breaking),
        (About::All, Verdict::Breaking),
    ] {
        let found = diff(&old, &new, Question::default().about(about));
        assert_eq!(found.verdict, verdict, "{about:?}: {found:#?}");
    }
}
