//! Discriminators of OpenAPI are constants of the schemas that they tell apart, and listed.

use isoschema::config::{Config, Discriminators};
use isoschema::{Generated, Generator};

/// A document of these components.
fn document(version: &str, components: &str) -> String {
    format!(
        r#"{{"openapi": "{version}", "info": {{"title": "T", "version": "1"}}, "paths": {{}},
            "components": {{"schemas": {components}}}}}"#
    )
}

fn generated(version: &str, components: &str, config: Config) -> Generated {
    let generator = Generator::new().text("api.json", document(version, components));
    let generated = generator.configure(config).generate();
    generated.unwrap_or_else(|problems| panic!("{problems}"))
}

const CHOICE: &str = r##"{
    "Vehicle": {
        "oneOf": [{"$ref": "#/components/schemas/Bike"}, {"$ref": "#/components/schemas/Car"}],
        "discriminator": {
            "propertyName": "wheels",
            "mapping": {"two": "#/components/schemas/Bike", "four": "Car", "six": "Car"}
        }
    },
    "Bike": {"type": "object", "properties": {"wheels": {"type": "string"}, "bell": {"type": "boolean"}}},
    "Car": {"type": "object", "required": ["wheels"], "properties": {"wheels": {"type": "string"}}}
}"##;

const BASE: &str = r##"{
    "Person": {
        "type": "object",
        "description": "Somebody.",
        "required": ["role", "name"],
        "properties": {"role": {"type": "string"}, "name": {"type": "string"}},
        "discriminator": {"propertyName": "role"}
    },
    "Teacher": {"allOf": [
        {"$ref": "#/components/schemas/Person"},
        {"type": "object", "properties": {"subject": {"type": "string"}}}
    ]},
    "Pupil": {"allOf": [
        {"$ref": "#/components/schemas/Person"},
        {"type": "object", "properties": {"year": {"type": "integer"}}}
    ]},
    "Monitor": {"allOf": [{"$ref": "#/components/schemas/Pupil"}]},
    "School": {"type": "object", "properties": {"head": {"$ref": "#/components/schemas/Person"}}}
}"##;

fn has(generated: &Generated, parts: &[&str]) {
    for part in parts {
        assert!(generated.text.contains(part), "{part}\n{}", generated.text);
    }
}

#[test]
fn alternatives_are_told_apart_by_the_mapping() {
    for version in ["3.0.3", "3.1.0"] {
        let generated = generated(version, CHOICE, Config::new());
        has(
            &generated,
            &[
                "pub enum Vehicle {",
                "    Two(Bike),",
                "\"two\" => [",
                "\"four\" | \"six\" => [",
            ],
        );
        let reasons: Vec<&str> = generated
            .report
            .corrections
            .iter()
            .map(|correction| correction.reason.as_str())
            .collect();
        let told = [
            "by its `discriminator`, `wheels` is \"two\"",
            "by its `discriminator`, `wheels` is \"four\" or \"six\"",
        ];
        assert!(
            told.iter().all(|told| reasons.contains(told)),
            "{reasons:?}"
        );
    }
}

#[test]
fn a_base_is_one_of_its_children() {
    for version in ["3.0.3", "3.1.0"] {
        let generated = generated(version, BASE, Config::new());
        has(
            &generated,
            &[
                "pub enum Person {",
                "    Teacher(Teacher),",
                "    Pupil(PersonPupil),",
                "    Monitor(Monitor),",
                "pub struct PersonBase {",
                "    pub head: Option<Person>,",
            ],
        );
    }
}

#[test]
fn they_may_be_annotations() {
    let config = Config::new().discriminators(Discriminators::Annotation);
    let generated = generated("3.1.0", BASE, config);
    has(&generated, &["pub struct Person {"]);
    assert!(generated.report.corrections.is_empty());
}

/// A schema in another document is told apart, too: in its own document where that is read later, and
/// beside the reference where it was read before.
#[test]
fn alternatives_in_other_documents() {
    for (other, told) in [
        ("photo.json", "    Photo(Photo),"),
        ("a.json", "    Photo("),
    ] {
        let api = document(
            "3.1.0",
            &format!(
                r##"{{
                    "Media": {{
                        "oneOf": [{{"$ref": "./{other}"}}, {{"$ref": "#/components/schemas/Video"}}],
                        "discriminator": {{"propertyName": "kind", "mapping": {{
                            "photo": "{other}", "video": "#/components/schemas/Video"
                        }}}}
                    }},
                    "Video": {{"type": "object", "properties": {{"kind": {{"type": "string"}}}}}}
                }}"##
            ),
        );
        let schema = r#"{"type": "object", "properties": {
            "kind": {"type": "string"}, "width": {"type": "integer"}
        }}"#;
        let generator = Generator::new().text("api.json", api).text(other, schema);
        let generated = generator.generate().unwrap_or_else(|it| panic!("{it}"));
        has(
            &generated,
            &["pub enum Media {", told, "\"photo\" => [", "\"video\" => ["],
        );
        let corrections = &generated.report.corrections;
        let reason = "by its `discriminator`, `kind` is \"photo\"";
        assert!(corrections.iter().any(|it| it.reason == reason));
    }
}

/// A base of Swagger 2.0, whose discriminator is a member's name.
const OLD: &str = r##"{
    "swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {},
    "definitions": {
        "Plant": {
            "type": "object",
            "discriminator": "sort",
            "required": ["sort"],
            "properties": {"sort": {"type": "string"}, "height": {"type": "integer", "format": "int32"}}
        },
        "Tree": {"allOf": [{"$ref": "#/definitions/Plant"}, {"type": "object", "properties": {"age": {"type": "integer"}}}]},
        "Herb": {
            "x-ms-discriminator-value": "small-herb",
            "allOf": [{"$ref": "#/definitions/Plant"}, {"type": "object", "required": ["smell"], "properties": {"smell": {"type": "string"}}}]
        }
    }
}"##;

#[test]
fn the_discriminator_of_swagger_is_a_name() {
    let generated = Generator::new().text("api.json", OLD).generate();
    let generated = generated.unwrap_or_else(|problems| panic!("{problems}"));
    has(
        &generated,
        &[
            "pub enum Plant {",
            "    Tree(Tree),",
            "    SmallHerb(Herb),",
            "/// `sort` is always `\"small-herb\"`.",
        ],
    );
}
