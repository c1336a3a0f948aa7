//! A keyword of one's own, from the schema to a program that uses the types.

use std::fs;

use crate::common::{cargo, folder, succeeded};
use isoschema::config::Config;
use isoschema::judge::Judge;
use isoschema::load::{Source, parse_text};
use isoschema::{CustomKeyword, Generator, front};
use serde_json::Value;

/// `x-together`: of these members, an object has all or none.
#[derive(Debug)]
struct Together;

fn names(stated: &Value) -> Option<Vec<&str>> {
    stated.as_array()?.iter().map(Value::as_str).collect()
}

impl CustomKeyword for Together {
    fn name(&self) -> &'static str {
        "x-together"
    }

    fn read(&self, stated: &Value) -> Result<(), &'static str> {
        names(stated).map(|_| ()).ok_or("is a list of names")
    }

    fn fits(&self, stated: &Value, value: &Value) -> bool {
        let names = names(stated).unwrap_or_default();
        let there = names.iter().filter(|name| value.get(**name).is_some());
        let there = there.count();
        there == 0 || there == names.len()
    }

    fn code(&self, stated: &Value) -> String {
        let names = names(stated).unwrap_or_default();
        format!("crate::are_together(value, &{names:?})")
    }

    fn wanted(&self, stated: &Value) -> String {
        format!("lacks some of {stated}")
    }
}

/// Whether a number is even.
#[derive(Debug)]
struct Even;

impl CustomKeyword for Even {
    fn name(&self) -> &'static str {
        "x-even"
    }

    fn read(&self, stated: &Value) -> Result<(), &'static str> {
        (stated == true).then_some(()).ok_or("is true")
    }

    fn fits(&self, _: &Value, value: &Value) -> bool {
        value.as_i64().is_none_or(|value| value % 2 == 0)
    }

    fn code(&self, _: &Value) -> String {
        "value.as_i64().is_none_or(|value| value % 2 == 0)".to_owned()
    }

    fn wanted(&self, _: &Value) -> String {
        "is not even".to_owned()
    }
}

const SCHEMA: &str = r#"{
  "type": "object",
  "properties": {
    "pair": { "type": "integer", "minimum": 0, "x-even": true },
    "one_of": { "enum": [1, 2, 3, 4], "x-even": true },
    "inner": { "type": "object", "x-together": ["a", "b"] }
  }
}"#;

const PROGRAM: &str = r##"
#![allow(dead_code)]
include!("types.rs");

pub(crate) fn are_together(value: &serde_json::Value, names: &[&str]) -> bool {
    let there = names.iter().filter(|name| value.get(**name).is_some()).count();
    there == 0 || there == names.len()
}

fn main() {
    let read = |text: &str| Order::from_json(text).map_err(|error| error.to_string());
    assert!(read(r#"{"pair":4,"one_of":2,"inner":{"a":1,"b":2}}"#).is_ok());
    let error = read(r#"{"pair":3}"#).unwrap_err();
    assert!(error.contains("pair") && error.contains("is not even"), "{error}");
    assert!(error.ends_with("[order.json#/properties/pair/x-even]"), "{error}");
    assert!(read(r#"{"one_of":3}"#).is_err());
    let error = read(r#"{"inner":{"b":2}}"#).unwrap_err();
    assert!(error.contains(r#"lacks some of ["a","b"]"#), "{error}");
    assert!(OrderPair::try_from(3).is_err() && OrderPair::try_from(8).is_ok());
}
"##;

fn generator() -> Generator {
    Generator::new()
        .text("order.json", SCHEMA)
        .keyword(Together)
        .keyword(Even)
}

#[test]
fn types_enforce_it() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("custom-keyword")?;
    let generated = generator().generate().map_err(|it| it.render())?;
    // Nothing else can be an enum's value: it is known while generating.
    assert!(!generated.text.contains("N3"), "3 is not even");
    fs::create_dir_all(root.join("src"))?;
    fs::write(root.join("src/types.rs"), &generated.text)?;
    fs::write(root.join("src/main.rs"), PROGRAM)?;
    fs::write(
        root.join("Cargo.toml"),
        "[package]\nname = \"custom-keyword\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\
         [workspace]\n[dependencies]\nserde = { version = \"1\", features = [\"derive\"] }\n\
         serde_json = \"1\"\n",
    )?;
    succeeded(&cargo(&root, &["run", "--quiet"])?);
    Ok(())
}

#[test]
fn check_tells_of_it() {
    let source = Source::texts([("order.json".to_owned(), SCHEMA.to_owned())]);
    let config = Config::new().keyword(Together).keyword(Even);
    let (_, rules, _) = front::rules(&source, &config).expect("rules");
    let judge = Judge::new(&rules);
    let faults = |text: &str| -> Vec<String> {
        let (document, _) = parse_text("order", text).expect("JSON");
        let judged = judge.judge(rules.roots[0].rule, &document);
        judged.faults.iter().map(ToString::to_string).collect()
    };
    assert_eq!(
        faults(r#"{"pair":5}"#),
        ["pair: 5 is not even [order.json#/properties/pair/x-even]"]
    );
    assert!(faults(r#"{"pair":6,"inner":{"a":1,"b":2}}"#).is_empty());
    let lacking = faults(r#"{"inner":{"a":1}}"#);
    assert_eq!(lacking.len(), 1);
    assert!(lacking[0].ends_with("[order.json#/properties/inner/x-together]"));
}

#[test]
fn what_it_cannot_be_is_told_with_its_place() {
    let told = |schema: &str| {
        let generator = Generator::new().text("order.json", schema);
        let problems = generator.keyword(Even).generate().expect_err(schema);
        problems.to_string()
    };
    let told = told("{\n  \"x-even\": 2\n}");
    assert!(told.starts_with("order.json:2:13 (#/x-even): "), "{told}");
    assert!(told.contains("`x-even` is true"), "{told}");
}
