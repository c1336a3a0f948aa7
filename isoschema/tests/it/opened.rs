//! Opened enums: what the option adds is told, and it takes nothing away.

use isoschema::config::Config;
use isoschema::diagnostics::Diagnostics;
use isoschema::{Generated, Generator};

fn generated(schema: &str, place: &str) -> Result<Generated, Diagnostics> {
    let config = format!("[open-enums]\n\"parcel{place}\" = \"more come\"\n");
    let config = Config::parse("isoschema.toml", &config)?;
    let generator = Generator::new().text("parcel.json", schema);
    generator.configure(config).generate()
}

#[test]
fn the_report_lists_what_is_opened() {
    let schema = r#"{"type": "object", "properties": {"state": {"enum": ["packed", 4]}}}"#;
    let generated = generated(schema, "#/properties/state").expect("a type");
    let [opened] = generated.report.opened.as_slice() else {
        panic!("{:?}", generated.report.opened);
    };
    assert_eq!(opened.schema, "parcel.json#/properties/state");
    assert_eq!(
        (opened.rust.as_str(), opened.adds),
        ("ParcelState", "other texts")
    );
    assert_eq!(opened.reason, "more come");
    assert!(generated.warnings.is_none());
}

#[test]
fn what_it_would_refuse_is_an_error() {
    let two = r#"{"oneOf": [
        {"required": ["by"], "type": "object", "properties": {"by": {"enum": ["air", "sea"]}}},
        {"required": ["by"], "type": "object", "properties": {"by": {"enum": ["road"]}, "axles": {"type": "integer"}}}
    ]}"#;
    let shared = r##"{"$defs": {"by": {"enum": ["air", "sea"]}}, "oneOf": [
        {"items": {"$ref": "#/$defs/by"}}, {"type": "object"}]}"##;
    let not = r#"{"not": {"properties": {"by": {"enum": ["air"]}}, "required": ["by"]}}"#;
    let condition =
        r#"{"if": {"properties": {"by": {"enum": ["air"]}}}, "then": {"required": ["gate"]}}"#;
    let counted = r#"{"contains": {"enum": ["air"]}, "maxContains": 2}"#;
    for (schema, place, keyword) in [
        (two, "#/oneOf/0/properties/by", "oneOf"),
        (shared, "#/$defs/by", "oneOf"),
        (not, "#/not/properties/by", "not"),
        (condition, "#/if/properties/by", "if"),
        (counted, "#/contains", "maxContains"),
    ] {
        let problems = generated(schema, place).expect_err(keyword);
        assert_eq!(problems.len(), 1, "{problems}");
        let told = problems.to_string();
        assert!(told.starts_with("isoschema.toml:2:1: "), "{told}");
        assert!(
            told.contains(&format!("the `{keyword}` of parcel.json#")),
            "{told}"
        );
        assert!(told.contains("leave it closed, or "), "{told}");
    }
}

#[test]
fn what_it_cannot_refuse_is_none() {
    let kinds = r#"{"oneOf": [{"enum": ["air", "sea"]}, {"type": "integer"}]}"#;
    let tag = r##"{"oneOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/b"}], "$defs": {
        "a": {"allOf": [{"type": "object", "required": ["is"], "properties": {"is": {"const": 1}}}],
              "properties": {"by": {"enum": ["air"]}}},
        "b": {"type": "object", "required": ["is"], "properties": {"is": {"enum": [2, 3]}}}}}"##;
    let closed = r#"{"oneOf": [
        {"type": "object", "required": ["by"], "properties": {"by": {"enum": ["air"]}}},
        {"type": "object", "properties": {"to": {"type": "string"}}, "additionalProperties": false}]}"#;
    let nested = r#"{"oneOf": [
        {"type": "object", "required": ["by"], "properties": {"by": {"enum": ["air"]},
         "of": {"type": "object", "required": ["is"], "properties": {"is": {"const": "x"}}}}, "additionalProperties": false},
        {"type": "object", "required": ["of"], "properties": {"by": false}}]}"#;
    let counted = r#"{"contains": {"enum": ["air"]}, "minContains": 2}"#;
    let any = r#"{"anyOf": [{"enum": ["air"]}, {"enum": ["sea"]}]}"#;
    for (schema, place) in [
        (kinds, "#/oneOf/0"),
        (tag, "#/$defs/a/properties/by"),
        (closed, "#/oneOf/0/properties/by"),
        (nested, "#/oneOf/0/properties/by"),
        (counted, "#/contains"),
        (any, "#/anyOf/0"),
    ] {
        if let Err(problems) = generated(schema, place) {
            panic!("{schema}\n{problems}");
        }
    }
}

#[test]
fn an_option_without_effect_is_a_warning() {
    let schema = r#"{"type": "integer", "enum": [1, 2]}"#;
    let generated = generated(schema, "").expect("a type");
    let warnings = generated.warnings.expect("no effect").to_string();
    assert!(warnings.starts_with("isoschema.toml:2:1: "), "{warnings}");
    assert!(warnings.contains("changes nothing"), "{warnings}");
}
