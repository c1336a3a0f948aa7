//! The options of the configuration, as cargo sees them.

use std::fs;

use isoschema::config::{Config, Integers, Numbers, Visibility};
use isoschema::{Generated, Generator};

use crate::common::{cargo, folder, succeeded};

/// A type for every shape.
const SHAPES: &str = r##"{
  "type": "object",
  "required": ["count", "money"],
  "properties": {
    "count": { "type": "integer" },
    "least": { "type": "integer", "minimum": -5 },
    "small": { "type": "integer", "minimum": 0, "maximum": 9 },
    "money": { "$ref": "#/$defs/money" },
    "more": { "type": "array", "items": { "$ref": "#/$defs/money" } },
    "none": { "anyOf": [{ "$ref": "#/$defs/money" }, { "type": "null" }] },
    "code": { "enum": ["A", "B"] },
    "text": { "type": "string", "minLength": 1 },
    "pair": { "type": "array", "prefixItems": [{ "type": "string" }], "items": { "type": "number" } },
    "either": { "oneOf": [{ "type": "boolean" }, { "type": "array", "items": { "type": "string" } }] }
  },
  "minProperties": 2,
  "$defs": { "money": { "type": "string", "pattern": "^[A-Z]{3}$" } }
}"##;

fn generated(config: Config) -> Result<Generated, String> {
    Generator::new()
        .text("shapes.json", SHAPES)
        .configure(config)
        .generate()
        .map_err(|problems| problems.render())
}

/// A derive of one's own, as a crate would bring it.
const MARKER: &str = r#"
use proc_macro::{TokenStream, TokenTree};

#[proc_macro_derive(Marker)]
pub fn marker(item: TokenStream) -> TokenStream {
    let mut words = item.into_iter().skip_while(|tree| {
        !matches!(tree, TokenTree::Ident(word) if ["struct", "enum"].contains(&word.to_string().as_str()))
    });
    words.next();
    let name = words.next().unwrap();
    format!("impl crate::Marker for {name} {{}}").parse().unwrap()
}
"#;

const MAIN: &str = r##"
pub trait Marker {}
fn marked<T: Marker>() {}

pub mod money {
    #[derive(Debug, Clone, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
    pub enum Money { EUR, USD }
}

#[rustfmt::skip]
mod plain;
#[rustfmt::skip]
mod options;
#[rustfmt::skip]
mod replaced;

fn main() {
    let text = r#"{"count":1,"money":"EUR","more":["USD"],"none":null,"code":"A","pair":["x",1.5]}"#;

    // By default: builders, integers of 64 bits with and without a sign.
    let read = plain::Shapes::from_json(text).unwrap();
    assert!(plain::Shapes::builder().build().is_err());
    let great = text.replace(":1,", ":18446744073709551615,");
    let error = plain::Shapes::from_json(&great).unwrap_err().to_string();
    assert!(error.contains("is an integer beyond 64 bits"), "{error}");
    let count: i64 = read.count();
    assert_eq!(count, 1);

    // Wide integers, doubles, one more derive, items of this crate alone.
    let read = options::Shapes::from_json(text).unwrap();
    assert!(options::Shapes::from_json(&great).is_ok());
    assert_eq!(read.count(), 1_i128);
    let least = text.replace("\"money\"", "\"least\":-6,\"money\"");
    assert!(options::Shapes::from_json(&least).is_err());
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    marked::<options::Shapes>();
    marked::<options::Money>();

    // A type from elsewhere: what fits the schema and the type is read.
    let read = replaced::Shapes::from_json(text).unwrap();
    assert_eq!(read.money(), &money::Money::EUR);
    assert_eq!(read.more(), Some(&[money::Money::USD][..]));
    assert_eq!(serde_json::to_string(&read).unwrap(), text);
    let error = replaced::Shapes::from_json(&text.replace("EUR", "GBP")).unwrap_err().to_string();
    assert!(error.contains("the type refuses it: unknown variant `GBP`"), "{error}");
    let error = replaced::Shapes::from_json(&text.replace("EUR", "eur")).unwrap_err().to_string();
    assert!(error.contains("does not match the pattern"), "{error}");
    println!("kept");
}
"##;

#[test]
fn options_are_kept() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("emit-options")?;
    fs::create_dir_all(root.join("src"))?;
    fs::create_dir_all(root.join("marker/src"))?;
    let plain = generated(Config::new())?;
    let options = generated(
        Config::new()
            .without_builders()
            .borrowed()
            .visibility(Visibility::Crate)
            .integers(Integers::Wide)
            .numbers(Numbers::F64)
            .derive("marker::Marker"),
    )?;
    let replaced = generated(Config::new().replace("shapes#/$defs/money", "crate::money::Money"))?;

    assert!(plain.text.contains("pub ShapesBuilder for Shapes"));
    assert!(plain.report.weakened.is_empty() && !plain.report.roots[0].weakened);
    assert!(!options.text.contains("ShapesBuilder"));
    assert!(options.text.contains("pub(crate) struct Shapes"));
    assert!(!options.text.lines().any(|line| line.starts_with("pub ")));
    let told = |generated: &Generated| -> Vec<(&str, String)> {
        let entries = generated.report.weakened.iter();
        entries
            .map(|entry| (entry.promise, entry.schema.clone()))
            .collect()
    };
    let at = |pointer: &str| format!("shapes.json#{pointer}");
    assert!(options.report.roots[0].weakened);
    assert_eq!(
        told(&options),
        [
            ("lossless", at("/properties/pair/items")),
            ("sound", at("/properties/pair/items")),
        ]
    );
    assert!(!replaced.text.contains("struct Money"));
    let promises = ["accept", "lossless", "sound", "derived"];
    assert_eq!(
        told(&replaced),
        promises.map(|promise| (promise, at("/$defs/money")))
    );

    for (name, generated) in [
        ("plain", plain),
        ("options", options),
        ("replaced", replaced),
    ] {
        // What a main program does not use of a public module is no matter
        // here.
        let path = root.join(format!("src/{name}.rs"));
        let allowed = if name == "options" {
            ""
        } else {
            "#![allow(dead_code)]\n"
        };
        fs::write(path, format!("{allowed}{}", generated.text))?;
    }
    fs::write(root.join("src/main.rs"), MAIN)?;
    fs::write(root.join("marker/src/lib.rs"), MARKER)?;
    fs::write(
        root.join("marker/Cargo.toml"),
        "[package]\nname = \"marker\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         [lib]\nproc-macro = true\n",
    )?;
    fs::write(
        root.join("Cargo.toml"),
        "[package]\nname = \"emit-options\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\
         [workspace]\n[dependencies]\nmarker = { path = \"marker\" }\nregress = \"0.12\"\n\
         serde = { version = \"1\", features = [\"derive\"] }\n\
         serde_json = { version = \"1\", features = [\"float_roundtrip\"] }\n",
    )?;
    let output = cargo(&root, &["run", "--color=never"])?;
    assert_eq!(succeeded(&output), "kept\n");
    Ok(())
}

#[test]
fn a_type_from_elsewhere_stands_for_one_schema() {
    let refused = |config: Config| match generated(config) {
        Ok(_) => String::new(),
        Err(told) => told,
    };
    let twice = Config::new()
        .replace("shapes#/$defs/money", "crate::Money")
        .replace("shapes#/properties/code", "crate::Money");
    assert!(refused(twice).contains("stands for `shapes#/$defs/money` already"));
    let nowhere = Config::new().replace("shapes#/$defs/monee", "crate::Money");
    assert!(refused(nowhere).contains("has nothing at"));
    let relative = Config::new().replace("shapes#/$defs/money", "Money");
    assert!(refused(relative).contains("is not the full path of a type"));
    // What is there anyway is told, and refuses nothing.
    let config = Config::parse("isoschema.toml", "[types]\nderives = [\"Hash\"]\n");
    let made = generated(config.expect("nothing is wrong")).expect("types");
    let warned = made.warnings.expect("a warning").to_string();
    assert!(warned.contains("`Hash` is there already"), "{warned}");
}
