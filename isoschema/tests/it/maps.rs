//! The type of maps, in crates that cargo builds.

use std::fs;

use crate::common::{cargo, clippy, folder, succeeded, write};

/// A map wherever a type can stand.
const STOCK: &str = r#"{
  "title": "A stock",
  "type": "object",
  "required": ["counts"],
  "properties": {
    "counts": { "type": "object", "additionalProperties": { "type": "integer" } },
    "labels": { "$ref": "labels.json" },
    "none": { "type": ["object", "null"], "additionalProperties": { "type": "string" } },
    "lists": { "type": "array", "items": { "type": "object", "additionalProperties": { "$ref": "labels.json" } } },
    "either": {
      "oneOf": [{ "type": "string" }, { "type": "object", "additionalProperties": { "type": "boolean" } }]
    },
    "pair": { "prefixItems": [{ "type": "string" }, { "type": "object" }], "items": false, "type": "array" },
    "plain": { "type": "object", "properties": { "code": { "type": "string" } } },
    "status": { "enum": ["OPEN", "CLOSED"] }
  },
  "additionalProperties": { "type": "object", "additionalProperties": { "type": "number" } }
}"#;

const LABELS: &str = r#"{
  "type": "object",
  "propertyNames": { "minLength": 2 },
  "minProperties": 1,
  "additionalProperties": { "type": "string" }
}"#;

/// A document whose members stand in no order of their names.
const DOCUMENT: &str = r#"{"counts":{"b":1,"c":2,"a":3},"labels":{"zz":"1","aa":"2"}}"#;

/// Writes a crate whose maps have this type, proves it, and runs a test of
/// its own.
fn proven(maps: &str, test: &str) -> Result<(), Box<dyn std::error::Error>> {
    let root = folder(&format!("maps-{maps}"))?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::write(schemas.join("stock.json"), STOCK)?;
    fs::write(schemas.join("labels.json"), LABELS)?;
    fs::write(
        schemas.join("isoschema.toml"),
        format!("[emit]\nname = \"stock\"\n[types]\nmaps = \"{maps}\"\n"),
    )?;
    write(&schemas, &out)?;
    fs::write(
        out.join("tests/types.rs"),
        format!("use stock::*;\n\nconst DOCUMENT: &str = r#\"{DOCUMENT}\"#;\n\n{test}"),
    )?;
    clippy(&out)?;
    let shown = succeeded(&cargo(&out, &["test", "--color=never"])?);
    for test in ["comparison", "accept", "round_trip", "maps_are_used"] {
        assert!(shown.contains(&format!("{test} ... ok")), "{shown}");
    }
    Ok(())
}

#[test]
fn a_hash_map_has_no_order() -> Result<(), Box<dyn std::error::Error>> {
    let test = r#"
        fn hashed<T: std::hash::Hash>() {}

        #[test]
        fn maps_are_used() {
            let mut stock = Stock::from_json(DOCUMENT).unwrap();
            let counts: &std::collections::HashMap<String, i64> = &stock.counts;
            assert_eq!(counts["c"], 2);
            stock.counts.insert("d".to_owned(), 4);
            let again = Stock::from_json(&serde_json::to_string(&stock).unwrap()).unwrap();
            assert_eq!(stock, again);
            assert!(Labels::try_from(std::collections::HashMap::new()).is_err());
            // What holds no map has lost nothing.
            hashed::<StockPlain>();
        }
    "#;
    proven("HashMap", test)
}

#[test]
fn an_index_map_keeps_the_order() -> Result<(), Box<dyn std::error::Error>> {
    let test = r##"
        #[test]
        fn maps_are_used() {
            let mut stock = Stock::from_json(DOCUMENT).unwrap();
            assert_eq!(serde_json::to_string(&stock).unwrap(), DOCUMENT);
            stock.counts.insert("0".to_owned(), 4);
            let written = serde_json::to_string(&stock).unwrap();
            assert!(written.contains(r#"{"b":1,"c":2,"a":3,"0":4}"#), "{written}");

            let labels: indexmap::IndexMap<String, String> =
                [("zz".to_owned(), "1".to_owned()), ("aa".to_owned(), "2".to_owned())].into();
            assert_eq!(stock.labels, Some(Labels::try_from(labels).unwrap()));
            assert!(Labels::try_from(indexmap::IndexMap::new()).is_err());
            let built = Stock::builder().counts(stock.counts.clone()).build().unwrap();
            assert_eq!(built.counts.get_index(0), Some((&"b".to_owned(), &1)));
        }
    "##;
    proven("IndexMap", test)
}
