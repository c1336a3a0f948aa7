//! The type of what no schema accepts.
use super::*;

/// A type without values, where nothing fits the schema.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Never {}

impl Read<'_> for Never {
    #[inline]
    fn read(tape: &Tape<'_>, at: usize, place: &'static Place) -> Result<Self, Fault> {
        Err(place.refuse(tape, at, Reason::Never))
    }
}

impl ::serde::Serialize for Never {
    fn serialize<S: ::serde::Serializer>(&self, _serializer: S) -> Result<S::Ok, S::Error> {
        match *self {}
    }
}
