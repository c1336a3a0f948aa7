//! Corrections: applied before all else, told of in docs and report, refused
//! when they fail or change nothing.

mod drawn;
mod refused;

use std::error::Error;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

use isoschema::Generator;
use isoschema::config::{Config, Support};
use isoschema::emit::schema_text;
use isoschema::load::parse_text;
use isoschema::overlay::Overlay;
use isoschema::resolve::Draft;

type Outcome = Result<(), Box<dyn Error>>;

/// A folder that is gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(files: &[(&str, &str)]) -> std::io::Result<Self> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("isoschema-overlay-{}-{number}", std::process::id());
        let folder = Self(std::env::temp_dir().join(name));
        for (path, text) in files {
            let path = folder.0.join(path);
            fs::create_dir_all(path.parent().unwrap_or(&folder.0))?;
            fs::write(path, text)?;
        }
        Ok(folder)
    }

    /// What is wrong with it, without the folder's own path.
    fn problems(&self) -> String {
        match Generator::new().schemas(&self.0).generate() {
            Ok(_) => String::new(),
            Err(problems) => problems
                .to_string()
                .replace(&format!("{}/", self.0.display()), ""),
        }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const ORDER: &str = r#"{
  "type": "object",
  "properties": {
    "status": { "type": "string", "enum": ["NEW", "DONE"], "default": "OPEN" },
    "custmoer": { "type": "string", "minLength": 1 },
    "lines": { "type": "array", "items": { "type": "string", "maxLength": 4 } }
  },
  "required": ["status"],
  "multipleOf": 1.50
}
"#;

/// The schema after one correction.
fn corrected(schema: &str, change: &str) -> Result<String, Box<dyn Error>> {
    let overlay = format!(r#"{{"schema": "a", "reason": "r", {change}}}"#);
    let config = Overlay::parse("overlay.json", &overlay)?
        .into_iter()
        .fold(Config::new(), Config::overlay);
    let generated = Generator::new()
        .text("a.json", schema)
        .configure(config)
        // Its types are nobody's business here, and pasting for each takes long.
        .support(Support::Crate)
        .generate()?;
    let document = generated.documents.get(0);
    let text = schema_text(document, &generated);
    let (json, _) = parse_text("a.json", &text)?;
    Ok(json.to_text().split_whitespace().collect())
}

#[test]
fn operations_do_what_rfc_6902_says() -> Outcome {
    for (schema, patch, wanted) in [
        (
            r#"{"a":1}"#,
            r#"{"op":"add","path":"/b","value":null}"#,
            r#"{"a":1,"b":null}"#,
        ),
        (
            r#"{"a":1,"b":2}"#,
            r#"{"op":"add","path":"/a","value":3.0}"#,
            r#"{"a":3.0,"b":2}"#,
        ),
        (
            r#"{"a":[1,2]}"#,
            r#"{"op":"add","path":"/a/1","value":9}"#,
            r#"{"a":[1,9,2]}"#,
        ),
        (
            r#"{"a":[1,2]}"#,
            r#"{"op":"add","path":"/a/2","value":9}"#,
            r#"{"a":[1,2,9]}"#,
        ),
        (
            r#"{"a":[1,2]}"#,
            r#"{"op":"add","path":"/a/-","value":[]}"#,
            r#"{"a":[1,2,[]]}"#,
        ),
        (
            r#"{"a":1}"#,
            r#"{"op":"add","path":"","value":true}"#,
            "true",
        ),
        (
            r#"{"a":1,"b":2,"c":3}"#,
            r#"{"op":"remove","path":"/b"}"#,
            r#"{"a":1,"c":3}"#,
        ),
        (
            r#"{"a":[1,2,3]}"#,
            r#"{"op":"remove","path":"/a/0"}"#,
            r#"{"a":[2,3]}"#,
        ),
        (
            r#"{"a":1,"b":2}"#,
            r#"{"op":"replace","path":"/a","value":{"x":[]}}"#,
            r#"{"a":{"x":[]},"b":2}"#,
        ),
        (
            r#"{"a/b":{"m~n":1}}"#,
            r#"{"op":"replace","path":"/a~1b/m~0n","value":2}"#,
            r#"{"a/b":{"m~n":2}}"#,
        ),
        (
            r#"{"":1}"#,
            r#"{"op":"replace","path":"/","value":2}"#,
            r#"{"":2}"#,
        ),
        (
            r#"{"a":{"b":1},"c":[5]}"#,
            r#"{"op":"move","from":"/a/b","path":"/c/0"}"#,
            r#"{"a":{},"c":[1,5]}"#,
        ),
        (
            r#"{"a":[1,2,3]}"#,
            r#"{"op":"move","from":"/a/0","path":"/a/2"}"#,
            r#"{"a":[2,3,1]}"#,
        ),
        (
            r#"{"a":{"b":1e2}}"#,
            r#"{"op":"copy","from":"/a","path":"/c"}"#,
            r#"{"a":{"b":1e2},"c":{"b":1e2}}"#,
        ),
        (
            r#"{"a":[1,{"b":2}]}"#,
            r#"{"op":"test","path":"/a","value":[1.0,{"b":2e0}]},{"op":"remove","path":"/a"}"#,
            "{}",
        ),
    ] {
        let found = corrected(schema, &format!(r#""patch": [{patch}]"#))?;
        assert_eq!(found, wanted, "{schema} by {patch}");
    }
    Ok(())
}

#[test]
fn merges_do_what_rfc_7396_says() -> Outcome {
    for (schema, merge, wanted) in [
        (r#"{"a":"b"}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
        (r#"{"a":"b"}"#, r#"{"b":"c"}"#, r#"{"a":"b","b":"c"}"#),
        (r#"{"a":"b","b":"c"}"#, r#"{"a":null}"#, r#"{"b":"c"}"#),
        (r#"{"a":["b"]}"#, r#"{"a":"c"}"#, r#"{"a":"c"}"#),
        (
            r#"{"a":{"b":"c"}}"#,
            r#"{"a":{"b":"d","c":null}}"#,
            r#"{"a":{"b":"d"}}"#,
        ),
        (
            r#"{"a":[1]}"#,
            r#"{"a":{"bb":{"ccc":null}}}"#,
            r#"{"a":{"bb":{}}}"#,
        ),
        (
            "{}",
            r#"{"a":{"bb":{"ccc":null},"d":1}}"#,
            r#"{"a":{"bb":{},"d":1}}"#,
        ),
        (r#"{"e":null}"#, r#"{"a":1}"#, r#"{"e":null,"a":1}"#),
    ] {
        let found = corrected(schema, &format!(r#""merge": {merge}"#))?;
        assert_eq!(found, wanted, "{schema} by {merge}");
    }
    Ok(())
}

#[test]
fn a_correction_shapes_the_types_and_is_told_of() -> Outcome {
    let folder = Folder::new(&[
        ("order.json", ORDER),
        (
            "overlays/order.json",
            r#"[{
                "schema": "order",
                "reason": "the server sends OPEN, which the list lacks",
                "patch": [{"op": "add", "path": "/properties/status/enum/0", "value": "OPEN"}]
            }, {
                "schema": "order",
                "reason": "misspelt",
                "patch": [{"op": "move", "from": "/properties/custmoer", "path": "/properties/customer"}]
            }, {
                "schema": "order",
                "reason": "lines are up to 80 letters long",
                "merge": {"properties": {"lines": {"items": {"maxLength": 80}}}}
            }]"#,
        ),
    ])?;
    let generated = Generator::new().schemas(&folder.0).generate()?;
    let text = &generated.text;
    assert!(text.contains("pub enum OrderStatus"), "{text}");
    assert!(text.contains("Open,"), "{text}");
    assert!(text.contains("pub customer:"), "{text}");
    assert!(!text.contains("custmoer"), "{text}");
    for reason in [
        "/// Corrected: the server sends OPEN, which the list lacks",
        "/// Corrected: misspelt",
        "/// Corrected: lines are up to 80 letters long",
    ] {
        assert!(text.contains(reason), "{reason}\n{text}");
    }
    let told: Vec<(&str, &str)> = generated
        .report
        .corrections
        .iter()
        .map(|entry| (entry.schema.as_str(), entry.reason.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                "order.json#/properties/status/enum/0",
                "the server sends OPEN, which the list lacks"
            ),
            ("order.json#/properties/custmoer", "misspelt"),
            ("order.json#/properties/customer", "misspelt"),
            (
                "order.json#/properties/lines/items/maxLength",
                "lines are up to 80 letters long"
            ),
        ]
    );
    let inputs = &generated.inputs;
    assert!(
        inputs.contains(&folder.0.join("overlays/order.json")),
        "{inputs:?}"
    );
    assert!(inputs.contains(&folder.0.join("overlays")), "{inputs:?}");
    // Numbers stay as they are written, members stay in their order.
    let schema = schema_text(generated.documents.get(0), &generated);
    assert!(schema.ends_with("\"multipleOf\": 1.50\n}\n"), "{schema}");
    Ok(())
}

#[test]
fn sections_of_the_configuration_are_corrections_too() -> Outcome {
    let config = r#"
[[overlays]]
schema = "order"
reason = "the server sends OPEN"
patch = [{ op = "add", path = "/properties/status/enum/-", value = "OPEN" }]

[[overlays]]
schema = "order"
reason = "longer"
merge = { properties = { custmoer = { minLength = 0x02, maxLength = 1e2 } } }
"#;
    let folder = Folder::new(&[("order.json", ORDER), ("isoschema.toml", config)])?;
    let generated = Generator::new().schemas(&folder.0).generate()?;
    let text = schema_text(generated.documents.get(0), &generated);
    assert!(
        text.contains("\"minLength\": 2,\n      \"maxLength\": 1e2"),
        "{text}"
    );
    assert!(text.contains("\"DONE\",\n        \"OPEN\""), "{text}");

    let config =
        "[[overlays]]\nschema = \"order\"\nreason = \"r\"\nmerge = { title = 1979-05-27 }\n";
    let folder = Folder::new(&[("order.json", ORDER), ("isoschema.toml", config)])?;
    assert_eq!(
        folder.problems(),
        "isoschema.toml:4:19: JSON has no dates: put the date in quotes"
    );
    Ok(())
}

#[test]
fn an_emitted_crate_has_the_corrected_schema() -> Outcome {
    let overlay = r#"{"schema": "order", "reason": "r", "merge": {"title": "Order"}}"#;
    let folder = Folder::new(&[
        ("schemas/order.json", ORDER),
        ("schemas/overlays/order.json", overlay),
    ])?;
    let generator = Generator::new().schemas(folder.0.join("schemas"));
    let target = folder.0.join("crate");
    isoschema::emit::Crate::new("corrected-order")
        .generator(generator)
        .write(&target)?;
    let schema = fs::read_to_string(target.join("schemas/order.json"))?;
    assert!(schema.ends_with("\"title\": \"Order\"\n}\n"), "{schema}");
    assert!(!target.join("schemas/overlays").exists());
    Ok(())
}

#[test]
fn the_schema_that_is_given_on_is_the_configured_one() -> Outcome {
    let schema = r#"{"properties":{"a":{"type":"string","enum":["x"]},"b":{"enum":["x",1]}}}"#;
    let config = Config::new()
        .default_draft(Draft::Draft7)
        .open_enum("order#/properties/a", "r")
        .open_enum("order#/properties/b", "r");
    let generated = Generator::new()
        .text("order.json", schema)
        .configure(config)
        .generate()?;
    let text = schema_text(generated.documents.get(0), &generated);
    let text: String = text.split_whitespace().collect();
    assert_eq!(
        text,
        r#"{"$schema":"http://json-schema.org/draft-07/schema#","properties":{"a":{"type":"string"},"b":{"allOf":[{"anyOf":[{"type":"string"},{"enum":["x",1]}]}]}}}"#
    );
    let plain = Generator::new().text("order.json", schema).generate()?;
    let text = schema_text(plain.documents.get(0), &plain);
    assert_eq!(text, format!("{schema}\n"));
    Ok(())
}
