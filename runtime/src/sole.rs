//! What stands for a value in an enum: one member of an object, or nothing.
use super::*;

/// The value of the one member that an object has.
#[inline]
pub fn sole(
    tape: &Tape<'_>,
    at: usize,
    name: &'static str,
    place: &'static Place,
) -> Result<usize, Fault> {
    let mut members = tape.each_member(at);
    match (members.next(), members.next()) {
        (Some((found, value)), None) if found == name => Ok(value),
        _ => Err(place.refuse(tape, at, Reason::Missing(name))),
    }
}

/// The fault of an object of which the member that tells alternatives apart tells none.
#[cold]
#[inline]
pub fn untold(
    at: usize,
    tag: Option<usize>,
    schema: &'static str,
    listed: &'static str,
    member: &'static str,
) -> Fault {
    match tag {
        Some(tag) => Fault::new(tag, schema, Reason::Code(listed)),
        None => Fault::new(at, schema, Reason::Untagged(member)),
    }
}

/// Whether a value is the one that a variant stands for.
#[inline]
pub fn one_value(
    tape: &Tape<'_>,
    at: usize,
    wanted: &Constant,
    shown: &'static str,
    place: &'static Place,
) -> Result<(), Fault> {
    if wanted.is(tape, at) {
        Ok(())
    } else {
        Err(place.refuse(tape, at, Reason::Code(shown)))
    }
}

/// An object of one member, to be written.
pub struct Sole<'a, T: ?Sized>(pub &'static str, pub &'a T);

impl<T: ::serde::Serialize + ?Sized> ::serde::Serialize for Sole<'_, T> {
    fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map([(self.0, self.1)])
    }
}
