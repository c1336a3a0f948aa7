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
        let found = scanner.likely(Some(("op", bits)), likely_by_tag);
        let wanted = likely_by_tag(&tape(text), 0);
        assert_eq!(found, by_text.then_some(wanted), "{text}");
        assert_eq!((scanner.at, scanner.read), (0, 0), "{text}");
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
