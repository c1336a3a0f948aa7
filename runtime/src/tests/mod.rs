//! What the files do together.
#![allow(clippy::unwrap_used)]

mod attempts;
mod formats;
mod json;
mod numbers;
mod patterns;
mod raw;
mod scanning;
#[cfg(feature = "source")]
mod source;
mod telling;
mod unread;
mod writing;

use std::borrow::ToOwned as _;
use std::{format, vec};

use super::*;
use crate::__private::v1::patterns::formats::*;

fn tape(text: &str) -> Tape<'_> {
    Tape::fill(&mut serde_json::Deserializer::from_str(text)).unwrap()
}

/// Whether two values of a tape are equal.
fn equal(tape: &Tape<'_>, left: usize, right: usize) -> bool {
    let key = |at| {
        let mut key = Vec::new();
        tape.push_key(at, &mut key);
        key
    };
    key(left) == key(right)
}

fn number(text: &str) -> Num {
    tape(text).number(0).cloned().unwrap()
}

#[test]
fn faults_stay_small() {
    assert!(size_of::<Fault>() <= 48, "{}", size_of::<Fault>());
    assert!(size_of::<Node<'_>>() <= 24);
}

#[test]
fn values_survive_the_tape() {
    for text in [
        "null",
        "[]",
        "{}",
        r#"{"a":[1,-2,3.5,1e300,{"b":null,"c":true}],"ü":"x\ny","z":18446744073709551615}"#,
        "-9223372036854775808",
        "-0.0",
    ] {
        let value: serde_json::Value = serde_json::from_str(text).unwrap();
        assert_eq!(tape(text).value(0), value);
        assert_eq!(Tape::fill(&value).unwrap().value(0), value);
        assert_eq!(Tape::fill(&value).unwrap().value(0), value);
        assert_eq!(Tape::fill(value.clone()).unwrap().value(0), value);
        assert_eq!(Tape::from_serialize(&value).unwrap().value(0), value);
        assert_eq!(tape(text).value(0).to_string(), value.to_string());
    }
}

#[test]
fn skipping_and_looking_up() {
    let tape = tape(r#"{"a":[1,[2,{"x":3}],4],"b c":{"x":[5]}}"#);
    let a = tape.member(0, "a").unwrap();
    let items: Vec<usize> = tape.items(a).unwrap().collect();
    assert_eq!(tape.items(a).unwrap().len(), 3);
    assert_eq!(tape.path(items[2]), "a[2]");
    assert_eq!(tape.number(items[2]).unwrap().to_integer().unwrap(), 4);
    let inner = tape.items(items[1]).unwrap().nth(1).unwrap();
    assert_eq!(tape.path(tape.member(inner, "x").unwrap()), "a[1][1].x");
    let b = tape.member(0, "b c").unwrap();
    let x = tape.member(b, "x").unwrap();
    assert_eq!(tape.path(x + 1), r#"["b c"].x[0]"#);
    assert_eq!(tape.path(0), "(root)");
    assert_eq!(tape.end(0), tape.nodes.len());
    assert_eq!(tape.missing(0, &["a", "b c", "d"]), Some("d"));
    assert_eq!(tape.missing(0, &["a", "b c"]), None);
}

#[test]
fn repeated_members_are_refused_with_their_path() {
    let few = r#"{"a":{"x":1,"y":2,"x":3}}"#;
    let many = format!(
        r#"{{"a":{{{},"n7":0}}}}"#,
        (0..2000)
            .map(|n| format!(r#""n{n}":{n}"#))
            .collect::<Vec<_>>()
            .join(",")
    );
    let nested = r#"[0,{"q":[{"x":1,"\u0078":2}]}]"#;
    for (text, path) in [
        (few, "a.x"),
        (many.as_str(), "a.n7"),
        (nested, "[1].q[0].x"),
    ] {
        let error = from_json::<serde_json::Value>(text).unwrap_err();
        let shown = error.to_string();
        assert!(shown.contains(&format!("member {path} ")), "{shown}");
    }
}

#[test]
fn integers_are_exact_or_refused() {
    for (text, wanted) in [
        ("3.0", 3),
        ("1e3", 1000),
        ("-2E0", -2),
        ("9007199254740992.0", 1 << 53),
        ("18446744073709551615", i128::from(u64::MAX)),
        ("-9223372036854775808", i128::from(i64::MIN)),
    ] {
        assert_eq!(number(text).to_integer().unwrap(), wanted, "{text}");
    }
    assert!(matches!(number("1.5").to_integer(), Err(Reason::Kind(_))));
    assert!(matches!(
        number("1e17").to_integer(),
        Err(Reason::Imprecise)
    ));
    let error = from_json::<u8>("256").unwrap_err().to_string();
    assert_eq!(error, "(root): 256 does not fit into u8 [#]");
    assert!(from_json::<i64>("9223372036854775808").is_err());
    assert_eq!(
        from_json::<Option<Vec<i32>>>("[1, 2.0]").unwrap(),
        Some(vec![1, 2])
    );
}

#[test]
fn integers_as_they_are_written() {
    fn strict(text: &str) -> bool {
        let kinds = Kinds::INTEGER.or(Kinds::STRING);
        tape(text).expect_as_written(0, kinds, "#").is_ok()
    }
    assert!(strict("1") && strict("-1") && strict("\"x\"") && strict(&"9".repeat(40)));
    assert!(!strict("1.0") && !strict("1e3") && !strict("1.5") && !strict("null"));
}

#[test]
fn comparisons_do_not_round() {
    use std::cmp::Ordering::{Equal, Greater, Less};
    assert_eq!(
        number("9007199254740993").compare_text("9007199254740992.0"),
        Greater
    );
    assert_eq!(
        number("9007199254740992.0").compare_integer(9_007_199_254_740_993),
        Less
    );
    assert_eq!(
        number("9223372036854775807").compare_text("9223372036854775807.5"),
        Less
    );
    assert_eq!(number("0.1").compare_text("0.10"), Equal);
    assert_eq!(number("1e300").compare_text("1e400"), Less);
    assert_eq!(number("-1e300").compare_text("-1e400"), Greater);
    assert_eq!(number("-3").compare_text("-2.5"), Less);
    assert_eq!(number("0").compare_text("-0.0"), Equal);
    assert_eq!(number("12").compare_text("110"), Less);
    assert_eq!(number("5e-324").compare_integer(0), Greater);
}

#[test]
fn multiples_are_decimal() {
    assert!(number("19.99").is_multiple_of(1, -2));
    assert!(number("0.0075").is_multiple_of(1, -4));
    assert!(!number("0.00751").is_multiple_of(1, -4));
    assert!(number("1e308").is_multiple_of(5, -1));
    assert!(!number("1e308").is_multiple_of(123_456_789, -9));
    assert!(number("4.5").is_multiple_of(15, -1));
    assert!(!number("35").is_multiple_of(15, -1));
    assert!(number("-6").is_multiple_of(3, 0));
    assert!(number("0").is_multiple_of(7, 5));
    assert!(number("700").is_multiple_of(7, 2));
    assert!(!number("70").is_multiple_of(7, 2));
    assert!(number("18446744073709551615").is_multiple_of(5, 0));
    let large = 99_999_999_999_999_999_999_999_999_999_999_999_999;
    assert!(!number("1e300").is_multiple_of(large, 0));
}

#[test]
fn equality_is_by_value() {
    let tape =
        tape(r#"[1, 1.0, 10e-1, {"a":1,"b":[2]}, {"b":[2.0],"a":1.0}, "1", [1], 0, -0.0, false]"#);
    let items: Vec<usize> = tape.items(0).unwrap().collect();
    assert!(equal(&tape, items[0], items[1]) && equal(&tape, items[1], items[2]));
    assert!(equal(&tape, items[3], items[4]));
    assert!(equal(&tape, items[7], items[8]));
    assert!(!equal(&tape, items[0], items[5]) && !equal(&tape, items[7], items[9]));
    assert_eq!(tape.repeated_items(0), Some((0, 1)));
    let object = Constant::Object(&[
        ("a", Constant::Number("1.0")),
        ("b", Constant::Array(&[Constant::Integer(2)])),
    ]);
    assert!(object.is(&tape, items[3]) && object.is(&tape, items[4]));
    assert!(!object.is(&tape, items[6]));
}

#[test]
fn unique_items_of_a_long_list() {
    let list = |last: usize| {
        let items = (0..100_000)
            .chain([last])
            .map(|n| format!(r#"{{"n":{n}}}"#));
        format!("[{}]", items.collect::<Vec<_>>().join(","))
    };
    assert_eq!(tape(&list(100_000)).repeated_items(0), None);
    assert_eq!(tape(&list(7)).repeated_items(0), Some((7, 100_000)));
}

#[test]
fn lengths_count_scalar_values() {
    let at_least = |text, least| min_length(text, least, "").is_ok();
    let at_most = |text, most| max_length(text, most, "").is_ok();
    assert!(at_least("💩💩", 2) && !at_least("💩💩", 3));
    assert!(at_most("💩💩", 2) && !at_most("💩💩", 1));
    assert!(at_least("", 0) && at_most("", 0) && at_most("x", u64::MAX));
    assert!(at_least("abcdefgh", 2) && !at_most("abcdefgh", 1) && !at_least("x", u64::MAX));
}

#[test]
fn errors_say_where_what_and_why() {
    static CAPITALS: Pattern = Pattern::new("^[A-Z]{3}$");
    struct Currency;
    impl Read<'_> for Currency {
        fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
            let at = tape
                .member(at, "data")
                .and_then(|data| tape.member(data, "currency"))
                .unwrap();
            let text = String::read(tape, at, place)?;
            CAPITALS
                .require(&text, "currency.json#/pattern")
                .map_err(|refused| refused.at(at))?;
            Ok(Self)
        }
    }
    assert!(from_json::<Currency>(r#"{"data":{"currency":"EUR"}}"#).is_ok());
    let error = from_json::<Currency>(r#"{"data":{"currency":"eur"}}"#)
        .err()
        .unwrap();
    assert_eq!(
        error.to_string(),
        r#"data.currency: "eur" does not match the pattern ^[A-Z]{3}$ [currency.json#/pattern]"#
    );
    assert_eq!(error.path(), Some("data.currency"));
    assert_eq!(error.found(), Some("\"eur\""));
    assert_eq!(error.schema(), Some("currency.json#/pattern"));
    let error = from_json::<bool>("[1,").unwrap_err();
    assert!(error.syntax().is_some() && error.path().is_none());
    assert!(from_json::<bool>("true x").unwrap_err().syntax().is_some());
    assert!(from_json_slice::<String>(b"\"\xff\"").is_err());
}

#[test]
fn unions_tell_the_likely_arm_and_list_all() {
    let tape = tape(r#"{"a":[5]}"#);
    let arm = |name, at, reason| Arm {
        name,
        fault: Fault::new(at, "s.json#/x", reason),
    };
    let told = |arms: &[Arm]| {
        let fault = Fault::new(2, "s.json#/anyOf", Reason::NoArm(arms.into()));
        Error::from_fault(&tape, &fault)
    };
    let since = |reason| Reason::Since(Box::new((reason, "it has \"a\"".into())));
    let two = |one, other| Reason::NoArm([arm("C", 2, one), arm("D", 2, other)].into());
    let text = || Reason::Kind(Kinds::STRING);
    let arms = [
        arm("Text", 2, Reason::Kind(Kinds::STRING.or(Kinds::NULL))),
        arm("Order", 3, Reason::Minimum("7")),
    ];
    let error = told(&arms);
    assert_eq!(error.to_string(), "a[0]: 5 is below 7 [s.json#/x]");
    assert_eq!(
        (error.path(), error.reason()),
        (Some("a[0]"), Some("is below 7"))
    );
    assert_eq!(
        format!("{error:#}"),
        "a: [5] fits none of the 2 forms that are allowed: [s.json#/anyOf]\n\
         \x20 Text: a: [5] is an array, not a string or null [s.json#/x]\n\
         \x20 Order: a[0]: 5 is below 7 [s.json#/x]"
    );
    for (arms, line) in [
        // Of members, one that is missing is nearer than one too many.
        (
            [
                arm("A", 3, Reason::NotAllowed),
                arm("B", 2, Reason::Missing("b")),
            ],
            r#"a: the member "b" is missing, or another form [s.json#/x]"#,
        ),
        // A tag that is none of all.
        (
            [
                arm("A", 3, Reason::Constant("1")),
                arm("B", 3, Reason::Code("2, 3")),
            ],
            "a[0]: 5 is none of 1, 2, 3 [s.json#/anyOf]",
        ),
        // A tag that is one's.
        (
            [
                arm("A", 3, Reason::Constant("1")),
                arm("B", 2, Reason::Missing("b")),
            ],
            r#"a: the member "b" is missing [s.json#/x]"#,
        ),
        (
            [
                arm("A", 2, Reason::Kind(Kinds::STRING)),
                arm("B", 2, Reason::Kind(Kinds::NULL)),
            ],
            "a: [5] is an array, not a string or null [s.json#/anyOf]",
        ),
        (
            [
                arm("A", 2, since(Reason::MinItems(2))),
                arm("B", 2, Reason::Never),
            ],
            r#"a: [5] has 1 item, fewer than 2, since it has "a", or another form [s.json#/x]"#,
        ),
        // Of alternatives inside of alternatives, those beside the fault are counted.
        (
            [
                arm("A", 2, two(Reason::MinItems(2), Reason::Never)),
                arm("B", 2, Reason::Never),
            ],
            "a: [5] has 1 item, fewer than 2, or another form [s.json#/x]",
        ),
        // Those farther out where it is sure which one is meant there.
        (
            [arm("A", 2, two(text(), text())), arm("B", 2, Reason::Never)],
            "a: [5] is an array, not a string, or another form [s.json#/x]",
        ),
    ] {
        assert_eq!(told(&arms).to_string(), line);
    }
}

#[test]
fn long_values_are_cut() {
    let text = format!("[{}]", vec!["\"ä\""; 100_000].join(","));
    let shown = tape(&text).excerpt(0);
    assert_eq!(shown.chars().count(), 61);
    assert!(shown.ends_with('…'));
}

#[test]
fn bags_refuse_declared_names() {
    #[derive(Debug)]
    struct Owner;
    impl Declares for Owner {
        fn declares(name: &str) -> bool {
            name == "id"
        }
    }
    let mut bag: AdditionalProperties<Owner> = AdditionalProperties::default();
    assert_eq!(bag.insert("x", 1.into()).unwrap(), None);
    assert_eq!(bag.insert("x", 2.into()).unwrap(), Some(1.into()));
    assert!(bag.insert("id", 2.into()).is_err());
    assert_eq!(serde_json::to_string(&bag).unwrap(), r#"{"x":2}"#);
    assert_eq!(bag.clone(), bag);
    assert!(bag.try_extend([("id".to_owned(), 1.into())]).is_err());
}

#[test]
fn values_built_in_code_are_checked() {
    fn small(tape: &Tape<'_>, at: usize) -> Result<(), Fault> {
        for item in tape.items(at).into_iter().flatten() {
            if tape
                .number(item)
                .is_some_and(|number| number.compare_integer(9).is_gt())
            {
                return Err(Fault::new(item, "s#/items/maximum", Reason::Maximum("9")));
            }
        }
        Ok(())
    }
    assert!(check(&[1, 2], "s#", small).is_ok());
    let refused = check(&[1, 20], "s#", small).unwrap_err();
    assert_eq!(refused.to_string(), "[1]: 20 is above 9 [s#/items/maximum]");
}

#[test]
fn a_document_may_use_the_reserved_member_name() {
    let text = r#"{"$serde_json::private::Number":"12"}"#;
    assert_eq!(tape(text).kind(0), Kinds::OBJECT);
    assert_eq!(tape("1.50").kind(0), Kinds::FRACTION);
    let value: serde_json::Value = serde_json::from_str("1.50").unwrap();
    assert_eq!(tape("1.50").value(0), value);
}
