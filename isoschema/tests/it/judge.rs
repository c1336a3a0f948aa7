//! The judge against two oracles: the official suite's verdicts, and the
//! `jsonschema` validator's on drawn documents; and every fault at once.

use crate::proof;
use std::fs;
use std::path::{Path, PathBuf};

use isoschema::Generator;
use isoschema::config::{Config, Integers};
use isoschema::front::rules;
use isoschema::judge::{Judge, Judged};
use isoschema::load::{Json, Source, parse_text};
use isoschema::resolve::Draft;

fn judged(schema: &str, config: &Config, document: &str) -> Judged {
    let source = Source::texts([("case.json".to_owned(), schema.to_owned())]);
    let (_, rules, _) = rules(&source, config).expect("a schema that resolves");
    let (json, _) = parse_text("document", document).expect("a document");
    Judge::new(&rules).judge(rules.roots[0].rule, &json)
}

fn lines(schema: &str, document: &str) -> Vec<String> {
    let judged = judged(schema, &Config::new(), document);
    judged.faults.iter().map(ToString::to_string).collect()
}

#[test]
fn every_fault_of_a_document_is_reported() {
    let schema = r##"{
        "type": "object",
        "required": ["id", "name"],
        "properties": {
            "id": {"type": "integer", "minimum": 1},
            "code": {"type": "string", "minLength": 2, "pattern": "^[A-Z]+$"},
            "lines": {"type": "array", "minItems": 2, "items": {"$ref": "#/$defs/line"}}
        },
        "additionalProperties": false,
        "$defs": {"line": {"type": "object", "properties": {"price": {"multipleOf": 0.01}}}}
    }"##;
    let document = r#"{"id": 0, "code": "x", "lines": [{"price": 1.005}], "odd name": 1}"#;
    assert_eq!(
        lines(schema, document),
        [
            r#"(root): the member "name" is missing [case.json#/required]"#,
            "id: 0 is below 1 [case.json#/properties/id/minimum]",
            r#"code: "x" has 1 character, fewer than 2 [case.json#/properties/code/minLength]"#,
            r#"code: "x" does not match the pattern ^[A-Z]+$ [case.json#/properties/code/pattern]"#,
            "lines: [{\"price\":1.005}] has 1 item, fewer than 2 [case.json#/properties/lines/minItems]",
            "lines[0].price: 1.005 is not a multiple of 0.01 [case.json#/$defs/line/properties/price/multipleOf]",
            r#"["odd name"]: 1 is not allowed here [case.json#/additionalProperties]"#,
        ]
    );
}

#[test]
fn alternatives_say_why_they_do_not_fit() {
    let schema = r#"{"anyOf": [{"type": "string"}, {"type": "integer", "maximum": 3}]}"#;
    let judged = judged(schema, &Config::new(), "7");
    let fault = &judged.faults[0];
    assert_eq!(
        fault.line(),
        "(root): 7 fits no alternative [case.json#/anyOf]"
    );
    let arms: Vec<_> = fault.arms.iter().map(|arm| arm.faults[0].line()).collect();
    assert_eq!(
        arms,
        [
            "(root): 7 is an integer, not a string [case.json#/anyOf/0/type]",
            "(root): 7 is above 3 [case.json#/anyOf/1/maximum]",
        ]
    );
}

#[test]
fn what_a_part_looked_at_is_no_surprise_even_where_it_did_not_fit() {
    let schema = r#"{
        "allOf": [{"properties": {"a": {"type": "string"}}}],
        "unevaluatedProperties": false
    }"#;
    assert_eq!(
        lines(schema, r#"{"a": 1, "b": 2}"#),
        [
            "a: 1 is an integer, not a string [case.json#/allOf/0/properties/a/type]",
            "b: 2 is not allowed here [case.json#/unevaluatedProperties]",
        ]
    );
}

#[test]
fn a_member_that_is_left_over_may_be_a_declared_one_misspelt() {
    let schema = r##"{
        "allOf": [{"$ref": "#/$defs/base"}],
        "anyOf": [{"properties": {"street": {}}}, {"properties": {"parcel": {}}, "required": ["parcel"]}],
        "if": {"properties": {"number": {}}}, "then": {"properties": {"number": {"type": "integer"}}},
        "properties": {"city": {}},
        "unevaluatedProperties": false,
        "$defs": {"base": {"properties": {"country": {}}}}
    }"##;
    let document = r#"{"city": 1, "cty": 1, "contry": 2, "stret": 3, "numbr": 4, "x": 5}"#;
    let near = |line: &str| {
        line.split_once(": did you mean ")
            .map(|(_, near)| near.to_owned())
    };
    let told: Vec<String> = lines(schema, document)
        .iter()
        .filter_map(|it| near(it))
        .collect();
    // What is there already is not meant.
    assert_eq!(
        told,
        ["country", "street", "number"]
            .map(|name| { format!("\"{name}\"? [case.json#/unevaluatedProperties]") })
    );
}

#[test]
fn an_opened_enum_takes_other_texts_and_names_them() {
    let config = Config::new().open_enum("case", "the list grows");
    let judged = judged(r#"{"enum": ["A", "B"]}"#, &config, r#""C""#);
    assert!(judged.fits());
    assert_eq!(judged.open_codes[0].code, "C");
    assert!(!self::judged(r#"{"enum": ["A", "B"]}"#, &config, "1").fits());
}

#[test]
fn nesting_and_alternatives_that_multiply_do_no_harm() {
    // Every level has two ways down: 2^400 of them, were each one taken.
    let schema = r##"{"oneOf": [
        {"type": "array", "items": {"anyOf": [{"$ref": "#"}, {"$ref": "#"}]}},
        {"type": "array", "items": {"anyOf": [{"$ref": "#"}, {"$ref": "#"}]}, "minItems": 2}
    ]}"##;
    let document = format!("{}{}", "[".repeat(400), "]".repeat(400));
    let judged = judged(schema, &Config::new(), &document);
    assert!(judged.fits());
    let wrong = format!("{}1{}", "[".repeat(400), "]".repeat(400));
    assert!(!self::judged(schema, &Config::new(), &wrong).fits());
}

#[test]
fn numbers_are_compared_exactly() {
    for (schema, document, fits) in [
        (
            r#"{"maximum": 9007199254740992}"#,
            "9007199254740993",
            false,
        ),
        (r#"{"multipleOf": 0.1}"#, "0.3", true),
        (r#"{"multipleOf": 0.0001}"#, "1e300", true),
        (r#"{"multipleOf": 7}"#, "1e308", false),
        (r#"{"type": "integer"}"#, "1.0e2", true),
        (r#"{"exclusiveMinimum": -1e-400}"#, "0", true),
        (r#"{"uniqueItems": true}"#, "[1, 1.0]", false),
    ] {
        let judged = judged(schema, &Config::new(), document);
        assert_eq!(judged.fits(), fits, "{schema} {document}");
    }
}

/// What the types do without `arbitrary_precision`: the README's limits.
#[test]
fn numbers_are_read_as_types_read_them() {
    for (schema, document, fits) in [
        (r#"{"type": "number"}"#, "1e400", false),
        ("true", "-1e400", false),
        (r#"{"properties": {"a": true}}"#, r#"{"b": [1e999]}"#, false),
        (r#"{"exclusiveMinimum": 0}"#, "1e-400", false),
        (r#"{"const": 0}"#, "1e-400", true),
        (r#"{"const": 0.1}"#, "0.1000000000000000000001", true),
        (
            r#"{"uniqueItems": true}"#,
            "[0.1, 0.10000000000000000000001]",
            false,
        ),
        (r#"{"type": "integer"}"#, "18446744073709551615", true),
        (r#"{"type": "integer"}"#, "18446744073709551616", false),
        (r#"{"type": "integer"}"#, "9007199254740992.0", true),
        (r#"{"type": "integer"}"#, "9007199254740994.0", false),
        (r#"{"type": "integer", "enum": [1e30]}"#, "1e30", true),
        (r#"{"not": {"type": "integer"}}"#, "1e30", false),
        (
            r#"{"oneOf": [{"type": "integer"}, {"type": "string"}]}"#,
            "1e30",
            false,
        ),
        (r#"{"type": ["integer", "null"]}"#, "1e30", false),
        (r#"{"type": "number"}"#, "1e30", true),
    ] {
        let judged = judged(schema, &Config::new(), document);
        assert_eq!(judged.fits(), fits, "{schema} {document}");
    }
    // Faults show the digits that were written.
    assert_eq!(
        lines(
            r#"{"properties": {"a": {"maximum": 9}}}"#,
            r#"{"a": 123456789012345678901}"#
        ),
        ["a: 123456789012345678901 is above 9 [case.json#/properties/a/maximum]"]
    );
    let judged = judged("true", &Config::new(), r#"{"a": [0, 1e400]}"#);
    assert_eq!(
        judged.faults[0].line(),
        "a[1]: 1e400 is beyond the range of 64-bit floats [case.json#]"
    );
}

#[test]
fn formats_are_checked_where_they_are_asserted() {
    let schema = r#"{"format": "date"}"#;
    assert!(judged(schema, &Config::new(), r#""2024-02-30""#).fits());
    let config = Config::new().assert_format("date");
    assert!(!judged(schema, &config, r#""2024-02-30""#).fits());
    assert!(judged(schema, &config, r#""2024-02-29""#).fits());
}

#[test]
fn the_validator_agrees_on_drawn_documents() {
    let pairs: Vec<serde_json::Value> =
        serde_json::from_str(include_str!("diff/pairs.json")).expect("the table is JSON");
    let mut documents = 0;
    for pair in &pairs {
        for schema in [&pair["old"], &pair["new"]] {
            let validator = jsonschema::options()
                .should_validate_formats(false)
                .build(schema)
                .expect("a schema of a known draft");
            let source = Source::texts([("case.json".to_owned(), schema.to_string())]);
            // The validator takes integers of any size.
            let config = Config::new().integers(Integers::Exact);
            let (_, rules, _) = rules(&source, &config).expect("a schema that resolves");
            let judge = Judge::new(&rules).configured(&config);
            let sources = proof::Sources::new().with("case", schema.clone());
            let bundle = sources.bundle("case").expect("a bundle");
            let graph = proof::graph::Graph::new(&bundle);
            let mut valid = proof::valid::Valid::new(&graph, &validator, 11);
            let mut drawn: Vec<_> = (0..40).filter_map(|_| valid.draw()).collect();
            for site in 0..valid.sites.len() {
                drawn.extend((0..6).filter_map(|turn| valid.faulty(site, turn)));
            }
            for one in drawn {
                let Ok((json, _)) = parse_text("drawn", &one.text) else {
                    continue;
                };
                let judged = judge.judge(rules.roots[0].rule, &json);
                assert_eq!(judged.fits(), one.valid, "{schema}\n{}", one.text);
                documents += 1;
            }
        }
    }
    println!("{documents} documents");
    assert!(documents > 5_000);
}

#[test]
#[ignore = "needs JSON_SCHEMA_TEST_SUITE; .ci/run runs it"]
fn suite_agrees() {
    let suite = std::env::var_os("JSON_SCHEMA_TEST_SUITE").expect("the suite's folder");
    let suite = PathBuf::from(suite);
    let (mut passed, mut failures) = (0, Vec::new());
    for (folder, draft) in [
        ("draft4", Draft::Draft4),
        ("draft6", Draft::Draft6),
        ("draft7", Draft::Draft7),
        ("draft2019-09", Draft::Draft2019),
        ("draft2020-12", Draft::Draft2020),
    ] {
        let mut files: Vec<_> = fs::read_dir(suite.join("tests").join(folder))
            .expect("the suite's folder")
            .map(|entry| entry.expect("an entry").path())
            .filter(|path| path.is_file())
            .collect();
        files.sort();
        for file in files {
            passed += run(&suite, &file, draft, &mut failures);
        }
    }
    println!("{passed} verdicts");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(passed > 4_000);
}

fn run(suite: &Path, file: &Path, draft: Draft, failures: &mut Vec<String>) -> usize {
    let text = fs::read_to_string(file).expect("a file of the suite");
    let (groups, text) = parse_text("groups", &text).expect("groups");
    let mut passed = 0;
    for group in groups.as_array().expect("groups") {
        let span = group.get("schema").expect("a schema").span;
        let schema = text.content()[span.start..span.end].to_owned();
        let source = Source::texts([("schema.json".to_owned(), schema)])
            .remote_base("http://localhost:1234/", suite.join("remotes"));
        let title = |json: &Json| {
            let title = json.get("description").and_then(Json::as_str);
            title.unwrap_or_default().to_owned()
        };
        let place = format!("{draft:?} {}: {}", file.display(), title(group));
        let config = Config::new().default_draft(draft);
        let (_, rules, _) = match rules(&source, &config) {
            Ok(read) => read,
            Err(problems) => {
                failures.push(format!("{place}: {problems}"));
                continue;
            }
        };
        let judge = Judge::new(&rules);
        for test in group.get("tests").and_then(Json::as_array).expect("tests") {
            let data = test.get("data").expect("a document");
            let expected = test.get("valid").and_then(Json::as_bool);
            if Some(judge.judge(rules.roots[0].rule, data).fits()) == expected {
                passed += 1;
            } else {
                failures.push(format!("{place}: {}", title(test)));
            }
        }
    }
    passed
}

#[test]
fn an_arm_that_leads_back_to_itself_is_judged_as_the_validator_judges_it() {
    for schema in [
        r##"{"anyOf": [{"$ref": "#"}, {"type": "string"}]}"##,
        r##"{"anyOf": [{"type": "string"}, {"$ref": "#"}]}"##,
    ] {
        let value = serde_json::from_str(schema).expect("JSON");
        let validator = jsonschema::validator_for(&value).expect("a schema");
        for document in [r#""a""#, "1"] {
            let expected = validator.is_valid(&serde_json::from_str(document).expect("JSON"));
            let judged = judged(schema, &Config::new(), document);
            assert_eq!(judged.fits(), expected, "{schema} {document}");
        }
    }
}

#[test]
fn check_says_what_the_schema_says_where_i64_is_narrower() -> Result<(), Box<dyn std::error::Error>>
{
    let schema = r#"{"type": "object", "properties": {"id": {"type": "integer"}, "big": {"type": "integer", "minimum": 0}}}"#;
    let config = Config::new();
    let generated = Generator::new()
        .text("order.json", schema)
        .root_name("Order")
        .configure(config.clone())
        .generate()?;
    assert!(generated.text.contains("pub id: Option<i64>"));
    assert!(generated.text.contains("pub big: Option<u64>"));
    let source = Source::texts([("order.json".to_owned(), schema.to_owned())]);
    let (_, rules, _) = rules(&source, &config)?;
    let judge = Judge::new(&rules).configured(&config);
    for (text, fits) in [("18446744073709551615", true), ("1e19", false)] {
        let (document, _) = parse_text("order", &format!("{{\"id\": {text}}}"))?;
        let judged = judge.judge(rules.roots[0].rule, &document);
        assert_eq!(judged.fits(), fits, "{text}");
    }
    Ok(())
}
