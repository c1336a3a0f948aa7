//! The name of the one root type: given to a schema, refused elsewhere.

use isoschema::Generator;

const API: &str = r##"{
  "openapi": "3.1.0",
  "info": { "title": "zoo", "version": "1" },
  "components": {
    "schemas": {
      "Cage": { "type": "object", "properties": { "size": { "type": "integer" } } },
      "Animal": { "type": "object", "properties": { "cage": { "$ref": "#/components/schemas/Cage" } } }
    }
  }
}"##;

#[test]
fn a_schema_takes_it() {
    let generator = Generator::new().text("cage.json", r#"{"type": "string", "maxLength": 3}"#);
    let generated = generator.root_name("Box").generate().expect("a name");
    assert_eq!(generated.report.roots[0].rust, "Box");
}

#[test]
fn an_openapi_document_has_no_schema_of_its_own() {
    let one = API.replace(
        r##""Animal": { "type": "object", "properties": { "cage": { "$ref": "#/components/schemas/Cage" } } }"##,
        r#""x-none": true"#,
    );
    for api in [API, &one] {
        let generator = Generator::new().text("zoo.json", api);
        let problems = generator.clone().root_name("Zoo").generate();
        let told = problems.expect_err("no root").to_string();
        assert!(told.contains("`Zoo`"), "{told}");
        assert!(told.contains("leave the name out"), "{told}");
        let generated = generator.generate().expect("the components");
        let names: Vec<&str> = generated.report.roots.iter().map(|it| &*it.rust).collect();
        assert!(
            names.contains(&"Cage") && !names.contains(&"Zoo"),
            "{names:?}"
        );
    }
}

#[test]
fn nor_have_several_schemas_one() {
    let generator = Generator::new()
        .text("a.json", "true")
        .text("b.json", "true");
    let told = generator
        .root_name("Both")
        .generate()
        .expect_err("two")
        .to_string();
    assert!(told.contains("there are 2"), "{told}");
}

#[test]
fn a_document_that_only_refers_hands_it_on() {
    let text = r##"{
        "$ref": "#/$defs/event",
        "$defs": {
            "event": {
                "type": "object",
                "required": ["id"],
                "properties": { "id": { "type": "integer" }, "cause": { "$ref": "#/$defs/event" } }
            },
            "other": { "type": "object", "properties": { "of": { "$ref": "#" } } }
        }
    }"##;
    let generator = Generator::new().text("schema.json", text);
    let generated = generator.clone().root_name("CloudEvent").generate();
    let generated = generated.expect("a name").text;
    assert!(generated.contains("pub struct CloudEvent {"), "{generated}");
    assert!(generated.contains("pub cause: Option<Box<CloudEvent>>,"));
    assert!(
        generated.contains("pub of: Option<Box<CloudEvent>>,")
            || generated.contains("pub of: Option<CloudEvent>,")
    );
    assert!(!generated.contains("pub struct Event"), "{generated}");
    // A file's name is not one that somebody gave to the type.
    let generated = generator.generate().expect("the file's name").text;
    assert!(generated.contains("pub struct Event {"), "{generated}");
    assert!(generated.contains("pub struct Schema(pub Event);"));
}
