//! The front half on texts: what is read, what it means, what is refused.

mod configured;

use std::fs;
use std::path::PathBuf;

use isoschema::config::Config;
use isoschema::diagnostics::{Diagnostics, Kind};
use isoschema::front::rules;
use isoschema::keywords::bound::Bound;
use isoschema::keywords::dependent_required::DependentRequired;
use isoschema::keywords::dependent_schemas::DependentSchemas;
use isoschema::keywords::format::Format;
use isoschema::keywords::length::Length;
use isoschema::keywords::table::Word;
use isoschema::load::{Documents, Source};
use isoschema::rules::id::RuleId;
use isoschema::rules::kinds::Kinds;
use isoschema::rules::rule::{Rule, Rules};

fn texts(texts: &[(&str, &str)]) -> Source {
    Source::texts(
        texts
            .iter()
            .map(|(name, text)| ((*name).to_owned(), (*text).to_owned())),
    )
}

fn one(text: &str) -> Result<Rules, Diagnostics> {
    rules(&texts(&[("a.json", text)]), &Config::new()).map(|(_, rules, _)| rules)
}

fn root<'a>(rules: &'a Rules, name: &str) -> &'a Rule {
    let root = rules
        .roots
        .iter()
        .find(|root| root.name == name)
        .expect("the root");
    rules.get(root.rule)
}

fn longest(rule: &Rule) -> Option<u64> {
    rule.get::<Length>().map(|length| length.count.value())
}

fn property<'a>(rules: &'a Rules, rule: &Rule, name: &str) -> &'a Rule {
    rules.get(rule.properties().named[name])
}

fn refused(text: &str) -> Vec<(Option<String>, Kind, String)> {
    let diagnostics = one(text).expect_err("a refusal");
    let place = |d: &isoschema::diagnostics::Diagnostic| {
        let help = d.help.clone().unwrap_or_default();
        (d.pointer.clone(), d.kind, format!("{} {help}", d.reason))
    };
    diagnostics.iter().map(place).collect()
}

/// A folder of its own for each test that needs files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&root);
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("to create it");
        fs::write(path, text).expect("to write it");
    }
    root
}

#[test]
fn entries_have_names() {
    let rules = one(r##"{
        "$ref": "#/$defs/used",
        "$defs": {
            "used": {"type": "string"},
            "unused": {"properties": {"a": {"$anchor": "inner"}}}
        }
    }"##)
    .unwrap();
    let names: Vec<_> = rules
        .rules
        .iter()
        .filter_map(|rule| rule.entry.as_deref())
        .collect();
    assert_eq!(names, ["a", "used", "unused", "inner"]);
    let target = rules.get(root(&rules, "a").joined()[0]);
    assert_eq!(target.location.to_string(), "a.json#/$defs/used");
}

#[test]
fn siblings_of_a_reference_count_from_2019_on() {
    let text = |draft| {
        format!(
            r##"{{"$schema": "{draft}", "$ref": "#/definitions/b", "maxLength": 3,
                 "description": "kept", "definitions": {{"b": {{}}}}}}"##
        )
    };
    let rules = one(&text("http://json-schema.org/draft-07/schema#")).unwrap();
    assert_eq!(longest(root(&rules, "a")), None);
    assert_eq!(root(&rules, "a").notes.description.as_deref(), Some("kept"));
    let rules = one(&text("https://json-schema.org/draft/2019-09/schema")).unwrap();
    assert_eq!(longest(root(&rules, "a")), Some(3));
}

#[test]
fn openapi_documents_give_their_components() {
    let document = |version: &str| {
        format!(
            r##"{{"openapi": "{version}", "components": {{"schemas": {{
                "Order": {{"type": "object", "properties": {{
                    "note": {{"type": "string", "nullable": true}},
                    "total": {{"type": "number", "minimum": 0, "exclusiveMinimum": true}},
                    "line": {{"$ref": "#/components/schemas/Line"}}}}}},
                "Line": {{"type": "string"}}}}}}}}"##
        )
    };
    let rules = one(&document("3.0.3")).unwrap();
    let order = root(&rules, "Order");
    assert_eq!(order.entry.as_deref(), Some("Order"));
    let note = property(&rules, order, "note");
    assert_eq!(note.types(), Some(Kinds::STRING.or(Kinds::NULL)));
    let total = property(&rules, order, "total").get::<Bound>();
    assert!(total.unwrap().exclusive);
    assert_eq!(property(&rules, order, "line").joined().len(), 1);
    assert_eq!(root(&rules, "Line").types(), Some(Kinds::STRING));

    let refusals = refused(&document("3.1.0"));
    assert_eq!(refusals.len(), 1, "{refusals:?}");
    let plain = one(r#"{"type": "string", "nullable": true}"#).unwrap();
    assert_eq!(root(&plain, "a").types(), Some(Kinds::STRING));
}

#[test]
fn dangling_component_references_are_answered_by_files() {
    let (documents, rules, _): (Documents, _, _) = rules(
        &texts(&[
            (
                "a.json",
                r##"{"properties": {"b": {"$ref": "#/components/schemas/b"},
                "c": {"$ref": "#/definitions/c/properties/d"}}}"##,
            ),
            ("b.json", r#"{"type": "string"}"#),
            ("c.json", r#"{"properties": {"d": {"type": "null"}}}"#),
        ]),
        &Config::new(),
    )
    .unwrap();
    assert_eq!(documents.len(), 3);
    let a = root(&rules, "a");
    let target = |name: &str| rules.get(property(&rules, a, name).joined()[0]);
    assert_eq!(target("b").location.to_string(), "b.json#");
    assert_eq!(target("c").location.to_string(), "c.json#/properties/d");
}

#[test]
fn one_file_reads_others_only_when_it_refers_to_them() {
    let folder = folder(
        "one_file",
        &[
            ("a.json", r#"{"$ref": "sub/b.json"}"#),
            ("sub/b.json", r#"{"$ref": "https://example.com/c"}"#),
            (
                "c.json",
                r#"{"$id": "https://example.com/c", "type": "null"}"#,
            ),
            ("broken.json", "{"),
        ],
    );
    let alone = Source::file(folder.join("a.json"));
    assert!(rules(&alone, &Config::new()).is_err());
    let (documents, rules, read) = rules(&alone.schemas(&folder), &Config::new()).unwrap();
    assert_eq!(documents.get(0).name, "a");
    assert_eq!(rules.roots.len(), 1);
    let b = rules.get(root(&rules, "a").joined()[0]);
    assert_eq!(rules.get(b.joined()[0]).types(), Some(Kinds::NULL));
    assert!(read.iter().any(|path| path.ends_with("sub/b.json")));
}

#[test]
fn a_custom_meta_schema_selects_keywords() {
    let meta = r#"{"$id": "https://example.com/meta",
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$vocabulary": {
            "https://json-schema.org/draft/2020-12/vocab/core": true,
            "https://json-schema.org/draft/2020-12/vocab/applicator": true,
            "https://json-schema.org/draft/2020-12/vocab/format-assertion": true}}"#;
    let own = r#"{"$schema": "https://example.com/meta", "minimum": "not looked at",
        "properties": {"a": {"format": "date"}}}"#;
    let source = texts(&[("meta.json", meta), ("own.json", own)]);
    let (_, rules, _) = rules(&source, &Config::new()).unwrap();
    let a = property(&rules, root(&rules, "own"), "a");
    assert_eq!(a.get::<Format>().map(|it| it.0.name), Some("date"));
}

#[test]
fn meta_schemas_are_built_in() {
    for uri in [
        "http://json-schema.org/draft-04/schema#",
        "http://json-schema.org/draft-07/schema#",
        "https://json-schema.org/draft/2019-09/schema",
        "https://json-schema.org/draft/2020-12/schema",
    ] {
        let rules = one(&format!(r#"{{"$ref": "{uri}"}}"#)).unwrap();
        assert!(rules.rules.len() > 20, "{uri}: {}", rules.rules.len());
        assert!(rules.rules.len() < 400, "{uri}: {}", rules.rules.len());
    }
}

#[test]
fn older_spellings_are_translated() {
    let rules = one(r#"{"$schema": "http://json-schema.org/draft-04/schema#",
        "id": "relative", "items": [{"type": "string"}], "additionalItems": false,
        "dependencies": {"a": ["b"], "c": {"required": ["d"]}},
        "minimum": 1.50, "exclusiveMinimum": true, "const": 1, "$anchor": "x"}"#)
    .unwrap();
    let a = root(&rules, "a");
    assert_eq!(a.items().prefix.len(), 1);
    assert_eq!(rules.get(a.items().rest.unwrap()).verdict, Some(false));
    let dependent = a.get::<DependentRequired>().unwrap();
    assert_eq!(dependent.names["a"], ["b"]);
    assert_eq!(a.get::<DependentSchemas>().unwrap().0.len(), 1);
    let minimum = a.get::<Bound>().unwrap();
    assert_eq!(&*minimum.limit.0, "1.50");
    assert!(minimum.exclusive);
    assert!(!a.states(Word::Const));
    assert_eq!(a.entry.as_deref(), Some("a"));
}

#[test]
fn refusals_say_what_to_do() {
    let cases = [
        (r#"{"type": "strin"}"#, "/type", "did you mean `string`?"),
        (
            r#"{"properties": {"a": {"required": true}}}"#,
            "/properties/a/required",
            "draft 3",
        ),
        (r#"{"minimum": "3"}"#, "/minimum", "remove the quotes"),
        (
            r#"{"$schema": "http://json-schema.org/draft-07/schema", "exclusiveMinimum": true}"#,
            "/exclusiveMinimum",
            "draft 6",
        ),
        (
            r#"{"$schema": "https://json-schema.org/draft/2020-12/schema", "items": [true]}"#,
            "/items",
            "prefixItems",
        ),
        (r#"{"allOf": []}"#, "/allOf", "at least one"),
        (r#"{"maxLength": 1.5}"#, "/maxLength", "1.5"),
        (
            r#"{"$schema": "http://json-schema.org/draft-03/schema", "extends": {}}"#,
            "/extends",
            "allOf",
        ),
        (
            r##"{"$schema": "http://json-schema.org/draft-03/schema", "type": ["string", {"$ref": "#"}]}"##,
            "/type",
            "a schema in the place of a name is draft 3's form: list the alternatives in `anyOf`",
        ),
        (
            r#"{"$schema": "http://json-schema.org/draft-03/schema", "dependencies": {"a": "b"}}"#,
            "/dependencies",
            "a name alone is draft 3's form: put it into square brackets",
        ),
        (
            r#"{"$ref": "http://example.com/x"}"#,
            "/$ref",
            "nothing is fetched",
        ),
        (r#"{"$ref": "ftp:"}"#, "/$ref", "leads nowhere"),
        (
            r##"{"$ref": "#nme", "$anchor": "name"}"##,
            "/$ref",
            "did you mean `name`?",
        ),
        (
            r##"{"$ref": "#/$defs/curency", "$defs": {"currency": {}}}"##,
            "/$ref",
            "did you mean `#/$defs/currency`?",
        ),
        (
            r##"{"properties": {"a": {"$ref": "#/"}}}"##,
            "/properties/a/$ref",
            "did you mean `#`?",
        ),
        (
            r#"{"$id": "https://example.com/a/x.json", "$ref": "y.json"}"#,
            "/$ref",
            "remote base",
        ),
        (
            r#"{"$ref": "https://example.com/x.json#none", "$defs": {"x": {"$id": "https://example.com/x.json"}}}"#,
            "/$ref",
            "there is no anchor `none` in",
        ),
        (
            r##"{"$id": "http://a/b#", "not": {"$ref": "#"}}"##,
            "",
            "leads back to itself",
        ),
    ];
    for (text, pointer, says) in cases {
        let refusals = refused(text);
        assert_eq!(refusals.len(), 1, "{text}: {refusals:?}");
        let (place, _, words) = &refusals[0];
        let place = place.as_deref().unwrap_or("none");
        assert!(place == pointer || pointer.is_empty(), "{text}: {place}");
        assert!(words.contains(says), "{text}: {words}");
    }
}

#[test]
fn everything_wrong_is_said_at_once() {
    let refusals = refused(
        r##"{"properties": {
        "a": {"type": "strin", "pattern": "("}, "b": {"$ref": "#/x"}, "c": {"$ref": "#/y"}}}"##,
    );
    let kinds: Vec<_> = refusals.iter().map(|(_, kind, _)| *kind).collect();
    assert_eq!(
        kinds,
        [
            Kind::Keyword,
            Kind::Pattern,
            Kind::DanglingReference,
            Kind::DanglingReference
        ]
    );
}

#[test]
fn what_many_file_names_end_with_makes_none_alike() {
    let says = |reference: &str| {
        let user = format!(r#"{{"$ref": "{reference}"}}"#);
        let folder = [
            ("user.schema.json", user.as_str()),
            ("action.schema.json", "{}"),
            ("currency.schema.json", "{}"),
            ("currency.json", "{}"),
        ];
        let diagnostics = rules(&texts(&folder), &Config::new()).unwrap_err();
        diagnostics.to_string()
    };
    assert!(says("curency.schema.json").contains("did you mean `currency.schema.json`?"));
    assert!(says("curency.json").contains("did you mean `currency.json`?"));
    for far in ["api.schema.json", "deep/user.schema.json"] {
        assert!(!says(far).contains("did you mean"), "{}", says(far));
    }
    let remote = says("https://example.com/curency.json");
    assert!(remote.contains("did you mean `currency.json`?"), "{remote}");
    assert!(remote.contains("remote base"), "{remote}");
}

#[test]
fn two_documents_with_one_identifier_are_told_apart_or_refused() {
    let same = r##"{"$id": "https://example.com/same", "properties": {"a": {"$ref": "#/properties/b"},
        "b": {}}}"##;
    let both = [("one.json", same), ("two.json", same)];
    assert!(rules(&texts(&both), &Config::new()).is_ok());
    let third = ("user.json", r#"{"$ref": "https://example.com/same"}"#);
    let diagnostics = rules(&texts(&[both[0], both[1], third]), &Config::new()).unwrap_err();
    assert_eq!(
        diagnostics.iter().next().unwrap().kind,
        Kind::AmbiguousIdentifier
    );
}

#[test]
fn dynamic_scopes_make_rules_of_their_own() {
    let rules = one(r##"{
        "properties": {"n": {"$ref": "numbers"}, "s": {"$ref": "strings"}},
        "$defs": {
            "list": {"$id": "list", "items": {"$dynamicRef": "#item"},
                "$defs": {"any": {"$dynamicAnchor": "item"}}},
            "numbers": {"$id": "numbers", "$ref": "list",
                "$defs": {"i": {"$dynamicAnchor": "item", "type": "number"}}},
            "strings": {"$id": "strings", "$ref": "list",
                "$defs": {"i": {"$dynamicAnchor": "item", "type": "string"}}}
        }
    }"##)
    .unwrap();
    let a = root(&rules, "a");
    let follow = |id: RuleId| rules.get(rules.get(id).joined()[0]);
    let kind = |name: &str| {
        let list = follow(property(&rules, a, name).joined()[0]);
        follow(list.items().rest.unwrap()).types()
    };
    assert_eq!(kind("n"), Some(Kinds::NUMBER));
    assert_eq!(kind("s"), Some(Kinds::STRING));
}

#[test]
fn large_and_deep_schemas() {
    let codes: Vec<String> = (0..100_000).map(|n| format!("\"C{n:06}\"")).collect();
    let rules = one(&format!(r#"{{"enum": [{}]}}"#, codes.join(","))).unwrap();
    assert_eq!(root(&rules, "a").values().map(<[_]>::len), Some(100_000));

    let deep = |levels: usize| {
        format!(
            "{}true{}",
            r#"{"properties": {"a": "#.repeat(levels),
            "}}".repeat(levels)
        )
    };
    assert_eq!(one(&deep(999)).unwrap().rules.len(), 1_000);
    assert_eq!(refused(&deep(100_000))[0].1, Kind::Limit);
    assert_eq!(refused(&"[".repeat(100_000))[0].1, Kind::Limit);

    let wide: Vec<String> = (0..10_000)
        .map(|n| format!(r#""p{n}": {{"type": "null"}}"#))
        .collect();
    let rules = one(&format!(r#"{{"properties": {{{}}}}}"#, wide.join(","))).unwrap();
    assert_eq!(rules.rules.len(), 10_001);

    let chain: Vec<String> = (0..10_000)
        .map(|n| format!(r##""d{n}": {{"$ref": "#/$defs/d{}"}}"##, n + 1))
        .collect();
    let text = format!(
        r##"{{"$ref": "#/$defs/d0", "$defs": {{{}, "d10000": true}}}}"##,
        chain.join(",")
    );
    assert_eq!(one(&text).unwrap().rules.len(), 10_002);
}
