//! A refused document is gone through once more for its error, and not once
//! more for each alternative in another.

use core::cell::Cell;
use std::string::String;

use super::*;

std::thread_local! {
    static ASKED: Cell<usize> = const { Cell::new(0) };
}

fn null(tape: &Tape<'_>, at: usize) -> Result<(), Fault> {
    tape.expect(at, Kinds::NULL, "#/anyOf/0")
}

fn list(tape: &Tape<'_>, at: usize) -> Result<(), Fault> {
    tape.expect(at, Kinds::ARRAY, "#/anyOf/1")?;
    let mut items = tape.items(at).into_iter().flatten();
    items.try_for_each(|item| nested(tape, item))
}

/// Null, or a list of the same.
fn nested(tape: &Tape<'_>, at: usize) -> Result<(), Fault> {
    ASKED.set(ASKED.get() + 1);
    any_of(tape, at, "#/anyOf", &[("null", null), ("list", list)])
}

/// How many values are asked about, and what is said.
fn asked(text: &str) -> (usize, Option<String>) {
    ASKED.set(0);
    let told = nested(&tape(text), 0).err();
    (ASKED.get(), told.map(|fault| format!("{:?}", fault.reason)))
}

#[test]
fn what_fits_is_asked_about_once() {
    assert_eq!(asked("[[[null]], null]"), (5, None));
}

#[test]
fn what_does_not_fit_is_asked_about_twice() {
    for depth in [1, 10, 40] {
        let (asked, told) = asked(&("[".repeat(depth) + "true" + &"]".repeat(depth)));
        assert_eq!(asked, 1 + 2 * depth);
        // Every alternative is told of, at every depth.
        let told = told.unwrap_or_default();
        assert_eq!(told.matches("NoArm").count(), depth + 1);
    }
}

/// Whether a document is `true`, and how often that is asked.
#[derive(Debug)]
struct True;

impl Read<'_> for True {
    const LATER: Option<TellWhy> = teller::<Self>();

    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        ASKED.set(ASKED.get() + 1);
        match tape.boolean(at) {
            Some(true) => Ok(Self),
            _ => Err(place.refuse(tape, at, Reason::Kind(Kinds::BOOLEAN))),
        }
    }
}

#[test]
fn why_a_document_does_not_fit_is_told_once_somebody_asks() {
    if keeps_digits() {
        return;
    }
    ASKED.set(0);
    let later = from_json::<True>("1").unwrap_err();
    let before = ASKED.get();
    let at_once = read_text::<True>("1", &mut None, Tells::All).unwrap_err();
    assert_eq!(before, 1);
    ASKED.set(0);
    for _ in 0..3 {
        assert_eq!(later.to_string(), at_once.to_string());
        assert_eq!(later.path(), at_once.path());
    }
    assert_eq!(ASKED.get(), 1);
}

#[test]
fn a_long_document_is_not_kept() {
    if keeps_digits() {
        return;
    }
    let text = " ".repeat(1 << 20) + "1";
    ASKED.set(0);
    let error = from_json::<True>(&text).unwrap_err();
    assert_eq!(ASKED.get(), 2);
    assert_eq!(
        error.to_string(),
        from_json::<True>("1").unwrap_err().to_string()
    );
}

/// A fault of alternatives in one another, at values that `places` has.
fn drawn(rng: &mut fastrand::Rng, places: &[usize], depth: usize) -> Fault {
    let at = places[rng.usize(..places.len())];
    let reason = match rng.u8(..10) {
        0 => Reason::Kind(Kinds::STRING),
        1 => Reason::Kind(Kinds::OBJECT.or(Kinds::NULL)),
        2 => Reason::Code(r#""x", "yy""#),
        3 => Reason::Missing("c"),
        // Of a member alone.
        4 if at == 2 => Reason::Undeclared(&["aa", "c"]),
        _ if depth == 0 => Reason::MinItems(2),
        _ => {
            let mut arm = |_| Arm {
                name: "form",
                fault: drawn(rng, places, depth - 1),
            };
            Reason::NoArm((0..9).map(&mut arm).collect())
        }
    };
    Fault::new(at, "schema.json#", reason)
}

#[test]
fn one_line_is_told_alike_of_all_alternatives_and_of_it_alone() {
    let mut tape = tape(r#"{"a":[1,"x"],"b":{"c":null}}"#);
    let mut rng = fastrand::Rng::with_seed(3);
    for _ in 0..400 {
        let fault = drawn(&mut rng, &[0, 2, 3, 4, 6, 8], 3);
        tape.is_brief = false;
        let full = Error::from_fault(&tape, &fault);
        tape.is_brief = true;
        let brief = Error::from_fault(&tape, &fault);
        assert_eq!(full.to_string(), brief.to_string());
        assert_eq!((full.path(), full.found()), (brief.path(), brief.found()));
    }
}
