//! Mistakes that people make who begin: where each is, and the way out.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use crate::common;
use isoschema::Generator;

type Done = Result<(), Box<dyn Error>>;

fn files(name: &str, files: &[(&str, &str)]) -> Result<PathBuf, Box<dyn Error>> {
    let folder = common::folder(name)?;
    for (path, text) in files {
        fs::write(folder.join(path), text)?;
    }
    Ok(folder)
}

/// What is said of one file, with its way out.
fn said(path: &Path) -> String {
    let outcome = Generator::new().schema(path).beside().generate();
    outcome.expect_err("what is wrong").to_string()
}

#[test]
fn other_notations_than_json() -> Done {
    let cases = [
        (
            "{\"a\": 1,\n}",
            "1:8",
            "nothing comes behind this comma",
            "take it out",
        ),
        (
            "{\"required\": [\"a\", ]}",
            "1:18",
            "nothing comes behind this comma",
            "take it out",
        ),
        (
            "{\"a\": 1,, \"b\": 2}",
            "1:9",
            "nothing comes before this comma",
            "take it out",
        ),
        (
            "{\n // why\n \"a\": 1}",
            "2:2",
            "comments are not part of JSON",
            ".jsonc",
        ),
        (
            "{\"a\": /* why */ 1}",
            "1:7",
            "comments are not part of JSON",
            "$comment",
        ),
        (
            "{\"a\": 1 # why\n}",
            "1:9",
            "comments are not part of JSON",
            "$comment",
        ),
        ("{'a': 1}", "1:2", "in double quotes", "put it into `\"`"),
        (
            "{\"a\": \u{201c}b\u{201d}}",
            "1:7",
            "in double quotes",
            "put it into `\"`",
        ),
        (
            "{a: 1}",
            "1:2",
            "`a` is nothing that JSON has",
            "into double quotes",
        ),
        (
            "{\"default\": True}",
            "1:13",
            "`True` is nothing that JSON has",
            "small letters",
        ),
        (
            "[None]",
            "1:2",
            "`None` is nothing that JSON has",
            "say `null`",
        ),
        (
            "{\"minimum\": NaN}",
            "1:13",
            "`NaN` is nothing that JSON has",
            "numbers are finite",
        ),
    ];
    let folder = files("other-notations", &[])?;
    for (text, place, reason, help) in cases {
        let path = folder.join("a.json");
        fs::write(&path, text)?;
        let said = said(&path);
        for part in [&format!("a.json:{place}"), reason, help] {
            assert!(said.contains(part), "{text}: no {part} in\n{said}");
        }
    }
    Ok(())
}

#[test]
fn keys_of_the_configuration() -> Done {
    let folder = files("keys", &[("a.json", r#"{"type": "string"}"#)])?;
    for (toml, help) in [
        ("[name]\n\"a\" = \"Word\"", "did you mean `[names]`?"),
        ("[names]\n\"a.json#\" = \"Word\"", "without its ending: `a`"),
    ] {
        let path = folder.join("isoschema.toml");
        fs::write(&path, toml)?;
        let generator = Generator::new().schemas(&folder).config(&path);
        let said = generator.generate().expect_err("what is wrong").to_string();
        assert!(said.contains(help), "{said}");
    }
    Ok(())
}

#[test]
fn files_beside_by_nearly_their_names() -> Done {
    let address =
        r#"{"type": "object", "required": ["town"], "properties": {"town": {"type": "string"}}}"#;
    let folder = files(
        "nearly-named",
        &[
            ("order.json", r#"{"$ref": "adress.json"}"#),
            (
                "person.json",
                r##"{"properties": {"home": {"$ref": "#/$defs/adress"}}}"##,
            ),
            ("address.json", address),
        ],
    )?;
    // No path leads to the folder from where the test runs.
    assert!(folder.is_absolute());
    for (name, near) in [("order.json", "address.json"), ("person.json", "address")] {
        let said = said(&folder.join(name));
        assert!(said.contains(&format!("did you mean `{near}`?")), "{said}");
    }
    // What is no schema's file is not meant.
    fs::rename(folder.join("address.json"), folder.join("address.txt"))?;
    let said = said(&folder.join("order.json"));
    assert!(!said.contains("did you mean"), "{said}");
    Ok(())
}

/// A file alone is generated without what else its folder holds, so that an `$id` is found only in what is
/// called alike.
#[test]
fn files_beside_by_their_ids() -> Done {
    let base = "https://example.com/schemas";
    let id = |name: &str, rest: &str| format!(r#"{{"$id": "{base}/{name}", {rest}}}"#);
    let order = id(
        "order.json",
        &format!(r#""type": "object", "properties": {{"to": {{"$ref": "{base}/address.json"}}}}"#),
    );
    let address = r#""type": "object", "required": ["town"], "additionalProperties": false,
        "properties": {"town": {"$ref": "town"}}"#;
    let town = id("town", r#""type": "string", "maxLength": 3"#);
    let folder = files(
        "beside-by-id",
        &[
            ("order.json", &order),
            ("address.json", &id("address.json", address)),
            ("town.json", &town),
        ],
    )?;
    let path = folder.join("order.json");
    let generated = Generator::new().schema(&path).beside().generate()?;
    assert!(generated.warnings.is_none(), "{:?}", generated.warnings);
    let code = &generated.text;
    for part in ["struct Address", "to: Option<Address>", "town: Town"] {
        assert!(code.contains(part), "no {part} in\n{code}");
    }
    // What is called alike and claims another URL is not meant.
    let other = format!(r#"{{"$id": "https://example.org/address.json", {address}}}"#);
    fs::write(folder.join("address.json"), other)?;
    let said = said(&path);
    let nowhere = format!("`{base}/address.json` leads nowhere");
    assert!(said.contains(&nowhere), "{said}");
    Ok(())
}
