//! Pairs of schemas whose relation is known beforehand, and what must hold
//! for every pair: witnesses are real, a schema equals itself, and swapping
//! the sides swaps the verdict.

mod asked;
mod drawn;
mod operations;
mod told;
mod types;

use crate::proof;
use isoschema::diff::{
    About, Audience, Diff, Question, Relation, SchemaDiff, Side, Step, Verdict, diff,
};
use serde_json::{Value, json};

/// One line of `diff/pairs.json`.
struct Pair {
    name: String,
    old: Value,
    new: Value,
    relation: Relation,
}

fn pairs() -> Vec<Pair> {
    let list: Vec<Value> =
        serde_json::from_str(include_str!("diff/pairs.json")).expect("the table is JSON");
    let pairs = list.into_iter().map(|pair| Pair {
        name: pair["name"].as_str().expect("a name").to_owned(),
        old: pair["old"].clone(),
        new: pair["new"].clone(),
        relation: match pair["relation"].as_str() {
            Some("equal") => Relation::Equal,
            Some("narrower") => Relation::Narrower,
            Some("wider") => Relation::Wider,
            Some("both") => Relation::Both,
            other => panic!("no relation is called {other:?}"),
        },
    });
    pairs.collect()
}

fn side(schema: &Value) -> Side {
    Side::texts([("case.json", schema.to_string())]).expect("a schema that resolves")
}

fn compared(old: &Value, new: &Value) -> Diff {
    diff(&side(old), &side(new), Audience::Everyone)
}

fn swapped(relation: Relation) -> Relation {
    match relation {
        Relation::Narrower => Relation::Wider,
        Relation::Wider => Relation::Narrower,
        other => other,
    }
}

fn validator(schema: &Value) -> jsonschema::Validator {
    jsonschema::options()
        .should_validate_formats(false)
        .build(schema)
        .expect("a schema of a known draft")
}

/// The documents that prove a difference are accepted by the one side and
/// refused by the other. Gives how many there were.
fn real_witnesses(pair: &Pair, found: &SchemaDiff) -> usize {
    let (old, new) = (validator(&pair.old), validator(&pair.new));
    let root = found.locations.iter().find(|l| l.location.ends_with('#'));
    let Some(root) = root else {
        return 0;
    };
    let mut count = 0;
    for (evidence, accepts, refuses) in [(&root.lost, &old, &new), (&root.gained, &new, &old)] {
        let Some(evidence) = evidence else { continue };
        let witness = evidence.witness.as_deref();
        let text = witness.unwrap_or_else(|| panic!("{}: no witness in {root:?}", pair.name));
        let value: Value = serde_json::from_str(text).expect("a witness is JSON");
        assert!(accepts.is_valid(&value), "{}: {text}", pair.name);
        assert!(!refuses.is_valid(&value), "{}: {text}", pair.name);
        count += 1;
    }
    count
}

#[test]
fn every_pair_has_the_relation_that_it_is_known_to_have() {
    let pairs = pairs();
    assert!(pairs.len() >= 60);
    let (mut wrong, mut witnesses) = (Vec::new(), 0);
    for pair in &pairs {
        let found = &compared(&pair.old, &pair.new).schemas[0];
        if found.relation != pair.relation {
            wrong.push(format!(
                "{}: {:?} and not {:?}: {found:#?}",
                pair.name, found.relation, pair.relation
            ));
            continue;
        }
        let expected = match pair.relation {
            Relation::Equal => 0,
            Relation::Both => 2,
            _ => 1,
        };
        let real = real_witnesses(pair, found);
        assert_eq!(real, expected, "{}", pair.name);
        witnesses += real;
    }
    println!("{} pairs, {witnesses} witnesses", pairs.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn swapping_the_sides_swaps_the_relation() {
    for pair in pairs() {
        let found = &compared(&pair.new, &pair.old).schemas[0];
        assert_eq!(found.relation, swapped(pair.relation), "{}", pair.name);
        let back = Pair {
            old: pair.new,
            new: pair.old,
            ..pair
        };
        real_witnesses(&back, found);
    }
}

#[test]
fn no_drawn_document_contradicts_a_relation() {
    let mut documents = 0;
    for pair in pairs() {
        let (old, new) = (validator(&pair.old), validator(&pair.new));
        for schema in [&pair.old, &pair.new] {
            let sources = proof::Sources::new().with("case", schema.clone());
            let bundle = sources.bundle("case").expect("a bundle");
            let graph = proof::graph::Graph::new(&bundle);
            let mut valid = proof::valid::Valid::new(&graph, &old, 5);
            let mut drawn: Vec<_> = (0..30).filter_map(|_| valid.draw()).collect();
            for site in 0..valid.sites.len() {
                drawn.extend((0..4).filter_map(|turn| valid.faulty(site, turn)));
            }
            for one in drawn {
                let (was, is) = (one.valid, new.is_valid(&one.value));
                let fits = match pair.relation {
                    Relation::Equal => was == is,
                    Relation::Narrower => was || !is,
                    Relation::Wider => !was || is,
                    _ => true,
                };
                assert!(fits, "{}: {}", pair.name, one.text);
                documents += 1;
            }
        }
    }
    println!("{documents} documents");
    assert!(documents > 5_000);
}

/// Two states of a schema whose patterns, which go back, no automaton decides.
fn undecidable() -> [Value; 2] {
    [(r"^(.)\1$", 1), (r"^(.)(\1)$", 2)].map(|(pattern, least)| {
        json!({"type": "object", "properties": {
            "twice": {"type": "string", "pattern": pattern},
            "name": {"type": "string", "minLength": least}
        }})
    })
}

#[test]
fn what_cannot_be_decided_is_said_to_be_unknown() {
    let [old, new] = undecidable().map(|schema| side(&schema));
    let found = diff(&old, &new, Audience::Readers);
    assert_eq!(found.schemas[0].relation, Relation::Unknown, "{found:#?}");
    assert_eq!(found.verdict, Verdict::Undecided);
    assert_eq!(found.verdict.status(), 1);
    assert!(found.to_text(false).contains("not decided"));
    // No release is named, and why.
    assert_eq!(found.step, None);
    assert!(found.undecided[0].starts_with("case.json#: "), "{found:#?}");
    let json: Value = serde_json::from_str(&found.to_json()).expect("the output is JSON");
    assert_eq!(json["step"], Value::Null);
    // One direction is known all the same.
    let found = diff(&old, &new, Audience::Writers);
    assert_eq!(found.verdict, Verdict::Breaking);
}

#[test]
fn every_schema_equals_itself() {
    for pair in pairs() {
        for schema in [&pair.old, &pair.new] {
            let found = compared(schema, schema);
            assert_eq!(found.verdict, Verdict::Equal, "{}", pair.name);
            assert_eq!(found.step, Some(Step::None), "{}", pair.name);
            assert!(found.schemas[0].locations.is_empty());
        }
    }
}

#[test]
fn the_audience_decides_what_breaks() {
    let wider = (
        json!({"type": "string", "maxLength": 2}),
        json!({"type": "string", "maxLength": 3}),
    );
    for (old, new, readers, writers) in [
        (&wider.0, &wider.1, Verdict::Breaking, Verdict::Compatible),
        (&wider.1, &wider.0, Verdict::Compatible, Verdict::Breaking),
        (&wider.0, &wider.0, Verdict::Equal, Verdict::Equal),
    ] {
        for (audience, verdict) in [(Audience::Readers, readers), (Audience::Writers, writers)] {
            let found = diff(&side(old), &side(new), audience);
            assert_eq!(found.verdict, verdict, "{audience:?} {old} {new}");
        }
    }
}

#[test]
fn locations_name_the_place_of_the_change_and_its_keywords() {
    let schema = |limit: u32| {
        json!({
            "type": "object",
            "properties": {
                "lines": {"type": "array", "items": {"$ref": "#/$defs/line"}},
                "note": {"type": "string"}
            },
            "$defs": {"line": {
                "type": "object",
                "properties": {"text": {"type": "string", "maxLength": limit, "title": limit.to_string()}}
            }}
        })
    };
    let found = compared(&schema(3), &schema(5));
    let schema = &found.schemas[0];
    let here: Vec<_> = schema
        .locations
        .iter()
        .filter(|location| !location.changes.is_empty())
        .collect();
    assert_eq!(here.len(), 1, "{here:#?}");
    assert_eq!(here[0].location, "case.json#/$defs/line/properties/text");
    assert_eq!(here[0].relation, Relation::Wider);
    assert_eq!(here[0].changes[0].keyword, "maxLength");
    assert_eq!(
        here[0].gained.as_ref().and_then(|it| it.schema.clone()),
        Some(json!({"type": "string", "minLength": 4, "maxLength": 5}))
    );
    assert_eq!(schema.notes.len(), 1);
    assert_eq!(schema.notes[0].keyword, "title");
    assert_eq!(schema.compared, 6);
    let text = found.to_text(false);
    assert!(text.contains("maxLength: 3 -> 5"), "{text}");
    assert!(text.contains("case.json#/properties/lines/items"), "{text}");
    assert!(found.to_text(true).contains("\u{1b}[33mwider"));
    let markdown = found.to_markdown();
    assert!(
        markdown.contains("| `case` | wider | those who read |"),
        "{markdown}"
    );
    let json: Value = serde_json::from_str(&found.to_json()).expect("the output is JSON");
    assert_eq!(json["schemas"][0]["relation"], "wider");
}

#[test]
fn notes_alone_ask_for_a_patch() {
    let old = json!({"type": "string", "description": "a", "x-owner": 1});
    let new = json!({"type": "string", "description": "b", "examples": ["x"]});
    let found = compared(&old, &new);
    assert_eq!(
        (found.verdict, found.step),
        (Verdict::Equal, Some(Step::Patch))
    );
    let keywords: Vec<_> = found.schemas[0]
        .notes
        .iter()
        .map(|note| note.keyword.as_str())
        .collect();
    assert_eq!(keywords, ["description", "x-owner", "examples"]);
}

#[test]
fn the_one_schema_of_each_side_is_compared_whatever_it_is_called() {
    let open = |name: &str, text: &str| Side::texts([(name, text)]).expect("a schema");
    let old = open(
        "trip-v1.json",
        r#"{"properties": {"to": {"type": "string"}}}"#,
    );
    let new = open(
        "trip-v2.json",
        r#"{"properties": {"to": {"type": "string"}}, "required": ["to"]}"#,
    );
    let found = diff(&old, &new, Question::default().about(About::Values));
    assert_eq!(found.schemas.len(), 1);
    assert_eq!(found.schemas[0].relation, Relation::Narrower);
    assert_eq!(found.schemas[0].renamed_from.as_deref(), Some("trip-v1"));
}

#[test]
fn words_are_about_what_changed() {
    let said = |old: Value, new: Value| compared(&old, &new).to_text(false);
    let text = said(
        json!({"oneOf": [{"type": "integer", "minimum": 0}, {"type": "integer", "maximum": 4}]}),
        json!({"anyOf": [{"type": "integer", "minimum": 5}, {"type": "integer", "maximum": -1}]}),
    );
    assert!(
        text.ends_with("the same values, checked in other words: a patch release\n"),
        "{text}"
    );
    assert!(!text.contains("added"), "{text}");
    let text = said(
        json!({"type": "object", "properties": {"a": {"type": "string"}}}),
        json!({"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "integer", "minimum": 1}}}),
    );
    assert!(
        text.contains(r#"properties: +b {"minimum":1,"type":"integer"}"#),
        "{text}"
    );
    let text = said(
        json!({"type": "object"}),
        json!({"type": "object", "additionalProperties": {"type": "string"}}),
    );
    assert!(
        text.contains(r#"additionalProperties: none -> {"type":"string"}"#),
        "{text}"
    );
}

#[test]
fn a_side_that_does_not_resolve_says_why() {
    let problems = Side::texts([("a.json", r#"{"$ref": "missing.json"}"#)]).expect_err("dangling");
    assert!(problems.to_string().contains("missing.json"), "{problems}");
}

#[test]
#[ignore = "needs ISOSCHEMA_UPSTREAM; .ci/run runs it"]
fn upstream_equals_itself_and_shows_one_change_wherever_it_is_felt() {
    let upstream = std::env::var_os("ISOSCHEMA_UPSTREAM").expect("the published files' folder");
    let folder = std::path::PathBuf::from(upstream).join("json-schema");
    let mut texts = Vec::new();
    for entry in std::fs::read_dir(&folder).expect("the vendor's folder") {
        let path = entry.expect("an entry").path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let text = std::fs::read_to_string(&path).expect("a schema");
        texts.push((name.into_owned(), text));
    }
    let old = Side::texts(texts.clone()).expect("schemas that resolve");
    let found = diff(&old, &old, Audience::Everyone);
    assert_eq!((found.schemas.len(), found.verdict), (77, Verdict::Equal));
    for (name, text) in &mut texts {
        if name == "lead-opportunity-status.json" {
            let mut schema: Value = serde_json::from_str(text).expect("JSON");
            let codes = schema["enum"].as_array_mut().expect("codes");
            codes.push("PARKED".into());
            *text = schema.to_string();
        }
    }
    let new = Side::texts(texts).expect("schemas that resolve");
    let found = diff(&old, &new, Audience::Writers);
    let wider: Vec<_> = found
        .schemas
        .iter()
        .filter(|schema| schema.relation != Relation::Equal)
        .collect();
    assert!(wider.len() > 1);
    for schema in wider {
        assert_eq!(schema.relation, Relation::Wider, "{}", schema.name);
        let root = &schema.locations[0];
        let witness = root.gained.as_ref().and_then(|it| it.witness.as_deref());
        assert!(witness.is_some_and(|it| it.contains("PARKED")), "{root:?}");
    }
}
