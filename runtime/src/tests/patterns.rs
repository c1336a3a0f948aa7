//! Patterns go over many characters at once, and no further than they may.
use super::*;
use crate::runs::{Run, Runs};

#[test]
fn runs_end_at_their_limits() {
    let run = |ranges, least, most| Run {
        ranges,
        least,
        most,
    };
    let runs: &'static [Run] = vec![run("az", 2, 4), run("09éé", 1, 3)].leak();
    let pattern = Runs::new("^[a-z]{2,4}[0-9é]{1,3}$", runs);
    for text in ["ab1", "abcd123", "abcdé2é", "abéé", "abcd1é3"] {
        assert!(pattern.matches(text), "{text}");
    }
    for text in [
        "",
        "a1",
        "ab",
        "abcde1",
        "abcd1234",
        "abcdéééé",
        "ab1a",
        "ab1ñ",
    ] {
        assert!(!pattern.matches(text), "{text}");
    }
}

#[test]
fn automata_leave_a_range_where_it_ends() {
    const STATES: &[Ways] = &[&[("az", 0), ("éé", 1)], &[("az", 0), ("àé", 1)]];
    let pattern = Automaton::new("", STATES, &[1]);
    for text in ["é", "abcdefghijé", "aéé", "éabcéàbé"] {
        assert!(pattern.matches(text), "{text}");
    }
    for text in ["", "abcdefghij", "abcA", "éabcdefghij", "à", "ééñ"] {
        assert!(!pattern.matches(text), "{text}");
    }
}
