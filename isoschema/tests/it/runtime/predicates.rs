//! Predicates of a schema that uses every keyword: how they look, that they
//! compile, and what they find.

use isoschema::config::Config;
use isoschema::enforce::check::Checks;
use isoschema::front::rules;
use isoschema::load::Source;
use isoschema::rules::rule::Rules;

use super::*;

const SCHEMA: &str = include_str!("predicates.schema.json");
const EXPECTED: &str = include_str!("checks.rs");

fn lower(schema: &str) -> Rules {
    let source = Source::texts([("schema.json".to_owned(), schema.to_owned())]);
    let config = Config::new().assert_format("date");
    rules(&source, &config).unwrap().1
}

fn generate(rules: &Rules) -> String {
    let mut checks = Checks::new(rules);
    let root = checks.function(rules.roots[0].rule);
    assert_eq!(root, "check_0");
    let items = checks.finish();
    let file: syn::File = syn::parse_quote! {
        use isoschema_runtime::__private::v1::patterns::formats as support;
        #(#items)*
    };
    let text = prettyplease::unparse(&file);
    format!(
        "//! The predicates of `predicates.schema.json`; generated, BLESS=1 renews them.\n\n{text}"
    )
}

#[test]
fn predicates_look_as_expected() {
    let text = generate(&lower(SCHEMA));
    assert_eq!(text, generate(&lower(SCHEMA)), "the order is not settled");
    if std::env::var_os("BLESS").is_some() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/runtime/checks.rs");
        std::fs::write(path, &text).unwrap();
    } else {
        assert!(
            text == EXPECTED,
            "checks.rs is out of date: run with BLESS=1 and look"
        );
    }
}

#[test]
fn predicates_find_what_is_wrong() {
    let good = [
        "{}",
        r#"{"text":"abc","number":0.25,"code":1.0,"list":["a",2],"date":"2024-02-29"}"#,
        r#"{"tree":{"tree":{"tree":{}}}}"#,
        r#"{"union":5,"exclusive":"x","if":{"kind":"a","size":1}}"#,
        r#"{"closed":{"a":1,"b":2}}"#,
        r#"{"x-1":1,"card":1,"address":""}"#,
    ];
    for text in good {
        let tape = Tape::fill(&mut serde_json::Deserializer::from_str(text)).unwrap();
        if let Err(fault) = checks::check_0(&tape, 0) {
            panic!("{}", Error::from_fault(&tape, &fault));
        }
    }
    let bad = [
        (
            "[]",
            "(root): [] is an array, not an object [schema.json#/type]",
        ),
        (
            r#"{"text":"ab"}"#,
            r#"text: "ab" has 2 characters, fewer than 3 [schema.json#/properties/text/minLength]"#,
        ),
        (
            r#"{"text":"ABC"}"#,
            r#"text: "ABC" does not match the pattern ^[a-z]+$ [schema.json#/properties/text/pattern]"#,
        ),
        (
            r#"{"number":0.3}"#,
            "number: 0.3 is not a multiple of 0.25 [schema.json#/properties/number/multipleOf]",
        ),
        (
            r#"{"number":9007199254740993}"#,
            "number: 9007199254740993 is above 9007199254740992 \
             [schema.json#/properties/number/maximum]",
        ),
        (
            r#"{"code":2}"#,
            r#"code: 2 is none of "A", "B", 1, null [schema.json#/properties/code/enum]"#,
        ),
        (
            r#"{"list":["a",1,1.0]}"#,
            r#"list: ["a",1,1.0] has equal items at 1 and 2 [schema.json#/properties/list/uniqueItems]"#,
        ),
        (
            r#"{"list":["a"]}"#,
            r#"list: ["a"] has fewer than 1 item of the kind that it must contain [schema.json#/properties/list/contains]"#,
        ),
        (
            r#"{"tree":{"tree":{"leaf":1}}}"#,
            "tree.tree.leaf: 1 is not allowed here \
             [schema.json#/properties/tree/unevaluatedProperties]",
        ),
        (
            r#"{"closed":{"a":1,"c":2}}"#,
            "closed.c: 2 is not allowed here \
             [schema.json#/properties/closed/additionalProperties]",
        ),
        (
            r#"{"union":true}"#,
            "union: true is a boolean, not a string or an integer [schema.json#/properties/union/anyOf]",
        ),
        (
            r#"{"exclusive":"xy"}"#,
            r#"exclusive: "xy" fits both oneOf/0 and oneOf/1, where only one may fit [schema.json#/properties/exclusive/oneOf]"#,
        ),
        (
            r#"{"if":{"kind":"a"}}"#,
            r#"if: the member "size" is missing, since kind is "a" [schema.json#/properties/if/then/required]"#,
        ),
        (
            r#"{"not":0}"#,
            "not: 0 fits what is forbidden: it is 0 [schema.json#/properties/not/not]",
        ),
        (
            r#"{"card":1}"#,
            r#"(root): the member "address" is missing, which "card" asks for [schema.json#/dependentRequired]"#,
        ),
        (
            r#"{"x-1":"a"}"#,
            r#"x-1: "a" is a string, not an integer [schema.json#/patternProperties/^x-/type]"#,
        ),
        (
            r#"{"UP":1}"#,
            r#"UP: "UP" does not match the pattern ^[a-z] [schema.json#/propertyNames/pattern]"#,
        ),
        (
            r#"{"date":"2023-02-29"}"#,
            r#"date: "2023-02-29" is not in the format date [schema.json#/properties/date/format]"#,
        ),
    ];
    for (text, wanted) in bad {
        let tape = Tape::fill(&mut serde_json::Deserializer::from_str(text)).unwrap();
        let fault = checks::check_0(&tape, 0).expect_err(text);
        assert_eq!(Error::from_fault(&tape, &fault).to_string(), wanted);
    }
}

#[test]
fn recursive_unions_stay_linear() {
    let mut text = "5".to_owned();
    for _ in 0..100 {
        text = format!(r#"{{"left":{text}}}"#);
    }
    let text = format!(r#"{{"expression":{text}}}"#);
    let tape = Tape::fill(&mut serde_json::Deserializer::from_str(&text)).unwrap();
    assert!(checks::check_0(&tape, 0).is_ok());
    let text = text.replace('5', "true");
    let tape = Tape::fill(&mut serde_json::Deserializer::from_str(&text)).unwrap();
    let fault = checks::check_0(&tape, 0).unwrap_err();
    assert!(Error::from_fault(&tape, &fault).to_string().lines().count() <= 201);
}

#[test]
fn limits_are_diagnostics() {
    let digits = "7".repeat(40);
    for schema in [
        format!(r#"{{"multipleOf":{digits}}}"#),
        r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","contentEncoding":"base32"}"#
            .to_owned(),
    ] {
        let source = Source::texts([("schema.json".to_owned(), schema.clone())]);
        let problems = rules(&source, &Config::new().assert_content()).unwrap_err();
        assert_eq!(problems.len(), 1, "{schema}");
    }
}
