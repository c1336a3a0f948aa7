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
    let at_once = read_text::<True>("1", &mut None, None).unwrap_err();
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
