//! What a comparison tells: what seems to be the same under another name, where a
//! witness is refused, what a prover said, and all of it for programs.

use isoschema::diff::{About, ApiChangeKind, Diff, Moved, Question, Relation, Side, Surface, diff};
use serde_json::{Value, json};

use super::{compared, pairs, undecidable};

fn open(texts: &[(&str, Value)]) -> Side {
    let texts = texts
        .iter()
        .map(|(name, schema)| (*name, schema.to_string()));
    Side::texts(texts).expect("schemas")
}

fn line(most: u32) -> Value {
    json!({
        "type": "object",
        "required": ["article", "count"],
        "properties": {
            "article": {"type": "string", "pattern": "^[A-Z]{3}$"},
            "count": {"type": "integer", "minimum": 1, "maximum": most},
            "note": {"type": "string", "maxLength": 80}
        }
    })
}

fn order(name: &str, owner: &str, most: u32) -> Value {
    json!({
        "type": "object",
        "properties": {
            owner: {"type": "string", "minLength": 1},
            "lines": {"type": "array", "items": {"$ref": format!("#/$defs/{name}")}}
        },
        "$defs": {name: line(most)}
    })
}

#[test]
fn what_has_another_name_or_place_is_told() {
    let address = |city: &str| json!({"properties": {city: {"type": "string"}, "zip": {"maxLength": 9}, "street": {"type": "string"}, "number": {"type": "integer"}, "country": {"type": "string"}}});
    let old = open(&[
        ("order.json", order("line", "custmer", 9)),
        ("address.json", address("city")),
    ]);
    let new = open(&[
        ("order.json", order("item", "customer", 12)),
        ("place.json", address("town")),
    ]);
    let found = diff(&old, &new, Question::default().about(About::Values));
    let told: Vec<_> = found
        .moves
        .iter()
        .map(|it| (it.what, it.old.as_str(), it.new.as_str(), it.relation))
        .collect();
    assert_eq!(
        told,
        [
            (
                Moved::Definition,
                "order.json#/$defs/line",
                "order.json#/$defs/item",
                Relation::Wider
            ),
            (
                Moved::Property,
                "order.json#/properties/custmer",
                "order.json#/properties/customer",
                Relation::Equal
            ),
            (
                Moved::Schema,
                "address.json#",
                "place.json#",
                Relation::Both
            ),
        ],
        "{:#?}",
        found.moves
    );
    assert_eq!((found.moves[1].similarity, found.moves[1].names), (100, 87));
    let place = found.schemas.iter().find(|it| it.name == "place");
    let place = place.expect("the new name");
    assert_eq!(place.renamed_from.as_deref(), Some("address"));
    assert!(place.similarity.is_some_and(|it| (60..100).contains(&it)));
    let text = found.to_text(false);
    assert!(
        text.contains("property order.json#/properties/custmer -> order.json#/properties/customer: the same values, schemas 100 % the same, names 87 %"),
        "{text}"
    );
    // The types have other names, too, and none is gone.
    let found = diff(&old, &new, Question::default().about(About::Rust));
    let renamed = |item: &str, what: ApiChangeKind, old: &str| {
        let mut changes = found.api.changes.iter();
        changes.any(|it| it.item == item && it.what == what && it.old.as_deref() == Some(old))
    };
    for (item, what, old) in [
        ("Item", ApiChangeKind::TypeRenamed, "Line"),
        ("Place", ApiChangeKind::TypeRenamed, "Address"),
        ("Order::customer", ApiChangeKind::FieldRenamed, "custmer"),
    ] {
        assert!(renamed(item, what, old), "{item}: {:#?}", found.api);
    }
}

#[test]
fn what_is_no_more_than_alike_is_not_told() {
    // Two that could be it are none.
    let two = json!({"properties": {"a": line(1), "b": line(1)}});
    let found = compared(&json!({"properties": {"q": line(1)}}), &two);
    assert!(found.moves.is_empty(), "{:#?}", found.moves);
    // What says little is known by its name alone.
    let one = |name: &str| json!({"properties": {name: {"type": "string"}}});
    assert!(compared(&one("owner"), &one("colour")).moves.is_empty());
    assert_eq!(compared(&one("owner"), &one("owners")).moves.len(), 1);
}

#[test]
fn a_definition_may_become_a_file() {
    let old = open(&[("order.json", order("line", "owner", 9))]);
    let apart = json!({"properties": {"lines": {"items": {"$ref": "line.json"}}}});
    let new = open(&[("order.json", apart), ("line.json", line(9))]);
    let found = diff(&old, &new, Question::default().about(About::Values));
    assert_eq!(
        (found.moves[0].old.as_str(), found.moves[0].new.as_str()),
        ("order.json#/$defs/line", "line.json#")
    );
}

#[test]
fn a_witness_is_shown_with_the_place_that_is_refused() {
    let schema = |most: u32| {
        json!({
            "type": "object",
            "required": ["lines"],
            "properties": {"lines": {"type": "array", "minItems": 1, "items": {
                "type": "object", "required": ["sku"], "properties": {"sku": {"type": "string", "maxLength": most}}
            }}}
        })
    };
    let found = compared(&schema(5), &schema(3));
    let lost = found.schemas[0].locations[0].lost.as_ref();
    let lost = lost.expect("what is gone");
    assert_eq!(lost.place.as_deref(), Some("/lines/0/sku"));
    let document = lost.document().expect("a document");
    assert_eq!(document.lines, [r#"{"lines": [{"sku": "aaaa"}]}"#]);
    assert_eq!(document.mark, Some((0, 19, 6)));
    assert!(!found.next.is_empty());
    let markdown = found.to_markdown();
    for words in ["### What to do next", "refused now: "] {
        assert!(markdown.contains(words), "{markdown}");
    }
}

#[test]
fn a_provers_words_are_told_to_those_who_ask() {
    let [old, new] = undecidable();
    let found = compared(&old, &new);
    let doubt = found.schemas[0].locations[0].doubt.clone();
    let doubt = doubt.expect("a doubt");
    assert!(!found.to_text(false).contains(&doubt));
    assert!(!found.to_markdown().contains(&doubt));
    let found = found.explained();
    assert!(found.to_text(false).contains(&doubt), "{doubt}");
}

#[test]
fn the_output_for_programs_is_as_its_schema_says() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/diff.schema.json");
    let page = std::fs::read_to_string(page).expect("the schema");
    let schema: Value = serde_json::from_str(&page).expect("JSON");
    let of_output = jsonschema::validator_for(&schema).expect("a schema");
    let mut checked = 0;
    let mut check = |found: &Diff| {
        let output: Value = serde_json::from_str(&found.to_json()).expect("JSON");
        let faults: Vec<String> = of_output
            .iter_errors(&output)
            .map(|it| format!("{}: {it}", it.instance_path()))
            .collect();
        assert!(faults.is_empty(), "{faults:?}\n{output:#}");
        checked += 1;
    };
    for pair in pairs() {
        check(&compared(&pair.old, &pair.new));
    }
    let texts = |names: [&str; 2]| {
        let texts = names.map(|name| (name, r#"{"$defs": {"A": {"enum": ["x"]}}}"#));
        Side::texts(texts).expect("schemas")
    };
    let (old, new) = (texts(["a.json", "b.json"]), texts(["a.json", "c.json"]));
    check(&diff(&old, &new, Question::default().surface(Surface::All)));
    assert!(checked > 100);
}

#[test]
fn every_dialect_is_compared_by_what_it_means() {
    let api = |head: &str, kind: &str| {
        format!(
            "{head}\ninfo: {{title: t, version: '1'}}\npaths: {{}}\ncomponents: {{schemas: {{Pet: {kind}}}}}\n"
        )
    };
    let swagger = |kind: &str| {
        format!(
            "swagger: '2.0'\ninfo: {{title: t, version: '1'}}\npaths: {{}}\ndefinitions: {{Pet: {kind}}}\n"
        )
    };
    let resource = |kind: &str| {
        format!(
            "apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\n\
             metadata: {{name: pets.example.com}}\nspec:\n  group: example.com\n  scope: Namespaced\n  \
             names: {{kind: Pet, plural: pets}}\n  versions:\n  - name: v1\n    served: true\n    storage: true\n    \
             schema:\n      openAPIV3Schema:\n        type: object\n        properties:\n          spec: {kind}\n"
        )
    };
    let open = |text: String| Side::texts([("api.yaml", text)]).expect("schemas");
    let of = |old: String, new: String| {
        let found = diff(
            &open(old),
            &open(new),
            Question::default().about(About::Values),
        );
        let mut relations = found.schemas.iter().map(|it| it.relation);
        relations
            .find(|it| *it != Relation::Equal)
            .unwrap_or(Relation::Equal)
    };
    let plain = "{type: integer, minimum: 3}";
    let nullable = "{type: integer, minimum: 3, nullable: true}";
    let above = "{type: integer, minimum: 3, exclusiveMinimum: true}";
    let three = |kind: &str| api("openapi: 3.0.3", kind);
    let later = |kind: &str| api("openapi: 3.1.0", kind);
    for (old, new, expected) in [
        (three(plain), three(nullable), Relation::Wider),
        (three(plain), three(above), Relation::Narrower),
        (swagger(plain), swagger(above), Relation::Narrower),
        (resource(plain), resource(nullable), Relation::Wider),
        (resource(plain), resource(above), Relation::Narrower),
        // The same in the words of a later one.
        (
            three(nullable),
            later("{type: [integer, 'null'], minimum: 3}"),
            Relation::Equal,
        ),
        (
            three(above),
            later("{type: integer, exclusiveMinimum: 3}"),
            Relation::Equal,
        ),
        // It has no `nullable`.
        (later(plain), later(nullable), Relation::Equal),
    ] {
        let shown = format!("{old}\n{new}");
        assert_eq!(of(old, new), expected, "{shown}");
    }
}
