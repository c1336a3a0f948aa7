//! The borrowing forms, in crates that cargo builds.

use std::fs;
use std::path::Path;

use crate::common::{cargo, clippy, folder, succeeded, write};

/// A type for every shape, with texts in each, and types without texts.
const SHAPES: &str = r##"{
  "type": "object",
  "required": ["id", "kind"],
  "properties": {
    "id": { "type": "string" },
    "kind": { "enum": ["LEAD", "ORDER"] },
    "currency": { "type": "string", "pattern": "^[A-Z]{3}$" },
    "note": { "type": ["string", "null"] },
    "status": { "enum": ["OPEN", "WON"] },
    "tags": { "type": "array", "items": { "type": "string" }, "maxItems": 3 },
    "labels": { "type": "object", "additionalProperties": { "type": "string" } },
    "counts": { "type": "object", "additionalProperties": { "type": "integer" } },
    "size": { "type": "object", "properties": { "w": { "type": "integer" } }, "additionalProperties": false },
    "pair": { "type": "array", "prefixItems": [{ "type": "string" }], "items": { "type": "number" } },
    "either": { "oneOf": [{ "type": "boolean" }, { "type": "array", "items": { "type": "string" } }] },
    "next": { "$ref": "#" },
    "intoOwned": { "type": ["string", "null"] },
    "whole": {}
  },
  "patternProperties": { "^x-": { "type": "string" } },
  "dependentRequired": { "currency": ["note"] }
}"##;

const CONFIGURATION: &str = r#"
[emit]
name = "borrowing"
[types]
borrowed = true
[open-enums]
"shapes#/properties/status" = "more come without notice"
"#;

const TEST: &str = r##"
use std::borrow::Cow;

use borrowing::{Shapes, ShapesKind, borrowed, support};

const TEXT: &str = r#"{"id":"a1","kind":"LEAD","currency":"EUR","note":"a\"b","status":"NEW","tags":["t"],"labels":{"l":"m"},"counts":{"c":1},"size":{"w":2},"pair":["p",1.5],"either":["e"],"next":{"id":"b\u00e9","kind":"ORDER"},"intoOwned":null,"whole":{"w":["v",null,true,0.5]},"x-y":"z","other":{"deep":"q\n"}}"#;

/// Whether a text lies in the document.
fn lies_in(document: &str, text: &str) -> bool {
    let range = document.as_bytes().as_ptr_range();
    let inner = text.as_bytes().as_ptr_range();
    range.start <= inner.start && inner.end <= range.end
}

fn looked_at(shapes: &borrowed::Shapes<'_>, document: &str) {
    // Plain texts are borrowed, in whatever they are.
    assert!(lies_in(document, shapes.id()));
    assert!(lies_in(document, shapes.currency().unwrap().as_str()));
    assert!(lies_in(document, shapes.status().unwrap().as_str()));
    assert!(lies_in(document, &shapes.tags().unwrap()[0]));
    let (name, label) = shapes.labels().unwrap().iter().next().unwrap();
    assert!(matches!((name, label), (Cow::Borrowed("l"), Cow::Borrowed("m"))));
    assert!(lies_in(document, name) && lies_in(document, label));
    let (name, _) = shapes.counts().unwrap().iter().next().unwrap();
    assert!(lies_in(document, name));
    assert!(lies_in(document, shapes.pair().unwrap().first().unwrap()));
    let (name, value) = shapes.pattern_properties().iter().next().unwrap();
    assert!(lies_in(document, name) && lies_in(document, value));
    let (name, value) = shapes.additional_properties().iter().next().unwrap();
    assert!(lies_in(document, name));
    let support::Value::Object(members) = value else { panic!("an object") };
    assert!(lies_in(document, members.keys().next().unwrap()));
    let whole = shapes.whole().unwrap().get("w").unwrap();
    let support::Value::Array(items) = whole else { panic!("a list") };
    assert!(lies_in(document, items[0].as_str().unwrap()));

    // Those with escapes are not.
    assert_eq!(shapes.note(), Some("a\"b"));
    assert!(!lies_in(document, shapes.note().unwrap()));
    let next = shapes.next().unwrap();
    assert_eq!(next.id(), "b\u{e9}");
    assert!(!lies_in(document, next.id()));
    assert_eq!(value.get("deep").and_then(support::Value::as_str), Some("q\n"));

    // Types without texts are those of the other form.
    let kind: ShapesKind = shapes.kind();
    assert_eq!(kind, ShapesKind::Lead);
    // A member named as a method has one of its own.
    assert_eq!(shapes.into_owned_(), None);
    assert_eq!(shapes.clone().into_owned().into_owned_(), None);
}

#[test]
fn texts_are_borrowed() {
    let owned = Shapes::from_json(TEXT).unwrap();
    let shapes = borrowed::Shapes::from_json(TEXT).unwrap();
    looked_at(&shapes, TEXT);
    looked_at(&borrowed::Shapes::from_json_slice(TEXT.as_bytes()).unwrap(), TEXT);
    looked_at(&serde_json::from_str(TEXT).unwrap(), TEXT);
    assert_eq!(serde_json::to_string(&shapes).unwrap(), serde_json::to_string(&owned).unwrap());
    assert_eq!(borrowed::Shapes::from(&owned), shapes);
    assert_eq!(Shapes::from(shapes), owned);

    // A reader may keep nothing of the text.
    let read: Shapes = {
        let text = TEXT.to_owned();
        borrowed::Shapes::from_json(&text).unwrap().into()
    };
    assert_eq!(read, owned);
}

#[test]
fn both_forms_refuse_alike() {
    for (wrong, right) in [("eur", "EUR"), ("\"LAED\"", "\"LEAD\""), ("[1]", "[\"t\"]")] {
        let text = TEXT.replacen(right, wrong, 1);
        let owned = Shapes::from_json(&text).unwrap_err().to_string();
        let borrowed = borrowed::Shapes::from_json(&text).unwrap_err().to_string();
        assert_eq!(owned, borrowed);
        let by_serde = serde_json::from_str::<borrowed::Shapes<'_>>(&text).unwrap_err();
        assert_eq!(by_serde.to_string(), owned);
    }
}

#[test]
fn a_borrowing_value_can_be_built() {
    assert!(borrowed::ShapesCurrency::try_from("eur").is_err());
    let currency = borrowed::ShapesCurrency::try_from("EUR").unwrap();
    assert!(matches!(Cow::from(currency.clone()), Cow::Borrowed("EUR")));
    assert_eq!(currency.into_owned().as_str(), "EUR");
    assert_eq!(borrowed::ShapesStatus::from("NEW").as_str(), "NEW");
    let mut bag = borrowed::Shapes::from_json(TEXT).unwrap().additional_properties().clone();
    assert!(bag.insert("id", support::Value::Null).is_err());
    let list = serde_json::json!(["x"]);
    assert!(bag.insert("free", support::Value::from(&list)).is_ok());
    assert_eq!(bag.get("free").cloned().map(support::Value::into_owned), Some(list.clone()));
}
"##;

#[test]
fn the_borrowing_form_is_used_and_proven() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("borrowed")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    fs::write(schemas.join("shapes.json"), SHAPES)?;
    fs::write(schemas.join("code.json"), r#"{"enum": ["A", "B"]}"#)?;
    fs::write(schemas.join("isoschema.toml"), CONFIGURATION)?;
    write(&schemas, &out)?;
    fs::write(out.join("tests/types.rs"), TEST)?;
    clippy(&out)?;
    let shown = succeeded(&cargo(&out, &["test", "--color=never"])?);
    for test in [
        "comparison",
        "accept",
        "round_trip",
        "duplicates",
        "texts_are_borrowed",
        "both_forms_refuse_alike",
        "a_borrowing_value_can_be_built",
    ] {
        assert!(
            shown.contains(&format!("test {test} ... ok")),
            "no {test} in {shown}"
        );
    }
    let proof = fs::read_to_string(out.join("tests/proof.rs"))?;
    assert!(proof.contains("borrowed!(\"shapes\", Shapes)"));
    assert!(!proof.contains("borrowed!(\"code\""));

    // Without the option there is nothing of it.
    let with = fs::read_to_string(out.join("src/types.rs"))?;
    let off = CONFIGURATION.replace("borrowed = true", "borrowed = false");
    fs::write(schemas.join("isoschema.toml"), off)?;
    write(&schemas, &out)?;
    let without = fs::read_to_string(out.join("src/types.rs"))?;
    assert!(with.contains("pub mod borrowed;"));
    assert!(!without.contains("mod borrowed"));
    let support = fs::read_to_string(out.join("src/types/support.rs"))?;
    assert!(!support.contains("BorrowedProperties"));
    assert!(!out.join("src/types/borrowed.rs").exists());
    let (types, _) = with.split_once("pub mod borrowed;").ok_or("a module")?;
    let (types, _) = types.rsplit_once("\n\n").ok_or("types")?;
    assert!(without.starts_with(types), "the owned forms differ");
    assert!(!fs::read_to_string(out.join("tests/proof.rs"))?.contains("borrowed"));
    Ok(())
}

/// The project's schemas, in a module for each.
#[test]
fn borrowing_forms_lie_beside_the_owned_ones() -> Result<(), Box<dyn std::error::Error>> {
    let root = folder("borrowed-layout")?;
    let (schemas, out) = (root.join("schemas"), root.join("crate"));
    fs::create_dir_all(&schemas)?;
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for entry in fs::read_dir(project.join("schemas"))? {
        let path = entry?.path();
        if path
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            fs::copy(&path, schemas.join(path.file_name().ok_or("a name")?))?;
        }
    }
    let names = fs::read_to_string(project.join("schemas/isoschema.toml"))?;
    let options = "[emit]\nname = \"borrowing-layout\"\n\
                   [types]\nborrowed = true\nlayout = \"modules\"\nmaps = \"IndexMap\"\nbuilders = false\n";
    fs::write(
        schemas.join("isoschema.toml"),
        format!("{names}\n{options}"),
    )?;
    write(&schemas, &out)?;
    let lead = fs::read_to_string(project.join("examples/lead.json"))?;
    fs::write(out.join("lead.json"), lead)?;
    fs::write(
        out.join("tests/types.rs"),
        "#[test]\nfn a_lead_is_borrowed() {\n    let text = include_str!(\"../lead.json\");\n    \
         let read = borrowing_layout::borrowed::LeadOpportunityResponse::from_json(text).unwrap();\n    \
         let lead = read.data.lead_opportunity.as_ref().unwrap();\n    \
         let currency: &borrowing_layout::common::borrowed::Currency<'_> = lead.currency.as_ref().unwrap();\n    \
         assert_eq!(currency.as_str(), \"EUR\");\n    \
         let owned = borrowing_layout::LeadOpportunityResponse::from_json(text).unwrap();\n    \
         assert_eq!(read.into_owned(), owned);\n}\n",
    )?;
    clippy(&out)?;
    let shown = succeeded(&cargo(&out, &["test", "--color=never"])?);
    for test in ["accept", "round_trip", "duplicates", "a_lead_is_borrowed"] {
        assert!(
            shown.contains(&format!("test {test} ... ok")),
            "no {test} in {shown}"
        );
    }
    Ok(())
}
