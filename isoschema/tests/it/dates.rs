//! Texts that mean a date, converted with each of three libraries in compiled
//! crates.

use std::error::Error;
use std::fs;

use isoschema::config::{Config, Dates, Support};
use isoschema::emit::support;
use isoschema::{Generated, Generator};

use crate::common::{cargo, clippy, folder, succeeded, write};

/// Every place that such a text can stand in.
const EVENT: &str = r##"{
  "type": "object",
  "required": ["at"],
  "properties": {
    "at": { "type": "string", "format": "date-time" },
    "day": { "type": ["string", "null"], "format": "date" },
    "length": { "type": "string", "format": "duration" },
    "clock": { "type": "string", "format": "time" },
    "opened": { "type": "string", "format": "date-time", "default": "2024-01-01T00:00:00Z" },
    "stamps": { "type": "array", "items": { "$ref": "#/$defs/stamp" } },
    "since": { "$ref": "#/$defs/since" },
    "either": { "oneOf": [{ "type": "string", "format": "date" }, { "type": "integer" }] },
    "none": { "format": "date-time" }
  },
  "$defs": {
    "stamp": { "type": "string", "format": "date-time", "maxLength": 25 },
    "since": { "type": "string", "format": "date" }
  }
}"##;

fn generated(config: Config) -> Result<Generated, String> {
    Generator::new()
        .text("event.json", EVENT)
        .configure(config)
        .support(Support::Module("super::support".to_owned()))
        .generate()
        .map_err(|problems| problems.render())
}

/// Modules for each library, the format an annotation in one and asserted in
/// the other, and a program that converts.
#[test]
fn texts_are_kept_and_converted() -> Result<(), Box<dyn Error>> {
    let root = folder("dates")?;
    for (name, dates) in [
        ("with_chrono", Dates::Chrono),
        ("with_jiff", Dates::Jiff),
        ("with_time", Dates::Time),
    ] {
        let module = root.join("src").join(name);
        fs::create_dir_all(&module)?;
        let config = Config::new().dates(dates);
        let front = "#[rustfmt::skip]\npub mod loose;\n#[rustfmt::skip]\npub mod strict;\n";
        let front = format!("{front}{}", support(None, &config));
        fs::write(module.join("mod.rs"), front)?;
        let loose = generated(config.clone())?;
        // A promise is kept as before.
        assert!(loose.report.weakened.is_empty());
        fs::write(module.join("loose.rs"), loose.text)?;
        fs::write(
            module.join("strict.rs"),
            generated(config.assert_formats())?.text,
        )?;
    }
    fs::write(
        root.join("src/lib.rs"),
        "//! Three times the same.\npub mod with_chrono;\npub mod with_jiff;\npub mod with_time;\n",
    )?;
    fs::write(root.join("src/main.rs"), include_str!("dates/main.rs.txt"))?;
    fs::write(
        root.join("Cargo.toml"),
        r#"[package]
name = "dates"
version = "0.1.0"
edition = "2024"

[workspace]

[dependencies]
chrono = { version = "0.4.45", default-features = false, features = ["std"] }
jiff = { version = "1", default-features = false, features = ["std"] }
regress = "0.12"
serde = "1"
serde_json = { version = "1", features = ["float_roundtrip"] }
time = { version = "0.3.55", default-features = false, features = ["formatting", "parsing"] }
"#,
    )?;
    let shown = succeeded(&cargo(&root, &["run", "--color=never"])?);
    assert_eq!(shown, "chrono, jiff, time\n");
    Ok(())
}

/// An emitted crate brings the library, and its proof passes.
#[test]
fn a_crate_with_dates_is_proven() -> Result<(), Box<dyn Error>> {
    let root = folder("dates-crate")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::write(
        schemas.join("isoschema.toml"),
        "[emit]\nname = \"events\"\n[types]\ndates = \"jiff\"\nborrowed = true\n",
    )?;
    fs::write(schemas.join("event.json"), EVENT)?;
    write(&schemas, &out)?;
    fs::write(
        out.join("tests/borrowed.rs"),
        r##"//! The form that borrows converts too.

#[test]
fn borrowed_texts_are_converted() {
    let text = r#"{"at":"2026-01-01T00:00:00Z","stamps":["2026-01-02T00:00:00Z"]}"#;
    let read = events::borrowed::Event::from_json(text).unwrap();
    let stamp = &read.stamps.as_ref().unwrap()[0];
    assert!(read.at.to_timestamp().unwrap() < stamp.to_timestamp().unwrap());
    assert_eq!(serde_json::to_string(&read.into_owned()).unwrap(), text);
}
"##,
    )?;
    let types = fs::read_to_string(out.join("src/types.rs"))?;
    assert!(types.contains("pub at: support::DateTime,"));
    assert!(types.contains("pub clock: Option<String>,"));
    let shown = succeeded(&cargo(&out, &["test", "--color=never"])?);
    assert!(shown.contains("test result: ok. 4 passed"), "{shown}");
    assert!(
        shown.contains("borrowed_texts_are_converted ... ok"),
        "{shown}"
    );
    clippy(&out)?;
    Ok(())
}

/// Without the option nothing is different.
#[test]
fn a_text_is_a_string_by_default() -> Result<(), String> {
    let plain = generated(Config::new())?;
    assert!(plain.text.contains("pub at: String,"));
    assert_eq!(
        plain.text,
        generated(Config::new().dates(Dates::String))?.text
    );
    let wrong = Config::parse("isoschema.toml", "[types]\ndates = \"Jiff\"\n");
    let told = wrong.err().ok_or("a wrong name")?.to_string();
    assert!(
        told.contains("isoschema.toml:2:9: dates are `String`"),
        "{told}"
    );
    Ok(())
}
