//! Alternatives are told apart in the text as they are on a tape, however it is written.

use super::*;

#[test]
fn a_text_stands_for_an_alternative_however_it_is_written() {
    for (text, fits) in [
        (r#""ab""#, true),
        (r#""a\u0062""#, true),
        (r#""ac""#, false),
        (r#""abc""#, false),
        (r#""a\u0063""#, false),
        (r#""\"""#, false),
        (r#""""#, false),
    ] {
        let mut scanner = Scanner::new(text);
        let mut slot = None;
        let value = |found: &str| (found == "ab").then_some(());
        assert_eq!(scanner.takes_text_of(&mut slot, value), fits, "{text}");
        assert_eq!(slot.is_some(), fits, "{text}");
        // What another alternative reads next.
        assert_eq!(scanner.at, if fits { text.len() } else { 0 }, "{text}");
    }
}

fn bits(text: &str) -> u64 {
    match text {
        "a" => 1,
        "b" => 2,
        _ => 4 | 8,
    }
}

fn likely_by_tag(tape: &Tape<'_>, at: usize) -> u64 {
    tagged(tape, at, "op", bits, 8)
}

#[test]
fn a_member_tells_alternatives_wherever_it_stands() {
    for (text, by_text) in [
        (r#"{"op":"a","x":1}"#, true),
        (r#"{ "op" : "b" }"#, true),
        (r#"{"x":{"op":"b"},"op":"a"}"#, true),
        (r#"{"op":"c"}"#, true),
        (r#"{"op":1,"x":"a"}"#, true),
        (r#"{"op":"\u0061"}"#, true),
        (r#"{"x":"op"}"#, true),
        ("{}", true),
        // A name with an escape is read by a tape.
        (r#"{"\u006fp":"a"}"#, false),
    ] {
        let mut scanner = Scanner::new(text);
        let found = scanner.likely(Some(("op", bits)), false, likely_by_tag);
        let wanted = likely_by_tag(&tape(text), 0);
        assert_eq!(found, by_text.then_some(wanted), "{text}");
        assert_eq!((scanner.at, scanner.read), (0, 0), "{text}");
    }
}

/// What alternatives were told by tells those inside, of the same object and member alone.
#[test]
fn a_member_that_told_alternatives_is_remembered() {
    let text = r#"{"op":"a","args":{"op":"b"}}"#;
    let mut scanner = Scanner::new(text);
    let told = |scanner: &mut Scanner<'_>, member: &str| {
        let tape = scanner.look_ahead(member);
        let found = tape.and_then(|tape| Some(tape.string(tape.root()?)?.to_owned()));
        scanner.forget();
        found
    };
    let likely = scanner.likely(Some(("op", bits)), false, likely_by_tag);
    assert_eq!(likely, Some(1));
    assert_eq!(told(&mut scanner, "op").as_deref(), Some("a"));
    assert_eq!(told(&mut scanner, "args"), None);
    (scanner.at, scanner.read) = (text.rfind('{').unwrap(), 3);
    assert_eq!(told(&mut scanner, "op").as_deref(), Some("b"));
}

#[test]
fn one_of_several_values_is_found_as_on_a_tape() {
    static VALUES: [Constant; 6] = [
        Constant::Null,
        Constant::Boolean(true),
        Constant::Integer(-1),
        Constant::Number("0.5"),
        Constant::Text("a\""),
        Constant::Array(&[Constant::Null]),
    ];
    for text in [
        "null",
        "true",
        "false",
        "-1",
        "-1.0",
        "-10e-1",
        "1",
        "0.5",
        "5e-1",
        "0",
        r#""a\"""#,
        r#""\u0061\"""#,
        r#""a""#,
        "[null]",
        "{}",
        "nul",
        "tru",
        "-",
        "",
    ] {
        let mut scanner = Scanner::new(text);
        let found = scanner.one_of(&[0, 1, 2, 3, 4, 5], |value| &VALUES[value]);
        let is_on_tape = serde_json::from_str::<serde_json::Value>(text).is_ok();
        let wanted = (0..5).find(|value| is_on_tape && VALUES[*value].is(&tape(text), 0));
        assert_eq!(found, wanted, "{text}");
        assert!(found.is_none() || scanner.at == text.len(), "{text}");
    }
}

fn bit(name: &str) -> u64 {
    match name {
        "and" => 1,
        "not" => 2,
        "op" => 4,
        _ => 0,
    }
}

/// An object of `and` alone, one of `not` alone, and one that has `op`.
fn likely_by_name(tape: &Tape<'_>, at: usize) -> u64 {
    likely_of(tape, at, bit, &[[1, 0, 6], [2, 0, 5], [4, 0, 3]])
}

#[test]
fn the_first_name_tells_alternatives_that_others_bar() {
    for (text, wanted) in [
        (r#"{"and":[{"and":[]}],"x":1}"#, Some(1)),
        (r#"{ "not" : { "op": 1 } }"#, Some(2)),
        // The name tells; who reads the object refuses the other one.
        (r#"{"not":1,"op":1}"#, Some(2)),
        (r#"{"op":"x"}"#, Some(4)),
        (r#"{"x":"and","op":1}"#, Some(4)),
        (r#"{"x":{"op":1}}"#, Some(0)),
        ("{}", Some(0)),
        (r#"{"\u006fp":1}"#, None),
        ("[]", None),
    ] {
        let mut scanner = Scanner::new(text);
        assert_eq!(scanner.likely(None, true, likely_by_name), wanted, "{text}");
        assert_eq!((scanner.at, scanner.read), (0, 0), "{text}");
    }
}

#[test]
fn what_an_object_holds_alone_is_read_or_nothing_is() {
    for (text, wanted) in [
        (r#"{"and":"x"}"#, Some("x")),
        (r#" { "and" : "x" } "#, Some("x")),
        (r#"{"and":"x","not":1}"#, None),
        (r#"{"and":1}"#, None),
        (r#"{"not":"x"}"#, None),
        (r#"{"and":"x","and":"x"}"#, None),
        (r#"{"and":"x",}"#, None),
        ("{}", None),
        (r#"["and"]"#, None),
    ] {
        let mut scanner = Scanner::new(text);
        let mut slot = None;
        let (place, start) = (<String as Read>::PLACE, scanner.at);
        let is_read = scanner.attempt_sole("and", place, &mut slot, |text: String| text);
        assert_eq!(slot.as_deref(), wanted, "{text}");
        assert_eq!(is_read, wanted.is_some(), "{text}");
        if !is_read {
            assert_eq!((scanner.at, scanner.read), (start, 0), "{text}");
        }
    }
}

#[test]
fn the_kind_of_a_number_is_told_before_it_is_read() {
    for (text, is_integer) in [
        ("0", true),
        ("-12", true),
        ("123456789012345678901234567890", true),
        ("1.0", true),
        ("1e2", true),
        ("1.5", false),
        ("12e-1", false),
    ] {
        let kind = Scanner::new(text).kind().unwrap();
        assert_eq!(Kinds::INTEGER.contains(kind), is_integer, "{text}");
        assert!(Kinds::NUMBER.contains(kind), "{text}");
    }
}

#[test]
fn a_text_stands_for_one_of_several_alternatives() {
    let value = |text: &str| match text {
        "ab" => Some(1),
        "é" => Some(2),
        _ => None,
    };
    for (text, wanted) in [
        (r#""ab""#, Some(1)),
        (r#""\u00e9""#, Some(2)),
        (r#""é""#, Some(2)),
        (r#""a""#, None),
        ("12", None),
    ] {
        let mut scanner = Scanner::new(text);
        let mut slot = None;
        assert_eq!(scanner.takes_text_of(&mut slot, value), wanted.is_some());
        assert_eq!(slot, wanted, "{text}");
        let end = if wanted.is_some() { text.len() } else { 0 };
        assert_eq!(scanner.at, end, "{text}");
    }
}
