//! What the integer formats of an OpenAPI document name.

use isoschema::Generator;

const API: &str = r#"{
  "openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {},
  "components": {"schemas": {"Item": {"type": "object", "properties": {
    "a": {"type": "integer", "format": "int32"},
    "b": {"type": ["integer", "null"], "format": "uint64"},
    "c": {"type": "integer", "format": "int32", "minimum": 0},
    "d": {"type": "string", "format": "int32"},
    "e": {"type": "integer", "format": "int64"},
    "default": {"type": "integer", "format": "uint8"}
  }, "example": {"type": "integer", "format": "int32"}}}}
}"#;

#[test]
fn integer_formats_of_openapi_are_bounds() {
    let generated = Generator::new().text("api.json", API).generate();
    let generated = generated.unwrap_or_else(|problems| panic!("{}", problems.render()));
    for field in [
        "pub a: Option<i32>",
        "pub b: Option<Option<u64>>",
        "pub c: Option<ItemC>",
        "pub d: Option<String>",
        "pub e: Option<i64>",
        "pub default: Option<u8>",
        "pub struct ItemC(i32)",
    ] {
        assert!(
            generated.text.contains(field),
            "{field}: {}",
            generated.text
        );
    }
    // Integers of 64 bits have no bounds but for the sign.
    assert_eq!(generated.report.corrections.len(), 4);
}

#[test]
fn those_of_other_documents_say_nothing() {
    let schema =
        r#"{"type": "object", "properties": {"a": {"type": "integer", "format": "int32"}}}"#;
    let generated = Generator::new().text("item.json", schema).generate();
    let generated = generated.unwrap_or_else(|problems| panic!("{}", problems.render()));
    assert!(generated.text.contains("pub a: Option<i64>"));
}
