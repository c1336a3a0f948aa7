//! Tests of the proof kit: deliberately wrong types, and which check catches
//! which.
//!
//! One schema, one hand-written type for it, and a fault that a constant
//! chooses. Without a fault every check passes; each fault must fail exactly
//! the checks that the table names. So a check that goes blind is seen.

mod order;
mod unrepeated;

use self::order::*;
use crate::proof;
use crate::proof::{Sources, Subject};

/// The first letters of the checks that fail: `"CARD"` where all of them do.
fn checked<const FAULT: u8>() -> String {
    let subject = Subject {
        name: "order",
        rust: "Order",
        rewrite: rewrite::<FAULT>,
        derived: || schemars::schema_for!(Order<FAULT>).to_value(),
    };
    let sources = Sources::new().with("order", source());
    let comparison = proof::compare(&subject, &sources).expect("comparable");
    let accept = proof::accept(&subject, &sources, 2_000, 7).expect("drawable");
    let round_trip = proof::round_trip(&subject, &sources, 1_000, 7).expect("drawable");
    let duplicates = proof::duplicates(&subject, &sources, 500, 7).expect("drawable");
    assert!(duplicates.documents > 300 && round_trip.documents == 1_000);
    assert_eq!(
        accept.coverage.missed(),
        [""; 0],
        "a constraint that no document tries"
    );
    if FAULT == NONE {
        assert!(comparison.passed(), "{comparison}");
        assert!(accept.passed(), "{}", accept.report());
        assert!(round_trip.passed(), "{}", round_trip.report());
        assert!(duplicates.passed(), "{}", duplicates.report());
    }
    if let proof::Comparison::Different(difference) = &comparison {
        assert!(difference.witness.is_some(), "{comparison}");
    } else {
        assert!(comparison.passed(), "{comparison}");
    }
    let outcomes = [
        ('C', comparison.passed()),
        ('A', accept.passed()),
        ('R', round_trip.passed()),
        ('D', duplicates.passed()),
    ];
    outcomes
        .into_iter()
        .filter(|(_, passed)| !passed)
        .map(|(letter, _)| letter)
        .collect()
}

/// A fault's name, the checks that must fail for it, and the checks run on it.
type Row = (&'static str, &'static str, fn() -> String);

const TABLE: [Row; 24] = [
    ("a dropped pattern", "CA", checked::<DROPPED_PATTERN>),
    (
        "a pattern without its end",
        "CA",
        checked::<PATTERN_UNANCHORED>,
    ),
    (
        "an optional made required",
        "CAR",
        checked::<OPTIONAL_MADE_REQUIRED>,
    ),
    (
        "a required made optional",
        "CA",
        checked::<REQUIRED_MADE_OPTIONAL>,
    ),
    ("a lost null", "R", checked::<LOST_NULL>),
    (
        "a null taken where none is allowed",
        "CA",
        checked::<NULL_TAKEN>,
    ),
    (
        "a dropped unknown member",
        "R",
        checked::<DROPPED_UNKNOWN_MEMBER>,
    ),
    ("an unknown member refused", "CAR", checked::<CLOSED>),
    ("an extra code", "CA", checked::<EXTRA_CODE>),
    ("a missing code", "CAR", checked::<MISSING_CODE>),
    ("a shortened limit", "CAR", checked::<SHORTENED_LIMIT>),
    ("a widened limit", "CA", checked::<WIDENED_LIMIT>),
    ("a length in bytes", "AR", checked::<LENGTH_IN_BYTES>),
    ("a number read as f32", "R", checked::<NUMBER_AS_F32>),
    (
        "a number read from a text",
        "A",
        checked::<NUMBER_FROM_TEXT>,
    ),
    (
        "an integer written as a float",
        "R",
        checked::<INTEGER_AS_FLOAT>,
    ),
    (
        "an integer told by its form",
        "AR",
        checked::<INTEGER_BY_FORM>,
    ),
    ("an empty list lost", "R", checked::<EMPTY_LIST_LOST>),
    ("items in another order", "R", checked::<ITEMS_REVERSED>),
    (
        "repeated items taken",
        "CA",
        checked::<REPEATED_ITEMS_TAKEN>,
    ),
    ("a date written otherwise", "R", checked::<DATE_REWRITTEN>),
    (
        "a schema that forgets a bound",
        "C",
        checked::<SCHEMA_FORGETS>,
    ),
    ("a repeated member taken", "D", checked::<DUPLICATE_TAKEN>),
    (
        "a repeated member taken inside",
        "D",
        checked::<DUPLICATE_TAKEN_INSIDE>,
    ),
];

#[test]
fn the_right_type_passes_every_check() {
    assert_eq!(checked::<NONE>(), "");
}

#[test]
fn every_fault_fails_the_checks_that_the_table_names() {
    let wrong: Vec<String> = TABLE
        .iter()
        .filter_map(|(name, letters, run)| {
            let found = run();
            (found != *letters).then(|| format!("{name}: {letters} must fail, {found} do"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_fault_is_caught_and_every_check_catches_several() {
    assert!(TABLE.iter().all(|(_, letters, _)| !letters.is_empty()));
    for check in ["C", "A", "R", "D"] {
        let caught = TABLE
            .iter()
            .filter(|(_, letters, _)| letters.contains(check))
            .count();
        assert!(caught >= 2, "{check} catches {caught}");
    }
}
