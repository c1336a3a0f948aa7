//! Numbers are equal and ordered by what they are, not by nearest doubles.
use super::*;

use core::hash::BuildHasher;
use std::collections::hash_map::RandomState;

fn number(text: &str) -> Number {
    text.parse().expect("a number")
}

#[test]
fn order_is_that_of_the_values() {
    // Ascending; those of a line are equal.
    let lines: &[&[&str]] = &[
        &["-1.7976931348623157e308"],
        &["-18446744073709551616.0"],
        &["-9223372036854775808", "-9223372036854775808.0"],
        &["-9223372036854775807"],
        &["-1.5"],
        &["0", "-0.0", "0.0"],
        &["5e-324"],
        &["0.1"],
        &["1", "1.0", "1e0"],
        &["9007199254740992", "9007199254740992.0"],
        &["9007199254740993"],
        &["18446744073709551615"],
        &["18446744073709551616.0"],
        &["1e300"],
    ];
    let hasher = RandomState::new();
    for (at, line) in lines.iter().enumerate() {
        for one in *line {
            for (other_at, other_line) in lines.iter().enumerate() {
                for other in *other_line {
                    let (one, other) = (number(one), number(other));
                    assert_eq!(one.cmp(&other), at.cmp(&other_at), "{one} and {other}");
                    if one == other {
                        assert_eq!(
                            hasher.hash_one(one),
                            hasher.hash_one(other),
                            "{one} {other}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn numbers_meet_those_of_rust() {
    assert!(number("9.99") > 9 && number("9.99") < 10.0 && number("3") == 3_u8);
    assert!(9 < number("9.99") && 10.0 > number("9.99") && 3_u8 == number("3"));
    assert!(number("1e300") < f64::INFINITY && number("-1e300") > f64::NEG_INFINITY);
    assert!(number("1").partial_cmp(&f64::NAN).is_none());
    assert_eq!(Number::from(u64::MAX).as_u64(), Some(u64::MAX));
    assert_eq!(Number::from(i64::MIN).as_i64(), Some(i64::MIN));
    assert_eq!(number("2.0").as_i64(), Some(2));
    assert_eq!(
        (number("2.5").as_i64(), number("1e300").as_u64()),
        (None, None)
    );
    assert!(Number::try_from(f64::NAN).is_err() && Number::try_from(f64::INFINITY).is_err());
    assert_eq!(f64::from(number("0.1")).to_bits(), 0.1_f64.to_bits());
}

#[test]
fn numbers_are_written_as_they_were_read() {
    for text in ["1.0", "1", "-0.0", "0.1", "-9223372036854775808"] {
        assert_eq!(
            from_json::<Number>(text)
                .expect("a number")
                .to_json()
                .expect("JSON"),
            text
        );
        assert_eq!(number(text).to_string(), text);
    }
    assert!(from_json::<Number>("1e400").is_err());
    assert!("x".parse::<Number>().is_err() && "".parse::<Number>().is_err());
}
