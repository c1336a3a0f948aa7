//! Schemas as they are found: out of keeping with their draft, and still clear
//! in what they mean.

use isoschema::config::Config;
use isoschema::diagnostics::Diagnostics;
use isoschema::front::rules;
use isoschema::keywords::bound::Bound;
use isoschema::load::Source;
use isoschema::rules::kinds::Kinds;
use isoschema::rules::rule::{Rule, Rules};

fn read(texts: &[(&str, &str)]) -> Result<Rules, Diagnostics> {
    let texts = texts
        .iter()
        .map(|(name, text)| ((*name).to_owned(), (*text).to_owned()));
    rules(&Source::texts(texts), &Config::new()).map(|(_, rules, _)| rules)
}

/// The rule that the reference of a root's property leads to.
fn target<'a>(rules: &'a Rules, root: usize, property: &str) -> &'a Rule {
    let root = rules.get(rules.roots[root].rule);
    let property = rules.get(root.properties().named[property]);
    rules.get(property.joined()[0])
}

#[test]
fn keys_that_are_no_uri_characters() {
    let text = r##"{"properties": {
            "plain": {"$ref": "#/definitions/A<B|C>"},
            "encoded": {"$ref": "#/definitions/A%3CB%7CC%3E"},
            "literal": {"$ref": "#/definitions/50%25"},
            "slash": {"$ref": "#/definitions/a~1b"}},
        "definitions": {"A<B|C>": {"type": "string"}, "50%25": {"type": "null"},
            "a/b": {"type": "array"}}}"##;
    let rules = read(&[("a.json", text)]).unwrap();
    assert_eq!(target(&rules, 0, "plain").types(), Some(Kinds::STRING));
    assert_eq!(target(&rules, 0, "encoded").types(), Some(Kinds::STRING));
    assert_eq!(target(&rules, 0, "literal").types(), Some(Kinds::NULL));
    assert_eq!(target(&rules, 0, "slash").entry.as_deref(), Some("a/b"));
}

#[test]
fn identifiers_on_every_property() {
    let text = r##"{"$schema": "http://json-schema.org/draft-07/schema",
        "$id": "http://example.com/root.json",
        "properties": {
            "a": {"$id": "#/properties/a", "$ref": "#/definitions/x"},
            "b": {"$id": "/properties/b", "properties": {"c": {"$ref": "#/definitions/x"}}}},
        "definitions": {"x": {"type": "string"}}}"##;
    let rules = read(&[("a.json", text)]).unwrap();
    assert_eq!(target(&rules, 0, "a").types(), Some(Kinds::STRING));
}

#[test]
fn draft_4_identifiers_without_a_scheme() {
    let text = r##"{"$schema": "http://json-schema.org/draft-04/schema#", "id": "config",
        "properties": {"a": {"$ref": "config#/definitions/x"}, "b": {"$ref": "other.json"},
            "c": {"$ref": "#named"}},
        "definitions": {"x": {"id": "#named", "type": "string"}}}"##;
    let other = r#"{"type": "null"}"#;
    let rules = read(&[("a.json", text), ("other.json", other)]).unwrap();
    assert_eq!(target(&rules, 0, "a").types(), Some(Kinds::STRING));
    assert_eq!(target(&rules, 0, "b").types(), Some(Kinds::NULL));
    assert_eq!(target(&rules, 0, "c").types(), Some(Kinds::STRING));
}

#[test]
fn an_identifier_elsewhere_and_files_side_by_side() {
    let text = r#"{"$id": "https://example.com/schemas/a.json",
        "properties": {"own": {"$ref": "a.json#/$defs/x"}, "other": {"$ref": "b.json"},
            "absolute": {"$ref": "https://example.com/schemas/c"}},
        "$defs": {"x": {"type": "string"}}}"#;
    let c = r#"{"$id": "https://example.com/schemas/c", "type": "array"}"#;
    let rules = read(&[
        ("a.json", text),
        ("b.json", r#"{"type": "null"}"#),
        ("c.json", c),
    ]);
    let rules = rules.unwrap();
    assert_eq!(target(&rules, 0, "own").types(), Some(Kinds::STRING));
    assert_eq!(target(&rules, 0, "other").types(), Some(Kinds::NULL));
    assert_eq!(target(&rules, 0, "absolute").types(), Some(Kinds::ARRAY));
}

#[test]
fn later_definitions_and_nested_groups_in_older_drafts() {
    let text = r##"{"$schema": "http://json-schema.org/draft-07/schema#",
        "properties": {"a": {"$ref": "#/$defs/x"}, "b": {"$ref": "#/definitions/group/y"}},
        "$defs": {"x": {"type": "string"}},
        "definitions": {"group": {"y": {"type": "null"}}}}"##;
    let rules = read(&[("a.json", text)]).unwrap();
    assert_eq!(target(&rules, 0, "a").entry.as_deref(), Some("x"));
    assert_eq!(target(&rules, 0, "b").types(), Some(Kinds::NULL));
}

#[test]
fn an_arm_that_is_the_schema_itself_is_left_to_later_stages() {
    let text = r##"{"anyOf": [{"$ref": "#"}, {"type": "string"}]}"##;
    assert!(read(&[("a.json", text)]).is_ok());
}

#[test]
fn a_reference_without_its_slash_is_explained() {
    let text = r##"{"$ref": "#definitions/x", "definitions": {"x": true}}"##;
    let said = read(&[("a.json", text)]).unwrap_err().to_string();
    assert!(said.contains("did you mean `#/definitions/x`?"), "{said}");
}

#[test]
fn a_name_inside_data_is_no_reference() {
    let text = r##"{"properties": {"$ref": {"type": "string"}, "enum": {"enum": [{"$ref": "#/no"}]}},
        "default": {"$ref": "#/no"}, "const": {"$id": "x"}, "x-own": {"$ref": "#/no"}}"##;
    assert!(read(&[("a.json", text)]).is_ok());
}

#[test]
fn forms_of_older_drafts_where_no_draft_is_named() {
    let text = r#"{"items": [{"type": "string"}], "additionalItems": false,
        "minimum": 1, "exclusiveMinimum": true}"#;
    for head in ["{", r#"{"$schema": "https://example.com/unknown","#] {
        let text = text.replacen('{', head, 1);
        let rules = read(&[("a.json", &text)]).unwrap();
        let root = rules.get(rules.roots[0].rule);
        assert_eq!(
            rules.get(root.items().prefix[0]).types(),
            Some(Kinds::STRING)
        );
        assert_eq!(rules.get(root.items().rest.unwrap()).verdict, Some(false));
        assert!(root.get::<Bound>().unwrap().exclusive);
    }
}

#[test]
fn hyper_schemas_are_of_their_draft() {
    let text = r#"{"$schema": "http://json-schema.org/draft-04/hyper-schema#",
        "minimum": 1, "exclusiveMinimum": true, "links": [{"rel": "self", "href": "/"}]}"#;
    let rules = read(&[("a.json", text)]).unwrap();
    assert!(
        rules
            .get(rules.roots[0].rule)
            .get::<Bound>()
            .unwrap()
            .exclusive
    );
}
