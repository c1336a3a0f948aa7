//! Integers of any size and numbers of any digits, in a crate that cargo builds.

use std::fs;

use crate::common::{cargo, clippy, folder, succeeded, write};

const SCHEMA: &str = r#"{
  "type": "object",
  "required": ["count"],
  "properties": {
    "count": { "type": "integer" },
    "many": { "type": "integer", "minimum": 100000000000000000000 },
    "price": { "type": "number", "maximum": 1 },
    "few": { "type": "integer", "minimum": 0, "maximum": 9 },
    "wide": { "type": "integer", "minimum": 0 }
  }
}"#;

const TEST: &str = r##"
use sizes::support::Integer;
use sizes::*;

#[test]
fn every_digit_counts() {
    let text = r#"{"count":-123456789012345678901234567890,"many":100000000000000000001,"few":7}"#;
    let size = Size::from_json(text).unwrap();
    let count: &Integer = &size.count;
    assert_eq!(count.to_string(), "-123456789012345678901234567890");
    assert_eq!(serde_json::to_string(&size).unwrap(), text);
    assert!(Size::from_json(&text.replace("00001,", "0000,")).is_err());
    let few: Option<SizeFew> = size.few;
    assert_eq!(few.map(u8::from), Some(7));
    let exact = r#"{"count":1,"price":0.12345678901234567890123}"#;
    assert_eq!(serde_json::to_string(&Size::from_json(exact).unwrap()).unwrap(), exact);
    assert!(Size::from_json(r#"{"count":1,"price":1.00000000000000000000001}"#).is_err());
    // A bound that a Rust integer has by itself says nothing of the other end.
    for (wide, written) in [("1e19", "1e+19"), ("30000000000000000000000", "30000000000000000000000")] {
        let text = format!(r#"{{"count":1,"wide":{wide}}}"#);
        let size = Size::from_json(&text).unwrap();
        assert_eq!(serde_json::to_string(&size).unwrap(), text.replace(wide, written));
    }
}
"##;

#[test]
fn exact_integers_are_of_any_size() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("integers-exact")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::write(schemas.join("size.json"), SCHEMA)?;
    fs::write(
        schemas.join("isoschema.toml"),
        "[emit]\nname = \"sizes\"\n[generate]\nintegers = \"exact\"\nnumbers = \"exact\"\n",
    )?;
    write(&schemas, &out)?;
    fs::write(out.join("tests/types.rs"), TEST)?;
    clippy(&out)?;
    let words = ["test", "--color=never"];
    let shown = succeeded(&cargo(&out, &words)?);
    for test in ["comparison", "accept", "round_trip", "every_digit_counts"] {
        assert!(shown.contains(&format!("{test} ... ok")), "{shown}");
    }
    Ok(())
}
