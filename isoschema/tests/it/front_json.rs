//! JSON texts: what is read, what is refused, where things stand.

use isoschema::diagnostics::Kind;
use isoschema::load::{Json, parse_text, same_number};

fn json(text: &str) -> Json {
    parse_text("a.json", text).expect("JSON").0
}

#[test]
fn what_serde_json_reads_is_read_alike() {
    for text in [
        "null",
        " [1, -0, 2.50e+3, \"\\u00e9\\ud83d\\ude00\\n\", {}, [], {\"a\": {\"b\": [true]}}] ",
        "\"é\u{7f}\"",
        "{\"\": 0, \" \": \"\\\\\\\"\"}",
    ] {
        let theirs: serde_json::Value = serde_json::from_str(text).expect("JSON");
        assert_eq!(json(text).to_value(), theirs, "{text}");
    }
    for text in [
        "",
        " ",
        "nul",
        "nulls",
        "01",
        "1.",
        ".5",
        "+1",
        "1e",
        "-",
        "[1,]",
        "[,1]",
        "[1 2]",
        "{1: 2}",
        "{\"a\"}",
        "{\"a\":}",
        "{\"a\": 1,}",
        "'a'",
        "\"a",
        "\"\n\"",
        "\"\\x\"",
        "\"\\ud800\"",
        "[1]]",
        "// a\n1",
        "1 /* a */",
        "NaN",
        "Infinity",
        "0x1",
        "\u{a0}1",
        "{\"a\":1 \"b\":2}",
        "[",
        "{",
    ] {
        assert!(
            serde_json::from_str::<serde_json::Value>(text).is_err(),
            "{text}"
        );
        assert!(parse_text("a.json", text).is_err(), "{text}");
    }
}

#[test]
fn places_are_lines_and_columns() {
    let error = parse_text("a.json", "\u{feff}{\n  \"é\": tru\n}").unwrap_err();
    assert_eq!(error.to_string().split(": ").next(), Some("a.json:2:8"));
    let error = parse_text("a.json", "{\"é\": \"ab\\qc\"}").unwrap_err();
    assert_eq!(error.to_string().split(": ").next(), Some("a.json:1:11"));
    let (json, text) = parse_text("a.json", "{\"a\": [10, \"b\"]}").unwrap();
    let item = json.pointer("/a/1").unwrap();
    assert_eq!(&text.content()[item.span.start..item.span.end], "\"b\"");
    let key = json.get("a").unwrap().key.unwrap();
    assert_eq!(&text.content()[key.start..key.end], "\"a\"");
}

#[test]
fn every_repeated_member_is_reported() {
    let error = parse_text("a.json", r#"{"a": {"b": 1, "b": 2}, "\u0061": 3}"#).unwrap_err();
    let kinds: Vec<_> = error.iter().map(|diagnostic| diagnostic.kind).collect();
    assert_eq!(kinds, [Kind::DuplicateMember; 2]);
}

#[test]
fn values_are_compared_exactly() {
    for (a, b, same) in [
        ("1", "1.0", true),
        ("100", "1e2", true),
        ("0", "-0.0", true),
        ("0e99999999999999999999999", "0", true),
        ("9007199254740993", "9007199254740992", false),
        ("9007199254740993", "9007199254740993.0", true),
        ("1e400", "1e401", false),
        ("1e99999999999999999999", "1e99999999999999999999", true),
        ("-1", "1", false),
    ] {
        assert_eq!(same_number(a, b), same, "{a} and {b}");
    }
    assert!(
        json("{\"a\": [1, null], \"b\": 2}").same_value(&json("{\"b\": 2.0, \"a\": [1e0, null]}"))
    );
    assert!(!json("[1, 2]").same_value(&json("[2, 1]")));
    assert!(!json("0").same_value(&json("false")));
}
